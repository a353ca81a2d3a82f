/** CONTRIBUTING.md as data, and what a newcomer would write by it. */

export interface GuideRow {
	/** What is added. */
	readonly what: string;
	/** The files that it names, with an example in place of `<resource>`. */
	readonly paths: readonly string[];
}

/** The rows of the table below a heading. */
export function tableBelow(guide: string, heading: string): readonly (readonly string[])[] {
	const [, section = ''] = guide.split(`\n## ${heading}\n`);
	return section
		.split('\n## ')[0]
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

export function additions(guide: string): readonly GuideRow[] {
	return tableBelow(guide, 'To add something, touch these files').map(([what, ...cells]) => ({
		what,
		paths: pathsIn(cells.join(' ')),
	}));
}

/** The reading paths: the files of each paragraph that has arrows. */
export function readingPaths(guide: string): readonly (readonly string[])[] {
	return guide
		.split('\n')
		.filter((line) => line.includes('.ts` → '))
		.map(pathsIn)
		.filter((paths) => paths.length > 1);
}

function pathsIn(text: string): readonly string[] {
	return [...text.matchAll(/`([^`\s]*\/[^`\s]*)`/g)].map(([, path]) => path.replace('<resource>', 'order'));
}

/** A new file, and what is added to the one that lists such things. */
export interface Addition {
	readonly file?: readonly [path: string, text: string];
	readonly index: string;
	/** After the text on the left stands the text on the right. */
	readonly insertions: readonly (readonly [after: string, text: string])[];
}

export const NEW_OPERATION: Addition = {
	file: [
		'nodes/BybitP2P/action/account/getServerTime.ts',
		`import { endpoints } from '../../api/endpoints';
import { textOf } from '../../api/text';
import type { Operation } from '../operation';

export const getServerTime: Operation<{ readonly timeSecond: string }> = {
	name: 'Get Server Time',
	value: 'getServerTime',
	action: 'Get server time',
	description: 'Read the clock of Bybit',
	properties: [],
	async execute({ api }) {
		const time = await api.call(endpoints.getServerTime, {});
		return { json: { timeSecond: textOf(time?.timeSecond) } };
	},
};
`,
	],
	index: 'nodes/BybitP2P/action/account/index.ts',
	insertions: [
		[
			"import { getPaymentMethods } from './getPaymentMethods';\n",
			"import { getServerTime } from './getServerTime';\n",
		],
		['getPaymentMethods', ', getServerTime'],
	],
};

export const NEW_EVENT: Addition = {
	file: [
		'nodes/BybitP2P/trigger/events/orderObjection.ts',
		`import { STATUS } from '../../api/codes';
import { statusEvent } from './statusEvent';

export const orderObjection = statusEvent(
	{ value: 'orderObjection', name: 'Order Objection', description: 'Somebody objected to the end of an appeal' },
	[STATUS.objection],
);
`,
	],
	index: 'nodes/BybitP2P/trigger/events/index.ts',
	insertions: [
		["import { orderExpiring } from './orderExpiring';\n", "import { orderObjection } from './orderObjection';\n"],
		['\torderExpiring,\n', '\torderObjection,\n'],
	],
};

export const NEW_CHECK: Addition = {
	index: 'nodes/BybitP2P/safety/checks/times.ts',
	insertions: [
		[
			'export const timeChecks: readonly CheckRow[] = [\n',
			`	{
		name: 'expectedAdId',
		label: 'Expected Ad ID',
		field: { type: 'string', default: '' },
		descriptions: { release: 'The ad that the order was opened from' },
		evaluate: ({ itemId }, fields) => ({
			found: textOf(itemId),
			passed: textOf(itemId) !== '' && textOf(itemId) === textOf(fields.expectedAdId),
		}),
	},
`,
		],
	],
};

/** The text with each insertion in it. @throws Error when a place is not there, as when the guide does not fit any more. */
export function inserted(text: string, { insertions }: Addition): string {
	return insertions.reduce((before, [after, addition]) => {
		const at = before.lastIndexOf(after);
		if (at === -1) throw new Error(`There is no ${JSON.stringify(after)}`);
		return before.slice(0, at + after.length) + addition + before.slice(at + after.length);
	}, text);
}
