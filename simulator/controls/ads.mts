import type { Core } from '../core.mts';

/** The exchange, or the merchant in the app, takes an ad offline. */
function takeAdOffline(core: Core, itemId: string): void {
	const ad = core.store.ads.find(itemId);
	if (ad === undefined) throw new Error(`no ad with id ${itemId}`);
	core.store.ads.takeOffline(ad, core.now());
}

/** What happens to ads without a call of the API. */
export const adControls = { takeAdOffline };
