import type { BybitApi } from '../../nodes/BybitP2P/api/client.ts';
import { endpoints } from '../../nodes/BybitP2P/api/endpoints.ts';
import type { OrderRow } from '../../nodes/BybitP2P/api/types.ts';

/** Open orders at any time, a new one in the place of one that ends. */
const OPEN = 1;
const PEOPLE = 200;
/** An order is opened and one ends in every so many polls. */
const POLLS_PER_ORDER = 720;
const FIRST_MS = 1_790_000_000_000;
const MINUTE_MS = 60_000;

/** An exchange in memory whose orders come and go for ever; it keeps the newest ones only, as a list shows them first. */
export interface EndlessShop {
	readonly api: BybitApi;
	/** A minute passes; now and then an order ends and another one is opened. */
	next(): void;
}

export function endlessShop(): EndlessShop {
	let [nowMs, polls, created] = [FIRST_MS, 0, 0];
	let rows: OrderRow[] = [];
	const open = (): void => {
		created += 1;
		const person = created % PEOPLE;
		rows = [orderRow(String(1_000_000 + created), person, nowMs), ...rows].slice(0, 30);
	};
	for (let orders = 0; orders < OPEN; orders += 1) open();
	const pending = (): OrderRow[] => rows.slice(0, OPEN);

	const answer = (path: string, request: { orderId?: string; page?: number; userMaskId?: string }): unknown => {
		switch (path) {
			case endpoints.listPendingOrders.path:
				return { count: OPEN, items: request.page === 1 ? pending() : [] };
			case endpoints.listOrders.path:
				return { count: rows.length, items: request.page === 1 ? rows.slice(0, 29) : [] };
			case endpoints.getOrder.path:
				return rows.find(({ id }) => id === request.orderId);
			case endpoints.getSessionId.path:
				return { sessionId: `session of ${request.userMaskId}` };
			case endpoints.listMessages.path:
				return { messages: [] };
			default:
				return { nickName: 'me', userId: '1', accountId: '1' };
		}
	};
	const timedCall: BybitApi['timedCall'] = async ({ path }, request) => ({
		result: answer(path, request) as never,
		timeMs: nowMs,
	});
	const api: BybitApi = {
		timedCall,
		call: async (endpoint, request) => (await timedCall(endpoint, request)).result,
		upload: async () => ({}) as never,
		wait: async () => undefined,
		runExclusive: async (_name, task) => await task(),
		shared: (create) => create(),
	};
	return {
		api,
		next() {
			nowMs += MINUTE_MS;
			polls += 1;
			if (polls % POLLS_PER_ORDER > 0) return;
			const oldest = rows[OPEN - 1];
			rows = rows.map((row) => (row === oldest ? { ...row, status: 50 } : row));
			open();
		},
	};
}

function orderRow(id: string, person: number, nowMs: number): OrderRow {
	return {
		id,
		side: 1,
		tokenId: 'USDT',
		amount: '100',
		currencyId: 'EUR',
		price: '1',
		targetNickName: `buyer ${person}`,
		targetUserId: String(7_000 + person),
		targetUserMaskId: `mask ${person}`,
		status: 10,
		createDate: String(nowMs),
	} as OrderRow;
}
