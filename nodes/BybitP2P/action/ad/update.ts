import { AD_STATUS, simplifiedAd, termsOf, type SimplifiedAd } from '../../api/simplify/ad';
import { InputError } from '../../api/errors';
import { fetchAd } from '../../api/fetchOne';
import { booleanFrom, collectionFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { adIdField, adIdFrom, filledCollectionFrom, optionalTermFields, putOnlineOption } from './adFields';
import { changeAd } from './adWrite';
import { preferenceSetFrom, preferencesField, withPreferences } from './preferences';
import { assertConsistentTerms, assertTermsShown, termsFrom } from './terms';

export const update: Operation<SimplifiedAd & { readonly updated: boolean }> = {
	name: 'Update',
	value: 'update',
	action: 'Update ad',
	description:
		'Change some terms of your ad. The others are read first and stay as they are. An ad that is offline stays offline unless Put Online is on.',
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
		preferencesField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [putOnlineOption],
		},
	],
	async execute({ api, origin, params }) {
		const id = adIdFrom(params);
		const changes = termsFrom(filledCollectionFrom(params, 'updateFields', optionalTermFields));
		const preferences = preferenceSetFrom(params);
		const putOnline = booleanFrom(collectionFrom(params, 'options').putOnline ?? false, 'Put Online');
		if (Object.keys({ ...changes, ...preferences }).length === 0) {
			throw new InputError(
				`Ad ${id} was not changed: no field is set`,
				'Nothing was sent. Add a field under Update Fields. To bring an ad online with the terms it has, use Ad: Activate.',
			);
		}

		// One change after the other: each sends all terms, so one in between would be undone.
		return await api.runExclusive(`ad ${id}`, async () => {
			const before = await fetchAd(api, id);
			assertTermsShown(before, changes);
			const terms = withPreferences({ ...termsOf(before), ...changes }, preferences);
			assertConsistentTerms(terms);
			const goesOnline = putOnline && Number(before.status) !== AD_STATUS.online;
			const after = await changeAd(
				{ api, origin },
				{ what: `change of ad ${id}`, before, terms, actionType: goesOnline ? 'ACTIVE' : 'MODIFY' },
			);
			return { json: { ...simplifiedAd(after), updated: true } };
		});
	},
};
