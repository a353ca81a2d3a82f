import type { Row } from '../report/row.mts';

/** One file of this folder, run in a process of its own: a measurement that fails takes no other with it. */
export interface Measurement {
	readonly name: string;
	readonly title: string;
	readonly about: string;
	/** Runs while the one before does, which mostly waits. */
	readonly isBesides?: true;
}

/** What each file exports as `measure`. */
export type Measure = (options: { readonly quick: boolean }) => Promise<readonly Row[]>;

/** In the order of the results. */
export const measurements: readonly Measurement[] = [
	{
		name: 'polls',
		title: 'Polls of the trigger',
		about:
			'One poll with so many open orders, each with a counterparty of its own, under the rate limits. The floor is the pages of open orders, one page of the newest, and the chats with a new message; the plain way reads the lists, then every chat. With trust the chats without a hint are swept once in five minutes, and that share stands in the goal.',
	},
	{
		name: 'items',
		title: 'Many items in one execution',
		about:
			'Items through one node in the engine of n8n, under the rate limits, replies held back by a proxy (half of the delay each way). The floor is what the limits allow for the calls that the operation needs, and one item with its delay.',
	},
	{
		name: 'calls',
		title: 'One signed call',
		about:
			'The order is read again and again, all ways in turn, on one server in another process. CPU time is that of the calling process.',
	},
	{
		name: 'workflow',
		title: 'In a real n8n',
		about: 'n8n on SQLite, the package installed as users get it, trigger, get and send in one workflow.',
	},
	{
		name: 'growth',
		title: 'Growth',
		about: 'What grows with time, with history and with open orders.',
		isBesides: true,
	},
	{
		name: 'loading',
		title: 'Loading and size',
		about:
			'A new process loads n8n-workflow first, then the files that n8n loads of a package; what the package adds is counted. Two other community packages for comparison.',
	},
	{
		name: 'names',
		title: 'Names',
		about:
			'Comparisons of names of two different people, made up in twelve cultures; none may reach the default score.',
	},
];
