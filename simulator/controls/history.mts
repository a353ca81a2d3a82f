import type { Core } from '../core.mts';
import { divide, multiply } from '../entities/decimal.mts';
import { Dice } from '../entities/dice.mts';
import type { Order } from '../entities/order.mts';
import { newOrder, statuses } from '../entities/order.mts';
import { paymentTerm } from '../entities/paymentTerms.mts';

export interface HistoryOptions {
	/** How many orders; default 100. */
	orders?: number;
	/** How far back they reach from now; default 90. */
	days?: number;
	/** How many counterparties they are with; default one for 20 orders, at least 5. */
	counterparties?: number;
	/** Of 100 orders, how many were cancelled; default 8. */
	cancelledPercent?: number;
}

const day = 24 * 60 * 60 * 1000;
const pairs = [
	['USDT', 'EUR'],
	['USDT', 'EUR'],
	['USDT', 'USD'],
	['USDC', 'EUR'],
	['BTC', 'EUR'],
	['USDT', 'TRY'],
] as const;
const methods = [14, 64, 78] as const;
/** 0.1 %; a taker pays none. */
const makerFeeShare = '0.001';

/**
 * Adds orders that have ended, spread over the days before now: both sides, several pairs and methods, most by own ads and with fees,
 * every other one with all decimals of its pair. They have no chat and touch no balance; the same seed gives the same ones.
 */
function seedHistory(core: Core, options: HistoryOptions = {}): Order[] {
	const { orders = 100, days = 90, cancelledPercent = 8 } = options;
	const { counterparties = Math.max(5, Math.ceil(orders / 20)) } = options;
	if (!Number.isInteger(orders) || orders < 0) throw new TypeError('orders must be a whole number, 0 or more');
	const dice = new Dice(core.store.ids, 'history');
	const spacingMs = (days * day) / Math.max(1, orders);
	return Array.from({ length: orders }, (_, index) => {
		const createdAt = Math.floor(core.now() - days * day + (index + dice.below(1000) / 1000) * spacingMs);
		const nickName = `Trader${String(dice.below(counterparties) + 1).padStart(3, '0')}`;
		const isScaled = core.behaviour.amounts === 'scaled' || index % 2 === 1;
		const isCancelled = dice.below(100) < cancelledPercent;
		return core.store.orders.add(endedOrder(core, { dice, createdAt, nickName, isScaled, isCancelled }));
	});
}

interface Ended {
	readonly dice: Dice;
	readonly createdAt: number;
	readonly nickName: string;
	/** All decimals of the pair. */
	readonly isScaled: boolean;
	readonly isCancelled: boolean;
}

function endedOrder(core: Core, { dice, createdAt, nickName, isScaled, isCancelled }: Ended): Order {
	const { users, ids, merchant } = core.store;
	const [coin, fiat] = dice.of(pairs);
	const pair = core.store.pairs.get(coin, fiat);
	const price = multiply(pair.referencePrice ?? '1', `1.${String(dice.below(40)).padStart(3, '0')}`, pair.fiatScale);
	const amount = `${dice.between(20, 4000)}.${String(dice.below(100)).padStart(2, '0')}`;
	const side = dice.of(['buy', 'sell'] as const);
	const itemId = dice.below(5) === 0 ? undefined : ownAdFor(core, side);
	const counterparty = users.findOrCreate(nickName, undefined, createdAt);
	const paymentType = dice.of(methods);
	const { realName } = side === 'buy' ? counterparty : merchant;
	const fee = isCancelled ? '0' : multiply(divide(amount, price, pair.coinScale), makerFeeShare, pair.coinScale);
	const order = newOrder(ids, {
		options: { side, amount, price, createdAt, itemId, fee: itemId === undefined ? '0' : fee },
		counterparty,
		sellersTerms: [paymentTerm({ id: String(7_000 + paymentType), paymentType, realName })],
		pair,
		isScaled,
		nowMs: createdAt,
	});
	return { ...order, ...ending(core, order, isCancelled, dice) };
}

function ending(core: Core, order: Order, isCancelled: boolean, dice: Dice): Partial<Order> {
	const latest = core.now();
	const paidAt = Math.min(latest, order.createdAt + dice.between(60, 600) * 1000);
	const updatedAt = Math.min(latest, paidAt + dice.between(30, 900) * 1000);
	return isCancelled
		? { status: statuses.cancelled, updatedAt, cancelReason: 'The order was not paid in time.', isSettled: true }
		: { status: statuses.completed, updatedAt, paidAt, usedTerm: order.paymentTerms[0], isSettled: true };
}

function ownAdFor({ store }: Core, side: 'buy' | 'sell'): string | undefined {
	const wanted = side === 'sell' ? 1 : 0;
	return store.ads.listed().find((ad) => ad.userId === store.merchant.userId && ad.side === wanted)?.id;
}

/** Trading that lies behind. */
export const historyControls = { seedHistory };
