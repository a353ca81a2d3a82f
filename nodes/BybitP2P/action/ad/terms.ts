import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import type { Ad, AdTerms } from '../../api/types';
import { compareDecimals, decimalFromInput, isDecimal } from '../../safety/decimal';
import { choiceFrom, idFrom, listFrom, textFrom } from '../../n8n/parameters';

const MAX_REMARK_LENGTH = 900;
const MAX_PAYMENT_METHODS = 5;

/**
 * The terms of an ad that are set in the given fields, checked; the others are left out.
 *
 * @param fields - without empty ones.
 * @throws InputError that names the field.
 */
export function termsFrom(fields: Readonly<Record<string, unknown>>): Partial<AdTerms> {
	const { priceType, remark, paymentIds, paymentMinutes, tradingPreferences } = fields;
	return {
		...(priceType === undefined
			? {}
			: { priceType: choiceFrom(priceType, 'Price Type', ['fixed', 'floating'] as const) === 'fixed' ? '0' : '1' }),
		...amount(fields, 'premium', 'Premium'),
		...amount(fields, 'price', 'Price'),
		...amount(fields, 'minAmount', 'Minimum Amount'),
		...amount(fields, 'maxAmount', 'Maximum Amount'),
		...amount(fields, 'quantity', 'Quantity'),
		...(remark === undefined ? {} : { remark: remarkFrom(remark) }),
		...(paymentIds === undefined ? {} : { paymentIds: paymentIdsFrom(paymentIds) }),
		...(paymentMinutes === undefined ? {} : { paymentPeriod: minutesFrom(paymentMinutes) }),
		...(tradingPreferences === undefined ? {} : { tradingPreferenceSet: preferencesFrom(tradingPreferences) }),
	};
}

/** @throws InputError for terms that contradict each other, before the exchange has to say so. */
export function assertConsistentTerms(terms: AdTerms): void {
	const { minAmount, maxAmount } = terms;
	const bothThere = decimalFromInput(minAmount) !== undefined && decimalFromInput(maxAmount) !== undefined;
	if (bothThere && compareDecimals(minAmount, maxAmount) > 0) {
		throw new InputError(
			`The Minimum Amount (${minAmount}) is above the Maximum Amount (${maxAmount}), so nothing was sent`,
			'Change one of the two.',
		);
	}
	if (terms.paymentIds.length === 0) {
		throw new InputError(
			'The ad has no payment method, so nothing was sent',
			'Choose at least one of your payment methods; Account: Get Payment Methods lists them.',
		);
	}
}

/**
 * A change sends all terms of an ad, so one that the exchange did not show would be sent as nothing: who may trade, or a limit, would be
 * gone, and a floating price fixed.
 *
 * @param changes - the terms that are set anew.
 * @throws InputError that names a term which the reply leaves out.
 */
export function assertTermsShown(ad: Ad, changes: Partial<AdTerms> = {}): void {
	const priceType = changes.priceType ?? textOf(ad.priceType);
	const isPreferences = typeof ad.tradingPreferenceSet === 'object' && ad.tradingPreferenceSet !== null;
	const shownTerms: ReadonlyArray<readonly [keyof AdTerms, string, boolean]> = [
		['priceType', 'Price Type', ['0', '1'].includes(textOf(ad.priceType))],
		['price', 'Price', priceType !== '0' || isDecimal(textOf(ad.price))],
		['premium', 'Premium', priceType !== '1' || isDecimal(textOf(ad.premium))],
		['minAmount', 'Minimum Amount', isDecimal(textOf(ad.minAmount))],
		['maxAmount', 'Maximum Amount', isDecimal(textOf(ad.maxAmount))],
		['quantity', 'Quantity', isDecimal(textOf(ad.lastQuantity))],
		['paymentPeriod', 'Payment Minutes', isDecimal(textOf(ad.paymentPeriod))],
		['remark', 'Remark', ad.remark !== undefined],
		['tradingPreferenceSet', 'Trading Preferences', isPreferences],
	];
	const missing = shownTerms.find(([name, , isShown]) => !isShown && changes[name] === undefined);
	if (missing === undefined) return;
	throw new InputError(
		`Bybit does not show the ${missing[1]} of ad ${textOf(ad.id)}, so nothing was sent`,
		'A change sends all terms, and this one would be lost. Try again in a minute, or change the ad on Bybit.',
	);
}

function amount<Name extends string>(
	fields: Readonly<Record<string, unknown>>,
	name: Name,
	label: string,
): { [Key in Name]?: string } {
	if (fields[name] === undefined) return {};
	const value = decimalFromInput(fields[name]);
	if (value !== undefined && compareDecimals(value, '0') > 0) return { [name]: value } as { [Key in Name]?: string };
	throw new InputError(
		`${label} is not an amount above zero ("${textOf(fields[name]).slice(0, 40)}"), so nothing was sent`,
		'Use digits and a point, for example 1500.50.',
	);
}

function remarkFrom(value: unknown): string {
	const remark = textFrom(value, 'Remark').trim();
	if (remark.length <= MAX_REMARK_LENGTH) return remark;
	throw new InputError(
		`Remark has ${remark.length} characters, and Bybit takes at most ${MAX_REMARK_LENGTH}, so nothing was sent`,
		'Shorten it.',
	);
}

function paymentIdsFrom(value: unknown): readonly string[] {
	const ids = (Array.isArray(value) ? value : listFrom(value)).map((id: unknown) => idFrom(id, 'Payment Method'));
	if (ids.length <= MAX_PAYMENT_METHODS) return ids;
	throw new InputError(
		`${ids.length} payment methods are chosen, and an ad takes at most ${MAX_PAYMENT_METHODS}, so nothing was sent`,
		'Leave some out.',
	);
}

function minutesFrom(value: unknown): string {
	const minutes = Number(decimalFromInput(value) ?? Number.NaN);
	if (Number.isInteger(minutes) && minutes > 0) return String(minutes);
	throw new InputError('Payment Minutes is not a whole number above zero, so nothing was sent', 'Use for example 15.');
}

function preferencesFrom(value: unknown): Readonly<Record<string, string>> {
	const preferences = typeof value === 'string' ? parsed(value) : value;
	const isFlat =
		typeof preferences === 'object' &&
		preferences !== null &&
		Object.values(preferences).every((one) => typeof one !== 'object');
	if (isFlat && !Array.isArray(preferences)) {
		return Object.fromEntries(Object.entries(preferences).map(([name, one]) => [name, textOf(one)]));
	}
	throw new InputError(
		'Preferences (JSON) is not a JSON object, so nothing was sent',
		'Use for example {"isKyc": "1"}, or leave it out.',
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
