import { SIDE, type Side } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import type { AdTerms, Id } from '../../api/types';
import { choiceFrom, codeFrom, collectionFrom, isMissing, locatorValue } from '../../n8n/parameters';
import type { Operation } from '../operation';
import type { Params } from '../../n8n/parameters';
import { adWrite } from './adWrite';
import { advertiserSideField, currencyField, optionalTermFields } from './adFields';
import { preferenceSetFrom, preferencesField, withPreferences } from './preferences';
import { assertConsistentTerms, termsFrom } from './terms';

const field = (name: string) => optionalTermFields.filter((one) => one.name === name);
const REQUIRED = ['quantity', 'minAmount', 'maxAmount', 'paymentIds'] as const;
const OPTIONAL = ['paymentMinutes', 'remark', 'tradingPreferences'] as const;

interface CreatedAd {
	readonly adId: Id;
	readonly created: boolean;
	readonly side: Side;
	readonly coin: string;
	readonly fiat: string;
}

export const create: Operation<CreatedAd> = {
	name: 'Create',
	value: 'create',
	action: 'Create ad',
	description: 'Put a new ad on the market. It is visible to everybody at once.',
	isMoneyAction: true,
	properties: [
		advertiserSideField,
		currencyField('Coin', 'USDT'),
		currencyField('Fiat', 'EUR'),
		...field('priceType'),
		...field('price').map((one) => ({ ...one, required: true, displayOptions: { show: { priceType: ['fixed'] } } })),
		...field('premium').map((one) => ({
			...one,
			required: true,
			displayOptions: { show: { priceType: ['floating'] } },
		})),
		...REQUIRED.flatMap(field).map((one) => ({ ...one, required: true })),
		preferencesField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Ad Type',
					name: 'adType',
					type: 'options',
					options: [
						{ name: 'Bulk', value: 'BULK' },
						{ name: 'Normal', value: 'ORIGIN' },
					],
					default: 'ORIGIN',
				},
				...OPTIONAL.flatMap(field),
			],
		},
	],
	async execute({ api, params }) {
		const options = collectionFrom(params, 'options');
		const coin = codeFrom(locatorValue(params.get('coin')), 'Coin');
		const fiat = codeFrom(locatorValue(params.get('fiat')), 'Fiat');
		const side = choiceFrom(params.get('side'), 'Side', ['buy', 'sell'] as const);
		const set: AdTerms = { ...defaults, ...termsFrom({ ...requiredFields(params), ...options }) };
		const terms = withPreferences(set, preferenceSetFrom(params));
		assertConsistentTerms(terms);

		const result = await adWrite(api, 'new ad', endpoints.createAd, {
			tokenId: coin,
			currencyId: fiat,
			side: side === 'buy' ? `${SIDE.buy}` : `${SIDE.sell}`,
			itemType: choiceFrom(options.adType ?? 'ORIGIN', 'Ad Type', ['ORIGIN', 'BULK'] as const),
			...terms,
		});

		return { json: { adId: textOf(result?.itemId), created: true, side, coin, fiat } };
	},
};

const defaults: AdTerms = {
	priceType: '0',
	premium: '',
	price: '',
	minAmount: '',
	maxAmount: '',
	remark: '',
	tradingPreferenceSet: {},
	paymentIds: [],
	quantity: '',
	paymentPeriod: '15',
};

/** The fields without which there is no ad. @throws InputError that names the one that is empty. */
function requiredFields(params: Params): Record<string, unknown> {
	const priceType = params.get('priceType') ?? 'fixed';
	const priceName = priceType === 'floating' ? 'premium' : 'price';
	const fields: Record<string, unknown> = { priceType };
	for (const name of [priceName, ...REQUIRED]) {
		const value = params.get(name);
		if (isMissing(value)) {
			const label = field(name)[0]?.displayName ?? name;
			throw new InputError(`${label} is empty, so nothing was sent`, `Fill in ${label}.`);
		}
		fields[name] = value;
	}
	return fields;
}
