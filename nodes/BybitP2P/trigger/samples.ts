import type { BybitApi } from '../api/client';
import { hasEnded, sideName } from '../api/codes';
import { endpoints } from '../api/endpoints';
import { InputError } from '../api/errors';
import { fetchOrder } from '../api/fetchOne';
import { orderPages, PAGE_SIZE, timedMessagePages } from '../api/pages';
import { textOf } from '../api/text';
import type { Ad, OrderInFull, OrderRow } from '../api/types';
import type { DomainEvent } from './change';
import { newestFirst } from './detect/chatMessages';
import { EVENTS, type TriggerEvent } from './events';
import type { EventRow, SampleMessage } from './events/eventRow';
import { passes } from './filters';
import type { TriggerSettings } from './settings';

/** So many of the newest chats and purchases are read for a sample. */
const READ_FOR_SAMPLE = 5;

/** Something found as if it had just happened, for one event. */
export interface Sample {
	readonly event: TriggerEvent;
	readonly found: DomainEvent;
}

/**
 * Real orders, messages and ads for a manual test: the newest one that fits, for each event asked for.
 *
 * @throws InputError when there is none for any of them.
 */
export async function samplesOf(
	api: BybitApi,
	{ events, filters, details }: TriggerSettings,
): Promise<readonly Sample[]> {
	const { rows, timeMs } = await newestOrders(api);
	const isFullWanted = details || filters.adIds.length > 0;
	const samples: Sample[] = [];
	for (const row of events.flatMap((event) => EVENTS.filter(({ value }) => value === event))) {
		for await (const listed of candidates(row, api, rows, timeMs)) {
			if (!passes(listed, filters)) continue;
			const found = isFullWanted ? await withOrderInFull(api, listed) : listed;
			if (!passes(found, filters)) continue;
			samples.push({ event: row.value, found });
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

async function withOrderInFull(api: BybitApi, found: DomainEvent): Promise<DomainEvent> {
	return found.orderId === undefined ? found : { ...found, order: await fetchOrder(api, found.orderId) };
}

async function* candidates(
	{ sample }: EventRow,
	api: BybitApi,
	rows: readonly OrderRow[],
	nowMs: number,
): AsyncGenerator<DomainEvent> {
	switch (sample.from) {
		case 'orders':
			for (const order of rows) yield* present(sample.event(order, nowMs));
			return;
		case 'purchases':
			for await (const order of openPurchases(api, rows)) yield* present(sample.event(order, nowMs));
			return;
		case 'messages':
			for await (const message of newestMessages(api, rows)) yield* present(sample.event(message, nowMs));
			return;
		case 'ads':
			for (const ad of await ownAds(api)) yield* present(sample.event(ad, nowMs));
	}
}

function* present(found: DomainEvent | undefined): Generator<DomainEvent> {
	if (found !== undefined) yield found;
}

async function newestOrders(api: BybitApi): Promise<{ rows: readonly OrderRow[]; timeMs: number }> {
	for await (const page of orderPages(api, 'all')) return page;
	return { rows: [], timeMs: 0 };
}

async function ownAds(api: BybitApi): Promise<readonly Ad[]> {
	return (await api.call(endpoints.listOwnAds, { page: '1', size: String(PAGE_SIZE) }))?.items ?? [];
}

async function* openPurchases(api: BybitApi, rows: readonly OrderRow[]): AsyncGenerator<OrderInFull> {
	const purchases = rows.filter(({ side, status }) => sideName(side) === 'buy' && !hasEnded(Number(status)));
	for (const { id } of purchases.slice(0, READ_FOR_SAMPLE)) yield await fetchOrder(api, id);
}

async function* newestMessages(api: BybitApi, rows: readonly OrderRow[]): AsyncGenerator<SampleMessage> {
	const openFirst = [...rows].sort((a, b) => Number(hasEnded(Number(a.status))) - Number(hasEnded(Number(b.status))));
	const people = new Set<string>();
	for (const row of openFirst) {
		const person = textOf(row.targetUserId);
		if (people.has(person) || people.size >= READ_FOR_SAMPLE) continue;
		people.add(person);
		const order = await fetchOrder(api, row.id);
		const session = await api.call(endpoints.getSessionId, { userMaskId: textOf(order.targetUserMaskId) });
		const nicknames = { me: textOf(order.nickName), counterparty: textOf(order.targetNickName) };
		for await (const { messages } of timedMessagePages(api, textOf(session?.sessionId))) {
			for (const message of newestFirst(messages))
				yield { person, orderId: textOf(row.id), order: row, message, nicknames };
			break;
		}
	}
}
