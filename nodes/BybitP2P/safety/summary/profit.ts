import type { Decimal, Id } from '../../api/types';
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from '../decimal';
import { hasAmounts, inTimeOrder } from './amounts';
import type { BookedOrder, CostMethod } from './types';

/** What one sale brought. */
export interface SaleResult {
	readonly profit: Decimal;
	/** Coins whose purchase is not among the orders. */
	readonly coinsWithoutCost: Decimal;
}

/** Coins that were bought, and what is left of what they cost. */
interface Lot {
	readonly coins: Decimal;
	readonly cost: Decimal;
}

/** Parts of a cost have so many decimals; what is left after them is exact, so the parts add up to the whole. */
const COST_SCALE = 8;

/**
 * The result of every completed sale, by order ID: what it brought above what its coins cost.
 *
 * Coins and currencies are kept apart. Sales are matched with purchases in the order in which the orders were created.
 */
export function saleResults(orders: readonly BookedOrder[], method: CostMethod): ReadonlyMap<Id, SaleResult> {
	const stocks = new Map<string, readonly Lot[]>();
	const results = new Map<Id, SaleResult>();
	const booked = orders.filter((order) => order.status === 'completed' && hasAmounts(order));
	for (const order of inTimeOrder(booked)) {
		const pair = `${order.coin} ${order.fiat}`;
		const stock = stocks.get(pair) ?? [];
		if (order.side === 'buy') {
			stocks.set(pair, withPurchase(stock, { coins: order.coinAmount, cost: order.fiatAmount }, method));
		} else if (order.side === 'sell') {
			const { left, sold, cost } = withSale(stock, order.coinAmount);
			stocks.set(pair, left);
			const brought = partOf(order.fiatAmount, sold, order.coinAmount);
			results.set(order.orderId, {
				profit: subtractDecimals(brought, cost),
				coinsWithoutCost: subtractDecimals(order.coinAmount, sold),
			});
		}
	}
	return results;
}

/** First in, first out keeps each purchase apart; the average makes one lot of all. */
function withPurchase(stock: readonly Lot[], bought: Lot, method: CostMethod): readonly Lot[] {
	const [all] = stock;
	if (method === 'fifo' || all === undefined) return [...stock, bought];
	return [{ coins: addDecimals(all.coins, bought.coins), cost: addDecimals(all.cost, bought.cost) }];
}

/** Takes coins out of the lots, the first first. */
function withSale(stock: readonly Lot[], coins: Decimal): { left: readonly Lot[]; sold: Decimal; cost: Decimal } {
	let [sold, cost]: [Decimal, Decimal] = ['0', '0'];
	for (const [index, lot] of stock.entries()) {
		const wanted = subtractDecimals(coins, sold);
		if (compareDecimals(wanted, '0') === 0) return { left: stock.slice(index), sold, cost };
		const taken = compareDecimals(lot.coins, wanted) < 0 ? lot.coins : wanted;
		const part = partOf(lot.cost, taken, lot.coins);
		sold = addDecimals(sold, taken);
		cost = addDecimals(cost, part);
		if (compareDecimals(taken, lot.coins) < 0) {
			const rest = { coins: subtractDecimals(lot.coins, taken), cost: subtractDecimals(lot.cost, part) };
			return { left: [rest, ...stock.slice(index + 1)], sold, cost };
		}
	}
	return { left: [], sold, cost };
}

/** The share of an amount; the whole of it exactly. */
function partOf(amount: Decimal, part: Decimal, whole: Decimal): Decimal {
	if (compareDecimals(part, whole) === 0) return amount;
	return divideDecimals(multiplyDecimals(amount, part), whole, COST_SCALE, 'nearest');
}
