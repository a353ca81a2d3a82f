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
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const SECOND = 'Bybit P2P API, second account';

export function severalAccounts(rig: () => ExampleRig): void {
	let second: ExchangeServer;
	beforeAll(async () => {
		second = await createExchange({ seed: 2 });
		await rig().addExchange(SECOND, second);
	});
	afterAll(() => second.close());

	const desk = (): Imported => ({
		file: 'several-accounts-desk',
		set: { Telegram: credential, 'Chat ID': setting('chatId', rig().services.telegram.chatId), Texts: asItIs },
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
		const deskId = await rig().publish(desk());
		await rig().publish(account('Main', 'Bybit P2P API', deskId));
		await rig().publish(account('Second', SECOND, deskId));

		const ours = rig().exchange.openOrder({ side: 'sell', counterparty: 'AnnaBuys' });
		const theirs = second.exchange.openOrder({ side: 'sell', counterparty: 'Bernd<3' });
		await rig().until(
			'both greetings',
			() => rig().written(ours.id).length + rig().written(theirs.id, second).length === 2,
		);
		second.exchange.buyerPays(theirs.id);
		await rig().until('the second answer', () => rig().written(theirs.id, second).length === 2);

		expect(rig().written(ours.id)).toEqual([expect.stringContaining('Hello AnnaBuys')]);
		expect(rig().written(theirs.id, second)[0]).toContain('Hello Bernd<3');
		expect(rig().services.telegram.sent.map(({ text }) => text)).toEqual([
			expect.stringMatching(`^Second: order ${theirs.id} is marked as paid, .* by Bernd<3`),
		]);
		expect([
			...rig().sentTo('/v5/p2p/order/finish'),
			...second.exchange.calls.filter(({ path }) => path.endsWith('finish')),
		]).toEqual([]);
	});
}
