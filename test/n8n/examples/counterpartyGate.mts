import { all, asItIs, credential, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const GOOD = { finishedOrders: 300, recentOrders: 40, completionRate: 98, accountDays: 400 };

export function counterpartyGate(rig: () => ExampleRig): void {
	const toChat = (node: string) =>
		inNode(node, (parameters) => ({ ...parameters, chatId: rig().services.telegram.chatId }));
	const example = (): Imported => ({
		file: 'counterparty-gate',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			Rules: asItIs,
			'Chat ID': all(toChat('Tell Me It Is Blocked'), toChat('Tell Me to Decide')),
			'Poll Times': pollEverySeconds('Order Created', 2),
		},
	});
	const orderBy = async (figures: Parameters<ExampleRig['exchange']['setUser']>[1]) => {
		await rig().publish(example());
		rig().exchange.setUser('Anna_Buys', figures);
		return rig().exchange.openOrder({ side: 'sell', counterparty: 'Anna_Buys' });
	};

	it('greets a buyer who meets every rule', async () => {
		const order = await orderBy(GOOD);
		await rig().until('the greeting', () => rig().written(order.id).length === 1);

		expect(rig().written(order.id)[0]).toMatch(/^Hello Anna_Buys/);
		expect(rig().services.telegram.sent).toEqual([]);
	});

	it('asks a buyer who does not to cancel, and says why to the merchant', async () => {
		const order = await orderBy({ ...GOOD, finishedOrders: 2 });
		await rig().until('the note', () => rig().services.telegram.sent.length === 1);

		expect(rig().written(order.id)).toEqual([expect.stringContaining('Please do not pay')]);
		expect(rig().services.telegram.sent[0]?.text).toMatch(
			new RegExp(`^Blocked: order ${order.id}, 92 EUR with Anna_Buys.*\n.*order`),
		);
		expect(rig().exchange.order(order.id).status).toBe(10);
	});

	it.each([
		['when a figure is missing', { ...GOOD, without: ['totalFinishCount'] }, undefined],
		[
			'when Bybit does not answer',
			GOOD,
			{ path: '/v5/p2p/user/order/personal/info', kind: 'code', code: 10005, times: Infinity } as const,
		],
	])('leaves the decision to the merchant %s, and writes nothing to the buyer', async (_, figures, fault) => {
		if (fault !== undefined) rig().exchange.fault(fault);
		const order = await orderBy(figures);
		await rig().until('the question', () => rig().services.telegram.sent.length === 1);

		expect(rig().services.telegram.sent[0]?.text).toMatch(`Please decide: order ${order.id}`);
		expect(rig().written(order.id)).toEqual([]);
	});
}
