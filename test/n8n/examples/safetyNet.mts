import { asItIs, credential, dryRunOff, option, pollEverySeconds, setting } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';
import { bankWebhookExample } from './bankWebhook.mts';

/** Just over a minute, the shortest time to repeat. */
const MINUTE_MS = 61_000;

export function safetyNet(rig: () => ExampleRig): void {
	const example = (dryRun = false): Imported => ({
		file: 'safety-net',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			'Chat ID': setting('chatId', rig().services.telegram.chatId),
			'Maximum Amount': setting('maxFiatAmount', '500'),
			Thanks: asItIs,
			'Repeat Every Minutes': option('Left Undone?', 'repeatMinutes', 1),
			'Poll Times': pollEverySeconds('Left Undone?', 2),
			'Dry Run': dryRun ? asItIs : dryRunOff('Release the Coins'),
		},
	});
	/** The workflow of the bank has noted the payment and the order, and came no further. */
	const brokenOff = async (transactionId: string) => {
		await rig().publish(bankWebhookExample(rig(), 'broken-off', true));
		const order = paidOrder();
		await rig().callWebhook('broken-off', {
			type: 'incoming',
			amount: '93.50',
			currency: 'EUR',
			payerName: 'SCHMIDT ANNA',
			transactionId,
			bookedAt: new Date(rig().exchange.now()).toISOString(),
		});
		await rig().until('the end of Dry Run', () => rig().services.telegram.sent.length === 1);
		await rig().unpublishAll();
		rig().services.telegram.reset();
		return order;
	};
	const paidOrder = () =>
		rig().exchange.buyerPays(
			rig().exchange.openOrder({
				side: 'sell',
				amount: '93.50',
				counterparty: 'AnnaBuys',
				counterpartyName: 'Anna Schmidt',
			}).id,
		);
	const minutesPass = (minutes = 1) => rig().exchange.advance(minutes * MINUTE_MS);
	const polls = async () => {
		const before = rig().sentTo('/v5/p2p/order/pending/simplifyList').length;
		await rig().until('two more polls', () => rig().sentTo('/v5/p2p/order/pending/simplifyList').length >= before + 2);
		await rig().untilIdle();
	};
	const sentText = () => rig().services.telegram.sent.map(({ text }) => text);

	it('greets a buyer whom nobody has greeted, of before the activation too, and nobody twice', async () => {
		const [left, greeted] = ['AnnaBuys', 'BerndBuys'].map((counterparty) =>
			rig().exchange.openOrder({ side: 'sell', counterparty }),
		);
		rig().exchange.say(String(greeted?.id), { from: 'merchant', contentType: 'str', content: 'Good morning!' });
		await rig().publish(example());

		minutesPass();
		await rig().until('the greeting', () => rig().written(String(left?.id)).length === 1);
		minutesPass();
		await polls();

		expect(rig().written(String(left?.id))).toEqual([expect.stringMatching(/^Hello AnnaBuys/)]);
		expect(rig().written(String(greeted?.id))).toEqual(['Good morning!']);
	});

	it('releases what the bank has confirmed and a workflow has left, and thanks once', async () => {
		const order = await brokenOff('S-1001');
		expect(rig().exchange.effects(order.id).releases).toBe(0);
		await rig().publish(example());

		minutesPass();
		await rig().until('the thanks', () => rig().written(order.id).length >= 1);
		minutesPass();
		await polls();

		expect(rig().exchange.effects(order.id).releases).toBe(1);
		expect(rig().written(order.id)).toEqual([expect.stringContaining('Thank you')]);
		expect(sentText()).toEqual([]);
	});

	it('releases nothing as it is imported, and says what it would do', async () => {
		const order = await brokenOff('S-2001');
		await rig().publish(example(true));

		minutesPass();
		await rig().until('the report', () => sentText().length === 1);

		expect(sentText()[0]).toContain(`Order ${order.id}, left open by a workflow, would be released`);
		expect(rig().sentTo('/v5/p2p/order/finish')).toEqual([]);
	});

	it('calls the merchant again and again for an order that no bank has confirmed', async () => {
		const order = paidOrder();
		await rig().publish(example());

		minutesPass(2);
		await rig().until('the first call', () => sentText().length === 1);
		minutesPass(2);
		await rig().until('the second call', () => sentText().length === 2);

		expect(sentText()[0]).toMatch(
			new RegExp(`Order ${order.id} waits for you: 93.50 EUR by AnnaBuys, marked as paid \\d+ minutes ago`),
		);
		expect(sentText()[1]).toContain('No payment for it is in the table');
		expect(rig().exchange.effects(order.id).releases).toBe(0);
	});

	it('calls the merchant when a message stays without an answer', async () => {
		const order = rig().exchange.openOrder({ side: 'sell', counterparty: 'AnnaBuys' });
		rig().exchange.say(order.id, { from: 'merchant', contentType: 'str', content: 'Good morning!' });
		await rig().publish(example());

		rig().exchange.say(order.id, 'Is anybody <there>?');
		minutesPass(2);
		await rig().until('the call', () => sentText().length === 1);

		expect(sentText()[0]).toMatch(/AnnaBuys has waited \d+ minutes .*:\nIs anybody <there>\?/s);
	});
}
