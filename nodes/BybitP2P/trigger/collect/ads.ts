import type { BybitApi } from '../../api/client';
import { endpoints } from '../../api/endpoints';
import { fetchAd } from '../../api/fetchOne';
import { adPages, PAGE_SIZE } from '../../api/pages';
import { readEach } from '../../api/readEach';
import { textOf } from '../../api/text';
import type { Ad, Id } from '../../api/types';
import type { TriggerState } from '../state';

export interface CollectedAds {
	/** Absent when the list could not be read. */
	readonly ads?: ReadonlyMap<Id, Ad>;
	readonly listedAds?: ReadonlySet<Id>;
	/** Ads that were refused, with the reason. */
	readonly refused: ReadonlyMap<Id, string>;
	/** Why the list could not be read. */
	readonly reason?: string;
}

/** My own ads, and those that the list does not show any more, read by themselves once. */
export async function collectAds(api: BybitApi, before: TriggerState, isTimeUp: () => boolean): Promise<CollectedAds> {
	const list = await readEach(['own'], async () => await ownAds(api), { isTimeUp: () => false });
	const listed = list.read.get('own');
	if (listed === undefined) {
		const reason = list.refusedAll?.message ?? list.refused.get('own');
		return { refused: new Map(), ...(reason === undefined ? {} : { reason }) };
	}
	const missing = Object.entries(before.ads ?? {})
		.filter(([adId, { goneMs }]) => goneMs === undefined && !listed.has(adId))
		.map(([adId]) => adId);
	const { read, refused } = await readEach(missing, async (adId) => await fetchAd(api, adId), { isTimeUp });
	return { ads: new Map([...listed, ...read]), listedAds: new Set(listed.keys()), refused };
}

async function ownAds(api: BybitApi): Promise<ReadonlyMap<Id, Ad>> {
	const ads = new Map<Id, Ad>();
	const fetchPage = async (page: string) => await api.call(endpoints.listOwnAds, { page, size: String(PAGE_SIZE) });
	for await (const page of adPages(PAGE_SIZE, fetchPage)) page.forEach((ad) => ads.set(textOf(ad.id), ad));
	return ads;
}
