/** One order as the exchange shows it in turn, for replies that the simulator does not play. */
import type { BybitApi } from '../../nodes/BybitP2P/api/client';
import type { OrderInFull } from '../../nodes/BybitP2P/api/types';
import type { Operation } from '../../nodes/BybitP2P/action/operation';
import { PATH } from './exchangePaths.mts';
import { NOW, ORIGIN, anExchange, operationCalled } from './workers.mts';

/** An exchange that shows the order as listed, one entry for each read, the last for all further ones; every write is accepted. */
export function anApi(...shown: readonly unknown[]): { api: BybitApi; writes: string[] } {
	return anApiThat(async () => await Promise.resolve(null), shown);
}

/** As `anApi`, with every write answered so. */
export function anApiThat(
	answer: () => Promise<unknown>,
	shown: readonly unknown[],
): { api: BybitApi; writes: string[] } {
	const writes: string[] = [];
	let reads = 0;
	const read = (): unknown => shown[Math.min((reads += 1) - 1, shown.length - 1)];
	const timedCall = async ({ path }: { path: string }) => {
		if (path !== PATH.order) writes.push(path);
		return { result: (path === PATH.order ? read() : await answer()) as never, timeMs: NOW };
	};
	const api: BybitApi = {
		timedCall,
		call: async (endpoint) => (await timedCall(endpoint)).result,
		upload: async () => await Promise.reject(new Error('No upload')),
		wait: async () => await Promise.resolve(),
		runExclusive: async (_name, task) => await task(),
		shared: (create) => create(),
	};
	return { api, writes };
}

/** Runs a money action on order 7. */
export async function run(operation: Operation, api: BybitApi, params: object): Promise<object> {
	const all: Record<string, unknown> = { orderId: '7', safetyChecks: {}, options: {}, ...params };
	const output = await operation.execute({
		api,
		origin: ORIGIN,
		params: { get: (name) => all[name] },
		files: {} as never,
	});
	return [output].flat()[0].json;
}

/** Order 7 in full. */
export function anOrder(more: object): OrderInFull {
	const exchange = anExchange();
	return { ...exchange.orderInfo(exchange.openOrder({ side: 'buy' }).id), id: '7', ...more } as unknown as OrderInFull;
}

export const paidSale = anOrder({ side: 1, status: 20 });
export const purchase = anOrder({ side: 0, status: 10 });
/** A purchase whose seller asks to cancel. */
export const asked = anOrder({ side: 0, status: 10, needBuyerExamineCancel: true });

export const release = operationCalled('order', 'release');
export const markAsPaid = operationCalled('order', 'markAsPaid');
export const review = operationCalled('order', 'reviewCancelRequest');
