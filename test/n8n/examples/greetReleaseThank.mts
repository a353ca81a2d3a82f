import { asItIs, credential, dryRunOff, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const PATH = 'my-payments';

export function greetReleaseThank(rig: () => ExampleRig): void {
	const example = (dryRun: boolean): Imported => ({
		file: 'greet-release-thank',
		set: {
			'Bybit P2P API': credential,
			'Bank Webhook': credential,
			'Webhook Path': inNode('Bank Notice', (parameters) => ({ ...parameters, path: PATH })),
			'Fields of the Bank': asItIs,
			'Poll Times': pollEverySeconds('Order Created', 2),
			'Dry Run': dryRun ? asItIs : dryRunOff('Release the Coins'),
		},
	});
	const notice = (transactionId: string, payerName = 'Schmidt, Anna') => ({
		amount: '93,00',
		currency: 'EUR',
		payerName,
		transactionId,
	});
	const greetedOrder = async () => {
		const order = rig().exchange.openOrder({ side: 'sell', amount: '93', counterpartyName: 'Anna Schmidt' });
		await rig().until('the greeting', () => rig().written(order.id).length === 1);
		return rig().exchange.buyerPays(order.id);
	};

	it('greets the buyer, releases when the bank says that the money is there, and thanks', async () => {
		await rig().publish(example(false));
		const order = await greetedOrder();
		expect(rig().exchange.effects(order.id).releases).toBe(0);

		await rig().callWebhook(PATH, notice('G-1001'));
		await rig().until('the thanks', () => rig().written(order.id).length === 2);

		expect(rig().exchange.effects(order.id).releases).toBe(1);
		expect(rig().written(order.id)).toEqual([
			expect.stringContaining(order.counterparty),
			expect.stringContaining('Thank you'),
		]);
	});

	it('releases nothing on the payment of somebody else, and says why in the execution', async () => {
		const id = await rig().publish(example(false));
		const order = await greetedOrder();

		await rig().callWebhook(PATH, notice('G-2001', 'Viktor Petrov'));
		const reason = await rig().failureOf(id);

		expect(reason).toMatch(/No order was released on the payment of 93,00 EUR: nameMismatch/);
		expect(rig().exchange.effects(order.id).releases).toBe(0);
	});

	it('releases nothing as it is imported, because Dry Run is on', async () => {
		await rig().publish(example(true));
		const order = await greetedOrder();
		const reads = rig().sentTo('/v5/p2p/order/info').length;

		await rig().callWebhook(PATH, notice('G-3001'));
		await rig().until(
			'Match Payment and Release to read the order',
			() => rig().sentTo('/v5/p2p/order/info').length >= reads + 2,
		);
		await rig().untilIdle();

		expect(rig().sentTo('/v5/p2p/order/finish')).toEqual([]);
		expect(rig().written(order.id)).toHaveLength(1);
	});
}
