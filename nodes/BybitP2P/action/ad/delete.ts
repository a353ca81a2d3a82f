import { simplifiedAd, type SimplifiedAd } from '../../api/simplify/ad';
import type { Id } from '../../api/types';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';
import { takeOffline } from './adWrite';

type AdTakenOffline = { readonly adId: Id; readonly deleted: boolean } & (
	| SimplifiedAd
	| { readonly status: 'notShown' }
);

/**
 * The call was published as "Offline ad" and is called "Remove Ad" since April 2025: whether the ad can come back is not documented,
 * so nothing is said about it, and the ad is shown as it is afterwards.
 */
export const deleteAd: Operation<AdTakenOffline> = {
	name: 'Take Offline',
	value: 'delete',
	action: 'Take ad offline',
	description:
		'Take an ad off the market. Open orders of the ad go on. The result shows the status that the ad has afterwards, if Bybit still shows it.',
	isMoneyAction: true,
	properties: [adIdField],
	async execute({ api, params }) {
		const adId = adIdFrom(params);

		return await api.runExclusive(`ad ${adId}`, async () => {
			const after = await takeOffline(api, adId);
			const shown = after === undefined ? ({ status: 'notShown' } as const) : simplifiedAd(after);
			return { json: { adId, deleted: true, ...shown } };
		});
	},
};
