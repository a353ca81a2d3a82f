import { later, MINUTE } from './instantTime.mts';

import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	Logger,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Exchange } from '../../simulator/exchange.mts';
import { createExchange, type ExchangeServer, type ServerOptions } from '../../simulator/server.mts';
import { credentialFor, makePoller, type CredentialData, type Poller } from './n8nCore.mts';
// After the harness, which prepares the settings it reads when it is loaded.
import { PollContext } from 'n8n-core';

export const ORDER_EVENTS = [
	'orderAppealed',
	'orderCancelled',
	'orderCompleted',
	'orderCreated',
	'orderPaid',
	'orderStatusChanged',
];
const ALL_EVENTS = ['messageReceived', ...ORDER_EVENTS];

/** One item of the trigger, as a workflow sees it. */
export interface Item {
	readonly event: string;
	readonly eventId: string;
	readonly order: { readonly [field: string]: unknown };
	readonly message?: { readonly [field: string]: unknown };
	readonly previousStatus?: string;
}

/** The orders that items are about. */
export const idsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ order }) => order.orderId);

export interface TriggerOptions {
	readonly events?: readonly string[];
	readonly filters?: INodeParameters;
	readonly options?: INodeParameters;
	readonly mode?: WorkflowExecuteMode;
	readonly activation?: WorkflowActivateMode;
	readonly credential?: CredentialData;
	readonly workflowId?: string;
	readonly emit?: (items: INodeExecutionData[][]) => void;
	/** What n8n has stored for the whole workflow. */
	readonly staticData?: IDataObject;
}

export interface Trigger {
	readonly poller: Poller;
	/** One poll now. */
	poll(): Promise<readonly Item[] | null>;
	/** One poll a minute later. */
	next(): Promise<readonly Item[] | null>;
	/** The names of the events of one poll a minute later. */
	nextEvents(): Promise<readonly string[]>;
}

export interface Rig {
	readonly exchange: Exchange;
	/** The credential for it. */
	readonly credential: CredentialData;
	readonly warnings: readonly string[];
	/** A trigger that has not polled yet. */
	trigger(options?: TriggerOptions): Trigger;
	/** A trigger whose first poll is over. */
	active(options?: TriggerOptions): Promise<Trigger>;
	/** How many calls of the exchange a task takes, those refused because of the clock not counted. */
	callsOf(task: () => Promise<unknown>): Promise<number>;
	close(): Promise<void>;
}

export async function aRig(options: ServerOptions = {}): Promise<Rig> {
	const simulator: ExchangeServer = await createExchange({ limits: false, ...options });
	const { exchange } = simulator;
	const warnings: string[] = [];
	const silent = (): void => {};
	const logger: Logger = { error: silent, info: silent, debug: silent, warn: (message) => void warnings.push(message) };
	const spy = jest.spyOn(PollContext.prototype as { logger: Logger }, 'logger', 'get').mockReturnValue(logger);

	const trigger = (how?: TriggerOptions): Trigger => aTrigger(simulator.url, how);

	return {
		exchange,
		credential: credentialFor(simulator.url),
		warnings,
		trigger,
		async active(how) {
			const begun = trigger(how);
			await begun.poll();
			return begun;
		},
		async callsOf(task) {
			const before = exchange.calls.length;
			await task();
			return exchange.calls.slice(before).filter(({ code }) => code !== 10002).length;
		},
		async close() {
			spy.mockRestore();
			await simulator.close();
		},
	};
}

/** A trigger that has not polled yet, for the simulator at an address. */
function aTrigger(
	url: string,
	{ events = ALL_EVENTS, filters = {}, options: rest = {}, credential = {}, ...how }: TriggerOptions = {},
): Trigger {
	const poller = makePoller({ events: [...events], filters, options: rest }, credentialFor(url, credential), how);
	const poll = async (): Promise<readonly Item[] | null> =>
		(await poller.poll())?.map(({ json }) => json as unknown as Item) ?? null;
	const next = async (): Promise<readonly Item[] | null> => {
		later(MINUTE);
		return await poll();
	};
	return { poller, poll, next, nextEvents: async () => ((await next()) ?? []).map(({ event }) => event) };
}
