import { asItIs, credential, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const example: Imported = {
	file: 'greeter-by-payment-method',
	set: {
		'Bybit P2P API': credential,
		Methods: asItIs,
		Texts: asItIs,
		'Poll Times': pollEverySeconds('Order Created', 2),
	},
};

/** The last one has no text of its own. */
const METHODS = [
	{ paymentType: 14, instructions: /instant transfer/ },
	{ paymentType: 64, instructions: /inside Revolut/ },
	{ paymentType: 78, instructions: /Wise balance/ },
	{ paymentType: 75, instructions: /method shown in the order/ },
] as const;

export function greeter(rig: () => ExampleRig): void {
	const orderBy = (counterparty: string, paymentType: number) =>
		rig().exchange.openOrder({
			side: 'sell',
			counterparty,
			paymentTerms: [{ id: '7000', paymentType, accountNo: 'DE00 1234' }],
		});

	it('greets the buyer of each order with what matters for its payment method', async () => {
		await rig().publish(example);
		const orders = METHODS.map(({ paymentType }, index) => orderBy(`Buyer${index}`, paymentType));
		await rig().until('all greetings', () => orders.every(({ id }) => rig().written(id).length === 1));

		METHODS.forEach(({ instructions }, index) => {
			const [greeting] = rig().written(String(orders[index]?.id));
			expect(greeting).toMatch(new RegExp(`^Hello Buyer${index}, .*pay exactly 92 EUR`, 's'));
			expect(greeting).toMatch(instructions);
			expect(greeting).not.toContain('DE00');
		});
	});

	it('greets nobody who sells, and nobody twice', async () => {
		await rig().publish(example);
		const purchase = rig().exchange.openOrder({ side: 'buy', counterparty: 'SamSells' });
		const sale = orderBy('AnnaBuys', 14);
		await rig().until('the greeting', () => rig().written(sale.id).length === 1);

		await rig().publish(example);
		const later = orderBy('BerndBuys', 14);
		await rig().until('both to see the later order', () => rig().written(later.id).length === 1);
		await rig().untilIdle();

		expect([purchase, sale, later].map(({ id }) => rig().written(id).length)).toEqual([0, 1, 1]);
	});
}
