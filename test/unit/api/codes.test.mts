import {
	hasEnded,
	sideName,
	sideOf,
	STATUS,
	statusLabel,
	statusName,
	statusOf,
	statusText,
	STATUSES,
} from '../../../nodes/BybitP2P/api/codes';

/** What a reply may hold instead of a number; `Number()` makes 0 or 1 of most of them. */
const MISSING: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'\t',
	false,
	true,
	[],
	[0],
	['1'],
	{},
	Number.NaN,
	Number.POSITIVE_INFINITY,
	-1,
	0.5,
	'-1',
	'1.0',
	'0x1',
	'1e0',
	'sell',
	0n,
	new Date(0),
];
const shown = (value: unknown): string => `${typeof value} ${String(value)}`;

describe('a side', () => {
	it.each([
		[0, 'buy'],
		['0', 'buy'],
		[1, 'sell'],
		[' 1 ', 'sell'],
	])('that is reported as %j is %s', (side, name) => {
		expect([sideOf(side), sideName(side)]).toEqual([name, name]);
	});

	it.each([...MISSING, 2, '2', 10].map((side) => [shown(side), side] as const))(
		'that is reported as %s is none, and never buy',
		(_shown, side) => {
			expect([sideOf(side), sideName(side)]).toEqual([undefined, 'unknown']);
		},
	);
});

describe('a status', () => {
	it.each([
		[20, 20],
		['20', 20],
		[' 50 ', 50],
		[0, 0],
		[777, 777],
	])('that is reported as %j is %i', (status, code) => {
		expect(statusOf(status)).toBe(code);
	});

	it.each(MISSING.map((status) => [shown(status), status] as const))(
		'that is reported as %s is none',
		(_shown, status) => {
			expect(statusOf(status)).toBeUndefined();
			expect([statusName(statusOf(status)), statusText(statusOf(status))]).toEqual([
				'unknown',
				'in a status that Bybit does not show',
			]);
		},
	);

	it('has a name, a label and words for each code of the documentation, once', () => {
		expect(STATUSES.map((name) => [STATUS[name], statusName(STATUS[name]), statusLabel(name)])).toEqual([
			[5, 'waitingForChain', 'Waiting for Chain'],
			[10, 'waitingForPayment', 'Waiting for Payment'],
			[20, 'waitingForRelease', 'Waiting for Release'],
			[30, 'appeal', 'Appeal'],
			[40, 'cancelled', 'Cancelled'],
			[50, 'completed', 'Completed'],
			[60, 'payingOnline', 'Paying Online'],
			[70, 'paymentFailed', 'Payment Failed'],
			[80, 'cancelledByException', 'Cancelled by Exception'],
			[90, 'waitingForCoinChoice', 'Waiting for Coin Choice'],
			[100, 'objection', 'Objection'],
			[110, 'waitingForObjection', 'Waiting for Objection'],
		]);
		expect(STATUSES.filter((name) => hasEnded(STATUS[name]))).toEqual([
			'cancelled',
			'completed',
			'paymentFailed',
			'cancelledByException',
		]);
		expect([statusName(25), statusText(25), statusText(30)]).toEqual(['unknown', 'Unknown (25)', 'under appeal (30)']);
	});
});
