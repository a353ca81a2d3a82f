import type { Behaviour } from '../behaviour.mts';
import type { Core } from '../core.mts';
import type { Message } from '../entities/chats.mts';
import { urlLifeMs } from '../entities/files.mts';
import type { Key } from '../entities/keys.mts';
import type { Order } from '../entities/order.mts';
import type { CallRecord, Effects } from '../http/callLog.mts';
import type { FaultOptions } from '../http/faults.mts';
import type { CallKind, LimitUse } from '../http/limits.mts';
import { ownAdView } from '../routes/adViews.mts';
import type { Store } from '../store.mts';
import type { UserState } from './users.mts';
import { userState } from './users.mts';

/** A message; `url` is where its file can be had now. */
export interface MessageState extends Message {
	readonly url?: string;
}

/** An order with what has been written since it was opened, and what calls of the API did to it. */
export interface OrderState extends Order {
	readonly messages: readonly MessageState[];
	readonly effects: Effects;
}

export interface CallState extends Pick<CallRecord, 'at' | 'method' | 'path' | 'body' | 'code' | 'status' | 'effect'> {
	/** How long the reply was held back; the rest takes no time of the exchange's clock. */
	readonly ms: number;
	readonly fault?: string;
}

/** JSON has no Infinity: there, `times` is "always". */
export type FaultState = Omit<FaultOptions, 'times'> & { readonly times: number | 'always' };

/** A key without its secret. */
export type KeyState = Omit<Key, 'apiSecret' | 'publicKeyPem'>;

/** Everything that a page about this exchange could show; plain JSON. */
export interface ExchangeState {
	readonly now: number;
	readonly merchant: Readonly<Record<string, unknown>>;
	/** Open ones and those that ended last, newest first. */
	readonly orders: readonly OrderState[];
	readonly orderCount: number;
	readonly users: readonly UserState[];
	/** The merchant's, each with `editsLeft`. */
	readonly ads: readonly Readonly<Record<string, unknown>>[];
	/** Newest last. */
	readonly calls: readonly CallState[];
	readonly callCount: number;
	readonly faults: readonly FaultState[];
	readonly limits: Readonly<Record<CallKind, LimitUse>>;
	readonly behaviour: Behaviour;
	readonly keys: readonly KeyState[];
}

const callsShown = 200;
const ordersShown = 200;
const messagesShown = 50;

function state(core: Core): ExchangeState {
	core.lifecycle.expire();
	const { store, log } = core;
	return {
		now: core.now(),
		merchant: merchantState(core),
		orders: ordersToShow(core).map((order) => orderState(core, order)),
		orderCount: store.orders.count,
		users: store.users.all().map(userState),
		ads: store.ads
			.listed()
			.filter(({ userId }) => userId === store.merchant.userId)
			.map((ad) => ({ ...ownAdView(store, ad), editsLeft: store.ads.editsLeft(ad, core.now()) })),
		calls: log.calls.slice(-callsShown).map(callState),
		callCount: log.calls.length,
		faults: faultStates(core),
		limits: {
			read: store.rateLimiter.use(store.merchant.userId, 'read', core.now()),
			write: store.rateLimiter.use(store.merchant.userId, 'write', core.now()),
		},
		behaviour: { ...core.behaviour },
		keys: store.keys.all().map(keyState),
	};
}

/** Faults that still have calls to hit, in a form that is plain JSON. */
function faultStates({ faults }: Core): FaultState[] {
	return faults.list().map((fault) => ({ ...fault, times: fault.times === Infinity ? 'always' : (fault.times ?? 1) }));
}

function merchantState({ store }: Core): Record<string, unknown> {
	const { apiKey, nickName, realName, userId, accountId } = store.merchant;
	const balances = store.wallet.coins().map((coin) => [coin, balanceOf(store.wallet, coin)] as const);
	return {
		apiKey,
		nickName,
		realName,
		userId,
		accountId,
		usdt: balanceOf(store.wallet, 'USDT'),
		balances: Object.fromEntries(balances),
	};
}

function balanceOf(wallet: Core['store']['wallet'], coin: string): { walletBalance: string; transferBalance: string } {
	return { walletBalance: wallet.walletBalance(coin), transferBalance: wallet.transferBalance(coin) };
}

function ordersToShow({ store }: Core): Order[] {
	const open = new Set(store.orders.open().map(({ id }) => id));
	const ended = store.orders
		.listed()
		.filter(({ id }) => !open.has(id))
		.slice(0, ordersShown);
	const shown = new Set([...open, ...ended.map(({ id }) => id)]);
	return store.orders.listed().filter(({ id }) => shown.has(id));
}

function orderState({ store, log }: Core, order: Order): OrderState {
	const messages = store.chats
		.chatWith(order.counterpartyId)
		.messages.filter(({ createDate }) => createDate >= order.createdAt)
		.slice(-messagesShown)
		.map((message) => messageState(store, message));
	return { ...order, messages, effects: log.effects(order.id) };
}

function messageState({ files, clock }: Store, message: Message): MessageState {
	const file = files.find(message.content);
	return file === undefined ? message : { ...message, url: files.signedUrl(file.path, urlLifeMs.message, clock.now()) };
}

function keyState({ apiSecret: _secret, publicKeyPem: _pem, ...key }: Key): KeyState {
	return key;
}

function callState({ at, method, path, body, code, status, effect, fault, delayMs }: CallRecord): CallState {
	return { at, method, path, body, code, status, effect, ms: delayMs ?? 0, ...(fault === undefined ? {} : { fault }) };
}

/** The exchange as a whole. */
export const stateControls = { state };
