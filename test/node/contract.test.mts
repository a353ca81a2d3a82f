// Long: one table of rows, a row for each operation.
/**
 * Every operation of the contract, once in the good case and once refused, in one table: an operation without a row makes the first test
 * fail. The node runs in the real engine of n8n against the simulator over HTTP.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/BybitP2P/action';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { deviations, type JsonSchema } from '../support/jsonSchema.mts';
import { credentialFor, runAction, type Item } from '../support/n8nCore.mts';

type Exchange = ExchangeServer['exchange'];

interface Case {
	/** Prepares the exchange; what it returns are the parameters. */
	readonly given: (exchange: Exchange) => INodeParameters;
	readonly items?: readonly Item[];
}

interface Row {
	readonly good: Case & { readonly gives: object | ((exchange: Exchange) => object) };
	readonly refused: Case & { readonly message: RegExp };
}

let simulator: ExchangeServer;
const adIds: string[] = [];

const sale = (exchange: Exchange, more = {}): string =>
	exchange.openOrder({ side: 'sell', amount: '92', counterparty: 'anna', counterpartyName: 'Anna Berg', ...more }).id;
const purchase = (exchange: Exchange): string =>
	exchange.openOrder({ side: 'buy', amount: '92', counterparty: 'otto', counterpartyName: 'Otto Lang' }).id;
const paidSale = (exchange: Exchange): string => {
	const id = sale(exchange);
	exchange.buyerPays(id);
	return id;
};
const methodOf = (exchange: Exchange): string => String(exchange.merchant.paymentTerms[0].id);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
const AD = {
	side: 'sell',
	coin: 'USDT',
	fiat: 'EUR',
	priceType: 'fixed',
	price: '0.92',
	quantity: '500',
	minAmount: '10',
	maxAmount: '400',
};

const table: Readonly<Record<string, Row>> = {
	'account.assessCounterparty': {
		good: {
			given: (exchange) => ({ orderId: sale(exchange), rules: { maxFiatAmount: '100', blockedNames: 'Ivan Petrov' } }),
			gives: { verdict: 'pass', reasons: ['Every rule is met'], figures: { fiatAmount: '92', fiat: 'EUR' } },
		},
		refused: {
			given: (exchange) => ({ orderId: sale(exchange), rules: {} }),
			message: /^Rules is empty, so the counterparty was not assessed$/,
		},
	},
	'account.checkAccess': {
		good: { given: () => ({}), gives: { ok: true, advertiser: true, missingPermissions: [], readOnly: false } },
		refused: {
			given: (exchange) => {
				exchange.fault({ path: '/v5/market/time', kind: 'lostBefore', times: 9 });
				return {};
			},
			message: /gave no answer when asked to give the time/,
		},
	},
	'account.get': {
		good: { given: () => ({}), gives: (exchange) => ({ nickname: exchange.merchant.nickName, apiEnabled: true }) },
		refused: {
			given: (exchange) => {
				exchange.fault({ path: '/v5/p2p/user/personal/info', kind: 'code', code: 912000014 });
				return {};
			},
			message: /did not show the account: the account is not a General Advertiser.*\(912000014\)/,
		},
	},
	'account.getBalance': {
		good: { given: () => ({ coins: 'usdt' }), gives: { coin: 'USDT' } },
		refused: {
			given: (exchange) => {
				exchange.fault({ path: '/v5/asset/transfer/query-account-coins-balance', kind: 'code', code: 10005 });
				return { coins: 'USDT' };
			},
			message: /did not show the balance: the API key lacks a permission.*\(10005\)/,
		},
	},
	'account.getCounterparty': {
		good: {
			given: (exchange) => ({ orderId: sale(exchange) }),
			gives: { nickname: 'anna', realName: 'Anna Berg', blocked: false },
		},
		// An expression that gives nothing; a field left empty is already refused by n8n itself.
		refused: {
			given: () => ({ orderId: '={{ $json.nothing }}' }),
			message: /^Order ID is empty, so nothing was sent$/,
		},
	},
	'account.getPaymentMethods': {
		good: { given: () => ({}), gives: (exchange) => ({ paymentId: methodOf(exchange) }) },
		refused: {
			given: (exchange) => {
				exchange.fault({ path: '/v5/p2p/user/payment/list', kind: 'code', code: 10010 });
				return {};
			},
			message: /did not list the payment methods: this machine is not on the IP list.*\(10010\)/,
		},
	},
	'ad.activate': {
		good: { given: () => ({ adId: adIds[0] }), gives: { activated: true, alreadyActive: true, status: 'online' } },
		refused: { given: () => ({ adId: 1.9e18 }), message: /^Ad arrived as a number/ },
	},
	'ad.create': {
		good: {
			given: (exchange) => ({ ...AD, paymentIds: [methodOf(exchange)] }),
			gives: { created: true, coin: 'USDT', fiat: 'EUR', side: 'sell' },
		},
		refused: {
			given: (exchange) => ({ ...AD, maxAmount: '5', paymentIds: [methodOf(exchange)] }),
			message: /^The Minimum Amount \(10\) is above the Maximum Amount \(5\)/,
		},
	},
	'ad.delete': {
		good: { given: () => ({ adId: adIds[1] }), gives: { deleted: true, status: 'offline' } },
		refused: { given: () => ({ adId: 'abc' }), message: /^Ad is not an ID of Bybit \("abc"\)/ },
	},
	'ad.get': {
		good: { given: () => ({ adId: adIds[0] }), gives: { coin: 'USDT', fiat: 'EUR', quantityLeft: '500' } },
		refused: { given: () => ({ adId: '1' }), message: /^Bybit did not show the ad: / },
	},
	'ad.getMany': {
		good: { given: () => ({ filters: { coin: 'USDT' } }), gives: { coin: 'USDT' } },
		refused: { given: () => ({ limit: 0 }), message: /^Limit is not a whole number from 1/ },
	},
	'ad.reprice': {
		good: {
			given: () => ({
				adId: adIds[0],
				strategy: 'reference',
				referencePrice: '0.90',
				step: '1%',
				bounds: { minPrice: '0.85', maxPrice: '0.95' },
				options: { dryRun: true },
			}),
			gives: { oldPrice: '0.92', newPrice: '0.909', changed: false, dryRun: true },
		},
		refused: {
			given: () => ({ adId: adIds[0], bounds: { maxPrice: '0.95' } }),
			message: /^Minimum Price is empty, so nothing was sent$/,
		},
	},
	'ad.search': {
		good: {
			given: () => ({ side: 'sell', coin: 'USDT', fiat: 'EUR' }),
			gives: { coin: 'USDT', fiat: 'EUR', side: 'sell' },
		},
		refused: {
			given: () => ({ side: 'sell', coin: '={{ $json.nothing }}', fiat: 'EUR' }),
			message: /^Coin is empty/,
		},
	},
	'ad.update': {
		good: {
			given: () => ({ adId: adIds[0], updateFields: { price: '0.93' } }),
			gives: { updated: true, price: '0.93', minAmount: '10', quantityLeft: '500' },
		},
		refused: { given: () => ({ adId: adIds[0] }), message: /was not changed: no field is set/ },
	},
	'chat.getMany': {
		good: {
			given: (exchange) => {
				exchange.say(sale(exchange), 'hello');
				return { filters: { readStatus: 'all' } };
			},
			gives: { nickname: 'anna' },
		},
		refused: {
			given: () => ({ filters: { readStatus: 'new' } }),
			message: /^Read Status cannot be "new"/,
		},
	},
	'chat.getMessages': {
		good: {
			given: (exchange) => {
				const orderId = sale(exchange);
				exchange.say(orderId, 'hello');
				return { orderId, filters: { from: ['counterparty'] } };
			},
			gives: { from: 'counterparty', kind: 'text', text: 'hello', nickname: 'anna' },
		},
		refused: { given: () => ({ orderId: '1' }), message: /^Bybit did not show the order: / },
	},
	'chat.sendMessage': {
		good: {
			given: (exchange) => ({ orderId: sale(exchange), messageType: 'file', binaryPropertyName: 'receipt' }),
			items: [{ binary: { receipt: { data: PNG, mimeType: 'image/png', fileName: 'receipt.png' } } }],
			gives: { sent: true, skipped: false, kind: 'image', fileName: 'receipt.png' },
		},
		refused: {
			given: (exchange) => ({ orderId: sale(exchange), messageType: 'text', text: 'x'.repeat(1001) }),
			message: /^The message was not sent: it has 1001 characters/,
		},
	},
	'order.get': {
		good: {
			given: (exchange) => ({ orderId: sale(exchange) }),
			gives: { side: 'sell', status: 'waitingForPayment', counterpartyName: 'Anna Berg', fiatAmount: '92' },
		},
		refused: {
			given: () => ({ orderId: '1.9E+18' }),
			message: /^Order ID is in scientific notation \("1.9E\+18"\)/,
		},
	},
	'order.getMany': {
		good: {
			given: (exchange) => {
				exchange.cancelOrder(sale(exchange));
				return { filters: { status: ['cancelled', 'completed'] }, limit: 1 };
			},
			gives: { status: 'cancelled' },
		},
		refused: { given: () => ({ filters: { createdAfter: 'yesterday' } }), message: /^Created After is not a time/ },
	},
	'order.getPending': {
		good: {
			given: (exchange) => {
				purchase(exchange);
				return { filters: { side: 'buy' }, limit: 1 };
			},
			gives: { side: 'buy', status: 'waitingForPayment' },
		},
		refused: {
			given: () => ({ filters: { status: ['paid'] } }),
			message: /^Status cannot be "paid"/,
		},
	},
	'order.markAsPaid': {
		good: {
			given: (exchange) => ({ orderId: purchase(exchange) }),
			gives: { paid: true, alreadyPaid: false, status: 'waitingForRelease', dryRun: false },
		},
		refused: {
			given: (exchange) => ({ orderId: sale(exchange) }),
			message: /was not marked as paid: in this order you sell/,
		},
	},
	'order.matchPayment': {
		good: {
			given: (exchange) => {
				sale(exchange, { amount: '517.25', counterparty: 'zoe', counterpartyName: 'Zoë Lindqvist' });
				return { amount: '517,25', fiat: 'eur', payerName: 'LINDQVIST ZOE' };
			},
			gives: { verdict: 'match', order: { counterpartyName: 'Zoë Lindqvist', fiatAmount: '517.25' } },
		},
		refused: {
			given: () => ({ amount: '1.234', fiat: 'EUR', payerName: 'Zoe' }),
			message: /^The payment was not matched: /,
		},
	},
	'order.release': {
		good: {
			given: (exchange) => ({ orderId: paidSale(exchange) }),
			gives: { released: true, alreadyReleased: false, status: 'completed', dryRun: false },
		},
		refused: {
			given: (exchange) => ({ orderId: sale(exchange) }),
			message: /was not released: it is still waiting for the buyer to pay \(10\)/,
		},
	},
	'order.reviewCancelRequest': {
		good: {
			given: (exchange) => {
				const orderId = purchase(exchange);
				exchange.requestCancel(orderId);
				return { orderId, decision: 'accept' };
			},
			gives: { reviewed: true, alreadyReviewed: false, decision: 'accept', status: 'cancelled' },
		},
		refused: {
			given: (exchange) => ({ orderId: purchase(exchange), decision: 'accept' }),
			message: /was not answered: there is none open/,
		},
	},
	'order.summarize': {
		good: {
			given: (exchange) => {
				const { id } = exchange.openOrder({ side: 'sell', amount: '92', counterparty: 'anna' });
				exchange.setStatus(id, 50);
				return {
					createdAfter: new Date(exchange.now() - 86_400_000).toISOString(),
					groupBy: ['side', 'counterparty'],
					options: { costMethod: 'average' },
				};
			},
			gives: { coin: 'USDT', fiat: 'EUR', orders: expect.any(Number), profit: expect.any(String) },
		},
		refused: {
			given: () => ({ createdAfter: '={{ $json.nothing }}' }),
			message: /^Created After is empty/,
		},
	},
};

const run = async (name: string, { given, items }: Case) => {
	const [resource, operation] = name.split('.');
	return await runAction(
		{ resource, operation, ...given(simulator.exchange) },
		credentialFor(simulator.url),
		items === undefined ? {} : { items },
	);
};

/** The output schema that n8n shows for an operation. */
const schemaOf = (name: string): JsonSchema => {
	const folder = join(__dirname, '../../nodes/BybitP2P/__schema__/v1.0.0');
	return JSON.parse(readFileSync(join(folder, `${name.replace('.', '/')}.json`), 'utf8')) as JsonSchema;
};

const newAd = async (): Promise<string> => {
	const { json } = await run('ad.create', { given: (exchange) => ({ ...AD, paymentIds: [methodOf(exchange)] }) });
	return String(json[0].adId);
};

beforeAll(async () => {
	simulator = await createExchange({ limits: false });
	adIds.push(await newAd(), await newAd());
});
afterAll(async () => {
	await simulator.close();
});
afterEach(() => {
	simulator.exchange.clearFaults();
});

it('has a row for every operation the node offers', () => {
	const offered = resources.flatMap(({ value, operations }) => operations.map((one) => `${value}.${one.value}`));

	expect(Object.keys(table).sort()).toEqual(offered.sort());
});

describe.each(Object.entries(table))('%s', (name, { good, refused }) => {
	it('does what it says, and gives what its output schema says', async () => {
		const result = await run(name, good);

		expect(result.error).toBeUndefined();
		expect(result.json[0]).toMatchObject(
			typeof good.gives === 'function' ? good.gives(simulator.exchange) : good.gives,
		);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(result.items.map(() => ({ item: 0 })));
		expect(result.json.flatMap((json) => deviations(schemaOf(name), json))).toEqual([]);
	});

	it('says why it did not', async () => {
		const result = await run(name, refused);

		expect(result.error?.message).toMatch(refused.message);
		expect(result.error?.description).toMatch(/\w/);
	});
});
