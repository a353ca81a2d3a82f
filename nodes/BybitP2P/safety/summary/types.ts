import type { Side } from '../../api/codes';
import type { SimplifiedOrder } from '../../api/simplify/order';
import type { Decimal } from '../../api/types';

export const GROUPINGS = ['coin', 'counterparty', 'day', 'fiat', 'paymentMethod', 'side'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const COST_METHODS = ['average', 'fifo'] as const;
/** `average`: what the coins cost on average so far. `fifo`: the coins bought first are sold first. */
export type CostMethod = (typeof COST_METHODS)[number];

/** An order to sum up; its payment method where it was read. */
export interface BookedOrder
	extends Pick<
		SimplifiedOrder,
		| 'orderId'
		| 'status'
		| 'side'
		| 'coin'
		| 'fiat'
		| 'coinAmount'
		| 'fiatAmount'
		| 'fee'
		| 'createdAt'
		| 'counterpartyId'
		| 'counterpartyNickname'
	> {
	readonly paymentMethod?: string;
}

export interface SummaryOptions {
	readonly groupBy: readonly Grouping[];
	/** Which orders count; the others still show what coins have cost. */
	readonly counts: (order: BookedOrder) => boolean;
	/** IANA name: where a day begins. */
	readonly timezone: string;
	readonly costMethod?: CostMethod;
}

/** The sums of one group. Orders of two coins or two currencies never share a group: their amounts do not add up. */
export interface Group {
	readonly day?: string;
	readonly side?: Side | 'unknown';
	readonly paymentMethod?: string;
	/** The counterparty's user ID. */
	readonly counterparty?: string;
	readonly counterpartyNickname?: string;
	readonly coin: string;
	readonly fiat: string;
	readonly orders: number;
	readonly coinAmount: Decimal;
	readonly fiatAmount: Decimal;
	/** Fiat for one coin, to eight decimals; empty where there are no coins. */
	readonly averagePrice: Decimal;
	readonly fee: Decimal;
	/** What the sales brought above what their coins cost; only when a cost method was chosen. */
	readonly profit?: Decimal;
	/** Coins sold whose purchase is not among the orders: they are left out of the profit. */
	readonly coinsWithoutCost?: Decimal;
	/** Orders whose amounts cannot be read: they are counted and not summed. Left out when there are none. */
	readonly unreadableOrders?: number;
}
