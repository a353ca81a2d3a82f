import fc from 'fast-check';

import { periodFrom, timeFrom } from '../../../nodes/BybitP2P/n8n/times';
import { thrownBy } from '../../support/thrown.mts';

const iso = (ms: number): string => new Date(ms).toISOString();
const read = (text: unknown, timezone?: string): string => iso(timeFrom(text, 'Paid At', timezone));
const period = (text: string, timezone: string): readonly string[] => {
	const { fromMs, untilMs } = periodFrom(text, 'Paid At', timezone);
	return [iso(fromMs), iso(untilMs)];
};

describe('a time with a zone', () => {
	it.each([
		['2026-10-31T08:00:00Z', '2026-10-31T08:00:00.000Z'],
		['2026-10-31T08:00:00z', '2026-10-31T08:00:00.000Z'],
		['2026-10-31T10:00:00+02:00', '2026-10-31T08:00:00.000Z'],
		['2026-10-31T10:00:00+0200', '2026-10-31T08:00:00.000Z'],
		['2026-10-31T10:00+02', '2026-10-31T08:00:00.000Z'],
		['2026-10-31 13:30:00 +05:30', '2026-10-31T08:00:00.000Z'],
		['2026-10-31 04:30:00-03:30', '2026-10-31T08:00:00.000Z'],
		['2026-10-31 08:00 UTC', '2026-10-31T08:00:00.000Z'],
		['2026-10-31T08:00:00.123456Z', '2026-10-31T08:00:00.123Z'],
		[new Date(Date.UTC(2026, 9, 31, 8)), '2026-10-31T08:00:00.000Z'],
		[{ toISO: () => '2026-10-31T10:00:00.000+02:00' }, '2026-10-31T08:00:00.000Z'],
	])('is that moment wherever the workflow is: %s', (text, moment) => {
		expect([read(text), read(text, 'America/Bogota'), read(text, 'no zone at all')]).toEqual([moment, moment, moment]);
	});
});

describe('a time without a zone', () => {
	it.each([
		['2026-10-31T08:00:00', 'UTC', '2026-10-31T08:00:00.000Z'],
		['2026-10-31 08:00', 'Europe/Berlin', '2026-10-31T07:00:00.000Z'],
		['2026-07-31T08:00:00.5', 'Europe/Berlin', '2026-07-31T06:00:00.500Z'],
		['2026-07-31T08:00:00', 'America/New_York', '2026-07-31T12:00:00.000Z'],
		['2026-01-31T08:00:00', 'America/New_York', '2026-01-31T13:00:00.000Z'],
		['2026-07-31T08:00:00', 'Asia/Kolkata', '2026-07-31T02:30:00.000Z'],
		['2026-07-31T08:00:00', 'Asia/Kathmandu', '2026-07-31T02:15:00.000Z'],
		['2026-07-31T08:00:00', 'Pacific/Kiritimati', '2026-07-30T18:00:00.000Z'],
		['2026-01-31T08:00:00', 'Australia/Lord_Howe', '2026-01-30T21:00:00.000Z'],
	])('is that of the workflow: %s in %s is %s', (text, timezone, moment) => {
		expect(read(text, timezone)).toBe(moment);
	});

	it('is UTC where nothing shows the time zone', () => {
		expect(read('2026-10-31T08:00:00')).toBe('2026-10-31T08:00:00.000Z');
	});

	it('that comes twice when the clocks are put back names both moments', () => {
		expect(period('2026-10-25T02:30:00', 'Europe/Berlin')).toEqual([
			'2026-10-25T00:30:00.000Z',
			'2026-10-25T01:30:00.000Z',
		]);
		expect(period('2026-10-25T03:00:00', 'Europe/Berlin')).toEqual([
			'2026-10-25T02:00:00.000Z',
			'2026-10-25T02:00:00.000Z',
		]);
	});

	it('that does not come when the clocks are put forward is refused', () => {
		const { name, message } = thrownBy(() => read('2026-03-29T02:30:00', 'Europe/Berlin'));

		expect([name, message]).toEqual([
			'InputError',
			'Paid At ("2026-03-29T02:30:00") does not exist in the time zone Europe/Berlin: the clocks are put forward over it, so nothing was sent',
		]);
	});

	it('is refused when the time zone is not known', () => {
		expect(thrownBy(() => read('2026-03-29T02:30:00', 'DEFAULT')).message).toMatch(
			/^Paid At has no zone, and the time zone of the workflow is not known \("DEFAULT"\)/,
		);
	});
});

describe('a date without a time', () => {
	it.each([
		['2026-10-31', 'UTC', '2026-10-31T00:00:00.000Z', '2026-10-31T23:59:59.999Z'],
		['2026-10-31', 'Europe/Berlin', '2026-10-30T23:00:00.000Z', '2026-10-31T22:59:59.999Z'],
		['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
		['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
		// The clocks of Cairo are put forward at midnight: that day begins at one o'clock.
		['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24T20:59:59.999Z'],
		['2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
	])('is that whole day: %s in %s is from %s to %s', (text, timezone, from, until) => {
		expect(period(text, timezone)).toEqual([from, until]);
	});
});

describe('what is no time', () => {
	it.each<unknown>(
		[
			'',
			'today',
			'31.10.2026',
			'10/31/2026',
			'2026-13-01',
			'2026-02-30',
			'2025-02-29',
			'2026-10-31T24:00:00',
			'2026-10-31T08:60',
			'2026-10-31T08',
			'2026-10-31T08:00:00 CET',
			'2026-10-31T08:00:00+2',
			'20261031',
			1_790_000_000_000,
			'1790000000000',
			true,
			null,
			undefined,
			{},
			['2026-10-31'],
			new Date(Number.NaN),
		].map((value) => [String(value), value]),
	)('is refused: %s', (_shown, value) => {
		expect(thrownBy(() => read(value)).message).toMatch(/^Paid At is not a time \(".*"\), so nothing was sent$/);
	});
});

it('reads back what the clocks of any zone show', () => {
	const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Tehran', 'Africa/Casablanca', 'Pacific/Apia'];
	const moment = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) });
	fc.assert(
		fc.property(moment, fc.constantFrom(...zones), (atMs, timezone) => {
			const wholeMs = Math.floor(atMs / 1000) * 1000;
			const wall = new Date(wholeMs).toLocaleString('sv-SE', { timeZone: timezone });

			const { fromMs, untilMs } = periodFrom(wall, 'Paid At', timezone);

			expect([fromMs, untilMs]).toContain(wholeMs);
		}),
		{ seed: 20261031, numRuns: 2000 },
	);
});
