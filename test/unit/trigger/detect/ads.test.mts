import type { Ad } from '../../../../nodes/BybitP2P/api/types';
import { detectAds } from '../../../../nodes/BybitP2P/trigger/detect/ads';
import type { AdMemory } from '../../../../nodes/BybitP2P/trigger/state';
import { anAd, aSeen, aState, NOW } from '../../../support/pollingBuilders.mts';

function detected(ad: Partial<Ad>, known?: AdMemory, { isListed = true, isFirst = false } = {}) {
	const [change] = detectAds(
		aSeen({
			before: aState(isFirst ? {} : { ads: known === undefined ? {} : { '55': known } }),
			ads: new Map([['55', anAd(ad)]]),
			listedAds: new Set(isListed ? ['55'] : []),
		}),
	);
	return change;
}

describe('an ad', () => {
	it.each([
		['online', { status: 10 }],
		['offline', { status: 20 }],
		['completed', { status: 30 }],
		['hidden', { status: 10, hiddenReason: 'PRICE_DEVIATION' }],
		['unknown', { status: 77 }],
	])('that becomes %s is emitted with what it was', (status, ad) => {
		const known = { status: 'somewhere', changes: 2 };
		const { events, after } = detected(ad, known);

		expect(events.map(({ key, fields }) => [key, fields])).toEqual([
			[`55:${status}:3`, { previousStatus: 'somewhere' }],
		]);
		expect(after).toEqual({ ads: { '55': { status, changes: 3 } } });
	});

	it('that is as it was emits nothing', () => {
		expect(detected({}, { status: 'online', changes: 2 }).events).toEqual([]);
	});

	it('that is new is emitted without a status before', () => {
		expect(detected({}).events.map(({ key, fields }) => [key, fields])).toEqual([['55:online:1', {}]]);
	});

	it('that was there when ads were first asked for is remembered, not emitted', () => {
		expect(detected({}, undefined, { isFirst: true })).toEqual({
			events: [],
			after: { ads: { '55': { status: 'online', changes: 0 } } },
		});
	});

	it('that left the list is read once, and no more', () => {
		expect(detected({ status: 20 }, { status: 'online', changes: 0 }, { isListed: false }).after).toEqual({
			ads: { '55': { status: 'offline', changes: 1, goneMs: NOW } },
		});
	});

	it('is not looked for when the list could not be read', () => {
		expect(detectAds(aSeen())).toEqual([]);
	});
});
