/** The assessment of a counterparty, as the node makes it against the simulator over HTTP. */
import '../support/instantTime.mts';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
	simulator.exchange.setUser('anna', {
		realName: 'Anna Berg',
		finishedOrders: 120,
		completionRate: 97,
		accountDays: 400,
		country: 'DE',
	});
});
afterEach(async () => {
	await simulator.close();
});

const RULES = { minCompletedOrders: 100, minCompletionRate: 95, minAccountAgeDays: 90, countries: 'de, es' };

async function assess(rules: object = RULES) {
	const { id } = simulator.exchange.openOrder({ side: 'sell', amount: '92', counterparty: 'anna' });
	const { json, error } = await runAction(
		{ resource: 'account', operation: 'assessCounterparty', orderId: id, rules } as never,
		credentialFor(simulator.url),
	);
	return { orderId: id, json: json[0] as Record<string, unknown> | undefined, error };
}

describe('Assess Counterparty', () => {
	it('gives the verdict, the reasons and the figures it rests on', async () => {
		const { json, orderId } = await assess();

		expect(json).toEqual({
			orderId,
			counterpartyId: simulator.exchange.order(orderId).counterpartyId,
			verdict: 'pass',
			reasons: ['Every rule is met'],
			figures: {
				completedOrders: 120,
				completionRate: 97,
				accountAgeDays: 400,
				country: 'DE',
				blocked: false,
				fiatAmount: '92',
				fiat: 'EUR',
			},
		});
	});

	it.each([
		[{ finishedOrders: 99 }, 'block'],
		[{ blocked: true }, 'block'],
		[{ country: 'FR' }, 'block'],
		[{ without: ['accountCreateDays'] }, 'review'],
		[{ fields: { recentRate: null } }, 'review'],
		[{ fields: { recentRate: 'high' } }, 'review'],
		[{ fields: { recentRate: '9700' } }, 'review'],
		[{ fields: { totalFinishCount: '-5' } }, 'review'],
		[{ fields: { kycCountryCode: '' } }, 'review'],
		[{ fields: { userId: '1' } }, 'review'],
	])('of a counterparty with %j gives %s', async (user, verdict) => {
		simulator.exchange.setUser('anna', user);

		expect((await assess()).json).toMatchObject({ verdict });
	});

	it('gives review when Bybit refuses the figures of this order', async () => {
		simulator.exchange.fault({ path: PATH.counterparty, kind: 'code', code: 912100027 });

		expect((await assess()).json).toMatchObject({ verdict: 'review', figures: { completedOrders: null } });
	});

	it('gives review by any rule when Bybit does not show whether the counterparty is blocked', async () => {
		simulator.exchange.fault({ path: PATH.counterparty, kind: 'code', code: 912100027 });

		expect((await assess({ blockedNames: 'Ivan Petrov' })).json).toMatchObject({ verdict: 'review' });

		simulator.exchange.setUser('anna', { without: ['blocked'] });

		expect((await assess({ blockedNames: 'Ivan Petrov' })).json).toMatchObject({ verdict: 'review' });
	});

	it('says so when nothing can be read', async () => {
		simulator.exchange.fault({ path: PATH.counterparty, kind: 'code', code: 10005 });

		expect((await assess()).error?.message).toMatch(/did not show the counterparty.*\(10005\)/);
	});

	it('compares names with the blocked ones, in lines or with commas', async () => {
		expect((await assess({ blockedNames: 'Ivan Petrov\nBERG, ANNA' })).json).toMatchObject({ verdict: 'review' });
		expect((await assess({ blockedNames: 'Ivan Petrov\nBerg Anna' })).json).toMatchObject({ verdict: 'block' });
		expect((await assess({ blockedNames: ['Ivan Petrov'] })).json).toMatchObject({ verdict: 'pass' });
	});

	it.each([
		[{}, /^Rules is empty, so the counterparty was not assessed$/],
		['={{ {} }}', /Rules/],
		[{ minCompletedOrder: 5 }, /minCompletedOrder/],
	])('without a rule that it knows, %j, is refused: everybody would pass', async (rules, message) => {
		const { error, json } = await assess(rules as object);

		expect([error?.message, json]).toEqual([expect.stringMatching(message), undefined]);
		expect(simulator.exchange.calls).toEqual([]);
	});
});
