import { nameScore } from './names';

/** An order as lists show it. */
export interface ListedOrder {
	readonly orderId: string;
	/** Cut short, such as "A**** B****". */
	readonly listName: string;
	readonly createdAtMs: number;
	/** The buyer has marked it as paid. */
	readonly isMarkedPaid: boolean;
	/** The reference of the payment holds its number. */
	readonly isNamed: boolean;
}

/**
 * Orders that a payment may be for, the likeliest first: the one that its reference names, those whose name in the list goes with the
 * payer, those that are marked as paid, the newest. Nothing is decided by it but which orders are read in full.
 */
export function likeliestFirst<Order extends ListedOrder>(
	payerName: string,
	orders: readonly Order[],
): readonly Order[] {
	const likeness = new Map(orders.map((order) => [order, nameLikeness(payerName, order.listName)]));
	const rank = (order: Order): readonly number[] => [
		Number(order.isNamed),
		likeness.get(order) ?? 0,
		Number(order.isMarkedPaid),
		order.createdAtMs,
	];
	return [...orders].sort((a, b) => compareRanks(rank(b), rank(a)));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
	const differing = a.findIndex((value, index) => value !== b[index]);
	return differing < 0 ? 0 : a[differing] - b[differing];
}

/** 1 when every word of the list, as far as it shows, begins a word of the payer's name; else how alike they are. */
function nameLikeness(payerName: string, listName: string): number {
	const payerWords = wordsOf(payerName);
	const shown = wordsOf(listName).map((word) => word.replace(/[^\p{L}].*$/u, ''));
	const fits =
		shown.length > 0 && shown.every((start) => start !== '' && payerWords.some((word) => word.startsWith(start)));
	return fits ? 1 : nameScore(payerName, listName);
}

function wordsOf(name: string): readonly string[] {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toUpperCase()
		.split(/\s+/)
		.filter((word) => word !== '');
}
