import { asItIs, credential, inNode, setting } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const START = 'Every Night';
const ZONE = 'Europe/Berlin';
const DAY_MS = 86_400_000;

export function dailyBooks(rig: () => ExampleRig): void {
	const example = (): Imported => ({
		file: 'daily-books-to-sheet',
		set: {
			'Bybit P2P API': credential,
			'Google Sheets': credential,
			Sheet: inNode('Write the Books', (parameters) => ({
				...parameters,
				documentId: { __rl: true, mode: 'id', value: rig().services.sheets.documentId },
				sheetName: { __rl: true, mode: 'name', value: rig().services.sheets.sheetName },
			})),
			Timezone: setting('timezone', ZONE),
			Schedule: asItIs,
		},
	});
	const dayOf = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(ms);
	/** Orders and fiat by key, added up from the exchange's own orders. */
	const expected = () => {
		const days = [1, 2, 3].map((back) => dayOf(rig().exchange.now() - back * DAY_MS));
		const sums = new Map<string, { orders: number; fiatAmount: number }>();
		for (const order of rig().exchange.orders()) {
			const day = dayOf(order.createdAt);
			if (order.status !== 50 || !days.includes(day)) continue;
			const key = [day, order.side === 1 ? 'sell' : 'buy', order.tokenId, order.currencyId].join(' ');
			const before = sums.get(key) ?? { orders: 0, fiatAmount: 0 };
			sums.set(key, { orders: before.orders + 1, fiatAmount: before.fiatAmount + Number(order.amount) });
		}
		return sums;
	};
	const assertBooks = () => {
		const sums = expected();
		expect(
			rig()
				.services.sheets.rows.map(({ key }) => key)
				.sort(),
		).toEqual([...sums.keys()].sort());
		for (const { key, orders, fiatAmount } of rig().services.sheets.rows) {
			expect([key, orders]).toEqual([key, sums.get(String(key))?.orders]);
			expect(fiatAmount).toBeCloseTo(sums.get(String(key))?.fiatAmount ?? 0, 6);
		}
	};

	it('writes one row for each day, side, coin and currency, and the same again changes nothing', async () => {
		rig().exchange.seedHistory({ orders: 60, days: 5 });
		const id = await rig().import(example());

		const first = await rig().rest.runManually(id, START);
		const written = rig().services.sheets.rows;
		const second = await rig().rest.runManually(id, START);

		expect([first.error, second.error]).toEqual([null, null]);
		expect(written.length).toBeGreaterThan(5);
		assertBooks();
		expect(rig().services.sheets.rows).toEqual(written);
	});

	it('brings a row up to date when an order of that day ends later', async () => {
		const { exchange } = rig();
		const yesterday = exchange.now() - DAY_MS;
		const [done, late] = [30, 62.5].map((amount) =>
			exchange.openOrder({ side: 'sell', amount: String(amount), createdAt: yesterday, paymentMinutes: 3000 }),
		);
		for (const order of [done, late]) exchange.buyerPays(String(order?.id));
		exchange.setStatus(String(done?.id), 50);
		const id = await rig().import(example());

		await rig().rest.runManually(id, START);
		const before = rig().services.sheets.rows;
		exchange.setStatus(String(late?.id), 50);
		await rig().rest.runManually(id, START);

		expect([before, rig().services.sheets.rows].map(([row]) => [row?.orders, row?.fiatAmount])).toEqual([
			[1, 30],
			[2, 92.5],
		]);
		expect(rig().services.sheets.rows).toHaveLength(1);
	});

	it('says so when it may not write, and catches up the next night', async () => {
		rig().exchange.seedHistory({ orders: 20, days: 3 });
		const id = await rig().import(example());
		rig().services.sheets.isShared = false;

		const refused = await rig().rest.runManually(id, START);
		rig().services.sheets.isShared = true;
		const next = await rig().rest.runManually(id, START);

		expect(refused.error).toMatch(/^Write the Books: .*(PERMISSION_DENIED|Forbidden)/i);
		expect(next.error).toBeNull();
		assertBooks();
	});
}
