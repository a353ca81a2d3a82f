import { simplifiedAd } from '../../api/simplify/ad';
import { textOf } from '../../api/text';
import type { Ad, Id } from '../../api/types';
import type { Change, DomainEvent } from '../change';
import type { AdMemory } from '../state';
import type { Detector, Seen } from './seen';

/** Own ads that went online or offline, were sold out, or were hidden by the exchange. */
export const detectAds: Detector = (seen) =>
	seen.ads === undefined ? [] : [...seen.ads].map(([adId, ad]) => adChange(seen, adId, ad));

function adChange({ before, listedAds, nowMs }: Seen, adId: Id, ad: Ad): Change {
	const known = before.ads?.[adId];
	const status = adStatus(ad);
	const gone = listedAds?.has(adId) === false ? { goneMs: known?.goneMs ?? nowMs } : {};
	if (known?.status === status || before.ads === undefined) {
		return { events: [], after: { ads: { [adId]: { status, changes: known?.changes ?? 0, ...gone } } } };
	}
	const after: AdMemory = { status, changes: (known?.changes ?? 0) + 1, ...gone };
	return { events: [adEvent(ad, after.changes, nowMs, known?.status)], after: { ads: { [adId]: after } } };
}

/** The word for the state of an ad; `hidden` for one that is online but not shown to anybody. */
function adStatus(ad: Ad): string {
	const { status } = simplifiedAd(ad);
	return status === 'online' && textOf(ad.hiddenReason) !== '' ? 'hidden' : status;
}

/** @param previousStatus - absent for an ad that was not there before. */
export function adEvent(ad: Ad, changes: number, atMs: number, previousStatus?: string): DomainEvent {
	const fields = previousStatus === undefined ? {} : { previousStatus };
	return { type: 'adStatus', key: `${textOf(ad.id)}:${adStatus(ad)}:${changes}`, atMs, ad, fields };
}
