import type { BybitApi } from '../api/client';
import { hasEnded, SIDE, STATUS } from '../api/codes';
import { endpoints } from '../api/endpoints';
import { InputError } from '../api/errors';
import { textOf } from '../api/text';
import { orderPages } from '../api/pages';
import { fetchOrder } from '../api/fetchOne';
import type { OrderRow } from '../api/types';
import { itemsOf, type EventFilters, type Shape, type TriggerEvent } from './events';
import type { Fact } from './domainEvents';

/** So many of the newest chats are looked into for a sample message. */
const CHATS_FOR_SAMPLE = 5;

/**
 * Real orders and messages for a manual test: the newest one that fits, for each event asked for.
 *
 * @throws InputError when there is none for any of them.
 */
export async function samplesOf(
	api: BybitApi,
	wanted: readonly TriggerEvent[],
	filters: EventFilters,
	shape: Shape,
): Promise<readonly Sample[]> {
	const rows = await newestOrders(api);
	const inFull = shape.details || filters.adIds.length > 0;
	const samples: Sample[] = [];
	for (const event of wanted) {
		for await (const listed of factsFor(event, api, rows)) {
			if (itemsOf(listed, [event], filters, shape).length === 0) continue;
			const fact = inFull ? await withOrderInFull(api, listed) : listed;
			if (itemsOf(fact, [event], filters, shape).length === 0) continue;
			samples.push({ event, fact });
			break;
		}
	}
	if (samples.length > 0) return samples;
	throw new InputError(
		rows.length === 0
			? 'There is no sample: this account has no P2P orders in the last 90 days'
			: 'There is no sample: none of the newest orders and messages fits the events and filters of this trigger',
		'Publish the workflow and wait for the real thing, open an order in the simulator, or loosen the filters for the test.',
	);
}

/** A fact as if it had just happened, for one event. */
export interface Sample {
	readonly event: TriggerEvent;
	readonly fact: Fact;
}

async function withOrderInFull(api: BybitApi, fact: Fact): Promise<Fact> {
	const order = await fetchOrder(api, fact.order.id);
	return { ...fact, order } as Fact;
}

function factsFor(
	event: TriggerEvent,
	api: BybitApi,
	rows: readonly OrderRow[],
): AsyncGenerator<Fact> | Generator<Fact> {
	switch (event) {
		case 'messageReceived':
			return newestMessages(api, rows);
		case 'cancelRequested':
			return cancelRequests(api, rows);
		default:
			return orderFacts(event, rows);
	}
}

/** Requests that are open now, of the newest open purchases. */
async function* cancelRequests(api: BybitApi, rows: readonly OrderRow[]): AsyncGenerator<Fact> {
	const purchases = rows.filter(({ side, status }) => Number(side) === SIDE.buy && !hasEnded(Number(status)));
	for (const { id } of purchases.slice(0, CHATS_FOR_SAMPLE)) {
		const order = await fetchOrder(api, id);
		if (order.needBuyerExamineCancel === true) yield { type: 'cancelRequested', order, occurrence: 1 };
	}
}

async function newestOrders(api: BybitApi): Promise<readonly OrderRow[]> {
	for await (const { rows } of orderPages(api, 'all')) return rows;
	return [];
}

function* orderFacts(event: TriggerEvent, rows: readonly OrderRow[]): Generator<Fact> {
	for (const order of rows) {
		const status = Number(order.status);
		if (event === 'orderCreated') yield { type: 'created', order };
		else if (event === 'orderExpiring' && status === STATUS.waitingForPayment) yield { type: 'expiring', order };
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
		const order = await fetchOrder(api, row.id);
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
