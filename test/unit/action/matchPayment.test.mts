import { PATH } from '../../support/exchangePaths.mts';
import { NOW, WorkerPool, anExchange } from '../../support/workers.mts';
import { MINUTE, HOUR, openSale, matched, json, callsTo, stranger } from '../../support/matchRig.mts';

describe('300 open orders of one amount', () => {
	const crowd = (count: number): WorkerPool => {
		const pool = new WorkerPool(anExchange());
		for (let index = 0; index < count; index += 1) {
			openSale(pool.exchange, { name: stranger(index), minutesAgo: 2 + index });
		}
		return pool;
	};

	it('take at most 60 calls, and match by no elimination', async () => {
		const pool = crowd(299);
		const orderId = openSale(pool.exchange, { name: 'Anna Berg', minutesAgo: 500 });

		const result = json(await matched(pool));

		expect(callsTo(pool)).toBeLessThanOrEqual(60);
		expect(result).toMatchObject({ verdict: 'ambiguous', order: null, nameScore: 1 });
		expect(result.reasons).toEqual([
			'300 open orders are over this amount, and 260 of them were not read in full: too many to compare the names of all. None was chosen. Give the order number in Reference or the time in Paid At, or look at them on Bybit.',
		]);
		expect(result.candidates).toContainEqual(expect.objectContaining({ orderId, nameScore: 1 }));
	}, 30_000);

	it('match the one that fits and whose number is in the reference', async () => {
		const pool = crowd(299);
		const orderId = openSale(pool.exchange, { name: 'Anna Berg', minutesAgo: 500 });

		const result = json(await matched(pool, { options: { reference: `P2P ${orderId}` } }));

		expect(callsTo(pool)).toBeLessThanOrEqual(60);
		expect(result).toMatchObject({ verdict: 'match', order: { orderId } });
	}, 30_000);

	it('match the one that existed when the payment was made', async () => {
		const pool = crowd(299);
		const orderId = openSale(pool.exchange, { name: 'Anna Berg', minutesAgo: 500 });
		const paidAt = new Date(NOW - 480 * MINUTE).toISOString();

		const result = json(await matched(pool, { options: { paidAt } }));

		expect([result.verdict, callsTo(pool, PATH.order)]).toEqual(['match', 1]);
		expect(result).toMatchObject({ order: { orderId } });
	}, 30_000);

	it('are not reported as a payment by a third party when not all of them were read', async () => {
		const pool = crowd(60);

		expect(json(await matched(pool))).toMatchObject({ verdict: 'ambiguous', order: null });
	});

	it('are all read, and one is matched, up to 40 of them', async () => {
		const pool = crowd(39);
		const orderId = openSale(pool.exchange, { name: 'Anna Berg', minutesAgo: 500 });

		expect(json(await matched(pool))).toMatchObject({ verdict: 'match', order: { orderId } });
		expect(callsTo(pool, PATH.order)).toBe(40);
	});
});

describe('a time of the payment', () => {
	/** NOW is 2026-09-21, 14:13 UTC. */
	const created = new Date(NOW - MINUTE);
	const day = created.toISOString().slice(0, 10);

	it.each([
		['a date', day, 'UTC'],
		['a date in Tokyo', new Date(NOW + 9 * HOUR).toISOString().slice(0, 10), 'Asia/Tokyo'],
		['a wall-clock time', new Date(NOW).toISOString().slice(0, 16), 'UTC'],
		['a wall-clock time in Berlin', new Date(NOW + 2 * HOUR).toISOString().slice(0, 19), 'Europe/Berlin'],
		['a wall-clock time in New York', new Date(NOW - 4 * HOUR).toISOString().slice(0, 19), 'America/New_York'],
	])('that is %s fits an order from before: %s in %s', async (_name, paidAt, timezone) => {
		const pool = new WorkerPool(anExchange());
		openSale(pool.exchange, { name: 'Anna Berg' });

		expect(json(await matched(pool, { options: { paidAt } }, timezone))).toMatchObject({ verdict: 'match' });
	});

	it.each([
		['the day before', new Date(NOW - 24 * HOUR).toISOString().slice(0, 10), 'UTC'],
		['an hour before', new Date(NOW - HOUR).toISOString().slice(0, 16), 'UTC'],
		['the same digits in a zone ahead', new Date(NOW).toISOString().slice(0, 16), 'Europe/Berlin'],
	])('that is %s rules the order out: %s in %s', async (_name, paidAt, timezone) => {
		const pool = new WorkerPool(anExchange());
		openSale(pool.exchange, { name: 'Anna Berg' });

		expect(json(await matched(pool, { options: { paidAt } }, timezone))).toMatchObject({ verdict: 'noMatch' });
	});
});

describe('a row of the list with missing fields', () => {
	/** The simulator with some fields of one order taken out of lists. */
	function lacking(pool: WorkerPool, orderId: string, fields: readonly string[], path = PATH.pendingOrders): void {
		const answer = pool.exchange.handle.bind(pool.exchange);
		jest.spyOn(pool.exchange, 'handle').mockImplementation((request) => {
			const reply = answer(request);
			if (request.path !== path) return reply;
			const body = JSON.parse(String(reply.body)) as { result: { items?: Array<Record<string, unknown>> } };
			for (const row of body.result.items ?? []) {
				if (row.id === orderId) for (const field of fields) delete row[field];
			}
			return { ...reply, body: JSON.stringify(body) };
		});
	}
	const FIELDS = ['amount', 'currencyId', 'createDate', 'status', 'side', 'buyerRealName', 'targetNickName'] as const;

	it.each(FIELDS)('does not stop the others: %s', async (field) => {
		const pool = new WorkerPool(anExchange());
		const odd = openSale(pool.exchange, { name: 'Bob Miller' });
		const orderId = openSale(pool.exchange, { name: 'Anna Berg' });
		lacking(pool, odd, [field]);

		expect(json(await matched(pool))).toMatchObject({ verdict: 'match', order: { orderId } });
	});

	it.each(['amount', 'currencyId', 'createDate'])(
		'is read in full, so that a second order that fits counts: %s',
		async (field) => {
			const pool = new WorkerPool(anExchange());
			const odd = openSale(pool.exchange, { name: 'Anna Berg' });
			openSale(pool.exchange, { name: 'Anna Berg', minutesAgo: 5 });
			lacking(pool, odd, [field]);

			expect(json(await matched(pool))).toMatchObject({ verdict: 'ambiguous' });
		},
	);

	it('is passed over and counted when it cannot be read in full either', async () => {
		const pool = new WorkerPool(anExchange());
		const odd = openSale(pool.exchange, { name: 'Bob Miller' });
		openSale(pool.exchange, { name: 'Anna Berg' });
		lacking(pool, odd, ['amount']);
		pool.exchange.fault({ path: PATH.order, kind: 'code', code: 912100004, times: 1, skip: 1 });

		const { verdict, reasons } = json(await matched(pool));

		expect(verdict).toBe('match');
		expect(reasons).toContain(
			'1 open order was passed over: Bybit does not show its amount, its currency or its time.',
		);
	});

	it('without an ID is passed over and counted', async () => {
		const pool = new WorkerPool(anExchange());
		const odd = openSale(pool.exchange, { name: 'Bob Miller' });
		openSale(pool.exchange, { name: 'Anna Berg' });
		lacking(pool, odd, ['amount', 'id']);

		const { verdict, reasons } = json(await matched(pool));

		expect(verdict).toBe('match');
		expect(reasons).toContain(
			'1 open order was passed over: Bybit does not show its amount, its currency or its time.',
		);
	});
});

describe('a payment that was used before', () => {
	it.each<[string, unknown]>([
		['TX-000123', 'tx 123'],
		['TX-000123', 'A1, B2 , TX000123'],
		['TX-000123', ['A1', 'TX 0123']],
		['000123', [123]],
		['Rent, May', 'Rent, May'],
		['Rent, May', 'A1, rent, may, B2'],
	])('is not matched again, and nothing is read: %s is among %j', async (reference, usedReferences) => {
		const pool = new WorkerPool(anExchange());
		openSale(pool.exchange, { name: 'Anna Berg' });

		const result = json(await matched(pool, { options: { reference, usedReferences } }));

		expect(result).toMatchObject({ verdict: 'alreadyUsed', order: null, nameScore: null, candidates: [] });
		expect(callsTo(pool)).toBe(0);
	});

	it.each<[string, unknown]>([
		['TX-000123', 'TX-000124'],
		['TX-000123', 'TX-0001234, 000123'],
		['TX-000123', []],
		['TX-000100', 'TX-0001'],
		['Rent, May', 'Rent, B2, May'],
	])('is another one than this: %s is not among %j', async (reference, usedReferences) => {
		const pool = new WorkerPool(anExchange());
		openSale(pool.exchange, { name: 'Anna Berg' });

		expect(json(await matched(pool, { options: { reference, usedReferences } }))).toMatchObject({
			verdict: 'match',
		});
	});
});

describe('the sign of a currency in the amount', () => {
	it.each([
		['92,00 €', 'match'],
		['EUR 92.00', 'match'],
		['92 евро', 'match'],
	])('of the payment fits: %s', async (amount, verdict) => {
		const pool = new WorkerPool(anExchange());
		openSale(pool.exchange, { name: 'Anna Berg' });

		expect(json(await matched(pool, { amount }))).toMatchObject({ verdict });
	});

	it.each(['92.00 ₸', '92 тенге', 'US$92.00', 'USD 92.00 EUR', '92 kr', '92.00 USDT', '92 pounds'])(
		'of another one refuses before anything is read: %s',
		async (amount) => {
			const pool = new WorkerPool(anExchange());
			openSale(pool.exchange, { name: 'Anna Berg' });

			expect(await matched(pool, { amount })).toMatchObject({
				type: 'thrown',
				name: 'InputError',
				message: expect.stringMatching(/^The payment was not matched: /) as string,
			});
			expect(callsTo(pool)).toBe(0);
		},
	);
});
