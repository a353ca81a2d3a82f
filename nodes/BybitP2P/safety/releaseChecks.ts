import { counterpartyName } from '../api/simplify/order';
import { textOf } from '../api/text';
import type { OrderInFull } from '../api/types';
import { readBankAmount } from './bankAmount';
import { compareDecimals, decimalFromInput, isDecimal, parseTolerance, withinTolerance, type Decimal } from './decimal';
import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from './names';

/** One safety check of a release, as the result lists it. */
export interface Check {
	/** The name of the field it was set in. */
	readonly check: CheckName;
	readonly expected: string;
	readonly found: string;
	readonly passed: boolean;
	/** Why it did not pass, or what the comparison rests on. */
	readonly note: string;
}

export type CheckName = keyof typeof CHECKS;

export function isCheckName(name: string): name is CheckName {
	return Object.hasOwn(CHECKS, name);
}

/** The fields of the collection Safety Checks, as set; a field that is there counts even when its value is empty. */
export type CheckFields = Readonly<Record<string, unknown>>;

interface Finding {
	readonly found: string;
	readonly passed: boolean;
	readonly note?: string;
}

type Evaluate = (order: OrderInFull, fields: CheckFields, nowMs: number) => Finding;

/** In the order they are listed. Amounts with a tolerance, names with a score: those two fields belong to another check. */
const CHECKS = {
	expectedFiatAmount: fiatAmountFinding,
	expectedFiat: (order, { expectedFiat }) => sameCode(expectedFiat, order.currencyId),
	expectedCoinAmount: coinAmountFinding,
	expectedCoin: (order, { expectedCoin }) => sameCode(expectedCoin, order.tokenId),
	expectedCounterpartyId: counterpartyFinding,
	expectedPayerName: payerNameFinding,
	maxFiatAmount: maxFiatAmountFinding,
	minMinutesSincePaid: minutesFinding,
	amountTolerance: (_order, fields) => belongsTo('expectedFiatAmount', fields),
	minNameScore: (_order, fields) => belongsTo('expectedPayerName', fields),
} as const satisfies Record<string, Evaluate>;

/** Fields that refine another check and say nothing by themselves. */
const REFINEMENTS: readonly string[] = ['amountTolerance', 'minNameScore'];

/**
 * Evaluates every check that is set.
 *
 * Invariant: a check never passes by being empty. A value that is missing, blank or unreadable (a column that is not there, `undefined`,
 * `NaN`, an empty name) fails it.
 *
 * @param nowMs - the exchange's clock.
 */
export function releaseChecks(order: OrderInFull, fields: CheckFields, nowMs: number): readonly Check[] {
	return (Object.keys(CHECKS) as CheckName[])
		.filter((check) => check in fields)
		.map((check): Check => {
			const evaluate: Evaluate = CHECKS[check];
			const { found, passed, note = '' } = evaluate(order, fields, nowMs);
			return { check, expected: shown(fields[check]), found, passed, note };
		})
		.filter(({ check, passed }) => !(REFINEMENTS.includes(check) && passed));
}

function fiatAmountFinding(order: OrderInFull, fields: CheckFields): Finding {
	const found = textOf(order.amount);
	const read = readBankAmount(fields.expectedFiatAmount);
	if ('refused' in read) return { found, passed: false, note: read.refused };
	const fiat = textOf(order.currencyId).toUpperCase();
	if (read.currency !== undefined && read.currency !== fiat) {
		return { found: `${found} ${fiat}`, passed: false, note: `The expected amount is in ${read.currency}` };
	}
	const tolerance = parseTolerance('amountTolerance' in fields ? fields.amountTolerance : '0');
	if (tolerance === undefined)
		return { found, passed: false, note: 'The amount tolerance is not an amount or a percentage' };
	if (tolerance.type === 'amount' && compareDecimals(tolerance.value, read.amount) >= 0) {
		return { found, passed: false, note: 'The amount tolerance is as large as the amount: any payment would do' };
	}
	const passed = withinTolerance(found, read.amount, tolerance);
	return { found, passed, ...(passed ? {} : { note: `Differs by more than ${shown(fields.amountTolerance ?? '0')}` }) };
}

function coinAmountFinding(order: OrderInFull, fields: CheckFields): Finding {
	const found = textOf(order.quantity) || textOf(order.notifyTokenQuantity);
	const expected = decimalFromInput(fields.expectedCoinAmount);
	if (expected === undefined) return unreadable(found);
	return { found, passed: isDecimal(found) && compareDecimals(found, expected) === 0 };
}

function maxFiatAmountFinding(order: OrderInFull, fields: CheckFields): Finding {
	const found = textOf(order.amount);
	const most = positive(fields.maxFiatAmount);
	if (most === undefined) return unreadable(found);
	return { found, passed: isDecimal(found) && compareDecimals(found, most) <= 0 };
}

function minutesFinding(order: OrderInFull, fields: CheckFields, nowMs: number): Finding {
	const paidMs = Number(textOf(order.transferDate) || Number.NaN);
	// Earlier than the order itself: not a time in milliseconds, which is assumed, not documented.
	if (!(paidMs > 0 && paidMs >= Number(order.createDate))) {
		return { found: '', passed: false, note: 'Bybit does not tell when the buyer marked the order as paid' };
	}
	const minutes = Math.floor((nowMs - paidMs) / 60_000);
	const least = positive(fields.minMinutesSincePaid);
	if (least === undefined)
		return { found: String(minutes), passed: false, note: 'The minutes are not a number above 0' };
	return { found: String(minutes), passed: nowMs - paidMs >= Number(least) * 60_000 };
}

function counterpartyFinding(order: OrderInFull, { expectedCounterpartyId: expected }: CheckFields): Finding {
	const found = textOf(order.targetUserId);
	if (typeof expected !== 'string') {
		return { found, passed: false, note: 'An ID must be text: numbers lose the last digits' };
	}
	if (expected.trim() === '') return unreadable(found);
	return { found, passed: expected.trim() === found };
}

function payerNameFinding(order: OrderInFull, fields: CheckFields): Finding {
	const found = counterpartyName(order);
	const { expectedPayerName: expected } = fields;
	if (typeof expected !== 'string' || expected.trim() === '') return unreadable(found);
	const least = minScore(fields);
	if (least === undefined)
		return { found, passed: false, note: 'The minimum name score is not a number above 0 and up to 1' };
	const { score, reasons } = explainNameScore(expected, found);
	return {
		found,
		passed: score > 0 && score >= least,
		note: `Score ${score}, at least ${least} is needed. ${reasons.join(' ')}`,
	};
}

/** @returns undefined unless it is above 0 and up to 1: a score of 0 would let everybody pass. */
export function minScore(fields: CheckFields): number | undefined {
	if (!('minNameScore' in fields)) return DEFAULT_MIN_NAME_SCORE;
	const value = Number(decimalFromInput(fields.minNameScore) ?? Number.NaN);
	return value > 0 && value <= 1 ? value : undefined;
}

function sameCode(expected: unknown, code: unknown): Finding {
	const found = textOf(code);
	const wanted = typeof expected === 'string' ? expected.trim().toUpperCase() : '';
	if (wanted === '') return unreadable(found);
	return { found, passed: wanted === found.toUpperCase() };
}

function belongsTo(check: string, fields: CheckFields): Finding {
	return check in fields
		? { found: '', passed: true }
		: { found: '', passed: false, note: `It checks nothing without ${check}` };
}

function positive(value: unknown): Decimal | undefined {
	const decimal = decimalFromInput(value);
	return decimal !== undefined && compareDecimals(decimal, '0') > 0 ? decimal : undefined;
}

function unreadable(found: string): Finding {
	return { found, passed: false, note: 'The expected value is empty or unreadable' };
}

function shown(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
