import { textOf } from '../../api/text';
import type { OrderInFull } from '../../api/types';
import { mayBeIn, readBankAmount } from '../bankAmount';
import {
	compareDecimals,
	decimalFromInput,
	isDecimal,
	isTooWide,
	parseTolerance,
	TOO_WIDE,
	withinTolerance,
	type Decimal,
} from '../decimal';
import { refining, unreadable, type CheckFields, type CheckRow, type Finding } from './check';

/** What the order is over. */
export const amountChecks: readonly CheckRow[] = [
	{
		name: 'expectedFiatAmount',
		label: 'Expected Fiat Amount',
		field: { type: 'string', default: '', placeholder: 'e.g. 92.00' },
		descriptions: {
			release: 'What arrived in your bank account, as the bank writes it or as the order spells it',
			markAsPaid: 'What you have paid, as the bank writes it or as the order spells it',
		},
		evaluate: fiatAmountFinding,
	},
	{
		name: 'amountTolerance',
		label: 'Amount Tolerance',
		field: { type: 'string', default: '0', placeholder: 'e.g. 0.50 or 1%' },
		descriptions: {
			release:
				'How far the fiat amount may differ: an amount in the currency of the order, or a percentage. Less than 20 %.',
			markAsPaid:
				'How far the fiat amount may differ: an amount in the currency of the order, or a percentage. Less than 20 %.',
		},
		...refining(['expectedFiatAmount']),
	},
	{
		name: 'expectedFiat',
		label: 'Expected Fiat',
		field: { type: 'string', default: '', placeholder: 'e.g. EUR' },
		descriptions: { release: 'The currency that arrived', markAsPaid: 'The currency you have paid in' },
		evaluate: (order, fields) => sameCode(fields.expectedFiat, order.currencyId),
	},
	{
		name: 'expectedCoinAmount',
		label: 'Expected Coin Amount',
		field: { type: 'string', default: '', placeholder: 'e.g. 100' },
		descriptions: { release: 'How many coins you expect to hand over' },
		evaluate(order, fields) {
			const found = textOf(order.quantity) || textOf(order.notifyTokenQuantity);
			const expected = decimalFromInput(fields.expectedCoinAmount);
			if (expected === undefined) return unreadable(found);
			return { found, passed: isDecimal(found) && compareDecimals(found, expected) === 0 };
		},
	},
	{
		name: 'expectedCoin',
		label: 'Expected Coin',
		field: { type: 'string', default: '', placeholder: 'e.g. USDT' },
		descriptions: { release: 'The coin you expect to hand over' },
		evaluate: (order, fields) => sameCode(fields.expectedCoin, order.tokenId),
	},
	{
		name: 'maxFiatAmount',
		label: 'Maximum Fiat Amount',
		field: { type: 'string', default: '' },
		descriptions: {
			release: 'Larger orders are not released by this workflow',
			markAsPaid: 'Larger orders are not marked as paid by this workflow',
		},
		evaluate(order, fields) {
			const found = textOf(order.amount);
			const most = positive(fields.maxFiatAmount);
			if (most === undefined) return unreadable(found);
			return { found, passed: isDecimal(found) && compareDecimals(found, most) <= 0 };
		},
	},
];

function fiatAmountFinding(order: OrderInFull, fields: CheckFields): Finding {
	const found = textOf(order.amount);
	const fiat = textOf(order.currencyId).toUpperCase();
	const read = readBankAmount(fields.expectedFiatAmount, found);
	if ('refused' in read) return { found, passed: false, note: read.refused };
	if (!mayBeIn(fiat, read.currency)) {
		const note = `The expected amount says "${read.currency?.text}", and the order is in ${fiat === '' ? 'no currency' : fiat}`;
		return { found: `${found} ${fiat}`, passed: false, note };
	}
	const tolerance = parseTolerance('amountTolerance' in fields ? fields.amountTolerance : '0');
	if (tolerance === undefined) {
		return { found, passed: false, note: 'The amount tolerance is not an amount or a percentage' };
	}
	if (isTooWide(tolerance, read.amount)) return { found, passed: false, note: TOO_WIDE };
	const passed = withinTolerance(found, read.amount, tolerance);
	return {
		found,
		passed,
		...(passed ? {} : { note: `Differs by more than ${tolerance.value}${tolerance.type === 'percent' ? ' %' : ''}` }),
	};
}

function sameCode(expected: unknown, code: unknown): Finding {
	const found = textOf(code);
	const wanted = typeof expected === 'string' ? expected.trim().toUpperCase() : '';
	if (wanted === '') return unreadable(found);
	return { found, passed: wanted === found.toUpperCase() };
}

function positive(value: unknown): Decimal | undefined {
	const decimal = decimalFromInput(value);
	return decimal !== undefined && compareDecimals(decimal, '0') > 0 ? decimal : undefined;
}
