/** What the simulator does not play: replies about another order, or none, and orders that lose their payment methods. */
import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import type { OrderInFull } from '../../../nodes/BybitP2P/api/types';
import type { Operation } from '../../../nodes/BybitP2P/action/operation';
import { operationCalled, PATH } from '../../support/faultMatrix.mts';
import { rejectionOf } from '../../support/thrown.mts';
import { anExchange, NOW, ORIGIN } from '../../support/workers.mts';

/** An exchange that shows the order as listed, one entry for each read, the last for all further ones; every write is accepted. */
function anApi(...shown: readonly unknown[]): { api: BybitApi; writes: string[] } {
	const writes: string[] = [];
	let reads = 0;
	const read = (): unknown => shown[Math.min((reads += 1) - 1, shown.length - 1)];
	const timedCall = async ({ path }: { path: string }) => {
		if (path !== PATH.order) writes.push(path);
		return await Promise.resolve({ result: (path === PATH.order ? read() : null) as never, timeMs: NOW });
	};
	const api: BybitApi = {
		timedCall,
		call: async (endpoint) => (await timedCall(endpoint)).result,
		upload: async () => await Promise.reject(new Error('No upload')),
		wait: async () => await Promise.resolve(),
		runExclusive: async (_name, task) => await task(),
		shared: (create) => create(),
	};
	return { api, writes };
}

const run = async (operation: Operation, api: BybitApi, params: object): Promise<object> => {
	const all: Record<string, unknown> = { orderId: '7', safetyChecks: {}, options: {}, ...params };
	const output = await operation.execute({
		api,
		origin: ORIGIN,
		params: { get: (name) => all[name] },
		files: {} as never,
	});
	return [output].flat()[0].json;
};

const anOrder = (more: object): OrderInFull => {
	const exchange = anExchange();
	return { ...exchange.orderInfo(exchange.openOrder({ side: 'buy' }).id), id: '7', ...more } as unknown as OrderInFull;
};
const paidSale = anOrder({ side: 1, status: 20 });
const purchase = anOrder({ side: 0, status: 10 });
const release = operationCalled('order', 'release');
const markAsPaid = operationCalled('order', 'markAsPaid');
const review = operationCalled('order', 'reviewCancelRequest');

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

it('tells a mark as paid although the order offers no payment method any more', async () => {
	const paid = { ...purchase, status: 20, paymentTermList: [], confirmedPayTerm: null, paymentTermResult: null };
	const { api } = anApi(purchase, paid);
	const [term] = purchase.paymentTermList ?? [];

	expect(await run(markAsPaid, api, {})).toMatchObject({ paid: true, alreadyPaid: false, paymentId: String(term.id) });
});

it('does not take a request that ended with the order for one that was turned down', async () => {
	const asked = { ...purchase, needBuyerExamineCancel: true };
	const { api } = anApi(asked, { ...purchase, status: 40, needBuyerExamineCancel: false });

	const { message } = await rejectionOf(
		run(review, api, { decision: 'reject', rejectReason: 'others', rejectProofs: '/a.png' }),
	);

	expect(message).toMatch(/sent, not confirmed; nothing was repeated: the order shows as cancelled \(40\)$/);
});

it('does not take an order without the field for one whose request was turned down', async () => {
	const asked = { ...purchase, needBuyerExamineCancel: true };
	const { api } = anApi(asked, { ...purchase, needBuyerExamineCancel: undefined });

	const { message } = await rejectionOf(
		run(review, api, { decision: 'reject', rejectReason: 'others', rejectProofs: '/a.png' }),
	);

	expect(message).toMatch(/sent, not confirmed/);
});

it('ignores a look that is older than the order it read before', async () => {
	const { api } = anApi(
		{ ...paidSale, updateDate: '2000' },
		{ ...paidSale, status: 10, updateDate: '1000' },
		{ ...paidSale, status: 50, updateDate: '3000' },
	);

	expect(await run(release, api, {})).toMatchObject({ released: true, alreadyReleased: false });
});

it('looks five times before it says that it does not know', async () => {
	const completed = { ...paidSale, status: 50 };
	const { api } = anApi(paidSale, paidSale, paidSale, paidSale, paidSale, completed);

	expect(await run(release, api, {})).toMatchObject({ released: true, alreadyReleased: false, status: 'completed' });
});

it('evaluates all checks in a rehearsal, shows what fails, and sends nothing', async () => {
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
