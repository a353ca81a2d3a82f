import { termsOf } from '../../api/simplify/ad';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { collectionFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { adIdField, adIdFrom, optionalTermFields } from './adFields';
import { adWrite, shownAfter } from './adWrite';
import { assertConsistentTerms, termsFrom } from './terms';
import { fetchAd } from '../../api/fetchOne';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update an ad',
	description: 'Change some terms of your ad. The others are read first and stay as they are.',
	isMoneyAction: true,
	properties: [
		adIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...optionalTermFields],
		},
	],
	async execute({ api, params }) {
		const id = adIdFrom(params);
		const changes = termsFrom(collectionFrom(params, 'updateFields'));
		if (Object.keys(changes).length === 0) {
			throw new InputError(
				`Ad ${id} was not changed: no field is set`,
				'Nothing was sent. Add a field under Update Fields.',
			);
		}

		// One change after the other: each sends all terms, so one in between would be undone.
		return await api.runExclusive(`ad ${id}`, async () => {
			const ad = await fetchAd(api, id);
			const terms = { ...termsOf(ad), ...changes };
			assertConsistentTerms(terms);
			await adWrite(api, `change of ad ${id}`, endpoints.updateAd, { id, actionType: 'MODIFY', ...terms });
			return { json: { ...(await shownAfter(api, ad, terms)), updated: true } };
		});
	},
};
