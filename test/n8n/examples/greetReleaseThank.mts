import { asItIs, credential, dryRunOff, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const PATH = 'my-payments';

export function greetReleaseThank(stage: () => Stage): void {
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
		const order = stage().exchange.openOrder({ side: 'sell', amount: '93', counterpartyName: 'Anna Schmidt' });
		await stage().until('the greeting', () => stage().written(order.id).length === 1);
		return stage().exchange.buyerPays(order.id);
	};

	it('greets the buyer, releases when the bank says that the money is there, and thanks', async () => {
		await stage().publish(example(false));
		const order = await greetedOrder();
		expect(stage().exchange.effects(order.id).releases).toBe(0);

		await stage().callWebhook(PATH, notice('G-1001'));
		await stage().until('the thanks', () => stage().written(order.id).length === 2);

		expect(stage().exchange.effects(order.id).releases).toBe(1);
		expect(stage().written(order.id)).toEqual([
			expect.stringContaining(order.counterparty),
			expect.stringContaining('Thank you'),
		]);
	});

	it('releases nothing on the payment of somebody else, and says why in the execution', async () => {
		const id = await stage().publish(example(false));
		const order = await greetedOrder();

		await stage().callWebhook(PATH, notice('G-2001', 'Viktor Petrov'));
		const reason = await stage().failureOf(id);

		expect(reason).toMatch(/No order was released on the payment of 93,00 EUR: nameMismatch/);
		expect(stage().exchange.effects(order.id).releases).toBe(0);
	});

	it('releases nothing as it is imported, because Dry Run is on', async () => {
		await stage().publish(example(true));
		const order = await greetedOrder();
		const reads = stage().sentTo('/v5/p2p/order/info').length;

		await stage().callWebhook(PATH, notice('G-3001'));
		await stage().until(
			'Match Payment and Release to read the order',
			() => stage().sentTo('/v5/p2p/order/info').length >= reads + 2,
		);
		await stage().untilIdle();

		expect(stage().sentTo('/v5/p2p/order/finish')).toEqual([]);
		expect(stage().written(order.id)).toHaveLength(1);
	});
}
