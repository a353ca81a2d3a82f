import { all, credential, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const FOLDER = 'folder-of-receipts';

export function receiptVault(rig: () => ExampleRig): void {
	const toChat = (node: string) =>
		inNode(node, (parameters) => ({ ...parameters, chatId: rig().services.telegram.chatId }));
	const example = (): Imported => ({
		file: 'receipt-vault',
		set: {
			'Bybit P2P API': credential,
			'Google Drive': credential,
			Telegram: credential,
			Folder: inNode('Keep the File', (parameters) => ({
				...parameters,
				folderId: { __rl: true, mode: 'id', value: FOLDER },
			})),
			'Chat ID': all(toChat('Warn Me'), toChat('Tell Me It Is Missing')),
			'Poll Times': pollEverySeconds('Receipt Received', 2),
		},
	});
	const orderOf = (counterparty: string) => rig().exchange.openOrder({ side: 'sell', counterparty });
	const receipt = (text: string, fileName = 'receipt.pdf') => ({
		contentType: 'pdf' as const,
		content: Buffer.from(`%PDF-1.4 ${text}`),
		fileName,
	});

	it('keeps every receipt under the name of its order, byte for byte', async () => {
		await rig().publish(example());
		const order = orderOf('AnnaBuys');

		const { id } = rig().exchange.say(order.id, receipt('of Anna'));
		rig().exchange.say(order.id, 'I have paid.');
		await rig().until('the file', () => rig().services.drive.files.length === 1);
		await rig().untilIdle();

		expect(rig().services.drive.files).toEqual([
			{ name: `${order.id} ${id} receipt.pdf`, parents: [FOLDER], content: Buffer.from('%PDF-1.4 of Anna') },
		]);
		expect(rig().services.telegram.sent).toEqual([]);
	});

	it('warns when the same file comes in the order of somebody else, and only then', async () => {
		await rig().publish(example());
		const [first, second] = [orderOf('AnnaBuys'), orderOf('Mal_<lory>')];

		rig().exchange.say(first.id, receipt('used twice'));
		rig().exchange.say(first.id, receipt('used twice'));
		rig().exchange.say(second.id, receipt('of Mallory'));
		await rig().until('the first three', () => rig().services.drive.files.length === 3);
		await rig().untilIdle();
		expect(rig().services.telegram.sent).toEqual([]);
		rig().exchange.say(second.id, receipt('used twice', 'mine.pdf'));
		await rig().until('the warning', () => rig().services.telegram.sent.length === 1);

		expect(rig().services.telegram.sent[0]?.text).toMatch(
			`Order ${second.id}, Mal_<lory>: mine.pdf\nwas sent before in order ${first.id} by AnnaBuys.`,
		);
	});

	it('says when a receipt could not be kept', async () => {
		await rig().publish(example());
		const order = orderOf('AnnaBuys');

		rig().exchange.say(order.id, { contentType: 'pic', url: 'blob:somewhere-else' });
		await rig().until('the note', () => rig().services.telegram.sent.length === 1);

		expect(rig().services.telegram.sent[0]?.text).toMatch(`A receipt of order ${order.id} could not be kept: `);
		expect(rig().services.drive.files).toEqual([]);
	});
}
