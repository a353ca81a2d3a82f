/** Parameters of order operations through the real engine of n8n: time zones, lists, and what an expression may not decide. */
import '../support/instantTime.mts';

import type { INodeParameters } from 'n8n-workflow';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { callTool, credentialFor, runAction } from '../support/n8nCore.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const run = async (operation: string, parameters: object, more: Parameters<typeof runAction>[2] = {}) =>
	await runAction(
		{ resource: 'order', operation, ...parameters } as INodeParameters,
		credentialFor(simulator.url),
		more,
	);

describe('Match Payment', () => {
	const sale = (): string => {
		const { id } = simulator.exchange.openOrder({
			side: 'sell',
			amount: '92',
			counterparty: 'anna',
			counterpartyName: 'Anna Berg',
		});
		simulator.exchange.buyerPays(id);
		return id;
	};
	const match = async (options: object, more: Parameters<typeof runAction>[2] = {}) =>
		await run('matchPayment', { amount: '92.00', fiat: 'EUR', payerName: 'Anna Berg', options }, more);
	/** The clock of the tests shows 2026-09-21, 14:13 UTC, which is 16:13 in Berlin. */
	const PAID_AT = '2026-09-21 16:20:00';

	it('reads a time without a zone in the time zone of the workflow', async () => {
		sale();

		const [inBerlin, inTokyo] = [
			await match({ paidAt: PAID_AT }, { timezone: 'Europe/Berlin' }),
			await match({ paidAt: PAID_AT }, { timezone: 'Asia/Tokyo' }),
		];

		expect([inBerlin.json[0].verdict, inTokyo.json[0].verdict]).toEqual(['match', 'noMatch']);
	});

	it('takes a date without a time for the whole day', async () => {
		sale();

		const { json } = await match({ paidAt: '2026-09-21' }, { timezone: 'America/Bogota' });

		expect(json).toMatchObject([{ verdict: 'match' }]);
	});

	it('takes an empty list of used references for none, and refuses empty text for a list', async () => {
		sale();

		const none = await match({ reference: 'TX1', usedReferences: '={{ [] }}' });
		const used = await match({ reference: 'TX1', usedReferences: '={{ ["tx 1"] }}' });
		const empty = await match({ reference: 'TX1', usedReferences: '={{ $json.references }}' });
		const blank = await match({ reference: 'TX1', usedReferences: '={{ "" }}' });

		expect([none.json[0].verdict, used.json[0].verdict]).toEqual(['match', 'alreadyUsed']);
		expect([empty.error?.message, blank.error?.message]).toEqual([
			'Used References is empty: its expression gives nothing, so nothing was sent',
			'Used References is empty: its expression gives nothing, so nothing was sent',
		]);
	});

	it('refuses a misspelt option', async () => {
		expect((await match({ usedReference: 'TX1' })).error?.message).toMatch(/^Options has no field "usedReference"/);
	});
});

describe('Review Cancel Request of an order that is marked as paid', () => {
	const paidPurchase = (): string => {
		const { id } = simulator.exchange.openOrder({ side: 'buy', status: 20 });
		simulator.exchange.requestCancel(id);
		return id;
	};
	const review = async (orderId: string, options: object) =>
		await run('reviewCancelRequest', { orderId, decision: 'accept', options });

	it.each<[string, object]>([
		['nothing', {}],
		['false', { confirmNotPaid: false }],
	])('is not accepted when Confirm Not Paid is %s', async (_name, options) => {
		const orderId = paidPurchase();

		const { error } = await review(orderId, options);

		expect(error?.message).toMatch(/the order is waiting for the seller to release \(20\), so it may be paid/);
		expect(simulator.exchange.effects(orderId).cancelReviews).toBe(0);
	});

	it.each(['={{ true }}', '={{ $json.yes }}', '=true', 'true', 1, null, '={{ false }}'])(
		'is not accepted when %j says that nothing is paid: it is set by hand',
		async (confirmNotPaid) => {
			const orderId = paidPurchase();

			const { error } = await review(orderId, { confirmNotPaid });

			expect(error?.message).toMatch(
				/^Confirm Not Paid (must be true or false|is empty: its expression gives nothing), so/,
			);
			expect(simulator.exchange.effects(orderId).cancelReviews).toBe(0);
		},
	);

	it('is accepted when its author says that nothing is paid', async () => {
		const orderId = paidPurchase();

		const { json } = await review(orderId, { confirmNotPaid: true });

		expect(json).toEqual([
			{ orderId, decision: 'accept', reviewed: true, alreadyReviewed: false, status: 'cancelled', dryRun: false },
		]);
	});

	it('is not accepted because an AI agent says that nothing is paid', async () => {
		const orderId = paidPurchase();

		const { text } = await callTool(
			{
				resource: 'order',
				operation: 'reviewCancelRequest',
				orderId: { __rl: true, mode: 'id', value: "={{ $fromAI('orderId', '', 'string') }}" },
				decision: 'accept',
				options: { confirmNotPaid: "={{ $fromAI('confirmNotPaid', '', 'boolean') }}" },
				allowMoneyActions: true,
			},
			{ orderId, confirmNotPaid: true },
			credentialFor(simulator.url),
		);

		expect(text).toMatch(/Confirm Not Paid must be true or false/);
		expect(simulator.exchange.effects(orderId).cancelReviews).toBe(0);
	});
});

describe('Mark as Paid', () => {
	it('names no other payment method than the one whose expression gives nothing', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'buy' });

		const { error } = await run('markAsPaid', { orderId: id, options: { paymentId: '={{ $json.paymentId }}' } });

		expect(error?.message).toBe('Payment ID is empty: its expression gives nothing, so nothing was sent');
		expect(simulator.exchange.effects(id).pays).toBe(0);
	});

	it('is checked like a release', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'buy', amount: '92', counterpartyName: 'Otto Lang' });
		const pay = async (safetyChecks: object) => await run('markAsPaid', { orderId: id, safetyChecks });

		const wrong = await pay({ expectedFiatAmount: '={{ "92.00 ₸" }}', expectedSellerName: 'Bob Unknown' });
		const right = await pay({ expectedFiatAmount: '92,00 €', expectedSellerName: 'LANG OTTO', maxFiatAmount: '92' });

		expect(wrong.error?.message).toMatch(/was not marked as paid: 2 safety checks do not pass/);
		expect(right.json).toMatchObject([{ orderId: id, paid: true, alreadyPaid: false, checksPassed: true }]);
		expect(simulator.exchange.effects(id).pays).toBe(1);
	});
});

describe('Release', () => {
	it('takes the amount as the node itself prints it', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'sell', status: 20, amount: '46.000' });
		const { json } = await run('get', { orderId: id });

		const released = await run(
			'release',
			{ orderId: id, safetyChecks: { expectedFiatAmount: '={{ $json.fiatAmount }}' } },
			{ items: [{ json: json[0] }] },
		);

		expect(json[0].fiatAmount).toBe('46.000');
		expect(released.json).toMatchObject([{ released: true, checksPassed: true }]);
	});
});
