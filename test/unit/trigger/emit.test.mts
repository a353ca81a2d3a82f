import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { emitted } from '../../../nodes/BybitP2P/trigger/emit';

const items: INodeExecutionData[] = ['a', 'b', 'c'].map((name) => ({ json: { name } }));
const namesOf = (some: readonly INodeExecutionData[]): string => some.map(({ json }) => json.name).join('');

/** What goes out, in order: each emission, the write, the return. */
function sent(some: readonly INodeExecutionData[], isSeparate: boolean, refusedAt?: number | 'absent'): string[] {
	const log: string[] = [];
	const __emit = (data: INodeExecutionData[][]): void => {
		if (log.filter((entry) => entry.startsWith('emit')).length === refusedAt) throw new Error('Overwrite __emit');
		log.push(`emit ${namesOf(data[0])}`);
	};
	const host = (refusedAt === 'absent' ? {} : { __emit }) as Pick<IPollFunctions, '__emit'>;
	const returned = emitted(
		host,
		some,
		isSeparate,
		() => void log.push('write'),
		() => void log.push('together'),
	);
	log.push(returned === null ? 'null' : `return ${namesOf(returned[0])}`);
	return log;
}

describe('events', () => {
	it('go out together, after the state is written', () => {
		expect(sent(items, false)).toEqual(['write', 'return abc']);
	});

	it('go out one by one where that is asked for, and the state is written with the last', () => {
		expect(sent(items, true)).toEqual(['emit a', 'emit b', 'write', 'return c']);
	});

	it('of which there is one go out as one', () => {
		expect(sent(items.slice(0, 1), true)).toEqual(['write', 'return a']);
	});

	it('of which there are none give null, and the state is written all the same', () => {
		expect([sent([], true), sent([], false)]).toEqual([
			['write', 'null'],
			['write', 'null'],
		]);
	});

	it.each([
		['has no way to do so', 'absent', ['together', 'write', 'return abc']],
		['refuses', 0, ['together', 'write', 'return abc']],
		['refuses later', 1, ['emit a', 'together', 'write', 'return bc']],
	] as const)('go out together where n8n %s', (_name, refusedAt, log) => {
		expect(sent(items, true, refusedAt)).toEqual(log);
	});
});
