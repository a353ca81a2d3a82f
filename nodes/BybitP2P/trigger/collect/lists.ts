import type { BybitApi } from '../../api/client';
import { isReadable } from '../../api/fetchOne';
import { orderPages, type OrderList } from '../../api/pages';
import { countOf, textOf } from '../../api/text';
import type { Id, OrderRow } from '../../api/types';
import { CLOCK_SLACK_MS, latestMoment } from '../detect/clocks';
import type { Snapshot } from '../detect/trackedOrder';
import { KEPT_AFTER_END_MS, type TriggerState } from '../state';

/** Lists may lag, and an order may appear in them late: this far before the last poll they are read once more. */
const OVERLAP_MS = 60_000;

export interface Lists {
	/** The state before this poll. */
	readonly before: TriggerState;
	/** The exchange's clock when reading began, ms. */
	readonly nowMs: number;
	/** What the lists show of each order that is known or may be new, in the order in which it was read. */
	readonly snapshots: ReadonlyMap<Id, readonly Snapshot[]>;
	/** Counters of unread messages in the rows of open orders, by counterparty. */
	readonly counters: ReadonlyMap<Id, string>;
	/** Unknown orders created before may have been known once; exchange time, ms. */
	readonly forgottenBeforeMs: number;
	/** Rows that show no order which can be followed. */
	readonly unreadable: number;
}

/**
 * The open orders, and the newest of all back to what the last poll has read.
 *
 * @param begin - the state before this poll, given the exchange's clock.
 * @param isSilent - nothing is emitted in this poll: orders that may have been opened while it reads are left to the next one.
 * @throws BybitError or NoReply when a list cannot be read.
 */
export async function collectLists(
	api: BybitApi,
	begin: (nowMs: number) => Promise<TriggerState>,
	isSilent: boolean,
): Promise<Lists> {
	const pending = await listed(api, 'pending', () => false);
	const nowMs = pending.timeMs;
	const before = await begin(nowMs);
	const horizonMs = before.readToMs - OVERLAP_MS;
	const recent = await listed(api, 'all', ({ createDate }) => Number(createDate) < horizonMs);
	const forgottenBeforeMs = Math.min(horizonMs, nowMs - KEPT_AFTER_END_MS);
	const knownGroundMs = Math.min(horizonMs, Math.max(before.sinceMs, forgottenBeforeMs));
	const openIds = new Set(pending.rows.map(({ order }) => textOf(order.id)));
	const isFollowed = ({ id, createDate }: OrderRow): boolean =>
		openIds.has(textOf(id)) || textOf(id) in before.orders || latestMoment(Number(createDate)) >= knownGroundMs;
	const rows = [...pending.rows, ...recent.rows.filter(({ order }) => isFollowed(order))];
	return {
		before,
		nowMs,
		snapshots: byOrder(isSilent ? rows.filter((row) => wasThere(row, nowMs)) : rows),
		counters: countersByPerson(pending.rows.map(({ order }) => order)),
		forgottenBeforeMs,
		unreadable: pending.unreadable + recent.unreadable,
	};
}

interface ListedRow {
	readonly order: OrderRow;
	/** The exchange's clock when its page was read, ms. */
	readonly readMs: number;
}

/** Whether an order was there when the poll began; in doubt it was not, and is left to the next poll. */
function wasThere({ order, readMs }: ListedRow, nowMs: number): boolean {
	return readMs <= nowMs || Number(order.createDate) < nowMs - CLOCK_SLACK_MS;
}

/** The rows of a list, page by page until one of them lies on known ground. */
async function listed(
	api: BybitApi,
	list: OrderList,
	isKnownGround: (row: OrderRow) => boolean,
): Promise<{ rows: readonly ListedRow[]; unreadable: number; timeMs: number }> {
	const rows: ListedRow[] = [];
	let firstMs: number | undefined;
	let unreadable = 0;
	for await (const page of orderPages(api, list)) {
		const readable = page.rows.filter(isReadable);
		firstMs ??= page.timeMs;
		rows.push(...readable.map((order) => ({ order, readMs: page.timeMs })));
		unreadable += page.rows.length - readable.length;
		if (readable.some(isKnownGround)) break;
	}
	return { rows, unreadable, timeMs: firstMs ?? 0 };
}

function byOrder(rows: readonly ListedRow[]): ReadonlyMap<Id, readonly Snapshot[]> {
	const snapshots = new Map<Id, Snapshot[]>();
	for (const { order } of rows) {
		const known = snapshots.get(textOf(order.id));
		if (known === undefined) snapshots.set(textOf(order.id), [{ order, isInFull: false }]);
		else known.push({ order, isInFull: false });
	}
	return snapshots;
}

/**
 * All orders with one person share a chat. Which of the two counters counts what is not documented, and whoever writes has read: one may
 * go up while the other goes down, so both are told, not their sum.
 */
function countersByPerson(rows: readonly OrderRow[]): ReadonlyMap<Id, string> {
	const sums = new Map<Id, readonly [number, number]>();
	for (const { targetUserId, selfUnreadMsgCount, unreadMsgCount } of rows) {
		const person = textOf(targetUserId);
		const [self, other] = sums.get(person) ?? [0, 0];
		sums.set(person, [self + countOf(selfUnreadMsgCount), other + countOf(unreadMsgCount)]);
	}
	return new Map([...sums].map(([person, counts]) => [person, counts.join(' ')]));
}
