import { all, asItIs, credential, pollEverySeconds, setting } from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const ACCOUNT = 'DE02 1203 0000 0000 2020 51';

export function autoPay(stage: () => Stage): void {
	const example = (withoutAskingUpTo: string): Imported => ({
		file: 'auto-pay-purchases',
		set: {
			'Bybit P2P API': credential,
			'Bank API': credential,
			Telegram: credential,
			'Bank Address': asItIs,
			'Calls of the Bank': asItIs,
			'Chat ID': setting('chatId', stage().services.telegram.chatId),
			Limits: all(setting('payWithoutAskingUpTo', withoutAskingUpTo), setting('neverPayAbove', '500')),
			'Poll Times': pollEverySeconds('Purchase Opened', 2),
		},
	});
	const purchase = (changes: { amount?: string; paymentType?: number } = {}) => {
		const { amount = '92.50', paymentType = 14 } = changes;
		return stage().exchange.openOrder({
			side: 'buy',
			amount,
			counterparty: 'Sam_Sells',
			counterpartyName: 'Samuel Weber',
			paymentTerms: [{ id: '8000', paymentType, accountNo: ACCOUNT, realName: 'Samuel Weber' }],
		});
	};
	const opened = async (withoutAskingUpTo: string, changes = {}) => {
		await stage().publish(example(withoutAskingUpTo));
		return purchase(changes);
	};
	const sentText = () => stage().services.telegram.sent.at(-1)?.text ?? '';
	const receiptsOf = (orderId: string) =>
		stage()
			.exchange.messagesOf(orderId)
			.filter(({ contentType }) => contentType === 'pdf');

	it('pays a small purchase once, marks it as paid, and sends the receipt', async () => {
		const order = await opened('100');
		await stage().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect(stage().services.bank.executed).toEqual([
			expect.objectContaining({ amount: '92.50', currency: 'EUR', account: ACCOUNT, accountHolder: 'SAMUEL WEBER' }),
		]);
		expect(stage().services.bank.timesExecuted).toBe(1);
		expect(stage().exchange.order(order.id).status).toBe(20);
		const [receipt] = receiptsOf(order.id);
		expect(stage().exchange.file(String(receipt?.content))?.content).toEqual(stage().services.bank.receipt);
		expect(stage().services.telegram.sent).toEqual([]);
	});

	it('asks first as it is imported, and pays when the merchant says so', async () => {
		const order = await opened('0');
		await stage().until('the question', () => stage().services.telegram.sent.length === 1);
		expect(sentText()).toMatch(/92\.50 EUR to SAMUEL WEBER\nDE02 1203.*Seller: Sam_Sells/s);
		expect(stage().services.bank.timesExecuted).toBe(0);

		await stage().press(0, 'Pay');
		await stage().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect([stage().services.bank.timesExecuted, stage().exchange.order(order.id).status]).toEqual([1, 20]);
	});

	it('pays nothing when the merchant says no, nor when the order has ended meanwhile', async () => {
		const first = await opened('0');
		await stage().until('the first question', () => stage().services.telegram.sent.length === 1);
		await stage().press(0, 'Do not pay');
		await stage().until('the note', () => stage().services.telegram.sent.length === 2);
		const second = purchase();
		await stage().until('the second question', () => stage().services.telegram.sent.length === 3);
		stage().exchange.cancelOrder(second.id);
		await stage().press(2, 'Pay');
		await stage().until('the refusal', () => stage().services.telegram.sent.length === 4);

		expect(sentText()).toMatch(/nothing was paid.*cancelled/s);
		expect([stage().services.bank.timesExecuted, stage().exchange.order(first.id).status]).toEqual([0, 10]);
	});

	it('pays nothing into an account that belongs to somebody else', async () => {
		stage().services.bank.holders.set(ACCOUNT, 'Viktor Petrov');
		const order = await opened('100');
		await stage().until('the warning', () => stage().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/nothing was paid.*expectedSellerName: expected Viktor Petrov, found Samuel Weber/s);
		expect([stage().services.bank.timesExecuted, stage().exchange.order(order.id).status]).toEqual([0, 10]);
	});

	it.each([
		['above the limit', { amount: '501' }],
		['by another method', { paymentType: 64 }],
	])('leaves a purchase %s to the merchant', async (_, changes) => {
		await opened('1000', changes);
		await stage().until('the note', () => stage().services.telegram.sent.length === 1);

		expect(sentText()).toContain('nothing was paid');
		expect(stage().services.bank.prepared).toEqual([]);
	});

	it('pays once when the reply of the bank is lost', async () => {
		stage().services.bank.lostReplies = 1;
		const order = await opened('100');
		await stage().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect([stage().services.bank.timesExecuted, stage().exchange.order(order.id).status]).toEqual([1, 20]);
	});

	it('says at once when the bank has paid and Bybit did not take the mark', async () => {
		stage().exchange.fault({ path: '/v5/p2p/order/pay', kind: 'code', code: 912000001, times: Infinity });
		const order = await opened('100');
		await stage().until('the alarm', () => stage().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(`Paid, and not marked. The bank has paid order ${order.id}`);
		expect([stage().services.bank.timesExecuted, receiptsOf(order.id).length]).toEqual([1, 0]);
	});

	it('marks nothing when the bank turns the payment down', async () => {
		stage().services.bank.rejects = true;
		const order = await opened('100');
		await stage().until('the alarm', () => stage().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/Look at your bank now.*rejected/s);
		expect(stage().exchange.order(order.id).status).toBe(10);
	});
}
