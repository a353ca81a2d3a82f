/**
 * n8n around one trigger, in memory: what it stores and when, what it forgets, and in which mode it polls. The node's own `poll` runs on
 * the simulator, without a network.
 */
import { clockMs } from './historiesClock.mts';

import type { INodeExecutionData, IPollFunctions, WorkflowActivateMode } from 'n8n-workflow';

import { poll } from '../../nodes/BybitP2P/trigger/poll';
import type { Exchange } from '../../simulator/exchange.mts';
import { replyTo } from './inProcessCall.mts';

/**
 * Which scheduler polls. `today`: one context for each registration, whose state lives on and is stored with events. `newer`: a fresh
 * context for each poll, and the state of a poll without events is forgotten. `durable`: the same, and it is stored; nothing is stored at
 * the activation.
 */
export type Scheduler = 'today' | 'newer' | 'durable';

/** One item that the trigger emitted. */
export interface Emitted {
	readonly event: string;
	readonly eventId: string;
	readonly order: {
		readonly orderId: string;
		readonly statusCode: number;
		readonly counterpartyId: string;
		readonly side: string;
	};
	readonly message?: { readonly messageId: string; readonly from: string };
	readonly previousStatus?: string;
	readonly repeat?: number;
	readonly waitingFor?: string;
}

export interface PollOutcome {
	/** All that went out, in one execution or in several. */
	readonly items: readonly Emitted[];
	readonly executions: number;
	/** Thrown, or logged only: the poll came to nothing. */
	readonly hasFailed: boolean;
	readonly hasThrown: boolean;
	readonly storedBefore: string;
	readonly storedAfter: string;
}

export interface TriggerParameters {
	readonly events: readonly string[];
	readonly filters?: object;
	readonly options?: object;
}

let nodes = 0;

export class FakeN8n {
	readonly warnings: string[] = [];
	parameters: TriggerParameters;
	apiKey = 'sim-key';
	apiSecret = 'sim-secret';
	/** Runs before each call reaches the exchange. */
	onCall: () => void = () => {};
	private readonly origin: string;
	/** What the database holds, and what it held at earlier emissions. */
	private database = '{}';
	private earlier: string[] = [];
	/** The static data of the workflow itself, which is stored at publishing. */
	private global: Record<string, unknown> = {};
	private live: Record<string, unknown> = {};
	private registration: IPollFunctions | undefined;
	private process = 0;
	/** The database holds a state of since the workflow was published. */
	private isStartStored = false;
	private isMarked = false;

	constructor(
		private readonly exchange: Exchange,
		readonly scheduler: Scheduler,
		parameters: TriggerParameters,
	) {
		nodes += 1;
		this.parameters = parameters;
		// A name of its own: calls with one key share what is known of the clock and the limits.
		this.origin = `https://exchange-${nodes}.test`;
		this.process = nodes * 1000;
	}

	/** The user publishes the workflow, a new version of it, or n8n starts; what the first poll gave, where there is one. */
	async register(mode: WorkflowActivateMode): Promise<PollOutcome | undefined> {
		this.live = JSON.parse(this.database) as Record<string, unknown>;
		// The newer schedulers poll at publishing only; later they go on at their Poll Times.
		if (this.scheduler !== 'today' && mode !== 'activate') return undefined;
		const context = this.context(mode, this.live);
		if (this.scheduler === 'today') this.registration = context;
		const globalBefore = JSON.stringify(this.global);
		const outcome = await this.run(context, this.live);
		if (mode === 'activate') {
			this.earlier = [];
			this.isMarked = !outcome.hasFailed;
			this.isStartStored = this.isMarked && this.scheduler !== 'durable';
		}
		if (outcome.hasThrown) this.global = JSON.parse(globalBefore) as Record<string, unknown>;
		else if (this.scheduler !== 'durable') this.database = JSON.stringify(this.live);
		return outcome;
	}

	/** @param isDoubled - a second poll begins while the first one runs. */
	async poll(isDoubled = false): Promise<PollOutcome> {
		if (this.scheduler === 'today' && this.registration !== undefined)
			return await this.run(this.registration, this.live, isDoubled);
		const fresh = JSON.parse(this.database) as Record<string, unknown>;
		const outcome = await this.run(this.context('update', fresh), fresh, isDoubled);
		if (this.scheduler === 'durable' && !outcome.hasFailed) {
			this.database = JSON.stringify(fresh);
			this.isStartStored = true;
		}
		return outcome;
	}

	/** False while a start that came to nothing at first is known to this process only: n8n stores nothing of it. */
	get canRestart(): boolean {
		return this.isStartStored || this.isMarked;
	}

	/** n8n is killed: what lives in its process is gone. @returns whether the start of the watch is lost with it. */
	restart(): boolean {
		this.process += 1;
		this.registration = undefined;
		this.live = {};
		return !this.isStartStored;
	}

	/** An execution that ran while events were emitted stores the state that it began with. */
	rollback(emissionsBack: number): boolean {
		// A durable cursor lies apart from what executions store.
		if (this.scheduler === 'durable' || !this.isMarked) return false;
		const state = this.earlier[this.earlier.length - 1 - emissionsBack];
		if (state === undefined) return false;
		this.earlier = this.earlier.slice(0, this.earlier.length - 1 - emissionsBack);
		this.database = state;
		this.live = JSON.parse(state) as Record<string, unknown>;
		// The registration holds the same object: n8n loads it anew with the workflow.
		this.registration = this.registration === undefined ? undefined : this.context('update', this.live);
		return true;
	}

	private async run(context: IPollFunctions, data: Record<string, unknown>, isDoubled = false): Promise<PollOutcome> {
		const storedBefore = JSON.stringify(data);
		const databaseBefore = this.database;
		const warningsBefore = this.warnings.length;
		const items: INodeExecutionData[] = [];
		let executions = 0;
		let hasThrown = false;
		const take = (emitted: INodeExecutionData[][]): void => {
			executions += 1;
			items.push(...emitted[0]);
			this.database = JSON.stringify(data);
			this.isStartStored = true;
		};
		Object.assign(context, { __emit: take });
		const first = poll(context).catch(() => {
			hasThrown = true;
			return null;
		});
		const second = isDoubled ? await poll(context) : null;
		const result = await first;
		if (result !== null) take(result);
		if (second !== null) take(second);
		if (executions > 0) this.earlier.push(databaseBefore);
		const isLogged = this.warnings
			.slice(warningsBefore)
			.some((warning) => warning.includes('goes on from the same point'));
		return {
			items: items.map(({ json }) => json as unknown as Emitted),
			executions,
			hasFailed: hasThrown || isLogged,
			hasThrown,
			storedBefore,
			storedAfter: JSON.stringify(data),
		};
	}

	private context(mode: WorkflowActivateMode, data: Record<string, unknown>): IPollFunctions {
		const parameters = this.parameters as unknown as Record<string, unknown>;
		return {
			getMode: () => 'trigger',
			getActivationMode: () => mode,
			getWorkflow: () => ({ id: `workflow ${this.process}`, name: 'Test', active: true }),
			getNode: () => ({
				id: 'trigger',
				name: 'Trigger',
				type: 'trigger',
				typeVersion: 1,
				position: [0, 0],
				parameters,
			}),
			getNodeParameter: (name: string) => parameters[name],
			getCredentials: async () => this.credential(),
			getWorkflowStaticData: (type: string) => (type === 'node' ? data : this.global),
			getTimezone: () => 'UTC',
			logger: { warn: (message: string) => void this.warnings.push(message) },
			helpers: { httpRequestWithAuthentication: async (_name: string, options: WireOptions) => this.send(options) },
		} as unknown as IPollFunctions;
	}

	private credential(): Record<string, unknown> {
		const { origin: baseUrl, apiKey, apiSecret } = this;
		return { environment: 'custom', baseUrl, keyType: 'hmac', apiKey, apiSecret, recvWindow: 5000 };
	}

	private send({ headers = {}, ...request }: WireOptions) {
		this.onCall();
		const reply = replyTo(
			this.exchange,
			{ apiKey: this.apiKey, apiSecret: this.apiSecret },
			{ ...request, contentType: headers['Content-Type'] },
			clockMs(),
		);
		if (reply.cut === true) throw new Error('socket hang up');
		return { statusCode: reply.status, headers: reply.headers, body: Buffer.from(reply.body) };
	}
}

interface WireOptions {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}
