// First: the limiter would hold 10,000 calls back for a quarter of an hour.
import '../support/fastTime.mts';

import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { engine, requester } from '../support/engine.mts';
import { startListening } from '../support/fork.mts';
import { PEERS } from '../support/peers.mts';

type Call = () => Promise<unknown>;
const ORDER = { orderId: '1' };
const PATH = '/v5/p2p/order/info';
const KEY = { apiKey: 'sim-key', apiSecret: 'sim-secret' };

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	const [rounds, perRound] = quick ? [6, 100] : [20, 500];
	const server = await startListening('replyServer.mts');
	const ways = await waysTo(server.url);
	const times = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as Times[]]));
	for (let round = -1; round < rounds; round += 1) {
		for (const [name, call] of Object.entries(ways)) {
			const taken = await timesOf(call, perRound);
			// The first round warms up.
			if (round >= 0) times[name].push(taken);
		}
	}
	await server.close();
	return [row('CPU', 'cpuMs', times), row('Wall', 'wallMs', times), ownShare(times)];
}

interface Times {
	readonly cpuMs: number;
	readonly wallMs: number;
}

async function timesOf(call: Call, count: number): Promise<Times> {
	(globalThis as { gc?: () => void }).gc?.();
	const [cpu, wall] = [process.cpuUsage(), performance.now()];
	for (let calls = 0; calls < count; calls += 1) await call();
	const { user, system } = process.cpuUsage(cpu);
	return { cpuMs: (user + system) / 1_000 / count, wallMs: (performance.now() - wall) / count };
}

/** The same call in four ways. */
async function waysTo(url: string): Promise<Record<'ours' | 'n8n' | 'bybit-api' | 'fetch', Call>> {
	const { aContext } = await requester();
	const { openClient } = await import('../../nodes/BybitP2P/n8n/client.ts');
	const { endpoints } = await import('../../nodes/BybitP2P/api/endpoints.ts');
	const credential = engine.credentialFor(url);
	const { api } = await openClient(aContext(credential) as never);
	const plain = aContext(credential, async ({ apiKey }, options) => ({
		...options,
		headers: { ...(options as { headers?: object }).headers, 'X-Key': apiKey },
	}));
	const { RestClientV5 } = createRequire(join(PEERS, 'package.json'))('bybit-api') as BybitApiPackage;
	const peer = new RestClientV5({ key: KEY.apiKey, secret: KEY.apiSecret, baseUrl: url });
	const request = { method: 'POST' as const, url: `${url}${PATH}`, body: ORDER, json: true };
	return {
		ours: async () => await api.call(endpoints.getOrder, ORDER),
		n8n: async () => await plain.helpers.httpRequestWithAuthentication.call(plain, 'bybitP2PApi', { ...request }),
		'bybit-api': async () => await peer.getP2POrderDetail(ORDER),
		fetch: async () => await (await signedFetch(url)).json(),
	};
}

interface BybitApiPackage {
	RestClientV5: new (options: { key: string; secret: string; baseUrl: string }) => {
		getP2POrderDetail(order: typeof ORDER): Promise<unknown>;
	};
}

/** What the documentation of the exchange asks for, and nothing else. */
async function signedFetch(url: string): Promise<Response> {
	const body = JSON.stringify(ORDER);
	const time = String(Date.now());
	const sign = createHmac('sha256', KEY.apiSecret).update(`${time}${KEY.apiKey}5000${body}`).digest('hex');
	const headers = {
		'content-type': 'application/json',
		'x-bapi-api-key': KEY.apiKey,
		'x-bapi-timestamp': time,
		'x-bapi-recv-window': '5000',
		'x-bapi-sign': sign,
	};
	return await fetch(`${url}${PATH}`, { method: 'POST', headers, body });
}

const NAMES = { n8n: "n8n's own request", 'bybit-api': 'bybit-api', fetch: 'bare fetch' } as const;

function row(label: string, kind: keyof Times, times: Readonly<Record<string, readonly Times[]>>): Row {
	const of = (name: string): number => median(times[name].map((one) => one[kind]));
	return {
		what: `${label} time of one call`,
		ours: of('ours'),
		unit: 'ms',
		against: Object.entries(NAMES).map(([name, shown]) => ({ name: shown, value: of(name) })),
	};
}

/** By rounds: both were measured within the same second. */
function ownShare(times: Readonly<Record<string, readonly Times[]>>): Row {
	const shares = times.ours.map(({ cpuMs }, round) => cpuMs - times.n8n[round].cpuMs);
	return {
		what: "Our share of it above n8n's own request, CPU",
		ours: median(shares),
		unit: 'ms',
		goal: { text: 'at most 0.1 ms', atMost: 0.1 },
	};
}
