import { pollTimeBefore } from '../../../nodes/BybitP2P/trigger/pollTimes';

const at = (text: string): number => Date.parse(text);
const before = (item: object | readonly object[], now: string, timezone = 'UTC'): string =>
	new Date(pollTimeBefore({ item: [item].flat() }, at(now), timezone)).toISOString().slice(0, 16);

describe('the Poll Time before this poll', () => {
	it.each([
		['everyMinute', { mode: 'everyMinute' }, '2026-10-31T08:30:20Z', '2026-10-31T08:29'],
		['everyX minutes', { mode: 'everyX', unit: 'minutes', value: 15 }, '2026-10-31T08:30:20Z', '2026-10-31T08:15'],
		[
			'everyX minutes over the hour',
			{ mode: 'everyX', unit: 'minutes', value: 7 },
			'2026-10-31T08:00:20Z',
			'2026-10-31T07:56',
		],
		['everyX hours', { mode: 'everyX', unit: 'hours', value: 6 }, '2026-10-31T12:41:00Z', '2026-10-31T06:00'],
		['everyHour', { mode: 'everyHour', minute: 10 }, '2026-10-31T08:10:59Z', '2026-10-31T07:10'],
		['everyDay', { mode: 'everyDay', hour: 9, minute: 30 }, '2026-10-31T09:30:10Z', '2026-10-30T09:30'],
		['everyWeek', { mode: 'everyWeek', weekday: '1', hour: 9, minute: 0 }, '2026-11-02T09:00:10Z', '2026-10-26T09:00'],
		[
			'everyMonth',
			{ mode: 'everyMonth', dayOfMonth: 31, hour: 0, minute: 0 },
			'2026-10-31T00:00:10Z',
			'2026-08-31T00:00',
		],
		[
			'custom with seconds',
			{ mode: 'custom', cronExpression: '10 */5 8-18 * * MON-FRI' },
			'2026-11-02T08:00:12Z',
			'2026-10-30T18:55',
		],
		[
			'custom without seconds',
			{ mode: 'custom', cronExpression: '0,30 * * * *' },
			'2026-10-31T08:30:05Z',
			'2026-10-31T08:00',
		],
		[
			'custom with names and steps',
			{ mode: 'custom', cronExpression: '0 0 12 1/14 JAN,OCT ?' },
			'2026-10-15T12:00:05Z',
			'2026-10-01T12:00',
		],
		[
			'custom by day of month or week',
			{ mode: 'custom', cronExpression: '0 0 12 1 * SUN' },
			'2026-10-04T12:00:05Z',
			'2026-10-01T12:00',
		],
	])('of %s', (_name, item, now, expected) => {
		expect(before(item, now)).toBe(expected);
	});

	it('is the last one when this poll belongs to none', () => {
		expect(before({ mode: 'everyDay', hour: 9, minute: 30 }, '2026-10-31T15:00:00Z')).toBe('2026-10-31T09:30');
	});

	it('is the latest of several', () => {
		const items = [
			{ mode: 'everyDay', hour: 9, minute: 0 },
			{ mode: 'everyHour', minute: 45 },
		];

		expect(before(items, '2026-10-31T09:00:10Z')).toBe('2026-10-31T08:45');
	});

	it('of six in a minute lies a minute ago: rather too early than too late', () => {
		const items = [0, 10, 20, 30, 40, 50].map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` }));

		expect(before(items, '2026-10-31T08:30:20Z')).toBe('2026-10-31T08:29');
	});

	it('is read in the time zone of the workflow, also over a change of the clocks', () => {
		const daily = { mode: 'everyDay', hour: 9, minute: 0 };

		expect([
			before(daily, '2026-10-20T07:00:10Z', 'Europe/Berlin'),
			before(daily, '2026-10-25T08:00:10Z', 'Europe/Berlin'),
			before(daily, '2026-10-20T03:30:10Z', 'Asia/Kolkata'),
		]).toEqual(['2026-10-19T07:00', '2026-10-24T07:00', '2026-10-19T03:30']);
	});

	it.each([[undefined], [null], ['x'], [{}], [{ item: [] }]])('of %j is that of every minute', (pollTimes) => {
		expect(pollTimeBefore(pollTimes, at('2026-10-31T08:30:20Z'), 'UTC')).toBe(at('2026-10-31T08:29:00Z'));
	});

	it.each(['', 'often', '* * *', '99 * * * *', '5-1 * * * *', '*/0 * * * *'])(
		'that cannot be read is a day ago: %j',
		(cronExpression) => {
			expect(before({ mode: 'custom', cronExpression }, '2026-10-31T08:30:20Z')).toBe('2026-10-30T08:30');
		},
	);

	it('in a time zone that nobody knows is read as UTC', () => {
		expect(before({ mode: 'everyDay', hour: 9, minute: 0 }, '2026-10-31T09:00:10Z', 'Mars/Base')).toBe(
			'2026-10-30T09:00',
		);
	});
});
