import { ChatRig } from '../../support/chatRig.mts';
import { holding } from '../../support/oddExchange.mts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const RECEIPT = { fileName: 'receipt.png', mimeType: 'image/png', content: PNG };

const SENT = { type: 'given', json: { sent: true, skipped: false } };

describe('a file whose reply is lost', () => {
	it.each([
		['keeps its address', {}],
		['gets another address, and keeps its size', { content: '/elsewhere/1.png', fileName: '' }],
		['keeps its address only', { fileName: '', size: '' }],
	])('is known again when it %s', async (_what, fields) => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) => (row.contentType === 'pic' ? holding(fields)(row) : row);
		// Of the address only what is signed changes.
		if (!('content' in fields))
			rig.exchange.changeRow = (row) => (row.contentType === 'pic' ? resigned(holding(fields)(row)) : row);
		rig.onSend('lostAfter');

		expect(await rig.file(orderId, RECEIPT)).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['receipt.png']);
	});

	it('is not repeated when an image of mine stands there that may be it', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) =>
			row.contentType === 'pic' ? holding({ content: '/elsewhere/1.png', fileName: '', size: '' })(row) : row;
		rig.onSend('lostAfter');

		expect(await rig.file(orderId, RECEIPT)).toMatchObject({
			type: 'thrown',
			name: 'NotConfirmed',
			message: expect.stringMatching(/nothing was repeated: the chat shows a message that may be this one/),
			advice: expect.stringMatching(/^Look into the chat on Bybit/),
		});

		expect(rig.mine(orderId)).toEqual(['receipt.png']);
	});

	it('is sent again when no image of mine came', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.say(orderId, { contentType: 'pic', content: PNG, fileName: 'receipt.png' });
		rig.onSend('lostBefore');

		expect(await rig.file(orderId, RECEIPT)).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['receipt.png']);
	});
});

function resigned(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const message = JSON.parse(String(row.message)) as { content: string };
	return holding({ content: `${message.content.split('?')[0]}?sig=anew&expires=1` })(row);
}
