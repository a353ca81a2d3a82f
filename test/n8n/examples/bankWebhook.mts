import { asItIs, credential, dryRunOff, inNode, setting } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const PATH = 'my-bank';

export const bankWebhookExample = ({ services }: ExampleRig, path: string, dryRun: boolean): Imported => ({
	file: 'bank-webhook-release',
	set: {
		'Bybit P2P API': credential,
		'Bank Webhook': credential,
		Telegram: credential,
		'Webhook Path': inNode('Bank Notice', (parameters) => ({ ...parameters, path })),
		'Chat ID': setting('chatId', services.telegram.chatId),
		'Maximum Amount': setting('maxFiatAmount', '500'),
		'Fields of the Bank': asItIs,
		'Waiting Time': inNode('Give the Buyer Time', () => ({ amount: 2, unit: 'seconds' })),
		'Dry Run': dryRun ? asItIs : dryRunOff('Release the Coins'),
	},
});

export function bankWebhook(rig: () => ExampleRig): void {
	const example = (dryRun: boolean) => bankWebhookExample(rig(), PATH, dryRun);
	const notice = (transactionId: string, changes: Record<string, string> = {}) => ({
		type: 'incoming',
		amount: '93.50',
		currency: 'EUR',
		payerName: 'SCHMIDT ANNA',
		transactionId,
		bookedAt: new Date(rig().exchange.now()).toISOString(),
		...changes,
	});
	const paidOrder = (counterpartyName = 'Anna Schmidt') => {
		const { id } = rig().exchange.openOrder({
			side: 'sell',
			amount: '93.50',
			counterparty: counterpartyName.replace(/\W/g, ''),
			counterpartyName,
		});
		return rig().exchange.buyerPays(id);
	};
	const releasesOf = ({ id }: { id: string }) => rig().exchange.effects(id).releases;
	const sentText = (index = 0) => rig().services.telegram.sent[index]?.text;

	it('releases the order that a payment is for, thanks, and confirms the call to the bank', async () => {
		await rig().publish(example(false));
		const order = paidOrder();

		const status = await rig().callWebhook(PATH, notice('W-1001'));
		await rig().until('the thanks', () => rig().written(order.id).length === 1);

		expect([status, releasesOf(order), sentText()]).toEqual([204, 1, undefined]);
	});

	it('says what it would do, and releases nothing, while Dry Run is on', async () => {
		await rig().publish(example(true));
		const order = paidOrder();

		await rig().callWebhook(PATH, notice('W-2001'));
		await rig().until('the report', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toContain(`Dry Run. Order ${order.id} would be released`);
		expect(rig().sentTo('/v5/p2p/order/finish')).toEqual([]);
	});

	it('uses a payment for one order only, also when the bank calls twice at once and spells it differently', async () => {
		await rig().publish(example(false));
		const order = paidOrder();

		await Promise.all([
			rig().callWebhook(PATH, notice('W-3001')),
			rig().callWebhook(PATH, notice(' w-003001')),
			rig().callWebhook(PATH, notice('W-3001')),
		]);
		await rig().until('the thanks', () => rig().written(order.id).length === 1);
		await rig().until('the two others', () => rig().services.telegram.sent.length === 2);

		const second = paidOrder();
		await rig().callWebhook(PATH, notice('W 3001'));
		await rig().until('the fourth', () => rig().services.telegram.sent.length === 3);

		expect(rig().services.telegram.sent.map(({ text }) => text)).toEqual(
			Array.from({ length: 3 }, () => expect.stringContaining('alreadyUsed')),
		);
		expect([releasesOf(order), releasesOf(second)]).toEqual([1, 0]);
	});

	it('asks the merchant when the payer is not the buyer', async () => {
		await rig().publish(example(false));
		const order = paidOrder();

		await rig().callWebhook(PATH, notice('W-4001', { payerName: 'Viktor Petrov' }));
		await rig().until('the question', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/93\.50 EUR from Viktor Petrov, transaction W-4001\nnameMismatch/);
		expect(releasesOf(order)).toBe(0);
	});

	it('believes nobody without the key, and no notice that is not whole', async () => {
		await rig().publish(example(false));
		const order = paidOrder();

		const statuses = [
			await rig().callWebhook(PATH, notice('W-5001'), 'a guess'),
			await rig().callWebhook(PATH, notice('W-5002', { type: 'outgoing' })),
			await rig().callWebhook(PATH, notice('W-5003', { payerName: '' })),
		];

		expect(statuses).toEqual([403, 422, 422]);
		expect(releasesOf(order)).toBe(0);
	});
}
