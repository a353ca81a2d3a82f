import type { BybitApi } from '../api/client';
import { hasEnded, STATUS } from '../api/codes';
import { endpoints } from '../api/endpoints';
import { Refusal } from '../api/errors';
import { textOf } from '../api/order';
import { orderPages } from '../api/pages';
import type { OrderInFull, OrderRow } from '../api/types';
import { itemsOf, type EventFilters, type EventItem, type TriggerEvent } from './events';
import type { Fact } from './facts';

/** So many of the newest chats are looked into for a sample message. */
const CHATS_FOR_SAMPLE = 5;

/**
 * Real orders and messages for a manual test: the newest one that fits, for each event asked for.
 *
 * @throws Refusal when there is none for any of them.
 */
export async function samplesOf(
	api: BybitApi,
	wanted: readonly TriggerEvent[],
	filters: EventFilters,
	shape: { readonly simplify: boolean; readonly origin: string },
): Promise<readonly EventItem[]> {
	const rows = await newestOrders(api);
	const items: EventItem[] = [];
	for (const event of wanted) {
		const facts = event === 'messageReceived' ? newestMessages(api, rows) : orderFacts(event, rows);
		for await (const fact of facts) {
			const [item] = itemsOf(fact, [event], filters, shape);
			if (item === undefined) continue;
			items.push(item);
			break;
		}
	}
	if (items.length > 0) return items;
	throw new Refusal(
		rows.length === 0
			? 'There is no sample: this account has no P2P orders in the last 90 days'
			: 'There is no sample: none of the newest orders and messages fits the events and filters of this trigger',
		'Publish the workflow and wait for the real thing, open an order in the simulator, or loosen the filters for the test.',
	);
}

async function newestOrders(api: BybitApi): Promise<readonly OrderRow[]> {
	for await (const { rows } of orderPages(api, 'all')) return rows;
	return [];
}

function* orderFacts(event: TriggerEvent, rows: readonly OrderRow[]): Generator<Fact> {
	for (const order of rows) {
		const status = Number(order.status);
		if (event === 'orderCreated') yield { type: 'created', order };
		else yield { type: 'status', order, status, occurrence: 1 };
	}
	// An order that was paid once serves as a sample of a paid one when none is waiting now.
	if (event !== 'orderPaid') return;
	for (const order of rows) {
		if (Number(order.status) === STATUS.completed) {
			yield { type: 'status', order, status: STATUS.waitingForRelease, occurrence: 1 };
		}
	}
}

async function* newestMessages(api: BybitApi, rows: readonly OrderRow[]): AsyncGenerator<Fact> {
	const openFirst = [...rows].sort((a, b) => Number(hasEnded(Number(a.status))) - Number(hasEnded(Number(b.status))));
	const people = new Set<string>();
	for (const row of openFirst) {
		if (people.has(row.targetUserId) || people.size >= CHATS_FOR_SAMPLE) continue;
		people.add(row.targetUserId);
		const order: OrderInFull = await api.call(endpoints.getOrder, { orderId: row.id });
		const session = await api.call(endpoints.getSessionId, { userMaskId: textOf(order.targetUserMaskId) });
		const page = await api.call(endpoints.listMessages, {
			sessionId: textOf(session?.sessionId),
			lastId: 0n,
			limit: 30,
		});
		for (const message of page?.messages ?? []) {
			yield { type: 'message', order: row, message, counterpartyId: row.targetUserId, me: textOf(order.nickName) };
		}
	}
}
