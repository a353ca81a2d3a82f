import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]);
const PDF = Buffer.from('%PDF-1.7');
const MP4 = Buffer.from('\u0000\u0000\u0000\u0018ftypisom', 'latin1');

const open = (counterparty = 'anna'): string => simulator.exchange.openOrder({ side: 'sell', counterparty }).id;

const messages = async (orderId: string, parameters = {}) =>
	await runAction({ resource: 'chat', operation: 'getMessages', orderId, ...parameters }, credentialFor(simulator.url));

const texts = async (orderId: string, parameters = {}) => {
	const { json, error } = await messages(orderId, { filters: { from: ['counterparty', 'me'] }, ...parameters });
	expect(error).toBeUndefined();
	return json.map(({ text }) => text);
};

describe('the messages of an order', () => {
	it('come oldest first', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, 'one');
		simulator.exchange.say(orderId, 'two');

		expect(await texts(orderId)).toEqual(['one', 'two']);
	});

	it('leave out what was written before the order, because the chat is shared by all orders with one person', async () => {
		const first = open();
		simulator.exchange.say(first, 'the receipt of last week');
		simulator.exchange.advance(3_600_000);
		const second = open();
		simulator.exchange.say(second, 'the receipt of today');

		expect(await texts(second)).toEqual(['the receipt of today']);
		expect(await texts(second, { options: { includeEarlier: true } })).toEqual([
			'the receipt of last week',
			'the receipt of today',
		]);
	});

	it('are read over as many pages as there are', async () => {
		const orderId = open();
		const written = Array.from({ length: 65 }, (_none, index) => `message ${index}`);
		written.forEach((text) => simulator.exchange.say(orderId, text));

		expect(await texts(orderId, { returnAll: true })).toEqual(written);
	});

	it('are the newest ones when the limit is smaller', async () => {
		const orderId = open();
		['one', 'two', 'three'].forEach((text) => simulator.exchange.say(orderId, text));

		expect(await texts(orderId, { limit: 2 })).toEqual(['two', 'three']);
	});

	it('show who wrote', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, 'hello');
		simulator.exchange.say(orderId, { contentType: 'str', content: 'good day', from: 'merchant' });

		const { json } = await messages(orderId);

		expect(json.map(({ from, nickname }) => [from, nickname])).toEqual([
			['system', 'SYSTEM'],
			['counterparty', 'anna'],
			['me', simulator.exchange.merchant.nickName],
		]);
	});

	it('can be filtered by kind and time', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, 'early');
		simulator.exchange.advance(60_000);
		const sentAfter = new Date(simulator.exchange.now()).toISOString();
		simulator.exchange.say(orderId, { contentType: 'pic', content: PNG, fileName: 'receipt.png' });
		simulator.exchange.say(orderId, 'late');

		expect(await texts(orderId, { filters: { from: ['counterparty'], sentAfter } })).toEqual(['', 'late']);
		expect((await messages(orderId, { filters: { kind: ['image'] } })).json).toMatchObject([
			{ kind: 'image', fileName: 'receipt.png', text: '' },
		]);
	});

	it('are filtered by a time without a zone in the time zone of the workflow', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, 'early');
		simulator.exchange.advance(60_000);
		const inUtc = new Date(simulator.exchange.now()).toISOString();
		const inTokyo = new Date(Date.parse(inUtc) + 9 * 3_600_000).toISOString().slice(0, -1);
		simulator.exchange.say(orderId, 'late');
		const { json } = await runAction(
			{ resource: 'chat', operation: 'getMessages', orderId, filters: { from: ['counterparty'], sentAfter: inTokyo } },
			credentialFor(simulator.url),
			{ timezone: 'Asia/Tokyo' },
		);

		expect(json.map(({ text }) => text)).toEqual(['late']);
	});

	it('show text that is not the usual JSON as it is', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, { contentType: 'str', content: 'plain {text', isRaw: true });

		expect(await texts(orderId)).toEqual(['plain {text']);
	});
});

describe('files of the chat', () => {
	it.each([
		['pic', 'receipt.png', 'image/png', PNG],
		['pic', 'receipt.jpg', 'image/jpeg', JPEG],
		['pdf', 'receipt.pdf', 'application/pdf', PDF],
		['video', 'screen.mp4', 'video/mp4', MP4],
	] as const)('come as binary data: %s %s', async (contentType, fileName, mimeType, content) => {
		const orderId = open();
		simulator.exchange.say(orderId, { contentType, content, fileName });

		const { items, error } = await messages(orderId, {
			filters: { from: ['counterparty'] },
			options: { downloadFiles: true, outputField: 'receipt' },
		});

		expect(error).toBeUndefined();
		expect(items[0].binary?.receipt).toMatchObject({ fileName, mimeType });
		expect(Buffer.from(items[0].binary?.receipt.data ?? '', 'base64')).toEqual(content);
	});

	it('are read without the key: their addresses are signed already', async () => {
		const orderId = open();
		simulator.exchange.say(orderId, { contentType: 'pic', content: PNG, fileName: 'receipt.png' });

		const { json } = await messages(orderId, { filters: { kind: ['image'] }, options: { downloadFiles: true } });

		const reply = await fetch(String(json[0].fileUrl));
		expect(reply.status).toBe(200);
	});
});
