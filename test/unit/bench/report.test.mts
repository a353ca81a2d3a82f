import { goalsLine, resultsText } from '../../../bench/report/results.mts';
import { comparisons, verdict, type Row } from '../../../bench/report/row.mts';
import { median, ratio, shown } from '../../../bench/report/statistics.mts';
import { markdownTable, textTable } from '../../../bench/report/table.mts';

const aRow = (fields: Partial<Row> = {}): Row => ({ what: '100 x get', ours: 10, unit: 's', ...fields });
const goal = { text: '1.1 of the floor', atMost: 11, tried: 'Side by side.' };

describe('median', () => {
	it.each([
		[[3, 1, 2], 2],
		[[4, 1, 3, 2], 2.5],
		[[7], 7],
	])('of %j is %d', (values, middle) => {
		expect(median(values)).toBe(middle);
	});

	it('leaves the values as they are, and refuses none', () => {
		const values = [3, 1, 2];
		median(values);

		expect(values).toEqual([3, 1, 2]);
		expect(() => median([])).toThrow('There is no median of nothing');
	});
});

describe('shown', () => {
	it.each([
		[0.1234, '0.123'],
		[1.239, '1.24'],
		[10.04, '10'],
		[12.34, '12.3'],
		[1234.5, '1,235'],
		[1_000_000, '1,000,000'],
		[0, '0'],
		[Number.NaN, 'none'],
	])('writes %d as %s', (value, text) => {
		expect(shown(value)).toBe(text);
	});
});

describe('a row', () => {
	it.each([
		[{ ours: 10 }, undefined],
		[{ ours: 10, goal: { ...goal, atMost: 12.5 } }, 'met by 20 %'],
		[{ ours: 15, goal: { ...goal, atMost: 12.5 } }, 'missed by 20 %'],
		[{ ours: 0, goal: { ...goal, atMost: 0 } }, 'met'],
		[{ ours: 3, goal: { ...goal, atMost: 0 } }, 'missed by 3'],
	])('with %j is judged "%s"', (fields, text) => {
		expect(verdict(aRow(fields))).toBe(text);
	});

	it('shows what it is held against, and itself as a ratio of that', () => {
		const against = [
			{ name: 'floor', value: 8 },
			{ name: 'nothing', value: 0 },
		];

		expect(ratio(10, 8)).toBe(1.25);
		expect(comparisons(aRow({ against }))).toBe('floor 8 (1.25), nothing 0');
	});
});

describe('the table', () => {
	const rows = [aRow({ against: [{ name: 'floor', value: 8 }], goal }), aRow({ what: 'a | b', note: '0 refused' })];

	it('has columns as wide as their widest cell on the terminal', () => {
		expect(textTable(rows).split('\n')).toEqual([
			'Measured          Ours  Against (ours as a ratio of it)  Goal              Verdict',
			'100 x get         10 s  floor 8 (1.25)                   1.1 of the floor  met by 9.09 %',
			'a | b; 0 refused  10 s',
		]);
	});

	it('keeps its columns in Markdown, whatever stands in a cell', () => {
		expect(markdownTable(rows).split('\n')).toEqual([
			'| Measured | Ours | Against (ours as a ratio of it) | Goal | Verdict |',
			'| --- | --- | --- | --- | --- |',
			'| 100 x get | 10 s | floor 8 (1.25) | 1.1 of the floor | met by 9.09 % |',
			'| a \\| b; 0 refused | 10 s |  |  |  |',
		]);
	});
});

describe('the results', () => {
	const outcomes = [
		{ title: 'Items', about: 'Under the limits.', seconds: 3.2, rows: [aRow({ goal }), aRow({ ours: 12, goal })] },
		{ title: 'Names', about: 'Two people.', seconds: 1, rows: [], failed: 'out of memory' },
	];
	const text = resultsText({ date: '2026-11-25', command: 'npm run bench', machine: ['Machine: one'] }, outcomes);

	it('count what is met, missed and failed', () => {
		expect(goalsLine(outcomes)).toBe('Goals: 1 met, 1 missed; measurements that failed: 1.');
	});

	it('name the date, the command, the machine, and why a measurement gave nothing', () => {
		for (const part of ['- Date: 2026-11-25', '- Command: `npm run bench`', '- Machine: one', 'Failed: out of memory'])
			expect(text).toContain(part);
	});

	it('tell what was tried where a goal is missed, and only there', () => {
		expect(text.match(/Side by side\./g)).toHaveLength(1);
	});
});
