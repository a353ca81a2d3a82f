/** What the simulator does not play: replies about another order, or none, and orders that lose their payment methods. */
import { PATH } from '../../support/exchangePaths.mts';
import { anApi, anOrder, markAsPaid, paidSale, purchase, release, run } from '../../support/scriptedOrder.mts';
import { rejectionOf } from '../../support/thrown.mts';
import { WorkerPool, anExchange, operationCalled } from '../../support/workers.mts';

it.each([
	['nothing', null],
	['an empty reply', {}],
	['another order', anOrder({ id: '8', side: 1, status: 20 })],
	['another order that is completed', anOrder({ id: '8', side: 1, status: 50 })],
])('sends nothing when Bybit shows %s', async (_name, shown) => {
	const { api, writes } = anApi(shown);

	expect(await rejectionOf(run(release, api, {}))).toMatchObject({
		name: 'InputError',
		message: 'Bybit did not show order 7: its reply holds another order or none',
	});
	expect(writes).toEqual([]);
});

it.each([
	['nothing', null],
	['an empty reply', {}],
	['another order that is completed', anOrder({ id: '8', side: 1, status: 50 })],
])('does not confirm a release by %s', async (_name, after) => {
	const { api, writes } = anApi(paidSale, after);

	expect((await rejectionOf(run(release, api, {}))).message).toMatch(
		/^The release of order 7 was sent, not confirmed; nothing was repeated: the order could not be read/,
	);
	expect(writes).toEqual([PATH.release]);
});

it('reports a mark as paid although the order offers no payment method any more', async () => {
	const paid = { ...purchase, status: 20, paymentTermList: [], confirmedPayTerm: null, paymentTermResult: null };
	const { api } = anApi(purchase, paid);
	const [term] = purchase.paymentTermList ?? [];

	expect(await run(markAsPaid, api, {})).toMatchObject({ paid: true, alreadyPaid: false, paymentId: String(term.id) });
});

it('leaves out a read that is older than the order it read before', async () => {
	const { api } = anApi(
		{ ...paidSale, updateDate: '2000' },
		{ ...paidSale, status: 10, updateDate: '1000' },
		{ ...paidSale, status: 50, updateDate: '3000' },
	);

	expect(await run(release, api, {})).toMatchObject({ released: true, alreadyReleased: false });
});

it('reads five times before it says that it does not know', async () => {
	const completed = { ...paidSale, status: 50 };
	const { api } = anApi(paidSale, paidSale, paidSale, paidSale, paidSale, completed);

	expect(await run(release, api, {})).toMatchObject({ released: true, alreadyReleased: false, status: 'completed' });
});

it('evaluates all checks in a dry run, shows what fails, and sends nothing', async () => {
	const { api, writes } = anApi(paidSale);

	const result = await run(release, api, {
		options: { dryRun: true },
		safetyChecks: { expectedFiat: 'USD', expectedCoin: 'USDT', maxFiatAmount: '' },
	});

	expect(result).toMatchObject({
		released: false,
		dryRun: true,
		checks: [
			{ check: 'expectedFiat', passed: false },
			{ check: 'expectedCoin', passed: true },
			{ check: 'maxFiatAmount', passed: false },
		],
	});
	expect(writes).toEqual([]);
});

it.each([
	['order 7', 'https://www.bybit.com/en/p2p/order/1900004704665923584', '1900004704665923584'],
	['a time behind it', 'https://www.bybit.com/p2p/order/1900004704665923584?t=1790000000000', '1900004704665923584'],
	[
		'an ad behind it',
		'https://www.bybit.com/p2p?orderId=1900004704665923584&adId=1898988222063644672',
		'1900004704665923584',
	],
])('takes the order out of an address with %s', async (_name, value, id) => {
	const { api } = anApi({ ...paidSale, id });

	expect(await run(release, api, { orderId: { mode: 'url', value }, options: { dryRun: true } })).toMatchObject({
		orderId: id,
	});
});

describe('two executions that act on one order at the same moment', () => {
	const jobs = {
		release: { params: { safetyChecks: {}, options: {} }, path: PATH.release },
		markAsPaid: { params: { safetyChecks: {}, options: {} }, path: PATH.pay },
		reviewCancelRequest: { params: { decision: 'accept', options: {} }, path: PATH.review },
	} as const;

	it.each(Object.entries(jobs))(
		'send one %s between them: the second finds it done',
		async (name, { params, path }) => {
			const pool = new WorkerPool(anExchange());
			const { exchange } = pool;
			const orderId = exchange.openOrder(name === 'release' ? { side: 'sell', status: 20 } : { side: 'buy' }).id;
			if (name === 'reviewCancelRequest') exchange.requestCancel(orderId);
			const job = { operation: operationCalled('order', name), params: { orderId, ...params } };
			const worker = pool.worker();

			const [first, second] = await Promise.all([worker.run(job), worker.run(job)]);

			const already =
				name === 'release' ? 'alreadyReleased' : name === 'markAsPaid' ? 'alreadyPaid' : 'alreadyReviewed';
			expect([first, second]).toMatchObject([
				{ type: 'given', json: { [already]: false } },
				{ type: 'given', json: { [already]: true } },
			]);
			expect(pool.wire.map((call) => call.path)).toEqual([PATH.order, path, PATH.order, PATH.order]);
		},
	);

	it('do not wait for each other when the orders differ', async () => {
		const pool = new WorkerPool(anExchange());
		const worker = pool.worker();
		const orders = [1, 2].map(() => pool.exchange.openOrder({ side: 'sell', status: 20 }).id);

		await Promise.all(
			orders.map((orderId) => worker.run({ operation: release, params: { orderId, safetyChecks: {}, options: {} } })),
		);

		expect(pool.wire.slice(0, 2).map((call) => call.path)).toEqual([PATH.order, PATH.order]);
	});
});

describe('an order that was released before', () => {
	const released = { ...paidSale, status: 50 };

	it.each([
		[{}, true],
		[{ expectedFiatAmount: '92' }, true],
		[{ expectedFiatAmount: '91' }, false],
		[{ expectedFiatAmount: '92', expectedCounterpartyId: '1' }, false],
	])('says whether the checks %j pass: %s', async (safetyChecks, checksPassed) => {
		const { api, writes } = anApi(released);

		expect(await run(release, api, { safetyChecks })).toMatchObject({
			released: true,
			alreadyReleased: true,
			checksPassed,
		});
		expect(writes).toEqual([]);
	});
});

describe('a payment mark', () => {
	it('is checked before it is sent, and every check that fails is named', async () => {
		const { api, writes } = anApi(purchase);
		const safetyChecks = { expectedFiatAmount: '46', expectedSellerName: 'Bob Unknown', maxFiatAmount: '50' };

		expect((await rejectionOf(run(markAsPaid, api, { safetyChecks }))).message).toMatch(
			/^Order 7 was not marked as paid: 3 safety checks do not pass\. Expected Fiat Amount: .*Maximum Fiat Amount: .*Expected Seller Name: /,
		);
		expect(writes).toEqual([]);
	});

	it('shows in a dry run what fails and how it would pay', async () => {
		const { api, writes } = anApi(purchase);
		const [term] = purchase.paymentTermList ?? [];

		const result = await run(markAsPaid, api, {
			safetyChecks: { expectedFiatAmount: '46' },
			options: { dryRun: true },
		});

		expect(result).toMatchObject({
			paid: false,
			dryRun: true,
			paymentId: String(term.id),
			checksPassed: false,
			checks: [{ check: 'expectedFiatAmount', passed: false }],
		});
		expect(writes).toEqual([]);
	});
});
