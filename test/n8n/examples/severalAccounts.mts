import { type ExchangeServer, createExchange } from '../../../simulator/server.mts';
import {
	all,
	asItIs,
	credential,
	inNode,
	pollEverySeconds,
	setting,
	withCredential,
} from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const SECOND = 'Bybit P2P API, second account';

export function severalAccounts(stage: () => Stage): void {
	let second: ExchangeServer;
	beforeAll(async () => {
		second = await createExchange({ seed: 2 });
		await stage().addExchange(SECOND, second);
	});
	afterAll(() => second.close());

	const desk = (): Imported => ({
		file: 'several-accounts-desk',
		set: { Telegram: credential, 'Chat ID': setting('chatId', stage().services.telegram.chatId), Texts: asItIs },
	});
	const account = (name: string, key: string, deskId: string): Imported => ({
		file: 'several-accounts-one',
		set: {
			'Bybit P2P API': all(withCredential('Order Created or Paid', key), withCredential('Write to the Buyer', key)),
			Account: setting('account', name),
			'Shared Desk': inNode('Ask the Desk', (parameters) => ({
				...parameters,
				workflowId: { __rl: true, mode: 'list', value: deskId },
			})),
			'Poll Times': pollEverySeconds('Order Created or Paid', 2),
		},
	});

	it('writes to the buyers of each account with its own key, and says which account was paid', async () => {
		const deskId = await stage().publish(desk());
		await stage().publish(account('Main', 'Bybit P2P API', deskId));
		await stage().publish(account('Second', SECOND, deskId));

		const ours = stage().exchange.openOrder({ side: 'sell', counterparty: 'AnnaBuys' });
		const theirs = second.exchange.openOrder({ side: 'sell', counterparty: 'Bernd<3' });
		await stage().until(
			'both greetings',
			() => stage().written(ours.id).length + stage().written(theirs.id, second).length === 2,
		);
		second.exchange.buyerPays(theirs.id);
		await stage().until('the second answer', () => stage().written(theirs.id, second).length === 2);

		expect(stage().written(ours.id)).toEqual([expect.stringContaining('Hello AnnaBuys')]);
		expect(stage().written(theirs.id, second)[0]).toContain('Hello Bernd<3');
		expect(stage().services.telegram.sent.map(({ text }) => text)).toEqual([
			expect.stringMatching(`^Second: order ${theirs.id} is marked as paid, .* by Bernd<3`),
		]);
		expect([
			...stage().sentTo('/v5/p2p/order/finish'),
			...second.exchange.calls.filter(({ path }) => path.endsWith('finish')),
		]).toEqual([]);
	});
}
