import type { BybitApi } from '../api/client';
import { fetchOrder } from '../api/fetchOne';
import { readEach, type ReadEach } from '../api/readEach';
import { textOf } from '../api/text';
import type { Id, OrderInFull } from '../api/types';
import type { Change, DomainEvent } from './change';
import { collectAds, type CollectedAds } from './collect/ads';
import { collectLists, type Lists } from './collect/lists';
import { collectMessages, type CollectedMessages } from './collect/messages';
import { commit } from './commit';
import { detectOrders } from './detect/orders';
import { rememberReadChats } from './detect/readChats';
import { countRefusals } from './detect/refusals';
import type { DetectSettings, Seen } from './detect/seen';
import { trackedOrder, type OrderWatch, type Snapshot, type TrackedOrder } from './detect/trackedOrder';
import { enrich } from './enrich';
import type { TriggerEvent } from './events';
import type { Reads } from './events/eventRow';
import { ordersToRead } from './plan/orderReads';
import type { Start } from './start';
import { forgetting, MAX_TRIES, pruned, type OrderMemory, type TriggerState } from './state';
import { detectorsFor, readsFor, withoutUnwanted } from './wanted';

/** What the node asks of a poll. */
export interface Wanted {
	readonly events: readonly TriggerEvent[];
	readonly expiringSeconds: number;
	readonly repeatMs: number;
	/** Whether somebody wants this event, after the filters. */
	readonly isWanted: (event: DomainEvent) => boolean;
	/** Whether events are wanted with their orders in full. */
	readonly details: boolean;
	/** True when so much of the poll's time is gone that the rest is left to the next one. @param share - from 0 to 1. */
	readonly isTimeUp: (share: number) => boolean;
}

export interface PollResult {
	readonly state: TriggerState;
	/** Oldest first; those that nobody wants are left out. */
	readonly events: readonly DomainEvent[];
	/** For the log: what was given up. */
	readonly warnings: readonly string[];
	/** The refusal of the chat calls as a whole, if there was one. */
	readonly chatsRefused?: Error;
}

/** Single orders are read until then, so that time is left for the chats. */
const ORDERS_SHARE = 0.5;

/**
 * One poll: collect -> detect -> enrich -> commit, each step a function of values.
 *
 * Nothing is written here: a poll that throws leaves no trace. Time comes from the exchange.
 *
 * @throws BybitError or NoReply when a list of orders cannot be read. What concerns one order or chat, or the chat calls as a whole, is
 * tried again in later polls and stops nothing else.
 */
export async function runPipeline(api: BybitApi, start: Start, wanted: Wanted): Promise<PollResult> {
	const reads = readsFor(wanted.events);
	const begin = async (nowMs: number): Promise<TriggerState> => withoutUnwanted(await start.stateAt(nowMs), reads);
	const lists = await collectLists(api, begin, start.isSilent);
	const { orders, singles } = await collectOrders(api, lists, start, wanted, reads);
	const memories = { ...lists.before.orders, ...mapValues(orders, ({ after }) => after) };
	const messages = await collectMessages(api, { ...lists, orders, memories, reads, ...wanted });
	const ads = reads.has('ads') ? await collectAds(api, lists.before, () => wanted.isTimeUp(1)) : NO_ADS;

	const seen = seenFrom({ start, lists, orders, singles, memories, messages, ads, wanted, reads });
	const refused = countRefusals({
		...seen,
		refusedOrders: singles.refused,
		refusedChats: messages.refused,
		refusedAds: ads.refused,
	});
	const changes = [...refused.changes, ...detected(seen, wanted)];
	const enriched = await enrich(api, changes, { ...wanted, ...seen, isTimeUp: () => wanted.isTimeUp(1) });
	const next = stateAfter(seen, messages, reads);
	const state = commit(next, enriched.changes, enriched.held, enriched.refusals);
	return {
		state: pruned(state, lists.nowMs),
		events: enriched.changes.flatMap(({ events }) => events.filter(wanted.isWanted)).sort((a, b) => a.atMs - b.atMs),
		warnings: [
			...listWarnings(lists, ads),
			...refused.warnings,
			...enriched.warnings,
			...chatWarnings(state, messages),
		],
		...(messages.refusedAll === undefined ? {} : { chatsRefused: messages.refusedAll }),
	};
}

const NO_ADS: CollectedAds = { refused: new Map() };

/** What happened to each order, by the lists and by what is read of single orders. */
async function collectOrders(
	api: BybitApi,
	lists: Lists,
	start: Start,
	wanted: Wanted,
	reads: ReadonlySet<Reads>,
): Promise<{ orders: ReadonlyMap<Id, TrackedOrder>; singles: ReadEach<Id, OrderInFull> }> {
	const { before, nowMs, forgottenBeforeMs } = lists;
	const watch: OrderWatch = {
		nowMs,
		lastMs: before.readToMs,
		sinceMs: start.isSilent ? Number.POSITIVE_INFINITY : before.sinceMs,
		forgottenBeforeMs,
		isStart: start.isStart,
	};
	const ids = ordersToRead({
		before,
		orders: tracked(before, lists.snapshots, watch),
		nowMs,
		isLateStart: start.isStart && !start.isSilent,
		cancelRequests: reads.has('purchases'),
		openAfterMs: reads.has('statusDates') ? wanted.repeatMs : undefined,
	});
	const singles = await readEach(ids, async (orderId) => await fetchOrder(api, orderId), {
		isTimeUp: () => wanted.isTimeUp(ORDERS_SHARE),
	});
	const snapshots = new Map(lists.snapshots);
	for (const [orderId, order] of singles.read) {
		snapshots.set(orderId, [...(snapshots.get(orderId) ?? []), { order, isInFull: true }]);
	}
	return { orders: tracked(before, snapshots, watch), singles };
}

function tracked(
	{ orders }: TriggerState,
	snapshots: ReadonlyMap<Id, readonly Snapshot[]>,
	watch: OrderWatch,
): ReadonlyMap<Id, TrackedOrder> {
	return new Map([...snapshots].map(([orderId, seen]) => [orderId, trackedOrder(orders[orderId], seen, watch)]));
}

function seenFrom(read: {
	readonly start: Start;
	readonly lists: Lists;
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	readonly singles: ReadEach<Id, OrderInFull>;
	readonly memories: Readonly<Record<Id, OrderMemory>>;
	readonly messages: CollectedMessages;
	readonly ads: CollectedAds;
	readonly wanted: Wanted;
	readonly reads: ReadonlySet<Reads>;
}): Seen {
	const { start, lists, orders, singles, memories, messages, ads, wanted, reads } = read;
	const { before, nowMs } = lists;
	const settings: DetectSettings = {
		emitsMessages: reads.has('messages'),
		emitsUnanswered: reads.has('newestMessages'),
		expiringSeconds: wanted.expiringSeconds,
		repeatMs: wanted.repeatMs,
	};
	return {
		before,
		nowMs,
		isStart: start.isStart,
		isSilent: start.isSilent,
		newSinceMs: before.sinceMs,
		orders,
		memories,
		inFull: singles.read,
		chats: messages.chats,
		hints: messages.hints,
		settings,
		...(ads.ads === undefined ? {} : { ads: ads.ads, listedAds: ads.listedAds }),
	};
}

/** Orders are always followed; the rest is found where somebody asks for it. */
function detected(seen: Seen, { events }: Wanted): readonly Change[] {
	const detectors = new Set([detectOrders, rememberReadChats, ...detectorsFor(events)]);
	const changes = [...detectors].flatMap((detect) => detect(seen));
	return seen.isSilent ? changes.map((change) => ({ ...change, events: [] })) : changes;
}

/** What a poll remembers whatever it has found. */
function stateAfter(
	{ before, nowMs, ads }: Seen,
	messages: CollectedMessages,
	reads: ReadonlySet<Reads>,
): TriggerState {
	return {
		...forgetting(before, 'chatRefusals'),
		nickname: messages.nickname || before.nickname,
		polls: before.polls + 1,
		readToMs: nowMs,
		hints: messages.hintMemory,
		...(reads.has('messages') ? { messagesSinceMs: before.messagesSinceMs ?? nowMs } : {}),
		...(reads.has('purchases') ? { cancelsSinceMs: before.cancelsSinceMs ?? nowMs } : {}),
		...(messages.refusedAll === undefined ? {} : { chatRefusals: (before.chatRefusals ?? 0) + 1 }),
		...(ads === undefined ? {} : { ads: before.ads ?? {} }),
	};
}

function listWarnings({ unreadable }: Lists, { reason }: CollectedAds): readonly string[] {
	return [
		...(unreadable === 0
			? []
			: [`${unreadable} rows of the order lists show no order that can be followed; they are passed over`]),
		...(reason === undefined ? [] : [`Your ads could not be listed: ${reason}`]),
	];
}

function chatWarnings({ chatRefusals }: TriggerState, { refusedAll }: CollectedMessages): readonly string[] {
	if (chatRefusals !== MAX_TRIES || refusedAll === undefined) return [];
	return [
		`The chats could not be read in ${MAX_TRIES} polls, so no message is emitted until they can: ${refusedAll.message}`,
	];
}

function mapValues<T, R>(values: ReadonlyMap<Id, T>, of: (value: T) => R): Record<Id, R> {
	return Object.fromEntries([...values].map(([id, value]) => [textOf(id), of(value)]));
}
