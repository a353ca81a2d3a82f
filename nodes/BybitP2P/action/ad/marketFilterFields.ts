import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { namedPaymentTypes } from '../../api/paymentNames';
import { textOf } from '../../api/text';
import { booleanFrom, listFrom } from '../../n8n/parameters';
import { compareDecimals, decimalFromInput } from '../../safety/decimal';
import type { MarketFilter } from '../../safety/marketFilter';
import type { Decimal } from '../../api/types';

/** Which ads of the market count, as fields; the same in Search and in Reprice. */
export const marketFilterFields: INodeProperties[] = [
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 250',
		description: 'Only ads in which an order of this amount of fiat is possible',
	},
	{
		displayName: 'Exclude Nicknames',
		name: 'excludeNicknames',
		type: 'string',
		default: '',
		placeholder: 'e.g. Big Desk, Other Desk',
		description: 'Leave out the ads of these advertisers, separated by commas',
	},
	{
		displayName: 'Minimum Completion Rate',
		name: 'minCompletionRate',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 95,
		description: 'Least share of completed orders in the last 30 days, in percent',
	},
	{
		displayName: 'Minimum Quantity',
		name: 'minQuantity',
		type: 'string',
		default: '',
		placeholder: 'e.g. 100',
		description: 'Least number of coins that are left in the ad',
	},
	{
		displayName: 'Minimum Recent Orders',
		name: 'minRecentOrders',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'Least number of orders of the advertiser in the last 30 days',
	},
	{
		displayName: 'Online Only',
		name: 'onlineOnly',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out advertisers who are not online',
	},
	{
		displayName: 'Payment Method Names or IDs',
		name: 'paymentTypes',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPaymentTypes' },
		default: [],
		description:
			'Only ads that take one of these. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Verified Only',
		name: 'verifiedOnly',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out advertisers who are not Verified Advertisers',
	},
];

/** @throws InputError that names the field which cannot be read. */
export function marketFilterFrom(fields: Readonly<Record<string, unknown>>): MarketFilter {
	const { amount, minQuantity, onlineOnly, verifiedOnly, minRecentOrders, minCompletionRate } = fields;
	return {
		...(amount === undefined ? {} : { amount: amountAbove(amount, 'Amount', '0') }),
		...(minQuantity === undefined ? {} : { minQuantity: amountAbove(minQuantity, 'Minimum Quantity', '0') }),
		...(onlineOnly === undefined ? {} : { onlineOnly: booleanFrom(onlineOnly, 'Online Only') }),
		...(verifiedOnly === undefined ? {} : { verifiedOnly: booleanFrom(verifiedOnly, 'Verified Only') }),
		...(minRecentOrders === undefined
			? {}
			: { minRecentOrders: numberFrom(minRecentOrders, 'Minimum Recent Orders', Number.MAX_SAFE_INTEGER) }),
		...(minCompletionRate === undefined
			? {}
			: { minCompletionRate: numberFrom(minCompletionRate, 'Minimum Completion Rate', 100) }),
		...(fields.paymentTypes === undefined ? {} : { paymentTypes: listFrom(fields.paymentTypes).map(paymentTypeFrom) }),
		...(fields.excludeNicknames === undefined ? {} : { excludeNicknames: listFrom(fields.excludeNicknames) }),
	};
}

/** Longer text is no amount, and its products would be no decimals any more. */
const MAX_AMOUNT_LENGTH = 20;

/** @throws InputError unless it is a plain decimal above the limit. */
export function amountAbove(value: unknown, label: string, limit: Decimal): Decimal {
	const amount = decimalFromInput(value);
	if (amount !== undefined && amount.length <= MAX_AMOUNT_LENGTH && compareDecimals(amount, limit) > 0) return amount;
	throw new InputError(
		`${label} is not an amount above ${limit} ("${textOf(value).slice(0, 40)}"), so nothing was sent`,
		'Use digits and a point, for example 1500.50.',
	);
}

function numberFrom(value: unknown, label: string, max: number): number {
	const number = Number(decimalFromInput(value) ?? Number.NaN);
	if (number >= 0 && number <= max) return number;
	throw new InputError(
		`${label} is not a number from 0${max === 100 ? ' to 100' : ''} ("${textOf(value).slice(0, 40)}"), so nothing was sent`,
		'Use digits, for example 95.',
	);
}

/** The number of a payment type, or its name where that is known. */
function paymentTypeFrom(value: string): string {
	if (/^\d{1,6}$/.test(value)) return value;
	const named = namedPaymentTypes().find(({ name }) => name.toLowerCase() === value.toLowerCase());
	if (named !== undefined) return named.type;
	throw new InputError(
		`The payment method "${value.slice(0, 40)}" is not known, so nothing was sent`,
		'Choose it from the list, or use its number, for example 14 for Bank Transfer.',
	);
}
