import { credential, pollEverySeconds, setting } from '../support/examples/edits.mts';
import type { ExampleRig } from '../support/examples/exampleRig.mts';

/** A buyer has marked an order as paid, and the bot has asked. */
export function approveRelease(rig: () => ExampleRig): void {
	const example = () => ({
		file: 'approve-release-telegram',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			'Chat ID': setting('chatId', rig().services.telegram.chatId),
			'Maximum Amount': setting('maxFiatAmount', '500'),
			'Poll Times': pollEverySeconds('Order Paid', 2),
		},
	});
	const asked = async (amount: string) => {
		const { exchange, services } = rig();
		await rig().publish(example());
		const order = exchange.openOrder({
			side: 'sell',
			amount,
			counterparty: 'anna_buys*',
			counterpartyName: 'Anna Schmidt',
		});
		exchange.buyerPays(order.id);
		await rig().until('the question', () => services.telegram.sent.length === 1);
		return { order, question: services.telegram.sent[0] };
	};
	it('releases and thanks when the merchant says that the money arrived', async () => {
		const { order, question } = await asked('93.50');
		expect(question?.text).toContain('93.50 EUR from Anna Schmidt');
		expect(question?.text).toContain('Buyer: anna_buys*');
		expect(rig().exchange.effects(order.id).releases).toBe(0);

		await rig().press(0, 'It arrived: release');
		await rig().until('the thanks', () =>
			rig()
				.exchange.messagesOf(order.id)
				.some(({ from }) => from === 'merchant'),
		);

		expect(rig().exchange.order(order.id).status).toBe(50);
		expect(rig().exchange.effects(order.id).releases).toBe(1);
	});

	it('releases nothing when the merchant says no', async () => {
		const { order } = await asked('93.50');

		await rig().press(0, 'Not yet');
		await rig().until('the note', () => rig().services.telegram.sent.length === 2);

		expect(rig().services.telegram.sent[1]?.text).toContain(`Order ${order.id} still waits`);
		expect(rig().exchange.effects(order.id).releases).toBe(0);
	});

	it('asks for each of several orders that are paid at once, and releases the one whose button was pressed', async () => {
		await rig().publish(example());
		const orders = ['Anna Schmidt', 'Bernd Vogel', 'Clara Berg'].map((counterpartyName) =>
			rig().exchange.openOrder({ side: 'sell', counterparty: counterpartyName.replace(' ', ''), counterpartyName }),
		);
		for (const { id } of orders) rig().exchange.buyerPays(id);
		await rig().until('three questions', () => rig().services.telegram.sent.length === 3);

		const second = rig().services.telegram.sent.findIndex(({ text }) => text.includes('Bernd Vogel'));
		await rig().press(second, 'It arrived: release');
		await rig().until('the thanks', () => rig().written(String(orders[1]?.id)).length === 1);

		expect(orders.map(({ id }) => rig().exchange.effects(id).releases)).toEqual([0, 1, 0]);
	});

	it('refuses an order above the limit even when the merchant approves it', async () => {
		await asked('501');

		await rig().press(0, 'It arrived: release');
		await rig().until('the reason', () => rig().services.telegram.sent.length === 2);

		expect(rig().services.telegram.sent[1]?.text).toMatch(
			/Nothing was released.*Maximum Fiat Amount: expected "500", found "501/s,
		);
		expect(rig().exchange.calls.filter(({ path }) => path === '/v5/p2p/order/finish')).toEqual([]);
	});
}
