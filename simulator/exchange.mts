import type { Behaviour } from './behaviour.mts';
import { setBehaviour } from './behaviour.mts';
import { accountControls } from './controls/account.mts';
import type { AdOptions } from './controls/ads.mts';
import { adControls } from './controls/ads.mts';
import type { Bound } from './controls/bind.mts';
import { bindControls } from './controls/bind.mts';
import type { MessageOptions } from './controls/chat.mts';
import { chatControls } from './controls/chat.mts';
import { faultControls } from './controls/faults.mts';
import type { HistoryOptions } from './controls/history.mts';
import { historyControls } from './controls/history.mts';
import type { MarketOptions, Rival } from './controls/market.mts';
import { marketControls } from './controls/market.mts';
import type { OrderFields } from './controls/orders.mts';
import { orderControls } from './controls/orders.mts';
import type { ExchangeState } from './controls/state.mts';
import { stateControls } from './controls/state.mts';
import type { UserOptions } from './controls/users.mts';
import { userControls } from './controls/users.mts';
import type { ExchangeOptions } from './core.mts';
import { Core } from './core.mts';
import type { Message } from './entities/chats.mts';
import type { Key, KeyChange, KeyOptions } from './entities/keys.mts';
import type { OpenOrderOptions, Order } from './entities/order.mts';
import type { Merchant } from './entities/users.mts';
import type { CallRecord, Effects } from './http/callLog.mts';
import type { FaultOptions } from './http/faults.mts';
import type { HttpReply, HttpRequest } from './http/http.mts';

export type {
	AdOptions,
	Behaviour,
	CallRecord,
	Effects,
	ExchangeOptions,
	ExchangeState,
	FaultOptions,
	HistoryOptions,
	HttpReply,
	HttpRequest,
	Key,
	KeyChange,
	KeyOptions,
	MarketOptions,
	Merchant,
	Message,
	MessageOptions,
	OpenOrderOptions,
	Order,
	OrderFields,
	Rival,
	UserOptions,
};

const controls = {
	...orderControls,
	...historyControls,
	...chatControls,
	...adControls,
	...marketControls,
	...userControls,
	...accountControls,
	...faultControls,
	...stateControls,
};

/** The methods that `controls/` defines, one file for each subject. */
export interface Exchange extends Bound<typeof controls> {}

/** The exchange in memory: `handle` is its only door for API calls, the rest is for whoever plays the other side. */
export class Exchange {
	private readonly core: Core;

	constructor(options: ExchangeOptions = {}) {
		this.core = new Core(options);
		Object.assign(this, bindControls(this.core, controls));
	}

	/** The exchange's reply to one request; never throws for anything a caller can send. */
	handle(request: HttpRequest): HttpReply {
		return this.core.handle(request);
	}

	/** Everything anew: orders, chats, keys, faults, calls. What is left out is as at the start. */
	reset(options: ExchangeOptions = {}): void {
		this.core.reset(options);
	}

	/** Changes what the documentation leaves open, or turns rate limits off; survives a reset. */
	configure(behaviour: Partial<Behaviour>): void {
		setBehaviour(this.core.behaviour, behaviour);
	}

	get limits(): boolean {
		return this.core.behaviour.limits;
	}

	set limits(isOn: boolean) {
		this.core.behaviour.limits = isOn;
	}

	get merchant(): Merchant {
		return this.core.store.merchant;
	}

	/** Every call since the last reset or `clearCalls`, controls apart. */
	get calls(): readonly CallRecord[] {
		return this.core.log.calls;
	}

	now(): number {
		return this.core.now();
	}

	advance(ms: number): void {
		this.core.store.clock.advance(ms);
		this.core.lifecycle.expire();
	}
}
