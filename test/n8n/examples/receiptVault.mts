import { all, credential, inNode, pollEverySeconds } from '../support/examples/edits.mts';
import type { Imported, Stage } from '../support/examples/stage.mts';

const FOLDER = 'folder-of-receipts';

export function receiptVault(stage: () => Stage): void {
	const toChat = (node: string) =>
		inNode(node, (parameters) => ({ ...parameters, chatId: stage().services.telegram.chatId }));
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
	const orderOf = (counterparty: string) => stage().exchange.openOrder({ side: 'sell', counterparty });
	const receipt = (text: string, fileName = 'receipt.pdf') => ({
		contentType: 'pdf' as const,
		content: Buffer.from(`%PDF-1.4 ${text}`),
		fileName,
	});

	it('keeps every receipt under the name of its order, byte for byte', async () => {
		await stage().publish(example());
		const order = orderOf('AnnaBuys');

		const { id } = stage().exchange.say(order.id, receipt('of Anna'));
		stage().exchange.say(order.id, 'I have paid.');
		await stage().until('the file', () => stage().services.drive.files.length === 1);
		await stage().untilIdle();

		expect(stage().services.drive.files).toEqual([
			{ name: `${order.id} ${id} receipt.pdf`, parents: [FOLDER], content: Buffer.from('%PDF-1.4 of Anna') },
		]);
		expect(stage().services.telegram.sent).toEqual([]);
	});

	it('warns when the same file comes in the order of somebody else, and only then', async () => {
		await stage().publish(example());
		const [first, second] = [orderOf('AnnaBuys'), orderOf('Mal_<lory>')];

		stage().exchange.say(first.id, receipt('used twice'));
		stage().exchange.say(first.id, receipt('used twice'));
		stage().exchange.say(second.id, receipt('of Mallory'));
		await stage().until('the first three', () => stage().services.drive.files.length === 3);
		await stage().untilIdle();
		expect(stage().services.telegram.sent).toEqual([]);
		stage().exchange.say(second.id, receipt('used twice', 'mine.pdf'));
		await stage().until('the warning', () => stage().services.telegram.sent.length === 1);

		expect(stage().services.telegram.sent[0]?.text).toMatch(
			`Order ${second.id}, Mal_<lory>: mine.pdf\nwas sent before in order ${first.id} by AnnaBuys.`,
		);
	});

	it('says when a receipt could not be kept', async () => {
		await stage().publish(example());
		const order = orderOf('AnnaBuys');

		stage().exchange.say(order.id, { contentType: 'pic', url: 'blob:somewhere-else' });
		await stage().until('the note', () => stage().services.telegram.sent.length === 1);

		expect(stage().services.telegram.sent[0]?.text).toMatch(`A receipt of order ${order.id} could not be kept: `);
		expect(stage().services.drive.files).toEqual([]);
	});
}
