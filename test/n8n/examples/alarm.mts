import { all, asItIs, credential, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const NODES = ['Tell Me to Pay', 'Tell Me of the Appeal', 'Tell Me of the Request', 'Tell Me What Failed'];

export function alarm(rig: () => ExampleRig): void {
	const example = (): Imported => ({
		file: 'deadline-appeal-alarm',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			'Chat ID': all(
				...NODES.map((node) =>
					inNode(node, (parameters) => ({ ...parameters, chatId: rig().services.telegram.chatId })),
				),
			),
			'Minutes Before': asItIs,
			'Poll Times': pollEverySeconds('Something Is Pressing', 2),
		},
	});
	const sentText = async (count = 1) => {
		await rig().until('the message', () => rig().services.telegram.sent.length === count);
		return rig().services.telegram.sent.at(-1)?.text ?? '';
	};

	it('says when the time to pay a purchase runs out, once', async () => {
		await rig().publish(example());
		const order = rig().exchange.openOrder({ side: 'buy', counterparty: 'Sam<Sells', paymentMinutes: 4 });

		expect(await sentText()).toMatch(`min left to pay: order ${order.id}, 92 EUR, with Sam<Sells`);
		const later = rig().exchange.openOrder({ side: 'buy', paymentMinutes: 3 });

		expect(await sentText(2)).toContain(later.id);
	});

	it('reminds a buyer who is late', async () => {
		await rig().publish(example());
		const late = rig().exchange.openOrder({ side: 'sell', counterparty: 'AnnaBuys', paymentMinutes: 4 });
		const early = rig().exchange.openOrder({ side: 'sell', counterparty: 'BerndBuys', paymentMinutes: 15 });
		await rig().until('the reminder', () => rig().written(late.id).length === 1);

		expect(rig().written(late.id)[0]).toMatch(/^Hello AnnaBuys, the time to pay runs out in about 4 minutes/);
		expect(rig().written(early.id)).toEqual([]);
		expect(rig().services.telegram.sent).toEqual([]);
	});

	it('says when an order goes to appeal, and when a seller asks to cancel', async () => {
		await rig().publish(example());
		const sale = rig().exchange.openOrder({ side: 'sell' });
		rig().exchange.buyerPays(sale.id);
		rig().exchange.appealOrder(sale.id);
		expect(await sentText()).toMatch(`Appeal: order ${sale.id}`);

		const purchase = rig().exchange.openOrder({ side: 'buy' });
		rig().exchange.requestCancel(purchase.id);

		expect(await sentText(2)).toMatch(`The seller asks to cancel: order ${purchase.id}`);
		expect(rig().exchange.calls.filter(({ path }) => /examine|finish|\/pay$/.test(path))).toEqual([]);
	});

	it('says when it cannot ask Bybit any more', async () => {
		await rig().publish(example());
		rig().exchange.fault({ path: '*', kind: 'code', code: 10005, times: Infinity });

		expect(await sentText()).toMatch(/Bybit P2P: deadlines and appeals alarm failed.*10005/s);
	});
}
