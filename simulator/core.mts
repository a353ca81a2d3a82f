import type { Behaviour } from './behaviour.mts';
import { defaultBehaviour, setBehaviour } from './behaviour.mts';
import { Files } from './entities/files.mts';
import { OrderLifecycle } from './entities/orderLifecycle.mts';
import { answerRequest, readableBody } from './gateway.mts';
import { CallLog } from './http/callLog.mts';
import { faultReply } from './http/faultReplies.mts';
import { effectHappens, Faults, snapshotUnder } from './http/faults.mts';
import type { HttpReply, HttpRequest } from './http/http.mts';
import { json, plainText } from './http/http.mts';
import { groupOf, routes } from './routes/index.mts';
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
		this.behaviour = defaultBehaviour();
		this.reset(start);
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
		const body = readableBody(request);
		const isFile = Files.isFilePath(request.path);
		const group = isFile ? 'files' : groupOf(request.path);
		const fault = this.faults.take({ path: request.path, group, body });
		if (isFile) {
			const file = this.fileReply(request);
			return fault === undefined ? file : faultReply(fault, file, undefined, this.now());
		}
		const record = this.log.openRecord(this.now(), request, body, fault?.kind);
		const snapshot = fault === undefined ? undefined : snapshotUnder(fault);
		const real =
			fault === undefined || effectHappens(fault)
				? answerRequest(this.store, this.lifecycle, request, { snapshot, noteEffect: record.noteEffect })
				: json(200, '');
		const reply = fault === undefined ? real : faultReply(fault, real, routes.get(request.path), this.now());
		record.close(reply);
		return reply;
	}

	/** A GET of a chat's file; it is no call of the API and stands in no log. */
	private fileReply({ path, query }: HttpRequest): HttpReply {
		const file = this.store.files.serve(path, query, this.now());
		return typeof file === 'number'
			? plainText(file, file === 403 ? 'Request has expired' : 'Not found')
			: { status: 200, headers: { 'content-type': file.mime }, body: file.content };
	}
}
