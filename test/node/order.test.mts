import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const run = async (operation: string, parameters = {}, resource = 'order') =>
	await runAction({ resource, operation, ...parameters }, credentialFor(simulator.url));

const posts = (path: string): number => simulator.exchange.calls.filter((call) => call.path === path).length;

function sale(): string {
	const { id } = simulator.exchange.openOrder({
		side: 'sell',
		amount: '92',
		counterparty: 'anna',
		counterpartyName: 'Anna Berg',
	});
	simulator.exchange.buyerPays(id);
	return id;
}

describe('an order in which I am on the other side', () => {
	it('is not reported as released, however it ended', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'buy', status: 50 });

		const { error, json } = await run('release', { orderId: id });

		expect([error?.message, json]).toEqual([expect.stringMatching(/was not released: in this order you buy/), []]);
	});

	it('is not reported as paid by me, however far it is', async () => {
		const { error } = await run('markAsPaid', { orderId: sale() });

		expect(error?.message).toMatch(/was not marked as paid: in this order you sell/);
	});

	it('is not reported as reviewed when it was cancelled', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'sell' });
		simulator.exchange.cancelOrder(id);

		const { error } = await run('reviewCancelRequest', { orderId: id, decision: 'accept' });

		expect(error?.message).toMatch(/was not answered: in this order you sell/);
	});
});

describe('a release', () => {
	it('of an order that is released already lists the checks as they stand', async () => {
		const orderId = sale();
		await run('release', { orderId });

		const { json } = await run('release', { orderId, safetyChecks: { expectedFiatAmount: '1' } });

		expect(json).toMatchObject([
			{
				released: true,
				alreadyReleased: true,
				checks: [{ check: 'expectedFiatAmount', expected: '1', found: '92', passed: false }],
			},
		]);
		expect(posts(PATH.release)).toBe(1);
	});
});

describe('a reply that does not show the order', () => {
	it.each([
		['order', 'get', {}],
		['chat', 'getMessages', {}],
		['chat', 'sendMessage', { text: 'hello' }],
		['account', 'getCounterparty', {}],
	])('is reported as such by %s %s, and nothing is written', async (resource, operation, parameters) => {
		const orderId = sale();
		const other = simulator.exchange.openOrder({ side: 'sell', counterparty: 'otto' });
		const answer = simulator.exchange.handle.bind(simulator.exchange);
		jest.spyOn(simulator.exchange, 'handle').mockImplementation((request) => {
			const reply = answer(request);
			if (request.path !== PATH.order) return reply;
			return { ...reply, body: String(reply.body).replaceAll(orderId, other.id) };
		});

		const { error } = await run(operation, { orderId, ...parameters }, resource);

		expect(error?.message).toBe('Bybit did not show the order: "the reply does not show it"');
		expect(simulator.exchange.effects(orderId).messages + simulator.exchange.effects(other.id).messages).toBe(0);
	});
});

describe('what the exchange says', () => {
	it('is shown without the key and the signed text, which it quotes with a wrong signature', async () => {
		const message = 'error sign! origin_string[1790000000000sim-key5000{"orderId":"1"}] of sim-key';
		simulator.exchange.fault({ path: PATH.order, kind: 'code', code: 10004, message });

		const { error, run: whole } = await run('get', { orderId: sale() });

		expect(error?.message).toMatch(/"error sign! origin_string\[hidden\] of hidden" \(10004\)$/);
		expect(JSON.stringify(whole)).not.toContain('sim-key');
	});
});

describe('the dates of a list', () => {
	const asked = async (filters: object, timezone?: string): Promise<unknown> => {
		await runAction({ resource: 'order', operation: 'getMany', filters } as never, credentialFor(simulator.url), {
			timezone,
		});
		return simulator.exchange.calls[0].body;
	};

	it.each([
		['2026-10-31 08:00:00', 'UTC', Date.UTC(2026, 9, 31, 8)],
		['2026-10-31T08:00:00', 'UTC', Date.UTC(2026, 9, 31, 8)],
		['2026-10-31T08:00:00', 'Europe/Berlin', Date.UTC(2026, 9, 31, 7)],
		['2026-07-31 08:00', 'America/New_York', Date.UTC(2026, 6, 31, 12)],
		['2026-10-31T08:00:00Z', 'Europe/Berlin', Date.UTC(2026, 9, 31, 8)],
		['2026-10-31T10:00:00+02:00', 'Asia/Tokyo', Date.UTC(2026, 9, 31, 8)],
		['={{ "2026-10-31T08:00:00" }}', 'Europe/Berlin', Date.UTC(2026, 9, 31, 7)],
	])('are read in the time zone of the workflow where they have none: %s in %s', async (time, timezone, ms) => {
		expect(await asked({ createdAfter: time }, timezone)).toMatchObject({ beginTime: String(ms) });
	});

	it('include the whole day that they name', async () => {
		expect(await asked({ createdAfter: '2026-10-30', createdBefore: '2026-10-31' }, 'Europe/Berlin')).toMatchObject({
			beginTime: String(Date.UTC(2026, 9, 29, 23)),
			endTime: String(Date.UTC(2026, 9, 31, 23) - 1),
		});
	});
});

describe('changes of an ad', () => {
	const AD = { coin: 'USDT', fiat: 'EUR', price: '0.92', quantity: '500', minAmount: '10', maxAmount: '400' };
	const createAd = async (): Promise<string> => {
		const paymentIds = [String(simulator.exchange.merchant.paymentTerms[0].id)];
		const { json } = await run('create', { ...AD, paymentIds }, 'ad');
		return String(json[0].adId);
	};

	it('made at once do not undo each other', async () => {
		const adId = await createAd();

		await Promise.all([
			run('update', { adId, updateFields: { remark: 'Fast' } }, 'ad'),
			run('update', { adId, updateFields: { maxAmount: '300' } }, 'ad'),
		]);

		const { json } = await run('get', { adId }, 'ad');
		expect(json).toMatchObject([{ remark: 'Fast', maxAmount: '300' }]);
	});

	it('are not in doubt when only the look after them is refused', async () => {
		const adId = await createAd();
		simulator.exchange.fault({ path: PATH.ad, kind: 'code', code: 912000999, skip: 1 });

		const { error, json } = await run('update', { adId, updateFields: { price: '0.93' } }, 'ad');

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ adId, updated: true, price: '0.93' }]);
	});
});
