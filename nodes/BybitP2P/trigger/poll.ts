import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { BybitError } from '../api/errors';
import { isTransient } from '../api/retry';
import { openClient, type Client } from '../n8n/client';
import { toNodeError } from '../n8n/errors';
import { attachedFile } from './attachedFile';
import type { DomainEvent } from './change';
import { chooseStart } from './chooseStart';
import { emitted } from './emit';
import { isReportDue } from './errorThrottle';
import { passes } from './filters';
import { runPipeline, type PollResult, type Wanted } from './pipeline';
import { pollTimeBefore } from './pollTimes';
import { afterPoll, comparable, processMemoryOf, type ProcessMemory } from './processMemory';
import { eventsFor, itemsOf, type Shape } from './render';
import { samplesOf } from './samples';
import { triggerSettings, type TriggerSettings } from './settings';
import { markedStart, markStart } from './startMarker';
import { encodedState, writeState } from './storedState';

/** Registrations whose first poll is over; n8n makes a new context when a workflow is published. */
const startedContexts = new WeakSet<IPollFunctions>();

const DEFAULT_BUDGET_MS = 30_000;
const MAX_BUDGET_MS = 120_000;
/** Files are read until so much of the budget is gone. */
const FILES_SHARE = 0.8;
/** So long single orders and chats may be read, however short the pause between two polls is. */
const SHORTEST_MS = 5_000;

/** One poll of the trigger node. */
export async function poll(host: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (host.getMode() === 'manual') return await sample(host);
	const memory = processMemoryOf(host.getWorkflow().id ?? '', host.getNode().id);
	if (memory.isRunning) return null;
	memory.isRunning = true;
	try {
		const items = await emittingPoll(host, memory);
		delete memory.reported;
		return items;
	} catch (error) {
		if (isToBeThrown(host, memory, error)) throw toNodeError(host.getNode(), error);
		host.logger.warn(`Bybit P2P Trigger: ${messageOf(error)}. The next poll goes on from the same point.`);
		return null;
	} finally {
		memory.isRunning = false;
		startedContexts.add(host);
	}
}

async function emittingPoll(host: IPollFunctions, memory: ProcessMemory): Promise<INodeExecutionData[][] | null> {
	const clock = pollClock(host, memory);
	const settings = triggerSettings(paramsOf(host));
	const isActivation = isFirstPoll(host) && host.getActivationMode() === 'activate';
	if (isActivation) memory.pendingStart = { sinceMs: clock.startMs };
	const client = await openClient(host);
	const stored = host.getWorkflowStaticData('node');
	const handedOver = comparable(stored);
	const warn = (message: string): void => host.logger.warn(`Bybit P2P Trigger: ${message}`);
	const workflowData = host.getWorkflowStaticData('global');
	const start = await chooseStart({
		client,
		memory,
		stored,
		handedOver,
		markedStartMs: markedStart(workflowData, host.getNode().id),
		isActivation,
		nowMs: clock.startMs,
		pollTimeBeforeMs: () => pollTimeBefore(host.getNode().parameters.pollTimes, clock.startMs, host.getTimezone()),
		warn,
	});
	const result = await runPipeline(client.api, start, wantedBy(settings, clock.isTimeUp));
	// With the user present a key that may not read chats is reported at once.
	if (isActivation && isAccessDenied(result.chatsRefused)) throw result.chatsRefused;
	result.warnings.forEach(warn);

	const items = await itemsFrom(host, client, settings, result.events, clock.isFileTimeUp);
	const encoded = encodedState(result.state);
	const write = (): void => {
		writeState(stored, encoded as IDataObject);
		memory.last = afterPoll(memory, handedOver, { state: result.state, encoded }, items.length > 0);
		if (isActivation) markStart(workflowData, host.getNode().id, result.state.readToMs);
		delete memory.pendingStart;
	};
	return emitted(host, items, settings.separateExecutions, write, () => logTogether(memory, warn));
}

/** The items of all events, each rendered once. */
async function itemsFrom(
	host: IPollFunctions,
	client: Client,
	settings: TriggerSettings,
	events: PollResult['events'],
	isTimeUp: () => boolean,
	wanted = settings.events,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const event of events) {
		const { json = {}, binary } = await attachedFile(host, client, event, settings.filesInto, isTimeUp);
		for (const item of itemsOf(event, wanted, shapeOf(client, settings))) {
			items.push({ json: { ...item, ...json } as unknown as IDataObject, ...(binary === undefined ? {} : { binary }) });
		}
	}
	return items;
}

/** A manual test: real orders, messages and ads as samples. State is neither read nor written. */
async function sample(host: IPollFunctions): Promise<INodeExecutionData[][]> {
	try {
		const settings = triggerSettings(paramsOf(host));
		const client = await openClient(host);
		const samples = await samplesOf(client.api, settings);
		const items: INodeExecutionData[] = [];
		for (const { event, found } of samples) {
			items.push(...(await itemsFrom(host, client, settings, [found], () => false, [event])));
		}
		return [items];
	} catch (error) {
		throw toNodeError(host.getNode(), error);
	}
}

function shapeOf({ origin }: Client, { simplify, details }: TriggerSettings): Shape {
	return { simplify, details, origin };
}

function wantedBy(settings: TriggerSettings, isTimeUp: Wanted['isTimeUp']): Wanted {
	const { events, filters, details, expiringSeconds, repeatMs } = settings;
	return {
		events,
		expiringSeconds,
		repeatMs,
		details: details || filters.adIds.length > 0,
		isWanted: (event: DomainEvent) => eventsFor(event, events).length > 0 && passes(event, filters),
		isTimeUp,
	};
}

/**
 * How much time a poll may take: half of n8n's budget, and half of the pause between two polls, so that half of the exchange's read
 * limit is left for the merchant's own actions.
 */
function pollClock(host: IPollFunctions, memory: ProcessMemory) {
	const startMs = Date.now();
	const elapsedMs = (): number => Date.now() - startMs;
	const budgetMs = Math.min(host.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS, MAX_BUDGET_MS);
	const pauseMs = memory.lastBeganMs === undefined ? budgetMs : Math.max(0, startMs - memory.lastBeganMs);
	const limitMs = Math.min(budgetMs / 2, Math.max(SHORTEST_MS, pauseMs / 2));
	memory.lastBeganMs = startMs;
	return {
		startMs,
		isTimeUp: (share: number): boolean => elapsedMs() > limitMs * share,
		isFileTimeUp: (): boolean => elapsedMs() > budgetMs * FILES_SHARE,
	};
}

/**
 * Whether n8n is to learn of an error. It drops a trigger whose first poll throws, and at the start of n8n nobody is there to see it: so
 * a first poll throws only with the user present, and only for what a person can change.
 */
function isToBeThrown(host: IPollFunctions, memory: ProcessMemory, error: unknown): boolean {
	const mode = host.getActivationMode();
	if (isFirstPoll(host)) {
		if (mode === 'init' || mode === 'leadershipChange') return false;
		if (mode === 'activate') {
			// The user starts anew: what an earlier try has not seen is not to be emitted later.
			if (!isTransient(error)) delete memory.pendingStart;
			return !isTransient(error);
		}
	}
	const name = messageOf(error);
	const nowMs = Date.now();
	if (!isReportDue(name, memory.reported, nowMs)) return false;
	memory.reported = { name, reportedMs: nowMs };
	return true;
}

function isFirstPoll(host: IPollFunctions): boolean {
	return !startedContexts.has(host);
}

function isAccessDenied(error: unknown): boolean {
	return error instanceof BybitError && error.isAccessDenied;
}

function logTogether(memory: ProcessMemory, warn: (message: string) => void): void {
	if (memory.isTogetherLogged === true) return;
	memory.isTogetherLogged = true;
	warn('This version of n8n cannot start an execution for each event, so Separate Executions has no effect');
}

function paramsOf(host: IPollFunctions) {
	return {
		get: (name: string): unknown => host.getNodeParameter(name, undefined),
		raw: (name: string): unknown => host.getNode().parameters[name],
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
