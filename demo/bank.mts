import type { Exchange } from '../simulator/exchange.mts';
import type { Credential } from './n8n/rest.mts';

const READ_EVERY_MS = 100;
const PATH = '/webhook/bybit-p2p-payment';
const KEY = { header: 'x-bank-key', value: 'only-for-the-demo-on-this-machine' };

/** The header by which the workflow knows that it is the bank that calls. */
export const bankCredential: Credential = {
	name: 'Bank Webhook',
	type: 'httpHeaderAuth',
	data: { name: KEY.header, value: KEY.value },
};

export type Bank = { stop(): void };

/** The merchant's bank: whoever marks an order as paid has really paid, and the bank notifies the workflow, once. */
export function playBank(exchange: Exchange, n8nUrl: string, report: (what: string) => void): Bank {
	const notified = new Set<string>();
	const timer = setInterval(() => {
		for (const { id, side, status, amount, currencyId } of exchange.orders()) {
			if (side !== 1 || status !== 20 || notified.has(id)) continue;
			notified.add(id);
			const payerName = String(exchange.orderInfo(id).buyerRealName);
			report(`the bank notified n8n: ${amount} ${currencyId} from ${payerName} have arrived`);
			void notify(n8nUrl, { amount, currency: currencyId, payerName, transactionId: `T-${id}` }).catch((error: Error) =>
				report(`n8n did not take the notice of the bank: ${error.message}`),
			);
		}
	}, READ_EVERY_MS);
	return { stop: () => clearInterval(timer) };
}

async function notify(n8nUrl: string, notice: Readonly<Record<string, string>>): Promise<void> {
	const response = await fetch(n8nUrl + PATH, {
		method: 'POST',
		headers: { 'content-type': 'application/json', [KEY.header]: KEY.value },
		body: JSON.stringify(notice),
	});
	if (!response.ok) throw new Error(`it answered ${response.status}`);
}
