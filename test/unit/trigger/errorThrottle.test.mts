import { isNews } from '../../../nodes/BybitP2P/trigger/errorThrottle';
import { HOUR, NOW } from '../../support/pollingBuilders.mts';

describe('isNews', () => {
	it.each([
		['the first fault', undefined, true],
		['the same a minute later', { name: 'a', reportedMs: NOW - 60_000 }, false],
		['the same just under an hour later', { name: 'a', reportedMs: NOW - HOUR + 1 }, false],
		['the same an hour later', { name: 'a', reportedMs: NOW - HOUR }, true],
		['another one', { name: 'b', reportedMs: NOW }, true],
	])('%s', (_name, reported, news) => {
		expect(isNews('a', reported, NOW)).toBe(news);
	});
});
