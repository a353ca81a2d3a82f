import { all, asItIs, credential, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const GOOD = { finishedOrders: 300, recentOrders: 40, completionRate: 98, accountDays: 400 };

export function counterpartyGate(stage: () => Stage): void {
	const toChat = (node: string) =>
		inNode(node, (parameters) => ({ ...parameters, chatId: stage().services.telegram.chatId }));
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
	const orderBy = async (figures: Parameters<Stage['exchange']['setUser']>[1]) => {
		await stage().publish(example());
		stage().exchange.setUser('Anna_Buys', figures);
		return stage().exchange.openOrder({ side: 'sell', counterparty: 'Anna_Buys' });
	};

	it('greets a buyer who meets every rule', async () => {
		const order = await orderBy(GOOD);
		await stage().until('the greeting', () => stage().written(order.id).length === 1);

		expect(stage().written(order.id)[0]).toMatch(/^Hello Anna_Buys/);
		expect(stage().services.telegram.sent).toEqual([]);
	});

	it('asks a buyer who does not to cancel, and says why to the merchant', async () => {
		const order = await orderBy({ ...GOOD, finishedOrders: 2 });
		await stage().until('the note', () => stage().services.telegram.sent.length === 1);

		expect(stage().written(order.id)).toEqual([expect.stringContaining('Please do not pay')]);
		expect(stage().services.telegram.sent[0]?.text).toMatch(
			new RegExp(`^Blocked: order ${order.id}, 92 EUR with Anna_Buys.*\n.*order`),
		);
		expect(stage().exchange.order(order.id).status).toBe(10);
	});

	it.each([
		['when a figure is missing', { ...GOOD, without: ['totalFinishCount'] }, undefined],
		[
			'when Bybit does not answer',
			GOOD,
			{ path: '/v5/p2p/user/order/personal/info', kind: 'code', code: 10005, times: Infinity } as const,
		],
	])('leaves the decision to the merchant %s, and writes nothing to the buyer', async (_, figures, fault) => {
		if (fault !== undefined) stage().exchange.fault(fault);
		const order = await orderBy(figures);
		await stage().until('the question', () => stage().services.telegram.sent.length === 1);

		expect(stage().services.telegram.sent[0]?.text).toMatch(`Please decide: order ${order.id}`);
		expect(stage().written(order.id)).toEqual([]);
	});
}
