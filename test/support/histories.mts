/**
 * Random histories of an exchange and of a trigger that watches it, in one process and without a network: the simulator answers the
 * real client, the state goes through JSON as n8n stores it, and what really happened is written down apart from the trigger.
 */
import { createClient, type BybitApi } from '../../nodes/BybitP2P/api/client';
import { createSession } from '../../nodes/BybitP2P/api/session';
import { signedHeaders } from '../../nodes/BybitP2P/api/sign';
import { EVENTS, itemsOf, type EventFilters, type TriggerEvent } from '../../nodes/BybitP2P/trigger/events';
import { readState, writeState, type TriggerState } from '../../nodes/BybitP2P/trigger/state';
import { tick } from '../../nodes/BybitP2P/trigger/tick';
import { Exchange, type ExchangeOptions } from '../../simulator/exchange.mts';

export const NOW = 1_790_000_000_000;
export const KEY = 'test-key';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const ORIGIN = 'https://exchange.test';

/** A client whose wire is the simulator itself. Waiting takes no time; `onCall` runs before each call reaches the exchange. */
export function apiOf(exchange: Exchange, onCall: () => void = () => {}): BybitApi {
	const now = (): number => exchange.now();
	const wait = async (): Promise<void> => {};
	const key = { keyType: 'hmac', apiKey: 'sim-key', apiSecret: 'sim-secret', recvWindowMs: 5000 } as const;
	return createClient({
		secrets: [],
		origin: ORIGIN,
		session: createSession('test', now, wait),
		wait,
		now,
		async send({ method, url, body = '', contentType = 'application/json' }) {
			onCall();
			const [path, query = ''] = url.slice(ORIGIN.length).split('?');
			const payload = method === 'GET' ? query : body;
			const headers = Object.entries(signedHeaders(key, payload, exchange.now())).map(([name, value]) => [
				name.toLowerCase(),
				value,
			]);
			const reply = exchange.handle({
				method,
				path,
				query,
				headers: { ...Object.fromEntries(headers), 'content-type': contentType },
				body: Buffer.from(body),
				ip: '127.0.0.1',
			});
			if (reply.cut) throw new Error('socket hang up');
			return {
				status: reply.status,
				headers: Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value])),
				body: Buffer.from(reply.body),
			};
		},
	});
}

export function anExchange(options: ExchangeOptions = {}): Exchange {
	return new Exchange({ now: NOW, limits: false, ...options });
}

/** One item that the trigger gave. */
export interface Told {
	readonly event: TriggerEvent;
	readonly eventId: string;
	readonly order: { readonly orderId: string; readonly statusCode: number; readonly counterpartyId: string };
	readonly message?: { readonly messageId: string; readonly from: string };
	readonly previousStatus?: string;
}

/** A check of the trigger that went through. `parent` is the one whose state it began with. */
export interface Check {
	readonly parent?: Check;
	readonly startStep: number;
	readonly endStep: number;
	readonly startMs: number;
	readonly told: readonly Told[];
}

export interface Watching {
	readonly events?: readonly TriggerEvent[];
	readonly filters?: Partial<EventFilters>;
	readonly lateByMs?: number;
}

interface Stored {
	readonly json: string;
	readonly check?: Check;
}

/** A trigger in n8n: what it emits, and which state survives a restart. */
export class Watcher {
	readonly checks: Check[] = [];
	readonly warnings: string[] = [];
	failed = 0;
	private inMemory: Stored = { json: '{}' };
	/** As n8n saved it with the last emit, and with the one before. */
	private saved: readonly [Stored, Stored] = [this.inMemory, this.inMemory];

	constructor(
		private readonly exchange: Exchange,
		private readonly api: BybitApi = apiOf(exchange),
		private readonly step: () => number = () => 0,
	) {}

	get json(): string {
		return this.inMemory.json;
	}

	get state(): TriggerState {
		const state = readState(JSON.parse(this.inMemory.json), KEY);
		if (state === undefined) throw new Error(`The stored state is not readable: ${this.inMemory.json}`);
		return state;
	}

	get last(): Check | undefined {
		return this.inMemory.check;
	}

	/** n8n starts again, with the state of the last emit, or with that of the one before. */
	restart(emitsBack: 0 | 1 = 0): void {
		this.inMemory = this.saved[emitsBack];
		this.saved = [this.inMemory, this.inMemory];
	}

	/** As one poll of the node. @throws what `tick` throws. */
	async poll({ events = EVENTS, filters = {}, lateByMs = 0 }: Watching = {}): Promise<readonly Told[]> {
		const { json, check: parent } = this.inMemory;
		const before = json === '{}' ? undefined : this.state;
		const [startStep, startMs] = [this.step(), this.exchange.now()];
		try {
			const { state, facts, warnings } = await tick(this.api, frozen(before), {
				boundTo: KEY,
				watchesMessages: events.includes('messageReceived'),
				isTimeUp: () => false,
				lateByMs,
				// What lists do not tell has tests of its own.
				watchesCancelRequests: false,
				expiringSeconds: -1,
				needsDetails: () => false,
			});
			const all: EventFilters = {
				coins: [],
				fiats: [],
				adIds: [],
				counterpartyIds: [],
				messageFrom: ['counterparty', 'system'],
				messageKinds: [],
				...filters,
			};
			const told = facts.flatMap((fact) =>
				itemsOf(fact, events, all, { simplify: true, details: false, origin: ORIGIN }),
			) as unknown as Told[];
			const stored = JSON.parse(json) as Record<string, unknown>;
			writeState(stored, state);
			const check: Check = { parent, startStep, startMs, endStep: this.step(), told };
			this.checks.push(check);
			this.warnings.push(...warnings);
			this.inMemory = { json: JSON.stringify(stored), check };
			// n8n saves at activation and with every emit, not when there is nothing to tell.
			if (before === undefined) this.saved = [this.inMemory, this.inMemory];
			else if (told.length > 0) this.saved = [this.inMemory, this.saved[0]];
			return told;
		} catch (error) {
			this.failed += 1;
			throw error;
		}
	}
}

/** Everything told on the way to a check, oldest first. */
export function toldUpTo(check: Check | undefined): readonly Told[] {
	return checksUpTo(check).flatMap(({ told }) => told);
}

export function checksUpTo(check: Check | undefined): readonly Check[] {
	const checks: Check[] = [];
	for (let one = check; one !== undefined; one = one.parent) checks.unshift(one);
	return checks;
}

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
	return value;
}

/** A stay of an order in a status, in steps of the history; `to` is absent while it lasts. */
export interface Stay {
	readonly status: number;
	readonly from: number;
	readonly to?: number;
}

/** What happened to the orders, as the exchange knows it. */
export class Truth {
	readonly stays = new Map<string, Stay[]>();
	step = 0;

	constructor(private readonly exchange: Exchange) {}

	/** To be called after each thing that may have changed an order. */
	note(): void {
		this.step += 1;
		for (const { id, status } of this.exchange.orders()) {
			const stays = this.stays.get(id) ?? [];
			const last = stays.at(-1);
			if (last?.status === status) continue;
			if (last !== undefined) stays[stays.length - 1] = { ...last, to: this.step };
			stays.push({ status, from: this.step });
			this.stays.set(id, stays);
		}
	}
}

/** Numbers that look random and are the same in every run. */
export class Chance {
	constructor(private seed: number) {}

	/** 0 up to, not including, `end`. */
	below(end: number): number {
		// mulberry32
		this.seed = (this.seed + 0x6d2b79f5) | 0;
		let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * end);
	}

	is(percent: number): boolean {
		return this.below(1000) < percent * 10;
	}

	of<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)];
	}
}
