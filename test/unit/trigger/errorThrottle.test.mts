import { isReportDue } from '../../../nodes/BybitP2P/trigger/errorThrottle';
import { HOUR, NOW } from '../../support/pollingBuilders.mts';

describe('isReportDue', () => {
	it.each([
		['the first error', undefined, true],
		['the same a minute later', { name: 'a', reportedMs: NOW - 60_000 }, false],
		['the same just under an hour later', { name: 'a', reportedMs: NOW - HOUR + 1 }, false],
		['the same an hour later', { name: 'a', reportedMs: NOW - HOUR }, true],
		['another one', { name: 'b', reportedMs: NOW }, true],
	])('%s: %#', (_name, reported, isDue) => {
		expect(isReportDue('a', reported, NOW)).toBe(isDue);
	});
});
