import fc from 'fast-check';

import type { WireRequest } from '../../../nodes/BybitP2P/api/wire';
import { messagePages, orderPages } from '../../../nodes/BybitP2P/api/pages';
import { aScriptedExchange, p2pReply, type ScriptedExchange } from '../../support/scriptedExchange.mts';

/** Ids from the first to the last, newest first, beyond what a number can hold. */
function ids(count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(1_900_004_704_665_923_584n + BigInt(count - index)));
}

/** An exchange whose order list is what `listed` says at each read. @param read - how many reads came before. */
/** @param countAt - what the reply gives as count; the length of the list unless given. */
function anOrderList(
	listed: (read: number) => readonly string[],
	{ countAt }: { countAt?: (read: number) => number | undefined } = {},
): ScriptedExchange {
	let reads = 0;
	return aScriptedExchange(({ body }: WireRequest) => {
		const { page, size } = JSON.parse(String(body)) as { page: number; size: number };
		const all = listed(reads);
		const count = countAt === undefined ? all.length : countAt(reads);
		reads += 1;
		return p2pReply(0, {
			...(count === undefined ? {} : { count }),
			items: all.slice((page - 1) * size, page * size).map((id) => ({ id })),
		});
	});
}

async function readOrders(exchange: ScriptedExchange): Promise<string[]> {
	const given: string[] = [];
	const reading = (async () => {
		for await (const { rows } of orderPages(exchange.api, 'pending')) given.push(...rows.map(({ id }) => id));
	})();
	await exchange.result(reading);
	return given;
}

/** An exchange with a chat of messages, newest first. */
function aChat(messages: readonly string[], { isInclusive = false } = {}): ScriptedExchange {
	return aScriptedExchange(({ body }: WireRequest) => {
		const cursor = BigInt(/"lastId":(\d+)/.exec(String(body))?.[1] ?? '-1');
		const older = messages.filter(
			(id) => cursor === 0n || BigInt(id) < cursor || (isInclusive && BigInt(id) === cursor),
		);
		return p2pReply(0, { messages: older.slice(0, 30).map((id) => ({ id, createDate: '1' })) });
	});
}

async function readMessages(exchange: ScriptedExchange): Promise<string[]> {
	const given: string[] = [];
	const reading = (async () => {
		for await (const page of messagePages(exchange.api, 'session')) given.push(...page.map(({ id }) => id));
	})();
	await exchange.result(reading);
	return given;
}

describe('orderPages', () => {
	it.each([
		[0, 1],
		[1, 1],
		[29, 1],
		[30, 2],
		[31, 2],
		[60, 3],
		[61, 3],
		[1000, 34],
	])('gives each of %i orders once, newest first, in %i reads', async (count, reads) => {
		const exchange = anOrderList(() => ids(count));

		expect(await readOrders(exchange)).toEqual(ids(count));
		expect(exchange.sent).toHaveLength(reads);
	});

	it.each([
		['goes up and down', (read: number) => (read % 2 === 0 ? 65 : 64)],
		['falls with every reply', (read: number) => 1000 - read],
		['is that of the page', (read: number) => (read % 3 === 2 ? 5 : 30)],
		['is there on the first page only', (read: number) => (read === 0 ? 65 : undefined)],
	])('comes to an end, and misses none, when the count %s', async (_what, countAt) => {
		const all = ids(65);
		const exchange = anOrderList(() => all, { countAt });

		expect(new Set(await readOrders(exchange))).toEqual(new Set(all));
		expect(exchange.sent.length).toBeLessThan(60);
	});

	it('asks for pages as numbers from 1, thirty orders each', async () => {
		const exchange = anOrderList(() => ids(31));

		await readOrders(exchange);

		expect(exchange.sent.map(({ body }) => body)).toEqual(['{"page":1,"size":30}', '{"page":2,"size":30}']);
	});

	it('reads no page that nobody asks for', async () => {
		const exchange = anOrderList(() => ids(100));
		const pages = orderPages(exchange.api, 'all');

		await exchange.result(pages.next());

		expect(exchange.sent).toHaveLength(1);
	});

	it('gives an order once although new ones push it to the next page', async () => {
		const all = ids(100);
		const exchange = anOrderList((read) => (read === 0 ? all.slice(3) : all));

		const given = await readOrders(exchange);

		expect(given).toEqual(all.slice(3));
	});

	it('misses none although others leave and pull it over to the page before', async () => {
		const all = ids(100);
		const exchange = anOrderList((read) => (read === 0 ? all : all.slice(5)));

		const given = await readOrders(exchange);

		expect(given.sort()).toEqual([...all].sort());
	});

	it('misses none when the list shrinks to less than the page that is read', async () => {
		const all = ids(61);
		const exchange = anOrderList((read) => (read < 2 ? all : all.slice(25)));

		const given = await readOrders(exchange);

		expect(all.slice(25).filter((id) => !given.includes(id))).toEqual([]);
	});

	// Known: one page is read again, however many orders left. It takes more than thirty that leave between two reads.
	it('misses none when more than a page of orders leaves at once', async () => {
		const all = ids(200);
		const exchange = anOrderList((read) => (read < 3 ? all : all.slice(70)));

		const given = await readOrders(exchange);

		expect(all.slice(70).filter((id) => !given.includes(id))).toEqual([]);
	});

	it('misses none and repeats none that stays, whatever comes and goes between two reads', async () => {
		const step = fc.record({ come: fc.integer({ min: 0, max: 20 }), go: fc.array(fc.nat(), { maxLength: 15 }) });
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 200 }), fc.array(step, { maxLength: 6 }), async (count, steps) => {
				// Newest first: those that come have the highest ids.
				const births = ids(count + 20 * steps.length);
				let next = 20 * steps.length;
				let list = births.slice(next);
				const stayed = new Set(list);
				let reads = 0;
				const exchange = anOrderList(() => {
					const { come, go } = reads > 0 ? (steps[reads - 1] ?? { come: 0, go: [] }) : { come: 0, go: [] };
					reads += 1;
					for (const which of go) {
						if (list.length > 0) stayed.delete(list[which % list.length]);
						list = list.filter((_, index) => index !== which % list.length);
					}
					const born = births.slice(next - Math.min(come, next), next);
					next -= born.length;
					list = [...born, ...list];
					return list;
				});

				const given = await readOrders(exchange);

				expect([...stayed].filter((id) => !given.includes(id))).toEqual([]);
				expect(new Set(given).size).toBe(given.length);
			}),
			{ seed: 11, numRuns: 300 },
		);
	});

	it('comes to an end although orders leave before every read', async () => {
		const exchange = anOrderList((read) => ids(Math.max(0, 300 - 3 * read)));

		await expect(readOrders(exchange)).resolves.toBeDefined();
		expect(exchange.sent.length).toBeLessThan(150);
	});

	it.each([null, {}, { items: null }, { count: 5 }])('takes the result %j for an empty list', async (result) => {
		expect(await readOrders(aScriptedExchange(p2pReply(0, result)))).toEqual([]);
	});
});

describe('messagePages', () => {
	it.each([
		[0, 1],
		[1, 1],
		[30, 2],
		[31, 2],
		[61, 3],
		[1000, 34],
	])('gives each of %i messages once, newest first, in %i reads', async (count, reads) => {
		const exchange = aChat(ids(count));

		expect(await readMessages(exchange)).toEqual(ids(count));
		expect(exchange.sent).toHaveLength(reads);
	});

	it('sends a cursor of nineteen digits exactly, as a bare number', async () => {
		const exchange = aChat(ids(31));

		await readMessages(exchange);

		expect(exchange.sent.map(({ body }) => body)).toEqual([
			'{"sessionId":"session","lastId":0,"limit":30}',
			'{"sessionId":"session","lastId":1900004704665923586,"limit":30}',
		]);
	});

	it('gives a message once although the cursor counts in', async () => {
		const all = ids(75);
		const exchange = aChat(all, { isInclusive: true });

		expect(await readMessages(exchange)).toEqual(all);
	});

	it('comes to an end when the exchange gives the same page again and again', async () => {
		const exchange = aScriptedExchange(p2pReply(0, { messages: ids(30).map((id) => ({ id, createDate: '1' })) }));

		await readMessages(exchange);

		expect(exchange.sent).toHaveLength(2);
	});

	it.each([null, {}, { messages: null }])('takes the result %j for an empty chat', async (result) => {
		expect(await readMessages(aScriptedExchange(p2pReply(0, result)))).toEqual([]);
	});
});
