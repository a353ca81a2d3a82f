/** Money through the real engine of n8n over HTTP: faults, Retry On Fail, Continue On Fail, and expressions that give nothing. */
import '../support/instantTime.mts';

import type { INode, INodeParameters } from 'n8n-workflow';

import type { FaultOptions } from '../../simulator/exchange.mts';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { PATH } from '../support/exchangePaths.mts';
import { MONEY_ACTIONS, type MoneyAction } from '../support/moneyActions.mts';
import { credentialFor, runAction, type Item } from '../support/n8nCore.mts';

let simulator: ExchangeServer;

beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const parametersOf = (action: MoneyAction, orderId: string): INodeParameters => {
	const resource = action.readPath === PATH.order ? 'order' : 'chat';
	const { operation, params } = action.job(orderId);
	return { resource, operation: operation.value, ...params } as INodeParameters;
};
const RECEIPT = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
const withReceipt: readonly Item[] = [
	{ binary: { data: { data: RECEIPT, mimeType: 'image/png', fileName: 'receipt.png' } } },
];

const faults: ReadonlyArray<Omit<FaultOptions, 'path'>> = [
	{ kind: 'lostBefore' },
	{ kind: 'lostAfter' },
	{ kind: 'html403' },
	{ kind: 'html502', when: 'after' },
	{ kind: 'status', status: 401 },
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 503, when: 'after' },
	{ kind: 'garbage' },
	{ kind: 'emptyBody', when: 'before' },
	{ kind: 'code', code: 10000, when: 'after' },
	{ kind: 'code', code: 10002 },
	{ kind: 'code', code: 10006 },
	{ kind: 'code', code: 10016 },
	{ kind: 'code', code: 912999999 },
	{ kind: 'status', status: 200, message: '{"result":{}}', when: 'after' },
];
const shown = (fault: object): string => JSON.stringify(fault);

describe.each(MONEY_ACTIONS.map((action) => [action.name, action] as const))('%s through n8n', (_name, action) => {
	it.each(faults.map((fault) => [shown(fault), fault] as const))(
		'is done once in three tries with %s on the first call',
		async (_shown, fault) => {
			const { exchange, url } = simulator;
			const orderId = action.open(exchange);
			exchange.fault({ ...fault, path: action.writePath });

			const { error } = await runAction(parametersOf(action, orderId), credentialFor(url), {
				items: withReceipt,
				node: RETRY,
			});

			// Nothing distinguishes a rejected request from none, so a further try may be refused.
			if (action.knowsAlready) expect(error?.message).toBeUndefined();
			expect([action.isDone(exchange, orderId), action.effects(exchange, orderId)]).toEqual([true, 1]);
		},
	);

	it('reports the truth when every call is answered 401, and sends each write once: n8n signs such a call again by itself', async () => {
		const { exchange, url } = simulator;
		const orderId = action.open(exchange);
		exchange.fault({ path: action.writePath, kind: 'status', status: 401, times: Number.POSITIVE_INFINITY });

		const { error } = await runAction(parametersOf(action, orderId), credentialFor(url), { items: withReceipt });

		expect(error?.message).toMatch(/sent, not confirmed/);
		const paths = exchange.calls.map(({ path }) => path);
		paths.forEach((path, index) => {
			if (index > 0 && path === action.writePath) expect(paths[index - 1]).not.toBe(action.writePath);
		});
	});
});

describe('a safety check through n8n', () => {
	it.each([
		['expectedFiatAmount', '={{ $json.missing }}'],
		['expectedFiat', '={{ $json.missing }}'],
		['expectedCoinAmount', '={{ $json.missing.deeper }}'],
		['expectedCoin', '={{ "" }}'],
		['expectedCounterpartyId', '={{ null }}'],
		['expectedPayerName', '={{ $json.missing }}'],
		['expectedPayerName', '={{ [] }}'],
		['maxFiatAmount', '={{ $json.missing }}'],
		['maxFiatAmount', '={{ Number($json.missing) }}'],
		['minMinutesSincePaid', '={{ $json.missing }}'],
		['amountTolerance', '={{ $json.missing }}'],
		['minNameScore', '={{ $json.missing }}'],
	])('%s refuses when its expression is %s', async (name, expression) => {
		const { exchange, url } = simulator;
		const { id } = exchange.openOrder({ status: 20, counterpartyName: 'Anna Berg' });
		const refined =
			{ amountTolerance: { expectedFiatAmount: '92' }, minNameScore: { expectedPayerName: 'Anna Berg' } }[name] ?? {};

		const { error } = await runAction(
			{ resource: 'order', operation: 'release', orderId: id, safetyChecks: { ...refined, [name]: expression } },
			credentialFor(url),
		);

		expect(error?.message).toMatch(/was not released: (a|\d) safety checks? do(es)? not pass/);
		expect([exchange.order(id).status, exchange.calls.map(({ path }) => path)]).toEqual([20, [PATH.order]]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['the rehearsal', { options: { dryRun: '={{ $json.missing }}' } }, /^Dry Run must be true or false/],
		['the rehearsal as text', { options: { dryRun: '={{ "true" }}' } }, /^Dry Run must be true or false/],
		['the order', { orderId: '={{ $json.missing }}' }, /^Order ID is empty/],
	])('refuses before any request when an expression gives no good value for %s', async (_name, parameters, message) => {
		const { exchange, url } = simulator;
		const { id } = exchange.openOrder({ status: 20 });

		const { error } = await runAction(
			{ resource: 'order', operation: 'release', orderId: id, ...parameters },
			credentialFor(url),
		);

		expect(error?.message).toMatch(message);
		expect([exchange.order(id).status, exchange.calls]).toEqual([20, []]);
	});

	it('lets a release pass when all that is set is right, and lists it', async () => {
		const { exchange, url } = simulator;
		const { id } = exchange.openOrder({ status: 20, counterpartyName: 'Anna Berg' });

		const { json } = await runAction(
			{
				resource: 'order',
				operation: 'release',
				orderId: id,
				safetyChecks: { expectedFiatAmount: '={{ $json.amount }}', expectedPayerName: '={{ $json.payer }}' },
			},
			credentialFor(url),
			{ items: [{ json: { amount: 92, payer: 'BERG ANNA' } }] },
		);

		expect(json).toMatchObject([
			{
				released: true,
				checks: [
					{ check: 'expectedFiatAmount', passed: true },
					{ check: 'expectedPayerName', passed: true },
				],
			},
		]);
	});
});

describe('three items of which one is refused', () => {
	const three = (): { ids: readonly string[]; items: readonly Item[] } => {
		const { exchange } = simulator;
		const ids = [
			exchange.openOrder({ status: 20 }).id,
			exchange.openOrder({ status: 10 }).id,
			exchange.openOrder({ status: 20 }).id,
		];
		return { ids, items: ids.map((id) => ({ json: { id } })) };
	};
	const parameters = { resource: 'order', operation: 'release', orderId: '={{ $json.id }}' };
	const refusal = (id: string): object => ({
		json: {
			error: `Order ${id} was not released: it is still waiting for the buyer to pay (10)`,
			details:
				'Nothing was sent. Release only after the buyer has marked the order as paid and the money is in your bank account.',
		},
		pairedItem: { item: 1 },
	});

	it('go on, the refused one to the error output', async () => {
		const { ids, items: input } = three();

		const { items, failed, error } = await runAction(parameters, credentialFor(simulator.url), {
			items: input,
			onError: 'continueErrorOutput',
		});

		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.orderId, json.released, pairedItem])).toEqual([
			[ids[0], true, { item: 0 }],
			[ids[2], true, { item: 2 }],
		]);
		expect(failed).toHaveLength(1);
		expect(failed[0].pairedItem).toEqual({ item: 1 });
		expect(failed[0].json).toMatchObject((refusal(ids[1]) as { json: object }).json);
	});

	it('go on in order in the main output', async () => {
		const { ids, items: input } = three();

		const { items, failed, error } = await runAction(parameters, credentialFor(simulator.url), {
			items: input,
			onError: 'continueRegularOutput',
		});

		expect(error).toBeUndefined();
		expect(failed).toEqual([]);
		expect(items.map(({ json }) => json.released)).toEqual([true, undefined, true]);
		expect(items[1]).toEqual(refusal(ids[1]));
	});

	it('stop at the refused one otherwise; the one before is released, the one after is not', async () => {
		const { ids, items: input } = three();

		const { error } = await runAction(parameters, credentialFor(simulator.url), { items: input });

		expect(error?.message).toMatch(/was not released/);
		expect(ids.map((id) => simulator.exchange.order(id).status)).toEqual([50, 10, 20]);
	});

	it('release each once when n8n runs all three again', async () => {
		const { ids, items: input } = three();
		simulator.exchange.setStatus(ids[1], 20);
		simulator.exchange.fault({ path: PATH.release, kind: 'code', code: 912999999, skip: 1 });

		const { json } = await runAction(parameters, credentialFor(simulator.url), { items: input, node: RETRY });

		expect(json.map(({ released, alreadyReleased }) => [released, alreadyReleased])).toEqual([
			[true, true],
			[true, false],
			[true, false],
		]);
		expect(ids.map((id) => simulator.exchange.effects(id).releases)).toEqual([1, 1, 1]);
	});
});
