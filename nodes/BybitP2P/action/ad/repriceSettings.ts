import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { Decimal, Id } from '../../api/types';
import { booleanFrom, choiceFrom, requiredText, type Params } from '../../n8n/parameters';
import { compareDecimals, decimalFromInput, parseTolerance } from '../../safety/decimal';
import type { MarketFilter } from '../../safety/marketFilter';
import type { Bounds, Distance, Strategy } from '../../safety/repricing/types';
import { moneyOptionsFrom } from '../order/moneyOptions';
import { adIdFrom, filledCollectionFrom } from './adFields';
import { amountAbove, marketFilterFrom } from './marketFilterFields';
import { boundsField, competitorsField, repriceOptionsField } from './repriceFields';

/** What the author of the workflow asks for, checked before anything is read. */
export interface RepriceSettings {
	readonly adId: Id;
	readonly strategy: Strategy;
	readonly filter: MarketFilter;
	readonly bounds: Bounds;
	readonly dryRun: boolean;
	readonly putOnline: boolean;
}

/** @throws InputError that names the field which is missing or cannot be read. */
export function repriceSettingsFrom(params: Params): RepriceSettings {
	const adId = adIdFrom(params);
	const strategy = strategyFrom(params);
	const bounds = boundsFrom(filledCollectionFrom(params, 'bounds', fieldsOf(boundsField)));
	const filter = marketFilterFrom(filledCollectionFrom(params, 'competitors', fieldsOf(competitorsField)));
	const { dryRun, putOnline = false } = moneyOptionsFrom(params, repriceOptionsField);
	return {
		adId,
		strategy,
		filter,
		bounds,
		dryRun,
		putOnline: booleanFrom(putOnline, 'Put Online'),
	};
}

function fieldsOf({ options }: INodeProperties): readonly INodeProperties[] {
	return (options ?? []) as readonly INodeProperties[];
}

function strategyFrom(params: Params): Strategy {
	const type = choiceFrom(params.get('strategy'), 'Strategy', ['beat', 'rank', 'follow', 'reference'] as const);
	const step = distanceFrom(requiredText(params, 'step', 'Step'), 'Step');
	switch (type) {
		case 'beat':
			return { type, step };
		case 'rank':
			return { type, step, rank: rankFrom(params.get('rank')) };
		case 'follow':
			return { type, step, nickname: requiredText(params, 'followNickname', 'Follow Nickname').trim() };
		case 'reference':
			return { type, step, price: amountAbove(params.get('referencePrice'), 'Reference Price', '0') };
	}
}

function boundsFrom(fields: Readonly<Record<string, unknown>>): Bounds {
	const { maxChangePercent, minChange } = fields;
	const minPrice = boundFrom(fields.minPrice, 'Minimum Price');
	const maxPrice = boundFrom(fields.maxPrice, 'Maximum Price');
	if (compareDecimals(minPrice, maxPrice) > 0) {
		throw new InputError(
			`The Minimum Price (${minPrice}) is above the Maximum Price (${maxPrice}), so nothing was sent`,
			'Change one of the two.',
		);
	}
	return {
		minPrice,
		maxPrice,
		...(maxChangePercent === undefined
			? {}
			: { maxChangePercent: amountAbove(maxChangePercent, 'Maximum Change Percent', '0') }),
		...(minChange === undefined ? {} : { minChange: distanceFrom(minChange, 'Minimum Change') }),
	};
}

function boundFrom(value: unknown, label: string): Decimal {
	if (value !== undefined) return amountAbove(value, label, '0');
	throw new InputError(
		`${label} is empty, so nothing was sent`,
		`Add ${label} under Bounds: without it a mistake on the market would become a mistake of yours.`,
	);
}

const MAX_DISTANCE_LENGTH = 20;

/** An amount or a share, never negative. */
function distanceFrom(value: unknown, label: string): Distance {
	const distance = parseTolerance(typeof value === 'string' ? value.trim() : value);
	if (distance !== undefined && distance.value.length <= MAX_DISTANCE_LENGTH) return distance;
	throw new InputError(
		`${label} is not an amount or a percentage from 0 ("${String(value).slice(0, 40)}"), so nothing was sent`,
		'Use for example 0.01 or 0.1%. A step is never negative: which way it goes follows from the side of the ad.',
	);
}

function rankFrom(value: unknown): number {
	const rank = Number(decimalFromInput(value) ?? Number.NaN);
	if (Number.isInteger(rank) && rank >= 1) return rank;
	throw new InputError('Rank is not a whole number from 1, so nothing was sent', 'Use 1 for the best price.');
}
