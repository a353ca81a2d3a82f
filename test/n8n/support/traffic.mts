import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, Order } from '../../../simulator/exchange.mts';
import type { Chance } from './chance.mts';

export type TrafficOptions = {
	readonly orders: number;
	/** Over how many seconds the orders are opened. */
	readonly overSeconds: number;
};

/** One buyer's order. He writes or not, and pays in any case. */
export type Deal = {
	readonly orderId: string;
	readonly wrote: boolean;
};

type Step = { readonly atMs: number; readonly act: () => void };

/** After so many orders the first buyer comes back: two orders that share a chat. */
const BUYERS_PER_ORDER = 0.8;

/**
 * Buyers open orders, one in three writes, all of them pay.
 *
 * @returns the deals, in the order they were opened, when the last has been paid.
 */
export async function playTraffic(
	exchange: Exchange,
	chance: Chance,
	{ orders, overSeconds }: TrafficOptions,
): Promise<readonly Deal[]> {
	const deals: Deal[] = [];
	const buyers = Math.max(1, Math.round(orders * BUYERS_PER_ORDER));
	const steps = Array.from({ length: orders }, (_, index) => {
		const openAtMs = (index / orders) * overSeconds * 1000;
		return stepsOf(exchange, chance, openAtMs, index, `buyer-${index % buyers}`, deals);
	}).flat();
	const startedAt = performance.now();
	for (const { atMs, act } of steps.sort((a, b) => a.atMs - b.atMs)) {
		await sleep(Math.max(0, startedAt + atMs - performance.now()));
		act();
	}
	return deals;
}

function stepsOf(
	exchange: Exchange,
	chance: Chance,
	openAtMs: number,
	index: number,
	counterparty: string,
	deals: Deal[],
): readonly Step[] {
	const writes = chance.next() < 1 / 3;
	const writeAtMs = openAtMs + chance.between(1_000, 9_000);
	const payAtMs = openAtMs + chance.between(10_000, 25_000);
	let order: Order;
	const open = () => {
		order = exchange.openOrder({
			side: 'sell',
			coin: 'USDT',
			fiat: 'EUR',
			amount: (20 + index * 0.25).toFixed(2),
			counterparty,
			counterpartyName: 'Anna Schmidt',
		});
		deals.push({ orderId: order.id, wrote: writes });
	};
	const write = () => exchange.say(order.id, `Hello, I pay order number ${index} in a minute.`);
	const pay = () => exchange.buyerPays(order.id);
	return [
		{ atMs: openAtMs, act: open },
		...(writes ? [{ atMs: writeAtMs, act: write }] : []),
		{ atMs: payAtMs, act: pay },
	];
}
