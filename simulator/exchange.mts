import type { CallRecord, Effects } from './callLog.mts';
import { CallLog } from './callLog.mts';
import type { ContentKind, Message, Sender } from './chats.mts';
import { Deals } from './deals.mts';
import { faultReply } from './faultReplies.mts';
import type { FaultOptions } from './faults.mts';
import { effectHappens, Faults } from './faults.mts';
import type { StoredFile } from './files.mts';
import { Files, urlLifeMs } from './files.mts';
import { answer, readableBody } from './gateway.mts';
import type { Key, KeyOptions } from './keys.mts';
import type { OpenOrderOptions, Order } from './orders.mts';
import { orderInFull } from './orderViews.mts';
import type { Merchant } from './people.mts';
import { routes } from './routes.mts';
import type { WireReply, WireRequest } from './wire.mts';
import { json } from './wire.mts';
import type { Behaviour, World } from './world.mts';
import { createWorld } from './world.mts';

export type {
	CallRecord,
	Effects,
	FaultOptions,
	KeyOptions,
	Merchant,
	Message,
	OpenOrderOptions,
	Order,
	WireReply,
	WireRequest,
};

export interface ExchangeOptions extends Partial<Behaviour> {
	/** Milliseconds; given, the clock stands still and moves by `advance` only. */
	now?: number;
	seed?: number;
}

export interface Saying {
	contentType: ContentKind | Uppercase<ContentKind>;
	/** For a file: its bytes, or the relative URL of a file that is here already. */
	content: string | Buffer;
	fileName?: string;
	from?: Sender;
	/** The wire carries the content bare, not as JSON text. */
	isRaw?: boolean;
	msgType?: string;
}

/** The exchange in memory: `handle` is its only door for API calls, the rest is for whoever plays the other side. */
export class Exchange {
	private world!: World;
	private deals!: Deals;
	private faults!: Faults;
	private log!: CallLog;
	private readonly behaviour: Behaviour;

	constructor(private readonly start: ExchangeOptions = {}) {
		const { limits = true, readingMarksRead = false, unreadCounters = true } = start;
		this.behaviour = { limits, readingMarksRead, unreadCounters };
		this.reset();
	}

	/** Everything anew: orders, chats, keys, faults, calls. What is left out is as at the start. */
	reset({ now = this.start.now, seed = this.start.seed ?? 1, ...behaviour }: ExchangeOptions = {}): void {
		this.configure(behaviour);
		this.world = createWorld({ now, seed }, this.behaviour);
		this.deals = new Deals(this.world);
		this.faults = new Faults();
		this.log = new CallLog();
	}

	/** Changes what the documentation leaves open, or turns rate limits off; survives a reset. */
	configure(behaviour: Partial<Behaviour>): void {
		for (const name of ['limits', 'readingMarksRead', 'unreadCounters'] as const)
			this.behaviour[name] = behaviour[name] ?? this.behaviour[name];
	}

	get limits(): boolean {
		return this.behaviour.limits;
	}

	set limits(isOn: boolean) {
		this.behaviour.limits = isOn;
	}

	get merchant(): Merchant {
		return this.world.merchant;
	}

	now(): number {
		return this.world.clock.now();
	}

	advance(ms: number): void {
		this.world.clock.advance(ms);
		this.deals.expire();
	}

	addKey(options: KeyOptions): Key {
		return this.world.keys.add(options, this.now());
	}

	/** The exchange's reply to one request; never throws for anything a caller can send. */
	handle(request: WireRequest): WireReply {
		this.deals.expire();
		if (Files.serves(request.path)) return this.fileReply(request);
		const body = readableBody(request);
		const fault = this.faults.hit(request.path, body);
		const passing = this.log.begin(this.now(), request, body, fault?.kind);
		const real =
			fault === undefined || effectHappens(fault)
				? answer(this.world, this.deals, request, { isStale: fault?.kind === 'stale', took: passing.took })
				: json(200, '');
		const reply = fault === undefined ? real : faultReply(fault, real, routes.get(request.path), this.now());
		passing.answered(reply);
		return reply;
	}

	openOrder(options: OpenOrderOptions = {}): Order {
		this.deals.expire();
		return this.deals.open(options);
	}

	/** The counterparty, as buyer, marks the order as paid: 10 -> 20. */
	buyerPays(orderId: string): Order {
		return this.play(orderId, { sides: [1], statuses: [10] }, () => this.deals.pay(orderId));
	}

	/** The counterparty, as seller, releases the coins: 20 -> 50. */
	sellerReleases(orderId: string): Order {
		return this.play(orderId, { sides: [0], statuses: [20] }, () => this.deals.release(orderId));
	}

	cancelOrder(orderId: string): Order {
		return this.play(orderId, {}, () => this.deals.cancel(orderId));
	}

	appealOrder(orderId: string): Order {
		return this.play(orderId, {}, () => this.deals.appeal(orderId));
	}

	/** Ends an appeal in the given status: 50 to the buyer, 40 to the seller, or back to 20. */
	resolveAppeal(orderId: string, status = 50): Order {
		return this.play(orderId, { statuses: [30] }, () =>
			this.deals.moveTo(orderId, status, 'The appeal has been decided.'),
		);
	}

	/** The seller asks to cancel; the buyer is to examine it. */
	requestCancel(orderId: string): Order {
		return this.play(orderId, {}, () => this.deals.requestCancel(orderId));
	}

	/** Any status, whatever came before; a status that ends the order books balance and ad. */
	setStatus(orderId: string, status: number): Order {
		return this.play(orderId, {}, () => this.deals.moveTo(orderId, status, `The order is now in status ${status}.`));
	}

	say(orderId: string, saying: string | Saying): Message {
		this.deals.expire();
		const {
			from = 'counterparty',
			contentType,
			content,
			fileName,
			isRaw,
			msgType,
		}: Saying = typeof saying === 'string' ? { contentType: 'str', content: saying } : saying;
		const kind = contentType.toLowerCase();
		const said = kind === 'str' ? String(content) : this.fileSaid(kind, content, fileName);
		return this.world.chats.add(
			this.world.orders.get(orderId).counterpartyId,
			{ from, contentType, content: said, isRaw, msgType },
			this.now(),
		);
	}

	/** Every message of the chat this order belongs to, oldest first. */
	messagesOf(orderId: string): Message[] {
		this.deals.expire();
		return this.world.chats
			.with(this.world.orders.get(orderId).counterpartyId)
			.messages.map((message) => ({ ...message }));
	}

	/** The merchant reads the chat on the exchange's own page. */
	readChat(orderId: string): void {
		const chat = this.world.chats.with(this.world.orders.get(orderId).counterpartyId);
		this.world.chats.markRead(chat, 'merchant');
	}

	/** Makes the chat's session id unknown; `getSessionId` gives a new one. */
	renewSession(orderId: string): void {
		this.world.chats.renewSession(this.world.orders.get(orderId).counterpartyId);
	}

	order(orderId: string): Order {
		this.deals.expire();
		return { ...this.world.orders.get(orderId) };
	}

	/** The order as `order/info` would show it. */
	orderInfo(orderId: string): Record<string, unknown> {
		this.deals.expire();
		return orderInFull(this.world, this.world.orders.get(orderId));
	}

	/** All orders, newest first. */
	orders(): Order[] {
		this.deals.expire();
		return this.world.orders.all();
	}

	balance(coin: string): { walletBalance: string; transferBalance: string } {
		return {
			walletBalance: this.world.wallet.walletBalance(coin),
			transferBalance: this.world.wallet.transferBalance(coin),
		};
	}

	/** The stored file behind a relative URL, expired or not. */
	file(url: string): StoredFile | undefined {
		return this.world.files.at(url);
	}

	/** A URL of a stored file that is good for three hours from now. */
	fileUrl(path: string): string {
		return this.world.files.signedUrl(path, urlLifeMs.message, this.now());
	}

	/** The exchange, or the merchant in the app, takes an ad offline. */
	takeAdOffline(itemId: string): void {
		const ad = this.world.ads.find(itemId);
		if (ad === undefined) throw new Error(`no ad with id ${itemId}`);
		this.world.ads.takeOffline(ad, this.now());
	}

	/** Every call since the last reset or `clearCalls`, controls apart. */
	get calls(): readonly CallRecord[] {
		return this.log.calls;
	}

	clearCalls(): void {
		this.log.clear();
	}

	fault(options: FaultOptions): void {
		this.faults.add(options);
	}

	clearFaults(): void {
		this.faults.clear();
	}

	activeFaults(): FaultOptions[] {
		return this.faults.list();
	}

	effects(orderId: string): Effects {
		return this.log.effects(orderId);
	}

	private play(orderId: string, wanted: { sides?: number[]; statuses?: number[] }, act: () => Order): Order {
		this.deals.expire();
		const order = this.world.orders.get(orderId);
		if (wanted.sides?.includes(order.side) === false)
			throw new Error(`order ${orderId}: the counterparty has the other role (merchant's side is ${order.side})`);
		if (wanted.statuses?.includes(order.status) === false)
			throw new Error(`order ${orderId}: status is ${order.status}, not ${wanted.statuses.join(' or ')}`);
		return { ...act() };
	}

	private fileSaid(kind: string, content: string | Buffer, fileName?: string): StoredFile {
		const known = typeof content === 'string' ? this.world.files.at(content) : undefined;
		if (known !== undefined) return known;
		const name = fileName ?? { pic: 'receipt.jpg', pdf: 'receipt.pdf', video: 'receipt.mp4' }[kind] ?? 'receipt.jpg';
		if (!Files.accepts(name)) throw new Error(`${name}: a chat takes jpg, jpeg, png, pdf and mp4 files`);
		return this.world.files.store(name, Buffer.from(content), this.now());
	}

	private fileReply({ path, query }: WireRequest): WireReply {
		const file = this.world.files.open(path, query, this.now());
		return typeof file === 'number'
			? {
					status: file,
					headers: { 'content-type': 'text/plain' },
					body: file === 403 ? 'Request has expired' : 'Not found',
				}
			: { status: 200, headers: { 'content-type': file.mime }, body: file.content };
	}
}
