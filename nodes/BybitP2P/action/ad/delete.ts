import { endpoints } from '../../api/endpoints';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';
import { adWrite } from './adWrite';

export const deleteAd: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete an ad',
	description: 'Take an ad off the market for good. This cannot be undone; open orders of the ad go on.',
	isMoneyAction: true,
	properties: [adIdField],
	async execute({ api, params }) {
		const adId = adIdFrom(params);

		await api.runExclusive(
			`ad ${adId}`,
			async () => await adWrite(api, `deletion of ad ${adId}`, endpoints.deleteAd, { itemId: adId }),
		);

		return { json: { adId, deleted: true } };
	},
};
