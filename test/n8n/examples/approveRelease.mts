import { credential, pollEverySeconds, setting } from '../support/examples/edits.mts';
import type { Stage } from '../support/examples/stage.mts';

/** A buyer has marked an order as paid, and the bot has asked. */
export function approveRelease(stage: () => Stage): void {
	const example = () => ({
		file: 'approve-release-telegram',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			'Chat ID': setting('chatId', stage().services.telegram.chatId),
			'Maximum Amount': setting('maxFiatAmount', '500'),
			'Poll Times': pollEverySeconds('Order Paid', 2),
		},
	});
	const asked = async (amount: string) => {
		const { exchange, services } = stage();
		await stage().publish(example());
		const order = exchange.openOrder({
			side: 'sell',
			amount,
			counterparty: 'anna_buys*',
			counterpartyName: 'Anna Schmidt',
		});
		exchange.buyerPays(order.id);
		await stage().until('the question', () => services.telegram.sent.length === 1);
		return { order, question: services.telegram.sent[0] };
	};
	it('releases and thanks when the merchant says that the money arrived', async () => {
		const { order, question } = await asked('93.50');
		expect(question?.text).toContain('93.50 EUR from Anna Schmidt');
		expect(question?.text).toContain('Buyer: anna_buys*');
		expect(stage().exchange.effects(order.id).releases).toBe(0);

		await stage().press(0, 'It arrived: release');
		await stage().until('the thanks', () =>
			stage()
				.exchange.messagesOf(order.id)
				.some(({ from }) => from === 'merchant'),
		);

		expect(stage().exchange.order(order.id).status).toBe(50);
		expect(stage().exchange.effects(order.id).releases).toBe(1);
	});

	it('releases nothing when the merchant says no', async () => {
		const { order } = await asked('93.50');

		await stage().press(0, 'Not yet');
		await stage().until('the note', () => stage().services.telegram.sent.length === 2);

		expect(stage().services.telegram.sent[1]?.text).toContain(`Order ${order.id} still waits`);
		expect(stage().exchange.effects(order.id).releases).toBe(0);
	});

	it('asks for each of several orders that are paid at once, and releases the one whose button was pressed', async () => {
		await stage().publish(example());
		const orders = ['Anna Schmidt', 'Bernd Vogel', 'Clara Berg'].map((counterpartyName) =>
			stage().exchange.openOrder({ side: 'sell', counterparty: counterpartyName.replace(' ', ''), counterpartyName }),
		);
		for (const { id } of orders) stage().exchange.buyerPays(id);
		await stage().until('three questions', () => stage().services.telegram.sent.length === 3);

		const second = stage().services.telegram.sent.findIndex(({ text }) => text.includes('Bernd Vogel'));
		await stage().press(second, 'It arrived: release');
		await stage().until('the thanks', () => stage().written(String(orders[1]?.id)).length === 1);

		expect(orders.map(({ id }) => stage().exchange.effects(id).releases)).toEqual([0, 1, 0]);
	});

	it('refuses an order above the limit even when the merchant approves it', async () => {
		await asked('501');

		await stage().press(0, 'It arrived: release');
		await stage().until('the reason', () => stage().services.telegram.sent.length === 2);

		expect(stage().services.telegram.sent[1]?.text).toMatch(
			/Nothing was released.*Maximum Fiat Amount: expected "500", found "501/s,
		);
		expect(stage().exchange.calls.filter(({ path }) => path === '/v5/p2p/order/finish')).toEqual([]);
	});
}
