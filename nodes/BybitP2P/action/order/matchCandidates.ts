import type { BybitApi } from '../../api/client';
import { SIDE, sideOf, STATUS, statusName, statusOf } from '../../api/codes';
import { BybitError } from '../../api/errors';
import { fetchOrder, isReadable } from '../../api/fetchOne';
import { orderPages } from '../../api/pages';
import { resultOf } from '../../api/result';
import { counterpartyName } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import type { Id, OrderInFull, OrderRow } from '../../api/types';
import { isDecimal, withinTolerance, type Tolerance } from '../../safety/decimal';
import { likeliestFirst, type ListedOrder } from '../../safety/likelyOrders';
import { isNamedIn, wasOpenBy } from '../../safety/paymentMatch';
import type { BankNotice, PaymentCandidate } from '../../safety/paymentMatch/types';

/** The open orders that a payment may be for. */
export interface OpenSales {
	readonly candidates: readonly PaymentCandidate[];
	/** Those that were read in full. */
	readonly inFull: ReadonlyMap<Id, OrderInFull>;
	/** How many orders lack what a payment is compared with, in the list and in full. */
	readonly passedOver: number;
}

/** So many orders are read in full at most: with the pages of 300 open orders these are 51 calls. */
const MOST_READ_IN_FULL = 40;

interface ListedSale extends ListedOrder {
	readonly row: OrderRow;
	/** The list shows what a payment is compared with, but for the name. */
	readonly isComplete: boolean;
}

/** Reads the open sales. Real names are cut short in lists, so the orders that may fit are read in full, the likeliest first. */
export async function readOpenSales(api: BybitApi, notice: BankNotice, tolerance: Tolerance): Promise<OpenSales> {
	const listed = await listedSales(api, notice);
	const mayFit = listed.filter((sale) => sale.isNamed || !sale.isComplete || mayBeFor(sale, notice, tolerance));
	const toRead = likeliestFirst(notice.payerName, mayFit).slice(0, MOST_READ_IN_FULL);

	const inFull = new Map<Id, OrderInFull>();
	for (const { orderId } of toRead) {
		const order = await readInFull(api, orderId);
		if (order !== undefined) inFull.set(orderId, order);
	}
	const readable = listed.filter((sale) => sale.isComplete || isComplete(inFull.get(sale.orderId)));
	return {
		candidates: readable
			.map(({ row, orderId }) => candidateFrom(row, inFull.get(orderId)))
			.filter(({ fiat }) => fiat.toUpperCase() === notice.fiat),
		inFull,
		passedOver: listed.length - readable.length,
	};
}

/** The open sales in the currency of the payment, and those whose currency the list does not show. */
async function listedSales(api: BybitApi, notice: BankNotice): Promise<readonly ListedSale[]> {
	const sales: ListedSale[] = [];
	for await (const { rows } of orderPages(api, 'pending', { side: SIDE.sell })) {
		for (const row of rows) {
			const fiat = textOf(row.currencyId).toUpperCase();
			if (fiat === '' || fiat === notice.fiat) sales.push(listedSale(row, notice));
		}
	}
	return sales;
}

function listedSale(row: OrderRow, { reference }: BankNotice): ListedSale {
	const orderId = textOf(row.id);
	return {
		row,
		orderId,
		listName: textOf(row.buyerRealName),
		createdAtMs: Number(textOf(row.createDate) || 0),
		isMarkedPaid: statusOf(row.status) === STATUS.waitingForRelease,
		isNamed: isNamedIn(reference, orderId),
		isComplete: isComplete(row),
	};
}

function isComplete(order: OrderRow | undefined): boolean {
	return isReadable(order) && textOf(order.currencyId) !== '' && isDecimal(order.amount);
}

function mayBeFor({ row, createdAtMs }: ListedSale, { amount, paidByMs }: BankNotice, tolerance: Tolerance): boolean {
	return withinTolerance(amount, row.amount, tolerance) && wasOpenBy(paidByMs, createdAtMs);
}

/** @returns undefined when the exchange does not show this order; its refusals that concern every call are thrown. */
async function readInFull(api: BybitApi, orderId: Id): Promise<OrderInFull | undefined> {
	if (orderId === '') return undefined;
	const read = await resultOf(async () => await fetchOrder(api, orderId));
	if ('value' in read) return read.value;
	if (concernsThisOrder(read.error)) return undefined;
	throw read.error;
}

function concernsThisOrder(error: unknown): boolean {
	return error instanceof BybitError && !error.isAccessDenied && !error.isRateLimited && !error.leavesOutcomeOpen;
}

function candidateFrom(row: OrderRow, inFull: OrderInFull | undefined): PaymentCandidate {
	const order = inFull ?? row;
	return {
		orderId: textOf(row.id),
		fiat: textOf(order.currencyId),
		fiatAmount: textOf(order.amount),
		status: statusName(statusOf(order.status)),
		side: sideOf(order.side) === 'sell' ? 'sell' : 'buy',
		counterpartyName: inFull === undefined ? undefined : counterpartyName(inFull),
		counterpartyNickname: textOf(order.targetNickName),
		createdAtMs: Number(order.createDate),
	};
}
