import { statusName } from '../nodes/BybitP2P/api/codes';
import { checksOf } from '../nodes/BybitP2P/safety/checks';

/** One action: which operation of the node it is, and what its answer is called. */
export interface Action {
	readonly resource: 'order' | 'chat' | 'account';
	readonly operation: string;
	/** The field of the answer. */
	readonly name: string;
	readonly gives: 'one' | 'many';
	/** The fields a request may have, in camelCase. Any other is refused: a misspelt check must not vanish. */
	readonly takes: readonly string[];
	/** The operation's parameters from the fields of the request, in camelCase. */
	readonly parameters: (fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

const FILTERS = ['status', 'side', 'coin', 'fiat', 'adId', 'counterpartyId', 'createdAfter', 'createdBefore'] as const;
const RELEASE_CHECKS = checksOf('release').map(({ name }) => name);
const PAYMENT_CHECKS = checksOf('markAsPaid').map(({ name }) => name);

export const ACTIONS: Readonly<Record<string, Action>> = {
	list_orders: {
		resource: 'order',
		operation: 'getMany',
		name: 'orders',
		gives: 'many',
		takes: [...FILTERS, 'limit'],
		parameters: listParameters,
	},
	get_pending_orders: {
		resource: 'order',
		operation: 'getPending',
		name: 'orders',
		gives: 'many',
		takes: [...FILTERS, 'limit'],
		parameters: listParameters,
	},
	get_order: {
		resource: 'order',
		operation: 'get',
		name: 'order',
		gives: 'one',
		takes: ['orderId'],
		parameters: (fields) => fields,
	},
	get_chat: {
		resource: 'chat',
		operation: 'getMessages',
		name: 'messages',
		gives: 'many',
		takes: ['orderId', 'limit', 'from', 'kind', 'sentAfter', 'includeEarlier'],
		parameters: (fields) => ({
			...fields,
			...limited(fields),
			filters: picked(fields, ['from', 'kind', 'sentAfter']),
			options: picked(fields, ['includeEarlier']),
		}),
	},
	send_message: {
		resource: 'chat',
		operation: 'sendMessage',
		name: 'message',
		gives: 'one',
		takes: ['orderId', 'text', 'message', 'skipIfSentWithinMinutes', 'splitLongText'],
		parameters: (fields) => ({
			orderId: fields.orderId,
			messageType: 'text',
			text: fields.text ?? fields.message,
			options: picked(fields, ['skipIfSentWithinMinutes', 'splitLongText']),
		}),
	},
	release_assets: {
		resource: 'order',
		operation: 'release',
		name: 'release',
		gives: 'one',
		takes: ['orderId', 'dryRun', ...RELEASE_CHECKS],
		parameters: (fields) => ({
			orderId: fields.orderId,
			safetyChecks: picked(fields, RELEASE_CHECKS),
			options: picked(fields, ['dryRun']),
		}),
	},
	mark_as_paid: {
		resource: 'order',
		operation: 'markAsPaid',
		name: 'payment',
		gives: 'one',
		takes: ['orderId', 'paymentType', 'paymentId', 'dryRun', ...PAYMENT_CHECKS],
		parameters: (fields) => ({
			orderId: fields.orderId,
			safetyChecks: picked(fields, PAYMENT_CHECKS),
			options: picked(fields, ['paymentType', 'paymentId', 'dryRun']),
		}),
	},
	get_account: {
		resource: 'account',
		operation: 'get',
		name: 'account',
		gives: 'one',
		takes: [],
		parameters: (fields) => fields,
	},
};

function listParameters(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { status, ...filters } = picked(fields, FILTERS);
	return {
		...fields,
		...limited(fields),
		filters: { ...filters, ...(status === undefined ? {} : { status: [status].flat().map(statusWord) }) },
	};
}

/** All of them, unless a limit is given. */
function limited(fields: Readonly<Record<string, unknown>>): { returnAll: boolean } {
	return { returnAll: fields.limit === undefined };
}

/** The fields that are there, whatever their value: an empty check must fail, not vanish. */
function picked(fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** Scripts may say 20 as well as `waitingForRelease`. */
function statusWord(status: unknown): unknown {
	return /^\d+$/.test(String(status)) ? statusName(Number(status)) : status;
}
