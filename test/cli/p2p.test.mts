import { Readable } from 'node:stream';

import { main } from '../../cli/main.mts';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';

let simulator: ExchangeServer;
beforeAll(async () => {
	simulator = await createExchange({ limits: false });
});
afterAll(async () => {
	await simulator.close();
});

const KEYS = { BYBIT_API_KEY: 'sim-key', BYBIT_API_SECRET: 'sim-secret' };

async function run(request: object | string, environment: Record<string, string> = {}) {
	const text = typeof request === 'string' ? request : JSON.stringify(request);
	let written = '';
	const exitCode = await main(
		Readable.from([text]),
		{ write: (chunk) => (written += chunk) },
		{ ...KEYS, BYBIT_BASE_URL: simulator.url, ...environment },
	);
	return { exitCode, lines: written.split('\n'), answer: JSON.parse(written) as Record<string, unknown> };
}

const paidSale = (): string => {
	const { id } = simulator.exchange.openOrder({
		side: 'sell',
		amount: '92',
		counterparty: 'anna',
		counterpartyName: 'Anna Berg',
	});
	simulator.exchange.buyerPays(id);
	return id;
};

describe('one JSON in, one JSON out', () => {
	it('lists orders by the number of their status, in snake_case', async () => {
		const orderId = paidSale();

		const { exitCode, answer, lines } = await run({ action: 'list_orders', status: 20, limit: 1 });

		expect(exitCode).toBe(0);
		expect(answer).toMatchObject({
			count: 1,
			orders: [{ order_id: orderId, status: 'waitingForRelease', fiat_amount: '92' }],
		});
		expect(lines).toHaveLength(2);
	});

	it('lists the pending orders', async () => {
		const orderId = paidSale();

		const { answer } = await run({ action: 'get_pending_orders', limit: 1 });

		expect(answer.orders).toMatchObject([{ order_id: orderId }]);
	});

	it('shows an order in full', async () => {
		const { answer } = await run({ action: 'get_order', order_id: paidSale() });

		expect(answer).toMatchObject({ order: { counterparty_name: 'Anna Berg', payment_method: 'Bank Transfer' } });
	});

	it('writes into the chat and reads it', async () => {
		const orderId = paidSale();

		const sent = await run({ action: 'send_message', order_id: orderId, text: 'Thank you' });
		const { answer } = await run({ action: 'get_chat', order_id: orderId, from: ['me'] });

		expect(sent.answer).toMatchObject({ message: { order_id: orderId, sent: true } });
		expect(answer.messages).toMatchObject([{ from: 'me', text: 'Thank you' }]);
	});

	it('releases after the checks, and refuses when one does not pass', async () => {
		const orderId = paidSale();

		const refused = await run({ action: 'release_assets', order_id: orderId, expected_fiat_amount: '91' });
		const released = await run({ action: 'release_assets', order_id: orderId, expected_fiat_amount: '92.00' });

		expect(refused.exitCode).toBe(1);
		expect(refused.answer).toMatchObject({
			error: { kind: 'refused', message: expect.stringMatching(/expected "91", found "92"/) },
		});
		expect(released.answer).toMatchObject({ release: { order_id: orderId, released: true, already_released: false } });
	});

	it.each([
		['release_assets', 'expected_fiat_amount', null],
		['release_assets', 'expected_fiat_amount', ''],
		['list_orders', 'counterparty_id', ''],
		['list_orders', 'fiat', ' '],
	])('refuses %s with an empty %s (%j), which would be passed over', async (action, field, value) => {
		const orderId = paidSale();
		const orderField = action === 'release_assets' ? { order_id: orderId } : {};

		const { exitCode, answer } = await run({ action, ...orderField, [field]: value });

		expect(exitCode).toBe(1);
		expect(answer).toMatchObject({ error: { message: `The field "${field}" is empty, so nothing was sent` } });
		expect(simulator.exchange.effects(orderId).releases).toBe(0);
	});

	it.each([
		['a misspelt field', { dryrun: true }],
		['a check inside another field', { safety_checks: { expected_fiat_amount: '1' } }],
		['an option inside another field', { options: { dry_run: true } }],
	])('refuses %s instead of releasing without it', async (_what, fields) => {
		const orderId = paidSale();

		const { exitCode, answer } = await run({ action: 'release_assets', order_id: orderId, ...fields });

		expect(exitCode).toBe(1);
		expect(answer).toMatchObject({ error: { message: expect.stringMatching(/takes no field/) } });
		expect(simulator.exchange.effects(orderId).releases).toBe(0);
	});

	it('marks a purchase as paid', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'buy', amount: '50', counterparty: 'otto' });

		const { answer } = await run({ action: 'mark_as_paid', order_id: id });

		expect(answer).toMatchObject({ payment: { order_id: id, paid: true, already_paid: false } });
	});

	it('shows the account', async () => {
		const { answer } = await run({ action: 'get_account' });

		expect(answer).toMatchObject({ account: { nickname: simulator.exchange.merchant.nickName } });
	});

	it('takes the keys from the request before those of the environment', async () => {
		const { exitCode, answer } = await run({ action: 'get_account', api_key: 'nobody', api_secret: 'nothing' });

		expect(exitCode).toBe(1);
		expect(answer).toMatchObject({ error: { kind: 'bybit', code: 10003 } });
	});

	it.each([
		['no JSON', 'list_orders', /not one JSON object/],
		['a list', '[]', /not one JSON object/],
		['an unknown action', '{"action":"steal"}', /There is no action "steal"/],
		['no action', '{}', /There is no action ""/],
		['an ID as a number', '{"action":"get_order","order_id":1900004704665923584}', /Order ID arrived as a number/],
	])('refuses %s', async (_what, text, message) => {
		const { exitCode, answer } = await run(text);

		expect(exitCode).toBe(1);
		expect(answer).toMatchObject({ error: { kind: 'refused', message: expect.stringMatching(message) } });
	});

	it.each([
		['twice', '{"action":"release_assets","order_id":"1","expected_fiat_amount":"1","expected_fiat_amount":"92"}'],
		['twice, the second time with an escape', '{"action":"release_assets","order_id":"1","order_\\u0069d":"2"}'],
		['twice, with blanks', '{"action" : "release_assets" , "order_id" : "1","order_id"\n:"2"}'],
		['twice inside another', '{"action":"list_orders","filters":{"a":{"status":1,"status":2}}}'],
		['in two spellings', '{"action":"release_assets","order_id":"1","orderId":"2"}'],
		['under two names', '{"action":"send_message","order_id":"1","text":"a","message":"b"}'],
	])('refuses a field that is given %s', async (_how, text) => {
		simulator.exchange.clearCalls();
		const { exitCode, answer } = await run(text);

		expect(exitCode).toBe(1);
		expect(answer).toMatchObject({
			error: { kind: 'refused', message: expect.stringMatching(/is given twice, so nothing was sent$/) },
		});
		expect(simulator.exchange.calls.filter(({ path }) => /finish|send_v1/.test(path))).toEqual([]);
	});

	it.each([
		[
			'{"action":"get_chat","order_id":"1","limit":1,"sent_after":"x: \\"order_id\\":1, {}"}',
			/Sent After is not a time/,
		],
		['{"action":"list_orders","status":["20","20"],"side":"status"}', /^Side cannot be /],
	])('does not take text for a field: %s', async (text, message) => {
		const { answer } = await run(text);

		expect(answer).toMatchObject({ error: { message: expect.stringMatching(message) } });
	});

	it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('has no action "%s"', async (action) => {
		const { answer } = await run({ action });

		expect(answer).toMatchObject({ error: { kind: 'refused', message: `There is no action "${action}"` } });
	});

	it('takes the fields of the editor, and no others', async () => {
		const { answer } = await run({ action: 'release_assets', steal: true });

		expect(answer).toMatchObject({
			error: {
				todo: 'Use only: order_id, amount_tolerance, expected_coin, expected_coin_amount, expected_counterparty_id, expected_fiat, expected_fiat_amount, expected_payer_name, max_fiat_amount, min_minutes_since_paid, min_name_score, dry_run.',
			},
		});
	});

	it('takes no fields of tools of AI agents', async () => {
		const { answer } = await run({ action: 'get_order', steal: true });

		expect(answer).toMatchObject({ error: { todo: 'Use only: order_id.' } });
	});

	it('signs with the secret of the request, though the environment holds a private key', async () => {
		const { exitCode } = await run(
			{ action: 'get_account', api_key: 'sim-key', api_secret: 'sim-secret' },
			{ BYBIT_PRIVATE_KEY: 'of another key' },
		);

		expect(exitCode).toBe(0);
	});

	it('says which keys are missing, and never prints a secret', async () => {
		const { answer } = await run({ action: 'get_account', api_key: '', api_secret: 'very-secret' });

		expect(answer).toMatchObject({ error: { message: expect.stringMatching(/has no API Key/) } });
		expect(JSON.stringify(answer)).not.toContain('very-secret');
	});
});
