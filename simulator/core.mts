import type { Behaviour } from './behaviour.mts';
import { defaultBehaviour, setBehaviour } from './behaviour.mts';
import { Files } from './entities/files.mts';
import { OrderLifecycle } from './entities/orderLifecycle.mts';
import { answerRequest, readableBody } from './gateway.mts';
import { CallLog } from './http/callLog.mts';
import { faultReply } from './http/faultReplies.mts';
import { effectHappens, Faults } from './http/faults.mts';
import type { HttpReply, HttpRequest } from './http/http.mts';
import { json, plainText } from './http/http.mts';
import { routes } from './routes/index.mts';
import type { Store } from './store.mts';
import { createStore } from './store.mts';

export interface ExchangeOptions extends Partial<Behaviour> {
	/** Milliseconds; given, the clock stands still and moves by `advance` only. */
	now?: number;
	seed?: number;
}

/** The state that a reset replaces, and the door for API calls. */
export class Core {
	store!: Store;
	lifecycle!: OrderLifecycle;
	faults!: Faults;
	log!: CallLog;
	readonly behaviour: Behaviour;

	constructor(private readonly start: ExchangeOptions) {
		this.behaviour = { ...defaultBehaviour };
		setBehaviour(this.behaviour, start);
		this.reset();
	}

	/** Everything anew: orders, chats, keys, faults, calls. What is left out is as at the start. */
	reset({ now = this.start.now, seed = this.start.seed ?? 1, ...behaviour }: ExchangeOptions = {}): void {
		setBehaviour(this.behaviour, behaviour);
		this.store = createStore({ now, seed }, this.behaviour);
		this.lifecycle = new OrderLifecycle(this.store);
		this.faults = new Faults();
		this.log = new CallLog();
	}

	now(): number {
		return this.store.clock.now();
	}

	/** The exchange's reply to one request; never throws for anything a caller can send. */
	handle(request: HttpRequest): HttpReply {
		this.lifecycle.expire();
		if (Files.isFilePath(request.path)) return this.fileReply(request);
		const body = readableBody(request);
		const fault = this.faults.take(request.path, body);
		const record = this.log.openRecord(this.now(), request, body, fault?.kind);
		const real =
			fault === undefined || effectHappens(fault)
				? answerRequest(this.store, this.lifecycle, request, {
						isStale: fault?.kind === 'stale',
						noteEffect: record.noteEffect,
					})
				: json(200, '');
		const reply = fault === undefined ? real : faultReply(fault, real, routes.get(request.path), this.now());
		record.close(reply);
		return reply;
	}

	private fileReply({ path, query }: HttpRequest): HttpReply {
		const file = this.store.files.serve(path, query, this.now());
		return typeof file === 'number'
			? plainText(file, file === 403 ? 'Request has expired' : 'Not found')
			: { status: 200, headers: { 'content-type': file.mime }, body: file.content };
	}
}
