import type { BybitApi } from '../../api/client';
import { hasEnded } from '../../api/codes';
import { fetchOrder } from '../../api/fetchOne';
import { orderPages } from '../../api/pages';
import { MESSAGE_CLOCK_SLACK_MS, messageSender } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { ChatMessage, Id, OrderInFull, OrderRow } from '../../api/types';
import { createChatMemory } from './chatMemory';
import type { Chat } from './openChat';
import type { OutgoingMessage } from './outgoingMessage';

/** Another order with the same person, as far as it shows which order a message was meant for. */
interface OtherOrder {
	readonly createdMs: number;
	/** Infinity while it is open, or when nothing shows its end. */
	readonly endedMs: number;
}

/** So long before a message an order may have been created that ended since; older ones are known only while they are open. */
const LONGEST_DEAL_MS = 6 * 3_600_000;
/** So long after its end an order may still be written for: thanks, or a workflow that was late. */
const WRITTEN_AFTER_END_MS = 10 * 60_000;
/** More pages than that are not read: then another order may be among those that are left. */
const MAX_PAGES = 10;
const MAX_ENDED_READ = 10;

/**
 * Whether I wrote a message for the order of this chat before.
 *
 * All orders with one person share a chat and messages carry no order, so the answer is yes only when this process has sent it for this
 * order, when the text itself names the order, or when no other order with the person can have been meant. A message that stands there
 * twice is better than a payment instruction that is missing.
 *
 * @param written - the messages since then, newest first.
 * @param sinceMs - exchange time; what was sent earlier does not count.
 * @returns whether it was sent at least so often.
 */
export function createSentForOrder(
	api: BybitApi,
	chat: Chat,
	written: readonly ChatMessage[],
	sinceMs: number,
): (outgoing: OutgoingMessage, times: number) => Promise<boolean> {
	const mine = written.filter((message) => messageSender(message, chat.nicknames) === 'me');
	let others: Promise<readonly OtherOrder[]> | undefined;

	return async (outgoing, times) => {
		if (api.shared(createChatMemory).timesSent(chat.order.id, outgoing.fingerprint, sinceMs) >= times) return true;
		const dates = mine
			.filter(outgoing.isSame)
			.map(({ createDate }) => Number(createDate))
			.filter((ms) => ms >= Math.max(sinceMs, Number(chat.order.createDate) - MESSAGE_CLOCK_SLACK_MS));
		if (dates.length < times) return false;
		// Nobody writes the ID of one order for another.
		if (outgoing.message.includes(textOf(chat.order.id))) return true;
		others ??= fetchOtherOrders(api, chat.order, { fromMs: Math.min(...dates), toMs: Math.max(...dates) });
		const possible = await others;
		return dates.filter((ms) => !possible.some((order) => mayBeMeant(order, ms))).length >= times;
	};
}

function mayBeMeant({ createdMs, endedMs }: OtherOrder, writtenMs: number): boolean {
	return createdMs <= writtenMs + MESSAGE_CLOCK_SLACK_MS && endedMs >= writtenMs - WRITTEN_AFTER_END_MS;
}

/** The other orders with the person of an order that messages of a time can have been meant for. */
async function fetchOtherOrders(
	api: BybitApi,
	order: OrderRow,
	{ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<readonly OtherOrder[]> {
	const isOther = (row: OrderRow): boolean =>
		textOf(row.targetUserId) === textOf(order.targetUserId) &&
		textOf(row.id) !== textOf(order.id) &&
		createdMsOf(row) <= toMs + MESSAGE_CLOCK_SLACK_MS;
	const lists = [
		await fetchRowsBack(api, 'pending', Number.NEGATIVE_INFINITY),
		await fetchRowsBack(api, 'all', fromMs - LONGEST_DEAL_MS),
	];
	const rows = new Map(lists.flatMap((list) => list.rows.filter(isOther)).map((row) => [textOf(row.id), row]));
	const ended = [...rows.values()].filter(({ status }) => hasEnded(Number(status))).slice(0, MAX_ENDED_READ);
	const ends = new Map<Id, number>();
	for (const { id } of ended) ends.set(textOf(id), endedMsOf(await fetchOrder(api, textOf(id))));

	const others = [...rows].map(([id, row]) => ({
		createdMs: createdMsOf(row),
		endedMs: ends.get(id) ?? Number.POSITIVE_INFINITY,
	}));
	return lists.every(({ isWhole }) => isWhole) ? others : [...others, ALWAYS_POSSIBLE];
}

/** What does not show when it was created may have been there all the time. */
function createdMsOf({ createDate }: OrderRow): number {
	const ms = Number(createDate);
	return Number.isFinite(ms) ? ms : Number.NEGATIVE_INFINITY;
}

function endedMsOf({ updateDate }: OrderInFull): number {
	const ms = Number(textOf(updateDate) || Number.NaN);
	return Number.isFinite(ms) ? ms : Number.POSITIVE_INFINITY;
}

/** What was not read may be anything. */
const ALWAYS_POSSIBLE: OtherOrder = { createdMs: Number.NEGATIVE_INFINITY, endedMs: Number.POSITIVE_INFINITY };

/** The rows of a list, newest first, back to a time. */
async function fetchRowsBack(
	api: BybitApi,
	list: 'all' | 'pending',
	sinceMs: number,
): Promise<{ rows: readonly OrderRow[]; isWhole: boolean }> {
	const found: OrderRow[] = [];
	let pages = 0;
	for await (const { rows } of orderPages(api, list)) {
		pages += 1;
		found.push(...rows);
		const oldest = rows.at(-1);
		if (oldest !== undefined && Number(oldest.createDate) < sinceMs) break;
		if (pages >= MAX_PAGES) return { rows: found, isWhole: false };
	}
	return { rows: found, isWhole: true };
}
