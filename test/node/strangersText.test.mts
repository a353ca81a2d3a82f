// Long: one table of rows, a row for each operation that shows text of a stranger.
/**
 * Every operation with every text of strangers marked, in the real engine of n8n as the tool of an AI agent: the marks may turn up in one
 * field only. An operation without a row makes the first test fail.
 */
import '../support/instantTime.mts';

import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { operationOf, resources } from '../../nodes/BybitP2P/action';
import type { Exchange } from '../../simulator/exchange.mts';
import { aMarkedExchange, MARK, type MarkedExchange } from '../support/markedExchange.mts';
import { callTool, credentialFor, runAction } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

let marked: MarkedExchange;

// Every call of an operation is refused in turn.
jest.setTimeout(30_000);

const FIELD = 'untrustedCounterpartyContent';

interface Row {
	/** Prepares the exchange; what it returns are the parameters. */
	readonly given: (exchange: Exchange) => INodeParameters | Promise<INodeParameters>;
	/** Whether the result holds text of strangers; false where it is all the merchant's own. */
	readonly isMarked: boolean;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const sale = (exchange: Exchange): string =>
	exchange.openOrder({ side: 'sell', amount: '92', counterparty: 'anna', counterpartyName: 'Anna Berg' }).id;
const paidSale = (exchange: Exchange): string => {
	const id = sale(exchange);
	exchange.buyerPays(id);
	return id;
};
const purchase = (exchange: Exchange): string => exchange.openOrder({ side: 'buy', counterparty: 'otto' }).id;
const cancelRequest = (exchange: Exchange): string => {
	const id = purchase(exchange);
	exchange.requestCancel(id);
	return id;
};
const terms = (exchange: Exchange): INodeParameters => ({
	side: 'sell',
	coin: 'USDT',
	fiat: 'EUR',
	priceType: 'fixed',
	price: '0.92',
	quantity: '500',
	minAmount: '10',
	maxAmount: '400',
	paymentIds: [String(exchange.merchant.paymentTerms[0].id)],
	options: { remark: 'pay fast' },
});
const ownAd = async (exchange: Exchange): Promise<string> => {
	const parameters = { resource: 'ad', operation: 'create', ...terms(exchange) };
	const { json } = await runAction(parameters, credentialFor(marked.url));
	return String(json[0].adId);
};

const table: Readonly<Record<string, Row>> = {
	'account.assessCounterparty': {
		given: (exchange) => ({
			orderId: sale(exchange),
			rules: { minCompletedOrders: 1, blockedNames: `${MARK} Anna Berg` },
		}),
		isMarked: true,
	},
	'account.checkAccess': { given: () => ({}), isMarked: false },
	'account.get': { given: () => ({}), isMarked: false },
	'account.getBalance': { given: () => ({ coins: 'USDT' }), isMarked: false },
	'account.getCounterparty': { given: (exchange) => ({ orderId: sale(exchange) }), isMarked: true },
	'account.getPaymentMethods': { given: () => ({}), isMarked: false },
	'ad.activate': { given: async (exchange) => ({ adId: await ownAd(exchange) }), isMarked: true },
	'ad.create': { given: terms, isMarked: false },
	'ad.delete': { given: async (exchange) => ({ adId: await ownAd(exchange) }), isMarked: true },
	'ad.get': { given: async (exchange) => ({ adId: await ownAd(exchange) }), isMarked: true },
	'ad.getMany': {
		given: async (exchange) => ({ filters: { coin: (await ownAd(exchange)) && 'USDT' } }),
		isMarked: true,
	},
	'ad.reprice': {
		given: async (exchange) => ({
			adId: await ownAd(exchange),
			strategy: 'reference',
			referencePrice: '0.90',
			step: '1%',
			bounds: { minPrice: '0.85', maxPrice: '0.95' },
		}),
		isMarked: true,
	},
	'ad.search': { given: () => ({ side: 'sell', coin: 'USDT', fiat: 'EUR' }), isMarked: true },
	'ad.update': {
		given: async (exchange) => ({ adId: await ownAd(exchange), updateFields: { price: '0.93' } }),
		isMarked: true,
	},
	'chat.getMany': {
		given: (exchange) => {
			exchange.say(sale(exchange), 'hello');
			return {};
		},
		isMarked: true,
	},
	'chat.getMessages': {
		given: (exchange) => {
			const orderId = sale(exchange);
			exchange.say(orderId, 'hello');
			exchange.say(orderId, { contentType: 'pic', content: PNG, fileName: 'receipt.png' });
			exchange.say(orderId, { contentType: 'pdf', content: 'a refusal as text', fileName: 'receipt.pdf' });
			return { orderId, options: { downloadFiles: true } };
		},
		isMarked: true,
	},
	'chat.sendMessage': {
		given: (exchange) => ({ orderId: sale(exchange), text: 'thank you', options: { skipIfSentWithinMinutes: 60 } }),
		isMarked: false,
	},
	'order.get': {
		given: (exchange) => {
			const orderId = paidSale(exchange);
			exchange.appealOrder(orderId);
			return { orderId };
		},
		isMarked: true,
	},
	'order.getMany': {
		given: (exchange) => {
			sale(exchange);
			return {};
		},
		isMarked: true,
	},
	'order.getPending': {
		given: (exchange) => {
			sale(exchange);
			return {};
		},
		isMarked: true,
	},
	'order.markAsPaid': { given: (exchange) => ({ orderId: purchase(exchange) }), isMarked: false },
	'order.matchPayment': {
		given: (exchange) => {
			paidSale(exchange);
			return { amount: '92.00', fiat: 'EUR', payerName: `${MARK} Anna Berg` };
		},
		isMarked: true,
	},
	'order.release': {
		given: (exchange) => ({ orderId: paidSale(exchange), safetyChecks: { expectedPayerName: `${MARK} Anna Berg` } }),
		isMarked: true,
	},
	'order.reviewCancelRequest': {
		given: (exchange) => ({
			orderId: cancelRequest(exchange),
			decision: 'reject',
			rejectReason: 'haveMadePayment',
			rejectProofs: 'https://files.test/a.png',
		}),
		isMarked: false,
	},
	'order.summarize': {
		given: (exchange) => {
			exchange.setStatus(sale(exchange), 50);
			const createdAfter = new Date(exchange.now() - 86_400_000).toISOString();
			return { createdAfter, groupBy: ['side', 'counterparty', 'paymentMethod'] };
		},
		isMarked: true,
	},
};

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation, properties }) => ({
		name: `${resource}.${operation}`,
		resource,
		operation,
		hasSimplify: properties.some(({ name }) => name === 'simplify'),
	})),
);
const rows = operations.filter(({ name }) => name in table);

beforeEach(async () => {
	marked = await aMarkedExchange();
});
afterEach(async () => {
	await marked.close();
});

async function ask(
	{ resource, operation }: { readonly resource: string; readonly operation: string },
	parameters: INodeParameters,
): Promise<string> {
	const { text } = await callTool(
		{ resource, operation, allowMoneyActions: true, ...parameters },
		{},
		credentialFor(marked.url),
	);
	return text;
}

/** All that can be selected of a result. */
function fieldsOf(name: string): string[] {
	const [resource, operation] = name.split('.');
	const fields = operationOf(resource, operation)?.properties.find((property) => property.name === 'selectedFields');
	return (fields?.options as INodePropertyOptions[]).map(({ value }) => String(value));
}

/** What an agent reads outside of the field that is not to be trusted. */
function outside(answer: string): string {
	const parsed = parsedOr(answer);
	if (!Array.isArray(parsed)) return answer;
	return JSON.stringify(parsed.map((item: Record<string, unknown>) => ({ ...item, [FIELD]: undefined })));
}

function parsedOr(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

describe('text of strangers', () => {
	it('is marked for every operation', () => {
		expect(operations.filter(({ name }) => !(name in table)).map(({ name }) => name)).toEqual([]);
	});

	it.each(rows)('reaches an agent in one field only: $name', async (row) => {
		const { given, isMarked } = table[row.name];

		const answer = await ask(row, await given(marked.exchange));

		expect(Array.isArray(parsedOr(answer))).toBe(true);
		expect(answer.includes(MARK)).toBe(isMarked);
		expect(outside(answer)).not.toContain('IGNORE');
	});

	it.each(rows.filter(({ hasSimplify }) => hasSimplify))(
		'reaches an agent in that field as a whole when the reply is not simplified: $name',
		async (row) => {
			for (const how of [{ simplify: false }, { output: 'raw' }]) {
				const answer = await ask(row, { ...(await table[row.name].given(marked.exchange)), ...how });

				for (const item of parsedOr(answer) as object[]) expect(Object.keys(item)).toEqual([FIELD]);
			}
		},
	);

	it.each(rows.filter(({ hasSimplify }) => hasSimplify))(
		'reaches an agent in that field when every field is selected: $name',
		async (row) => {
			const all = fieldsOf(row.name);
			const parameters = await table[row.name].given(marked.exchange);
			const answer = await ask(row, { ...parameters, output: 'selectedFields', selectedFields: all });

			expect(Array.isArray(parsedOr(answer))).toBe(true);
			expect(answer.includes(MARK)).toBe(table[row.name].isMarked);
			expect(outside(answer)).not.toContain('IGNORE');
		},
	);

	it.each(rows)('is in no error of any call: $name', async (row) => {
		const { given } = table[row.name];
		await ask(row, await given(marked.exchange));
		const paths = new Set(marked.exchange.calls.map(({ path }) => path));

		const answers: string[] = [];
		for (const path of paths) {
			for (const code of [912999999, 10001, 10016]) {
				marked.exchange.reset();
				const parameters = await given(marked.exchange);
				marked.exchange.fault({ path, kind: 'code', code, message: `${MARK} "now", said Anna`, times: 9 });
				answers.push(await ask(row, parameters));
			}
		}

		expect(answers.length).toBeGreaterThan(0);
		expect(answers.map(outside).filter((answer) => answer.includes('IGNORE'))).toEqual([]);
		expect(answers.filter((answer) => !Array.isArray(parsedOr(answer)) && /said Anna/.test(answer))).toEqual([]);
	});
});

describe('an error for an agent', () => {
	it('names the failing check, and hides what was found', async () => {
		const orderId = paidSale(marked.exchange);

		const answer = await ask(
			{ resource: 'order', operation: 'release' },
			{ orderId, safetyChecks: { expectedPayerName: 'Bob Miller', expectedFiatAmount: '91' } },
		);

		expect(answer).toContain(`Order ${orderId} was not released: 2 safety checks do not pass`);
		expect(answer).toContain('expected "91", found "92"');
		expect(answer).toContain('expected "Bob Miller", found "(hidden)"');
		expect(answer).not.toMatch(/IGNORE|Anna|Berg/);
	});

	it('of the exchange gives its code and our words for it, not its own', async () => {
		const orderId = paidSale(marked.exchange);
		marked.exchange.fault({ path: PATH.order, kind: 'code', code: 10005, message: `${MARK} of Anna Berg` });

		const answer = await ask({ resource: 'order', operation: 'get' }, { orderId });

		expect(answer).toMatch(/^Bybit did not show the order: the API key lacks a permission \(10005\)/);
		expect(answer).not.toMatch(/IGNORE|Anna/);
	});

	it('quotes what the agent itself has asked for', async () => {
		const answer = await ask({ resource: 'order', operation: 'get' }, { orderId: 'my order' });

		expect(answer).toMatch(/Order ID is not an ID of Bybit \("my order"\)/);
	});

	it('keeps its own words when a stranger is called by one of them', async () => {
		const { id } = marked.exchange.openOrder({ side: 'sell', counterparty: 'not', counterpartyName: 'not' });

		const answer = await ask({ resource: 'order', operation: 'release' }, { orderId: id });

		expect(answer).toMatch(/was not released: it is still waiting for the buyer to pay \(10\)/);
	});
});
