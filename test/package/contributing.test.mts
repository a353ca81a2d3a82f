/** CONTRIBUTING.md is true: its paths exist, and what it says is enough to add something. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import type { INodeProperties, INodeType } from 'n8n-workflow';

import {
	additions,
	inserted,
	NEW_CHECK,
	NEW_EVENT,
	NEW_OPERATION,
	readingPaths,
	tableBelow,
	type Addition,
} from '../support/contributing.mts';

const ROOT = resolve(__dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

describe('the table of what to touch', () => {
	it('has a row for all that is added often', () => {
		expect(additions(GUIDE).map(({ what }) => what)).toEqual(
			expect.arrayContaining([
				'an operation',
				'an event',
				'a safety check',
				'a call of the exchange',
				'a call to the simulator',
				'an example',
			]),
		);
	});

	it.each(additions(GUIDE).map(({ what, paths }) => [what, paths] as const))(
		'names files that exist: %s',
		(_, paths) => {
			expect(paths.length).toBeGreaterThan(1);
			expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
		},
	);

	it.each([
		['operation', NEW_OPERATION],
		['event', NEW_EVENT],
		['safety check', NEW_CHECK],
	])('names the files in which the test below adds one: %s', (what, { file, index }) => {
		const row = additions(GUIDE).find((one) => one.what.endsWith(what));
		const touched = [index, ...(file === undefined ? [] : [file[0]])].map((path) =>
			path.replace('/account/', '/order/'),
		);

		expect(touched.filter((path) => !row?.paths.some((named) => path.startsWith(named)))).toEqual([]);
	});
});

describe('a reading path', () => {
	it('is given for an order ID and for a message', () => {
		expect(readingPaths(GUIDE)).toHaveLength(2);
	});

	it.each(readingPaths(GUIDE).map((paths) => [paths[0], paths] as const))(
		'from %s has at most eight files, all there',
		(_, paths) => {
			expect(paths.length).toBeLessThanOrEqual(8);
			expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
		},
	);
});

it('the glossary has at most fifteen words', () => {
	const words = tableBelow(GUIDE, 'Words');

	expect(words.length).toBeGreaterThan(5);
	expect(words.length).toBeLessThanOrEqual(15);
});

describe('an operation, an event and a safety check added by the table to a copy', () => {
	let copy!: string;

	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'bybit-p2p-guide-'));
		for (const path of ['nodes', 'cli', 'tools/docsTables.mts']) {
			cpSync(join(ROOT, path), join(copy, path), { recursive: true });
		}
		symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
		for (const addition of [NEW_OPERATION, NEW_EVENT, NEW_CHECK]) add(copy, addition);
	});

	afterAll(() => rmSync(copy, { recursive: true }));

	it('are offered by the nodes', () => {
		const { BybitP2P } = from<{ BybitP2P: new () => INodeType }>('nodes/BybitP2P/BybitP2P.node');
		const { BybitP2PTrigger } = from<{ BybitP2PTrigger: new () => INodeType }>('nodes/BybitP2P/BybitP2PTrigger.node');
		const [action, trigger] = [new BybitP2P(), new BybitP2PTrigger()].map(({ description }) => description.properties);

		expect(valuesOf(action, 'operation')).toContain('getServerTime');
		expect(valuesOf(trigger, 'events')).toContain('orderObjection');
		expect(namesOf(action, 'safetyChecks')).toContain('expectedAdId');
	});

	it('are done: the call is made, the check is evaluated', async () => {
		const { operationOf } = from<typeof import('../../nodes/BybitP2P/action')>('nodes/BybitP2P/action');
		const { evaluateChecks } =
			from<typeof import('../../nodes/BybitP2P/safety/checks')>('nodes/BybitP2P/safety/checks');
		const api = { call: async () => await Promise.resolve({ timeSecond: '1790000000' }) };

		expect(await operationOf('account', 'getServerTime')?.execute({ api } as never)).toEqual({
			json: { timeSecond: '1790000000' },
		});
		expect(evaluateChecks('release', { itemId: '7' } as never, { expectedAdId: '8' }, 0)).toEqual([
			{ check: 'expectedAdId', expected: '8', found: '7', passed: false, note: '' },
		]);
	});

	it('are taken by the command line and shown in the tables of the README', () => {
		const { ACTIONS } = from<typeof import('../../cli/actions.mts')>('cli/actions.mts');
		const { docsTables } = from<typeof import('../../tools/docsTables.mts')>('tools/docsTables.mts');
		const { operations, events, checks } = docsTables(ROOT);

		expect(ACTIONS.get('release_assets')?.takes).toContain('expectedAdId');
		expect([operations, events, checks]).toEqual([
			expect.stringContaining('| **Get Server Time** | Read the clock of Bybit |'),
			expect.stringContaining('| **Order Objection** | Somebody objected to the end of an appeal |'),
			expect.stringContaining('| Expected Ad ID | The ad that the order was opened from |  |'),
		]);
	});

	function from<T extends object>(path: string): T {
		return jest.requireActual<T>(join(copy, path));
	}
});

function add(copy: string, addition: Addition): void {
	const index = join(copy, addition.index);
	writeFileSync(index, inserted(readFileSync(index, 'utf8'), addition));
	if (addition.file === undefined) return;
	const [path, text] = addition.file;
	expect(existsSync(dirname(join(copy, path)))).toBe(true);
	writeFileSync(join(copy, path), text);
}

function valuesOf(properties: readonly INodeProperties[], name: string): readonly unknown[] {
	return properties
		.filter((property) => property.name === name)
		.flatMap(({ options = [] }) => options.map((option) => ('value' in option ? option.value : undefined)));
}

function namesOf(properties: readonly INodeProperties[], collection: string): readonly string[] {
	return properties
		.filter(({ name }) => name === collection)
		.flatMap(({ options = [] }) => options.map(({ name }) => name));
}
