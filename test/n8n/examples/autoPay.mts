import { all, asItIs, credential, pollEverySeconds, setting } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const ACCOUNT = 'DE02 1203 0000 0000 2020 51';

export function autoPay(rig: () => ExampleRig): void {
	const example = (withoutAskingUpTo: string): Imported => ({
		file: 'auto-pay-purchases',
		set: {
			'Bybit P2P API': credential,
			'Bank API': credential,
			Telegram: credential,
			'Bank Address': asItIs,
			'Calls of the Bank': asItIs,
			'Chat ID': setting('chatId', rig().services.telegram.chatId),
			Limits: all(setting('payWithoutAskingUpTo', withoutAskingUpTo), setting('neverPayAbove', '500')),
			'Poll Times': pollEverySeconds('Purchase Opened', 2),
		},
	});
	const purchase = (changes: { amount?: string; paymentType?: number } = {}) => {
		const { amount = '92.50', paymentType = 14 } = changes;
		return rig().exchange.openOrder({
			side: 'buy',
			amount,
			counterparty: 'Sam_Sells',
			counterpartyName: 'Samuel Weber',
			paymentTerms: [{ id: '8000', paymentType, accountNo: ACCOUNT, realName: 'Samuel Weber' }],
		});
	};
	const opened = async (withoutAskingUpTo: string, changes = {}) => {
		await rig().publish(example(withoutAskingUpTo));
		return purchase(changes);
	};
	const sentText = () => rig().services.telegram.sent.at(-1)?.text ?? '';
	const receiptsOf = (orderId: string) =>
		rig()
			.exchange.messagesOf(orderId)
			.filter(({ contentType }) => contentType === 'pdf');

	it('pays a small purchase once, marks it as paid, and sends the receipt', async () => {
		const order = await opened('100');
		await rig().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect(rig().services.bank.executed).toEqual([
			expect.objectContaining({ amount: '92.50', currency: 'EUR', account: ACCOUNT, accountHolder: 'SAMUEL WEBER' }),
		]);
		expect(rig().services.bank.timesExecuted).toBe(1);
		expect(rig().exchange.order(order.id).status).toBe(20);
		const [receipt] = receiptsOf(order.id);
		expect(rig().exchange.file(String(receipt?.content))?.content).toEqual(rig().services.bank.receipt);
		expect(rig().services.telegram.sent).toEqual([]);
	});

	it('asks first as it is imported, and pays when the merchant says so', async () => {
		const order = await opened('0');
		await rig().until('the question', () => rig().services.telegram.sent.length === 1);
		expect(sentText()).toMatch(/92\.50 EUR to SAMUEL WEBER\nDE02 1203.*Seller: Sam_Sells/s);
		expect(rig().services.bank.timesExecuted).toBe(0);

		await rig().press(0, 'Pay');
		await rig().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect([rig().services.bank.timesExecuted, rig().exchange.order(order.id).status]).toEqual([1, 20]);
	});

	it('pays nothing when the merchant says no, nor when the order has ended meanwhile', async () => {
		const first = await opened('0');
		await rig().until('the first question', () => rig().services.telegram.sent.length === 1);
		await rig().press(0, 'Do not pay');
		await rig().until('the note', () => rig().services.telegram.sent.length === 2);
		const second = purchase();
		await rig().until('the second question', () => rig().services.telegram.sent.length === 3);
		rig().exchange.cancelOrder(second.id);
		await rig().press(2, 'Pay');
		await rig().until('the refusal', () => rig().services.telegram.sent.length === 4);

		expect(sentText()).toMatch(/nothing was paid.*cancelled/s);
		expect([rig().services.bank.timesExecuted, rig().exchange.order(first.id).status]).toEqual([0, 10]);
	});

	it('pays nothing into an account that belongs to somebody else', async () => {
		rig().services.bank.holders.set(ACCOUNT, 'Viktor Petrov');
		const order = await opened('100');
		await rig().until('the warning', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/nothing was paid.*expectedSellerName: expected Viktor Petrov, found Samuel Weber/s);
		expect([rig().services.bank.timesExecuted, rig().exchange.order(order.id).status]).toEqual([0, 10]);
	});

	it.each([
		['above the limit', { amount: '501' }],
		['by another method', { paymentType: 64 }],
	])('leaves a purchase %s to the merchant', async (_, changes) => {
		await opened('1000', changes);
		await rig().until('the note', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toContain('nothing was paid');
		expect(rig().services.bank.prepared).toEqual([]);
	});

	it('pays once when the reply of the bank is lost', async () => {
		rig().services.bank.lostReplies = 1;
		const order = await opened('100');
		await rig().until('the receipt', () => receiptsOf(order.id).length === 1);

		expect([rig().services.bank.timesExecuted, rig().exchange.order(order.id).status]).toEqual([1, 20]);
	});

	it('says at once when the bank has paid and Bybit did not take the mark', async () => {
		rig().exchange.fault({ path: '/v5/p2p/order/pay', kind: 'code', code: 912000001, times: Infinity });
		const order = await opened('100');
		await rig().until('the alarm', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(`Paid, and not marked. The bank has paid order ${order.id}`);
		expect([rig().services.bank.timesExecuted, receiptsOf(order.id).length]).toEqual([1, 0]);
	});

	it('marks nothing when the bank turns the payment down', async () => {
		rig().services.bank.rejects = true;
		const order = await opened('100');
		await rig().until('the alarm', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/Look at your bank now.*rejected/s);
		expect(rig().exchange.order(order.id).status).toBe(10);
	});
}
