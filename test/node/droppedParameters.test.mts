// Long: tables of rows, a row for each way in which n8n drops a parameter.
/**
 * What n8n drops before a node reads its parameters. Each row is saved as written and runs in the real engine of n8n: it is refused by
 * name, and nothing is sent.
 */
import type { INodeParameters } from 'n8n-workflow';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';

let simulator: ExchangeServer;
beforeAll(async () => {
	simulator = await createExchange({ limits: false });
});
afterAll(async () => {
	await simulator.close();
});

type Saved = Readonly<Record<string, unknown>>;

/** What an expression may refer to; all of it would let a release pass. */
const ITEM = {
	checks: { expectedFiat: 'EUR' },
	options: { dryRun: false },
	nothing: {},
	list: [],
	id: '1',
	name: 'expectedFiat',
};

interface Actor {
	/** Opens an order that the operation would act on. */
	readonly open: () => string;
	readonly effects: (orderId: string) => number;
	readonly saved: Saved;
}

const ACTORS = {
	release: {
		open: () => simulator.exchange.openOrder({ side: 'sell', status: 20 }).id,
		effects: (id: string) => simulator.exchange.effects(id).releases,
		saved: {},
	},
	markAsPaid: {
		open: () => simulator.exchange.openOrder({ side: 'buy' }).id,
		effects: (id: string) => simulator.exchange.effects(id).pays,
		saved: {},
	},
	reviewCancelRequest: {
		open: () => {
			const { id } = simulator.exchange.openOrder({ side: 'buy' });
			simulator.exchange.requestCancel(id);
			return id;
		},
		effects: (id: string) => simulator.exchange.effects(id).cancelReviews,
		saved: { decision: 'accept' },
	},
} as const satisfies Record<string, Actor>;
type Action = keyof typeof ACTORS;

const run = async (action: Action, orderId: string, saved: Saved) =>
	await runAction(
		{ resource: 'order', operation: action, orderId, ...ACTORS[action].saved, ...saved } as INodeParameters,
		credentialFor(simulator.url),
		{ items: [{ json: ITEM }] },
	);

const all: readonly Action[] = ['release', 'markAsPaid', 'reviewCancelRequest'];
const withChecks: readonly Action[] = ['release', 'markAsPaid'];

const rows: ReadonlyArray<readonly [readonly Action[], Saved, RegExp]> = [
	// A check or an option that is misspelt.
	[withChecks, { safetyChecks: { expectedFiatAmuont: '1' } }, /^Safety Checks has no field "expectedFiatAmuont"/],
	[withChecks, { safetyChecks: { expectedfiat: 'USD' } }, /^Safety Checks has no field "expectedfiat"/],
	[withChecks, { safetyChecks: { ExpectedFiat: 'USD' } }, /^Safety Checks has no field "ExpectedFiat"/],
	[withChecks, { safetyChecks: { expected_fiat: 'USD' } }, /^Safety Checks has no field "expected_fiat"/],
	[withChecks, { safetyChecks: { 'expectedFiat ': 'USD' } }, /^Safety Checks has no field "expectedFiat "/],
	[withChecks, { safetyChecks: { 'Expected Fiat': 'USD' } }, /^Safety Checks has no field "Expected Fiat"/],
	[withChecks, { safetyChecks: { '': 'USD' } }, /^Safety Checks has no field ""/],
	[withChecks, { safetyChecks: { 0: 'USD' } }, /^Safety Checks has no field "0"/],
	[withChecks, { safetyChecks: { '={{ $json.name }}': 'EUR' } }, /^Safety Checks has no field "={{ \$json.name }}"/],
	[withChecks, { safetyChecks: { dryRun: true } }, /^Safety Checks has no field "dryRun"/],
	[withChecks, { safetyChecks: { values: [{ expectedFiat: 'USD' }] } }, /^Safety Checks has no field "values"/],
	[withChecks, { safetyChecks: { expectedFiat: 'EUR', minAmount: '1' } }, /^Safety Checks has no field "minAmount"/],
	[withChecks, { safetyChecks: { expectedFiatAmuont: null } }, /^Safety Checks has no field "expectedFiatAmuont"/],
	[withChecks, { safetyChecks: { expectedFiatAmuont: '' } }, /^Safety Checks has no field "expectedFiatAmuont"/],
	[all, { options: { dryrun: true } }, /^Options has no field "dryrun"/],
	[all, { options: { DryRun: true } }, /^Options has no field "DryRun"/],
	[all, { options: { dry_run: true } }, /^Options has no field "dry_run"/],
	[all, { options: { 'Dry Run': true } }, /^Options has no field "Dry Run"/],
	[all, { options: { dryRun: false, simulate: true } }, /^Options has no field "simulate"/],
	[all, { options: { options: { dryRun: true } } }, /^Options has no field "options"/],
	[withChecks, { options: { expectedFiat: 'USD' } }, /^Options has no field "expectedFiat"/],
	[withChecks, { options: { minNameScore: 0.9 } }, /^Options has no field "minNameScore"/],
	[withChecks, { options: { amountTolerance: '1' } }, /^Options has no field "amountTolerance"/],
	[['markAsPaid'], { safetyChecks: { expectedPayerName: 'Anna' } }, /^Safety Checks has no field "expectedPayerName"/],
	[['markAsPaid'], { safetyChecks: { expectedCoin: 'BTC' } }, /^Safety Checks has no field "expectedCoin"/],
	[['release'], { safetyChecks: { expectedSellerName: 'Anna' } }, /^Safety Checks has no field "expectedSellerName"/],
	// A whole collection by one expression.
	[withChecks, { safetyChecks: '={{ $json.checks }}' }, /^Safety Checks is one expression for all of its fields/],
	[withChecks, { safetyChecks: '={{ $json.nothing }}' }, /^Safety Checks is one expression/],
	[withChecks, { safetyChecks: '={{ $json.missing }}' }, /^Safety Checks is one expression/],
	[withChecks, { safetyChecks: '={{ $json.list }}' }, /^Safety Checks is one expression/],
	[withChecks, { safetyChecks: '=' }, /^Safety Checks is one expression/],
	[all, { options: '={{ $json.options }}' }, /^Options is one expression/],
	[all, { options: '={{ { dryRun: true } }}' }, /^Options is one expression/],
	// Something else in its place.
	[withChecks, { safetyChecks: [] }, /^Safety Checks is a list and not a set of fields/],
	[withChecks, { safetyChecks: [{ expectedFiat: 'USD' }] }, /^Safety Checks is a list/],
	[withChecks, { safetyChecks: ['={{ $json.checks }}'] }, /^Safety Checks is (a list|one expression)/],
	[withChecks, { safetyChecks: '{"expectedFiat":"USD"}' }, /^Safety Checks is a value/],
	[withChecks, { safetyChecks: '' }, /^Safety Checks is a value/],
	[withChecks, { safetyChecks: true }, /^Safety Checks is a value/],
	[withChecks, { safetyChecks: 0 }, /^Safety Checks is a value/],
	[all, { options: [] }, /^Options is a list/],
	[all, { options: [{ dryRun: true }] }, /^Options is a list/],
	[all, { options: 'dryRun' }, /^Options is a value/],
	[all, { options: true }, /^Options is a value/],
	// A parameter in another place or spelling.
	[all, { safetycheck: { expectedFiat: 'USD' } }, /has no parameter "safetycheck"/],
	[all, { safetyCheck: { expectedFiat: 'USD' } }, /has no parameter "safetyCheck"/],
	[all, { safety: { expectedFiat: 'USD' } }, /has no parameter "safety"/],
	[all, { safety_checks: { expectedFiat: 'USD' } }, /has no parameter "safety_checks"/],
	[all, { SafetyChecks: {} }, /has no parameter "SafetyChecks"/],
	[all, { 'Safety Checks': '={{ $json.checks }}' }, /has no parameter "Safety Checks"/],
	[all, { checks: [{ expectedFiat: 'USD' }] }, /has no parameter "checks"/],
	[all, { Options: { dryRun: true } }, /has no parameter "Options"/],
	[all, { option: { dryRun: true } }, /has no parameter "option"/],
	[all, { additionalFields: { dryRun: true } }, /has no parameter "additionalFields"/],
	[all, { dryRun: true }, /has no parameter "dryRun"/],
	[all, { dry_run: 'true' }, /has no parameter "dry_run"/],
	[withChecks, { expectedFiatAmount: '1' }, /has no parameter "expectedFiatAmount"/],
	[withChecks, { max_fiat_amount: '1' }, /has no parameter "max_fiat_amount"/],
	[['release'], { expectedPayerName: 'Bob' }, /has no parameter "expectedPayerName"/],
	[['markAsPaid'], { expectedSellerName: 'Bob' }, /has no parameter "expectedSellerName"/],
	[['reviewCancelRequest'], { confirmNotPaid: true }, /has no parameter "confirmNotPaid"/],
	// Dry Run that is neither true nor false.
	[all, { options: { dryRun: 'true' } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: '' } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: null } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: 1 } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: {} } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: [true] } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: '={{ $json.missing }}' } }, /^Dry Run must be true or false/],
	[all, { options: { dryRun: '={{ "true" }}' } }, /^Dry Run must be true or false/],
	// The order itself.
	[all, { orderId: { __rl: true, mode: 'order', value: '1' } }, /^Order ID has the mode "order"/],
	[all, { orderId: { __rl: true, mode: '', value: '1' } }, /^Order ID has the mode ""/],
	[all, { orderId: { __rl: true, value: '1' } }, /^Order ID has the mode "undefined"/],
	[all, { orderId: { __rl: true, mode: 'id', value: '1', id: '2' } }, /^Order ID has no field "id"/],
	[all, { orderId: { __rl: true, mode: 'id', value: { mode: 'id', value: '1' } } }, /^Order ID is not text/],
	[all, { orderId: { __rl: true, mode: 'id', value: ['1'] } }, /^Order ID is not text/],
];

describe('a money action that is saved with what n8n would drop', () => {
	it.each(
		rows.flatMap(([actions, saved, message]) =>
			actions.map((action) => [action, JSON.stringify(saved), saved, message] as const),
		),
	)('%s refuses %s and sends nothing', async (action, _shown, saved, message) => {
		const orderId = ACTORS[action].open();
		simulator.exchange.clearCalls();

		const { error, json } = await run(action, orderId, saved);

		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/so nothing was sent$/);
		expect(error?.description).toMatch(/\w\w/);
		expect([json, simulator.exchange.calls, ACTORS[action].effects(orderId)]).toEqual([[], [], 0]);
	});
});

const ads: ReadonlyArray<readonly [string, Saved, RegExp]> = [
	['update', { updateFields: '={{ $json.options }}' }, /^Update Fields is one expression/],
	['update', { updateFields: { prize: '1' } }, /^Update Fields has no field "prize"/],
	['update', { updateFields: [{ price: '1' }] }, /^Update Fields is a list/],
	[
		'update',
		{ updateFields: { price: '1' }, options: { dryRun: true } },
		/^(Update has no Dry Run|Options has no field)/,
	],
	['update', { updateFields: { price: '1' }, dryRun: true }, /has no parameter "dryRun"/],
	['update', { update_fields: { price: '1' } }, /has no parameter "update_fields"/],
	['activate', { options: { dryRun: true } }, /has no Dry Run/],
	['activate', { options: { dryRun: '={{ true }}' } }, /has no Dry Run/],
	['delete', { options: { dryRun: true } }, /has no Dry Run/],
	['delete', { dry_run: true }, /has no parameter "dry_run"/],
	['create', { options: { dryRun: true } }, /^(Create has no Dry Run|Options has no field)/],
	['create', { options: { payment_minutes: 30 } }, /^Options has no field "payment_minutes"/],
];

describe('a change of an ad that is saved with what n8n would drop', () => {
	const AD = { side: 'sell', coin: 'USDT', fiat: 'EUR', priceType: 'fixed', price: '0.92', quantity: '500' };

	it.each(ads.map(([operation, saved, message]) => [operation, JSON.stringify(saved), saved, message] as const))(
		'%s refuses %s and sends nothing',
		async (operation, _shown, saved, message) => {
			simulator.exchange.clearCalls();
			const terms = { ...AD, minAmount: '10', maxAmount: '400', paymentIds: ['1'] };
			const own = operation === 'create' ? terms : { adId: '1' };

			const { error } = await runAction(
				{ resource: 'ad', operation, ...own, ...saved } as INodeParameters,
				credentialFor(simulator.url),
				{ items: [{ json: ITEM }] },
			);

			expect([error?.message, simulator.exchange.calls]).toEqual([expect.stringMatching(message), []]);
		},
	);
});

describe('a money action goes on', () => {
	const fine: ReadonlyArray<readonly [string, Saved]> = [
		['with what other operations of the node are saved with', { filters: { coin: 'BTC' }, simplify: false, limit: 5 }],
		[
			'with fields of other operations in Options',
			{ options: { paymentId: '3', reference: 'x', includeEarlier: true } },
		],
		['with Dry Run turned off', { options: { dryRun: false } }],
		['with what n8n adds to a node', { requestOptions: {}, descriptionType: 'auto', toolDescription: 'x' }],
		['with empty collections', { safetyChecks: {}, options: {} }],
		['with collections that are null, which sets nothing', { safetyChecks: null, options: null }],
		['with an order picked from the list', {}],
		[
			'with fields that are expressions one by one',
			{ safetyChecks: { expectedFiat: '={{ $json.checks.expectedFiat }}' } },
		],
	];

	it.each(fine)('%s', async (_name, saved) => {
		const orderId = ACTORS.release.open();
		const locator = { __rl: true, mode: 'list', value: orderId, cachedResultName: 'anna', cachedResultUrl: '' };

		const { error, json } = await run('release', orderId, { orderId: locator, ...saved });

		expect([error?.message, json]).toEqual([undefined, [expect.objectContaining({ released: true })]]);
	});
});

describe('an operation that reads', () => {
	it.each<[Saved, RegExp]>([
		[{ filters: { counterpartyID: '1' } }, /^Filters has no field "counterpartyID"/],
		[{ filters: '={{ $json.options }}' }, /^Filters is one expression/],
		[
			{ filters: { counterpartyId: '={{ $json.missing }}' } },
			/^Counterparty ID is empty: its expression gives nothing/,
		],
		[{ filters: { counterpartyId: '={{ "" }}' } }, /^Counterparty ID is empty: its expression gives nothing/],
		[{ filters: { createdAfter: '={{ "" }}' } }, /^Created After is empty: its expression gives nothing/],
		[{ filters: { status: '={{ [] }}' } }, /^Status is empty: its expression gives nothing/],
		[{ limit: '={{ $json.missing }}' }, /^Limit is empty: its expression gives nothing/],
	])('lists nothing when %j would list everything', async (saved, message) => {
		simulator.exchange.clearCalls();

		const { error } = await runAction(
			{ resource: 'order', operation: 'getMany', ...saved } as INodeParameters,
			credentialFor(simulator.url),
			{ items: [{ json: ITEM }] },
		);

		expect([error?.message, simulator.exchange.calls]).toEqual([expect.stringMatching(message), []]);
	});

	it('lists as always when its author left a filter empty', async () => {
		const { error } = await runAction(
			{ resource: 'order', operation: 'getMany', filters: { counterpartyId: '', status: [] } },
			credentialFor(simulator.url),
		);

		expect(error).toBeUndefined();
	});
});

it('an ad is not reported as changed when its expression leaves the price empty', async () => {
	const { error } = await runAction(
		{ resource: 'ad', operation: 'update', adId: '1', updateFields: { price: '={{ "" }}', remark: 'Fast' } },
		credentialFor(simulator.url),
	);

	expect(error?.message).toBe('Price is empty: its expression gives nothing, so nothing was sent');
});
