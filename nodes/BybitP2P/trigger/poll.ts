import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { BybitError, NoReply } from '../api/errors';
import { openClient, type Client } from '../n8n/client';
import { toNodeError } from '../n8n/errors';
import { executionItems, shapeOf } from './render';
import { itemsOf } from './events';
import { isNews, type FaultMemory } from './errorThrottle';
import { samplesOf } from './samples';
import { hasState, readState, writeState } from './state';
import { tick } from './tick';
import { triggerSettings, type TriggerSettings } from './settings';

/** What this process knows of one trigger beside its stored state. */
interface Watch {
	/** Two ticks of one node never run at once. */
	isRunning: boolean;
	fault?: FaultMemory;
	/** The first try to start with a key that came to nothing; this machine's clock in ms, only differences count. */
	start?: { readonly keyName: string; readonly ms: number };
}

const watches = new Map<string, Watch>();
/** Registrations whose first poll is over; n8n makes a new context when a workflow is published. */
const startedContexts = new WeakSet<IPollFunctions>();

const DEFAULT_BUDGET_MS = 30_000;
/** Files are read until so much of the budget is gone. */
const FILES_SHARE = 0.8;

/** One poll of the trigger node. */
export async function poll(host: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (host.getMode() === 'manual') return await sample(host);

	const watch = watchOf(host);
	if (watch.isRunning) return null;
	watch.isRunning = true;
	const isFirstPoll = !startedContexts.has(host);
	// The user starts anew: what an earlier try did not see is not to be told now.
	if (isFirstPoll && host.getActivationMode() === 'activate') delete watch.start;
	try {
		const items = await ticked(host, watch);
		delete watch.fault;
		return items.length === 0 ? null : [items];
	} catch (error) {
		if (isToBeThrown(host, watch, error)) {
			if (isFirstPoll) delete watch.start;
			throw toNodeError(host.getNode(), error);
		}
		host.logger.warn(`Bybit P2P Trigger: ${messageOf(error)}. The next check goes on from the same point.`);
		return null;
	} finally {
		watch.isRunning = false;
		startedContexts.add(host);
	}
}

async function ticked(host: IPollFunctions, watch: Watch): Promise<INodeExecutionData[]> {
	const startMs = Date.now();
	const settings = triggerSettings(paramsOf(host));
	const client = await openClient(host);
	const stored = host.getWorkflowStaticData('node');
	const before = readState(stored, client.keyName);
	if (before === undefined && hasState(stored)) {
		host.logger.warn(
			'Bybit P2P Trigger: the key or the version changed, so it starts afresh: what is there now is not told.',
		);
	}
	const budgetMs = (host.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS) / 2;

	const isFileTimeUp = (): boolean => Date.now() - startMs > 2 * budgetMs * FILES_SHARE;
	const { state, facts, warnings } = await tick(client.api, before, {
		boundTo: client.keyName,
		watchesMessages: settings.events.includes('messageReceived'),
		watchesCancelRequests: settings.events.includes('cancelRequested'),
		expiringSeconds: settings.expiringSeconds,
		needsDetails: (fact) =>
			(settings.details || settings.filters.adIds.length > 0) &&
			itemsOf(fact, settings.events, settings.filters, shapeOf(client, settings)).length > 0,
		isTimeUp: () => Date.now() - startMs > budgetMs,
		lateByMs: before === undefined ? startMs - startOf(watch, client.keyName, startMs) : 0,
	});
	const items: INodeExecutionData[] = [];
	for (const fact of facts) {
		items.push(...(await executionItems(host, client, settings, fact, settings.events, isFileTimeUp)));
	}

	writeState(stored, state as unknown as IDataObject & typeof state);
	delete watch.start;
	warnings.forEach((warning) => host.logger.warn(`Bybit P2P Trigger: ${warning}`));
	return items;
}

/** When the start that is under way was first tried. A start with another key is another one. */
function startOf(watch: Watch, keyName: string, nowMs: number): number {
	if (watch.start?.keyName !== keyName) watch.start = { keyName, ms: nowMs };
	return watch.start.ms;
}

/** A manual test: real orders and messages as samples. State is neither read nor written. */
async function sample(host: IPollFunctions): Promise<INodeExecutionData[][]> {
	try {
		const settings: TriggerSettings = triggerSettings(paramsOf(host));
		const client: Client = await openClient(host);
		const shape = shapeOf(client, settings);
		const samples = await samplesOf(client.api, settings.events, settings.filters, shape);
		const items: INodeExecutionData[] = [];
		for (const { event, fact } of samples)
			items.push(...(await executionItems(host, client, settings, fact, [event], () => false)));
		return [items];
	} catch (error) {
		throw toNodeError(host.getNode(), error);
	}
}

/**
 * The trigger never dies of weather. n8n drops a trigger whose first poll throws, and at the start of n8n nobody is there to see it: so a
 * first poll throws only with the user present, and only for what the user can mend.
 */
function isToBeThrown(host: IPollFunctions, watch: Watch, error: unknown): boolean {
	const nowMs = Date.now();
	if (!startedContexts.has(host)) {
		const mode = host.getActivationMode();
		if (['init', 'leadershipChange'].includes(mode) || isPassing(error)) return false;
		// n8n's newer scheduler makes a registration for each poll and calls all of them "update": once it runs, hourly is enough.
		if (mode !== 'update' || !hasState(host.getWorkflowStaticData('node'))) return true;
	}
	const name = messageOf(error);
	if (!isNews(name, watch.fault, nowMs)) return false;
	watch.fault = { name, reportedMs: nowMs };
	return true;
}

/** True for what may be gone in the next tick. */
function isPassing(error: unknown): boolean {
	if (error instanceof BybitError) return error.isRateLimited || error.leavesOutcomeOpen;
	return error instanceof NoReply;
}

function watchOf(host: IPollFunctions): Watch {
	const name = `${host.getWorkflow().id ?? ''} ${host.getNode().id}`;
	const known = watches.get(name);
	if (known !== undefined) return known;
	const watch: Watch = { isRunning: false };
	watches.set(name, watch);
	return watch;
}

function paramsOf(host: IPollFunctions) {
	return { get: (name: string): unknown => host.getNodeParameter(name, undefined) };
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
