/**
 * Every operation and every kind of refusal with marked secrets, in the real engine of n8n: the marks must not turn up in outputs,
 * messages, descriptions, stacks, logs, or in what n8n stores of the run.
 */
import '../support/instantTime.mts';

import { LoggerProxy, type INodeParameters, type Logger } from 'n8n-workflow';
import { inspect } from 'node:util';

import type { Exchange, FaultOptions } from '../../simulator/exchange.mts';
import { resources } from '../../nodes/BybitP2P/action';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { anRsaKey } from '../support/keys.mts';
import {
	credentialFor,
	makePoller,
	runAction,
	searchList,
	type CredentialData,
	type Item,
} from '../support/n8nCore.mts';

const API_KEY = 'MARKEDKEY7f3a91c2';
const API_SECRET = 'MARKEDSECRET5d0be84417aa';
const RSA = anRsaKey();

let simulator: ExchangeServer;
let logged: string[];

beforeEach(async () => {
	simulator = await createExchange({ limits: false });
	simulator.exchange.addKey({ apiKey: API_KEY, apiSecret: API_SECRET });
	simulator.exchange.addKey({ apiKey: `${API_KEY}RSA`, publicKeyPem: RSA.publicPem });
	logged = [];
	const note = (...words: unknown[]): void => {
		logged.push(words.map((word) => (typeof word === 'string' ? word : deep(word))).join(' '));
	};
	LoggerProxy.init({ error: note, warn: note, info: note, debug: note, scoped: () => ({}) } as unknown as Logger);
	for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
		jest.spyOn(console, level).mockImplementation(note);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.close();
});

/** All of a value: nested causes, contexts, hidden fields and stacks. */
function deep(value: unknown): string {
	const seen = new WeakSet<object>();
	const json = JSON.stringify(value, (_name, part: unknown) => {
		if (typeof part !== 'object' || part === null) return typeof part === 'bigint' ? String(part) : part;
		if (seen.has(part)) return '(again)';
		seen.add(part);
		return part instanceof Error || 'stack' in part
			? { ...part, message: (part as Error).message, stack: (part as Error).stack, cause: (part as Error).cause }
			: part;
	});
	return `${json} ${inspect(value, { depth: 15, showHidden: true, maxStringLength: null, maxArrayLength: null })}`;
}

/** The secret words, with every signature that was made. */
function marks(exchange: Exchange): readonly string[] {
	const signatures = exchange.calls
		.map(({ headers }) => headers['x-bapi-sign'])
		.filter((one) => one !== undefined && one !== '');
	const privateLines = RSA.privatePem.split('\n').filter((line) => line.length > 40);
	return [API_KEY, API_SECRET, ...privateLines, ...signatures];
}

function expectNoMarks(...places: readonly unknown[]): void {
	const all = [...places.map(deep), ...logged].join('\n');
	expect(marks(simulator.exchange).filter((mark) => all.includes(mark))).toEqual([]);
}

const hmac = (): CredentialData => credentialFor(simulator.url, { apiKey: API_KEY, apiSecret: API_SECRET });
const rsa = (): CredentialData =>
	credentialFor(simulator.url, { keyType: 'rsa', apiKey: `${API_KEY}RSA`, apiSecret: '', privateKey: RSA.privatePem });

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64');
const items: readonly Item[] = [{ binary: { data: { data: PNG, mimeType: 'image/png', fileName: 'a.png' } } }];

/** Every operation with input that is right, on a world of its own. */
function parametersOf(resource: string, operation: string): INodeParameters {
	const { exchange } = simulator;
	const sale = exchange.openOrder({ side: 'sell', counterparty: 'anna' }).id;
	const purchase = exchange.openOrder({ side: 'buy', counterparty: 'otto' }).id;
	exchange.buyerPays(sale);
	exchange.requestCancel(purchase);
	exchange.say(sale, { contentType: 'pic', content: Buffer.from('x'), fileName: 'r.png' });
	const terms = {
		side: 'sell',
		coin: 'USDT',
		fiat: 'EUR',
		price: '0.92',
		quantity: '5',
		minAmount: '1',
		maxAmount: '4',
		paymentIds: [String(exchange.merchant.paymentTerms[0].id)],
	};
	const orderId = operation === 'markAsPaid' || operation === 'reviewCancelRequest' ? purchase : sale;
	const own: Readonly<Record<string, INodeParameters>> = {
		create: { ...terms, priceType: 'fixed' },
		search: { side: 'sell', coin: 'USDT', fiat: 'EUR' },
		update: { adId: '1900004704665923584', updateFields: { price: '0.93' } },
		getMessages: { orderId, options: { downloadFiles: true } },
		sendMessage: { orderId, messageType: 'file', binaryPropertyName: 'data' },
		reviewCancelRequest: { orderId, decision: 'accept' },
		matchPayment: { amount: '92.00', fiat: 'EUR', payerName: 'Anna Berg' },
		getBalance: { coins: 'USDT' },
		summarize: { createdAfter: new Date(exchange.now() - 86_400_000).toISOString() },
	};
	return {
		resource,
		operation,
		...(resource === 'ad' ? { adId: '1900004704665923584' } : { orderId }),
		...own[operation],
	};
}

const everything = resources.flatMap(({ value, operations }) => operations.map((one) => [value, one.value] as const));
const faults: ReadonlyArray<Omit<FaultOptions, 'path'> | undefined> = [
	undefined,
	{ kind: 'lostAfter' },
	{ kind: 'html403' },
	{ kind: 'html502' },
	{ kind: 'status', status: 401 },
	{ kind: 'garbage' },
	{ kind: 'emptyBody' },
	...[10003, 10004, 10005, 10006, 10010, 10016, 912999999].map((code) => ({ kind: 'code', code }) as const),
];

describe.each(everything)('%s.%s', (resource, operation) => {
	it('reveals no secret, whatever the exchange answers, to whichever kind of key', async () => {
		for (const [index, fault] of faults.entries()) {
			const parameters = parametersOf(resource, operation);
			simulator.exchange.clearFaults();
			if (fault !== undefined) simulator.exchange.fault({ ...fault, path: '*', times: Number.POSITIVE_INFINITY });
			// In turn, so that each refusal meets each ending over all operations.
			const onError = index % 2 === 0 ? 'stopWorkflow' : 'continueErrorOutput';
			for (const credentials of index % 4 === 0 ? [hmac(), rsa()] : [hmac()]) {
				const { run, error, items: given, failed } = await runAction(parameters, credentials, { items, onError });

				expectNoMarks(run, error, given, failed);
			}
		}
	}, 60_000);
});

it('would find a secret in a cause, a hidden field, a stack and a log', () => {
	const hidden = Object.defineProperty(new Error('x'), 'request', {
		value: { headers: { key: API_KEY } },
		enumerable: false,
	});
	const caused = new Error('x', { cause: new Error(API_SECRET) });

	expect([deep(hidden).includes(API_KEY), deep({ nested: [caused] }).includes(API_SECRET)]).toEqual([true, true]);
	console.warn(API_KEY);
	expect(() => expectNoMarks({})).toThrow();
});

describe('a credential that cannot be used', () => {
	it.each<[string, CredentialData]>([
		['half a private key', { keyType: 'rsa', privateKey: RSA.privatePem.slice(0, 400) }],
		['a private key without its frame', { keyType: 'rsa', privateKey: RSA.privatePem.replace(/-----[^-]+-----/g, '') }],
		['a public key', { keyType: 'rsa', privateKey: RSA.publicPem }],
		['a secret with the wrong kind', { keyType: 'rsa', privateKey: API_SECRET }],
		['a key with a line break', { apiKey: `${API_KEY}\nX-Evil: 1` }],
		['a key with a letter no header takes', { apiKey: `${API_KEY}\u0416` }],
		['an address that is none', { baseUrl: 'not an address' }],
		['an address with the key in it', { baseUrl: `https://user:${API_SECRET}@api.bybit.com` }],
		['a key that is not known', { apiKey: `${API_KEY}X` }],
		['a secret that is not right', { apiSecret: `${API_SECRET}X` }],
	])('reveals no secret with %s', async (_name, fields) => {
		const credentials = { ...hmac(), ...fields };
		const { run, error } = await runAction({ resource: 'account', operation: 'get' }, credentials);
		const list = await searchList('searchPendingOrders', credentials).catch((reason: unknown) => reason);

		expect(error?.message).toMatch(/\w/);
		expectNoMarks(run, error, list);
	});
});

it('reveals no secret in the trigger, its state, its items and its refusals', async () => {
	for (const fault of faults) {
		simulator.exchange.clearFaults();
		simulator.exchange.openOrder({ counterparty: 'anna' });
		const poller = makePoller({ events: ['orderCreated', 'messageReceived'] }, hmac());
		const first = await poller.poll().catch((reason: unknown) => reason);
		if (fault !== undefined) simulator.exchange.fault({ ...fault, path: '*', times: Number.POSITIVE_INFINITY });
		simulator.exchange.openOrder({ counterparty: 'otto' });
		const second = await poller.poll().catch((reason: unknown) => reason);

		expectNoMarks(first, second, poller.state());
	}
});
