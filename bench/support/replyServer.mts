/** A server that answers every call with the same order, in a process of its own. It says the caller's own time, so that no clock is ever off. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createExchange } from '../../simulator/server.mts';

const order = await anOrder();
const server = createServer((request, response) => {
	request.resume().on('end', () => {
		const time = Number(request.headers['x-bapi-timestamp'] ?? Date.now());
		const body = JSON.stringify({ ret_code: 0, ret_msg: 'SUCCESS', result: order, time_now: `${time / 1000}` });
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
		response.end(body);
	});
});
server.listen(0, '127.0.0.1', () => {
	process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit());

/** An order in full, as the simulated exchange shows it. */
async function anOrder(): Promise<unknown> {
	const simulator = await createExchange();
	const { id } = simulator.exchange.openOrder({ side: 'sell', counterparty: 'anna' });
	const { signedRequest } = await import('../../nodes/BybitP2P/n8n/signedRequest.ts');
	const credential = { environment: 'custom', baseUrl: simulator.url, apiKey: 'sim-key', apiSecret: 'sim-secret' };
	const options = { method: 'POST', url: '/v5/p2p/order/info', body: { orderId: id } };
	const { url, ...signed } = signedRequest(credential, options, Date.now()) as unknown as {
		url: string;
	} & RequestInit;
	const reply = (await (await fetch(url, signed)).json()) as { result: unknown };
	await simulator.close();
	return reply.result;
}
