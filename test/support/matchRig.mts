/** Open sales, and payments matched against them. */
import type { Exchange } from '../../simulator/exchange.mts';
import { NOW, WorkerPool, operationCalled, type Settled } from './workers.mts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

interface Sale {
	readonly name: string;
	readonly amount?: string;
	readonly minutesAgo?: number;
	readonly isPaid?: boolean;
}

export function openSale(exchange: Exchange, { name, amount = '92', minutesAgo = 1, isPaid = true }: Sale): string {
	const { id } = exchange.openOrder({
		side: 'sell',
		amount,
		counterparty: name.toLowerCase().replace(' ', '-'),
		counterpartyName: name,
		createdAt: NOW - minutesAgo * MINUTE,
		paymentMinutes: 600,
	});
	if (isPaid) exchange.buyerPays(id);
	return id;
}

export const matched = async (pool: WorkerPool, more: object = {}, timezone?: string): Promise<Settled> => {
	const operation = operationCalled('order', 'matchPayment');
	const zoned = {
		...operation,
		execute: async (context: Parameters<typeof operation.execute>[0]) =>
			await operation.execute({ ...context, ...(timezone === undefined ? {} : { timezone }) }),
	};
	const params = { amount: '92.00', fiat: 'EUR', payerName: 'Anna Berg', options: {}, ...more };
	return await pool.worker().run({ operation: zoned, params });
};
export const json = (end: Settled): Readonly<Record<string, unknown>> => {
	if (end.type !== 'given') throw new Error(`Not given: ${JSON.stringify(end)}`);
	return end.json;
};
export const callsTo = (pool: WorkerPool, path?: string): number =>
	pool.wire.filter((call) => path === undefined || call.path === path).length;

/** Names that share their first letters with nobody else here. */
export const stranger = (index: number): string =>
	`${String.fromCharCode(67 + (index % 23))}${String.fromCharCode(97 + (index % 26))}nu ${String.fromCharCode(67 + ((index * 7) % 23))}orw${String.fromCharCode(97 + (index % 11))}`;
