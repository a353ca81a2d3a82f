import { asItIs, credential, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const example: Imported = {
	file: 'greeter-by-payment-method',
	set: {
		'Bybit P2P API': credential,
		Methods: asItIs,
		Texts: asItIs,
		'Poll Times': pollEverySeconds('Order Created', 2),
	},
};

export function greeter(stage: () => Stage): void {
	const orderBy = (counterparty: string, paymentType: number) =>
		stage().exchange.openOrder({
			side: 'sell',
			counterparty,
			paymentTerms: [{ id: '7000', paymentType, accountNo: 'DE00 1234' }],
		});

	it.each([
		['a bank transfer', 14, /instant transfer/],
		['Revolut', 64, /inside Revolut/],
		['Wise', 78, /Wise balance/],
		['a method without a text of its own', 75, /method shown in the order/],
	])('greets the buyer of an order by %s with what matters for it', async (_, paymentType, instructions) => {
		await stage().publish(example);

		const order = orderBy('AnnaBuys', paymentType);
		await stage().until('the greeting', () => stage().written(order.id).length === 1);

		const [greeting] = stage().written(order.id);
		expect(greeting).toMatch(/^Hello AnnaBuys, .*pay exactly 92 EUR/s);
		expect(greeting).toMatch(instructions);
		expect(greeting).not.toContain('DE00');
	});

	it('greets nobody who sells, and nobody twice', async () => {
		await stage().publish(example);
		const purchase = stage().exchange.openOrder({ side: 'buy', counterparty: 'SamSells' });
		const sale = orderBy('AnnaBuys', 14);
		await stage().until('the greeting', () => stage().written(sale.id).length === 1);

		await stage().publish(example);
		const later = orderBy('BerndBuys', 14);
		await stage().until('both to see the later order', () => stage().written(later.id).length === 1);
		await stage().untilIdle();

		expect([purchase, sale, later].map(({ id }) => stage().written(id).length)).toEqual([0, 1, 1]);
	});
}
