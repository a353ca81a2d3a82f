import type { BybitApi } from '../api/client';
import { orderPages, type OrderList } from '../api/pages';
import { isReadable } from '../api/fetchOne';
import type { OrderRow } from '../api/types';
import { looksForCancelRequests, withoutCancelWatch } from './cancelRequests';
import { looksIntoChats } from './chats';
import { withDetails } from './details';
import type { Fact } from './domainEvents';
import { sightFrom } from './orderTracker';
import { KEPT_AFTER_END_MS, pruned, type TriggerState } from './state';
import { asksAfterVanished } from './missingOrders';

export interface TickSettings {
	/** Stands for environment and key. */
	readonly boundTo: string;
	/** Chats cost a call each: read only when somebody asks for messages. */
	readonly watchesMessages: boolean;
	/** Each open purchase costs a call then. */
	readonly watchesCancelRequests: boolean;
	/** An order is told as expiring when its buyer has so little time left to pay. */
	readonly expiringSeconds: number;
	/** Whether somebody wants this fact with its order in full. */
	readonly needsDetails: (fact: Fact) => boolean;
	/** Single orders and chats are read until then; a later tick goes on. */
	readonly isTimeUp: () => boolean;
	/** How long ago a first try to start came to nothing, ms: what was created since then is told. 0 for a first try. */
	readonly lateByMs: number;
}

export interface TickResult {
	readonly state: TriggerState;
	/** Oldest first; empty in the tick that starts the state. */
	readonly facts: readonly Fact[];
	/** For the log: what was given up. */
	readonly warnings: readonly string[];
}

/** Lists may lag, and an order may appear in them late: this far before the last tick they are read once more. */
const OVERLAP_MS = 60_000;

/**
 * One tick: reads what is open and what is new, tells what happened since `before`, and gives the state to keep.
 *
 * Nothing is written here: a tick that throws leaves no trace. Time comes from the exchange.
 *
 * @param before - undefined at activation: all there is gets remembered, nothing told.
 * @throws BybitError or NoReply when a list cannot be read. What concerns one order or one chat only is tried again in later ticks.
 */
export async function tick(
	api: BybitApi,
	before: TriggerState | undefined,
	settings: TickSettings,
): Promise<TickResult> {
	const pending = await listed(api, 'pending', () => false);
	const nowMs = pending.timeMs;
	const start = before ?? stateFrom(settings, nowMs);
	const horizonMs = start.readToMs - OVERLAP_MS;
	const isKnownGround = ({ createDate }: OrderRow): boolean => Number(createDate) < horizonMs;
	const recent = await listed(api, 'all', isKnownGround);

	const isFirst = before === undefined;
	const sight = sightFrom(start, settings.expiringSeconds, {
		nowMs,
		lastMs: start.readToMs,
		sinceMs: start.sinceMs,
		forgottenBeforeMs: Math.min(horizonMs, nowMs - KEPT_AFTER_END_MS),
		isFirst,
	});
	// An order that was opened while the first tick reads is the next one's to tell.
	const isTooNew = ({ createDate }: OrderRow): boolean => isFirst && Number(createDate) > nowMs;
	pending.rows.filter((row) => !isTooNew(row)).forEach(sight.observe);
	// Each order is looked at once: what changed between the two lists is told by the next tick, and lists that do not agree tell nothing.
	recent.rows
		.filter((row) => !sight.rows.has(row.id) && !isTooNew(row) && (row.id in sight.orders || !isKnownGround(row)))
		.forEach(sight.observe);
	const unreadable = pending.unreadable + recent.unreadable;
	const warnings = [
		...(unreadable === 0
			? []
			: [`${unreadable} rows of the order lists show no order that can be followed; they are passed over`]),
		...(await asksAfterVanished(api, start, sight, nowMs, settings.isTimeUp)),
	];

	const state: TriggerState = { ...start, tick: start.tick + 1, readToMs: nowMs, orders: sight.orders };
	const requests = settings.watchesCancelRequests
		? await looksForCancelRequests(api, state, sight.rows, nowMs, settings.isTimeUp)
		: { state: withoutCancelWatch(state), facts: [] };
	const watched = settings.watchesMessages
		? await looksIntoChats(api, requests.state, sight.rows, nowMs, settings.isTimeUp)
		: { state: withoutChats(requests.state), facts: [], warnings: [] };
	const isSilent = isFirst && settings.lateByMs === 0;
	const told = isSilent ? [] : [...byCreation(sight.facts), ...requests.facts, ...watched.facts];
	const detailed = await withDetails(api, before, watched.state, told, settings.needsDetails, settings.isTimeUp);
	return {
		state: pruned(detailed.state, nowMs),
		facts: detailed.facts,
		warnings: [...warnings, ...watched.warnings, ...detailed.warnings],
	};
}

function stateFrom({ boundTo, watchesMessages, lateByMs }: TickSettings, nowMs: number): TriggerState {
	const sinceMs = nowMs - lateByMs;
	return {
		version: 1,
		boundTo,
		tick: 0,
		sinceMs,
		readToMs: sinceMs,
		// A late start tells what was written meanwhile; else the first look into the chats starts the watch.
		...(watchesMessages && lateByMs > 0 ? { messagesSinceMs: sinceMs } : {}),
		orders: {},
		chats: {},
	};
}

/** The rows of a list, page by page until one of them lies on known ground; with the exchange's clock at the first page. */
async function listed(
	api: BybitApi,
	list: OrderList,
	isKnownGround: (row: OrderRow) => boolean,
): Promise<{ rows: readonly OrderRow[]; unreadable: number; timeMs: number }> {
	const rows: OrderRow[] = [];
	let unreadable = 0;
	let firstMs: number | undefined;
	for await (const page of orderPages(api, list)) {
		firstMs ??= page.timeMs;
		const readable = page.rows.filter(isReadable);
		rows.push(...readable);
		unreadable += page.rows.length - readable.length;
		if (readable.some(isKnownGround)) break;
	}
	return { rows, unreadable, timeMs: firstMs ?? 0 };
}

/** Nobody asks for messages: when somebody does again, the watch begins anew and the past is not told. */
function withoutChats(state: TriggerState): TriggerState {
	const unwatched = { ...state, chats: {} };
	delete unwatched.messagesSinceMs;
	return unwatched;
}

function byCreation<OneFact extends Fact>(facts: readonly OneFact[]): readonly OneFact[] {
	return [...facts].sort((a, b) => Number(a.order.createDate) - Number(b.order.createDate));
}
