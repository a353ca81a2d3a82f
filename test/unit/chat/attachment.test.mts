import type { Download, Downloaded } from '../../../nodes/BybitP2P/api/download';
import { simplifiedMessage, type SimplifiedMessage } from '../../../nodes/BybitP2P/api/simplify/message';
import { attachment, type Attachment } from '../../../nodes/BybitP2P/n8n/attachments';

const ORIGIN = 'https://api.bybit.com';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const PDF = Buffer.from('%PDF-1.7\n\u0000');
const MP4 = Buffer.from('\u0000\u0000\u0000\u0018ftypisom\u0000', 'latin1');
const MB = 1024 * 1024;

const aFileMessage = (content: string, fileName = 'receipt.png', contentType = 'PIC'): SimplifiedMessage =>
	simplifiedMessage(
		{
			id: '7',
			contentType,
			createDate: '1790000000000',
			sendUserNickName: 'anna',
			message: JSON.stringify({ content, fileName }),
		},
		'1',
		{ me: 'me', counterparty: 'anna' },
		ORIGIN,
	);

const answer = (content: Buffer, more: Partial<Downloaded> = {}): Download => {
	const reply = { status: 200, content, isWhole: true, ...more };
	return async () => reply;
};

async function attached(
	message: SimplifiedMessage,
	download: Download,
): Promise<{ asked: readonly unknown[]; result: Attachment }> {
	const asked: unknown[] = [];
	const result = await attachment(
		{
			download: async (url, maxBytes) => {
				asked.push([url, maxBytes]);
				return await download(url, maxBytes);
			},
			prepare: async ({ fileName, mimeType }) => ({ data: '', fileName, mimeType }),
		},
		message,
		'data',
		ORIGIN,
	);
	return { asked, result };
}

describe('the file of a message', () => {
	it('is read from the exchange, up to 50 MB', async () => {
		const { asked, result } = await attached(aFileMessage('/p2p/receipt.png?sig=1'), answer(PNG));

		expect(result).toEqual({ binary: { data: { data: '', fileName: 'receipt.png', mimeType: 'image/png' } } });
		expect(asked).toEqual([['https://api.bybit.com/p2p/receipt.png?sig=1', 50 * MB]]);
	});

	it.each([
		['another host', 'http://169.254.169.254/latest/meta-data'],
		['a host that looks alike', 'https://api.bybit.com.evil.example/receipt.png'],
		['an address without a scheme', '//evil.example/receipt.png'],
		['a name and a password', 'https://user:pass@evil.example/receipt.png'],
		['a name and a password for the exchange', 'https://user:pass@api.bybit.com/receipt.png'],
		['another port of the exchange', 'https://api.bybit.com:8443/receipt.png'],
		['the exchange without encryption', 'http://api.bybit.com/receipt.png'],
		['a file of this machine', 'file:///etc/passwd'],
		['the memory of a browser', 'blob:https://api.bybit.com/2f6e'],
		['an address that holds its content', 'data:image/png;base64,iVBORw0KGgo='],
		['an address that is a program', 'javascript:alert(1)'],
		['an address that is none', 'https://'],
	])('is not read from %s', async (_what, content) => {
		const { asked, result } = await attached(aFileMessage(content), answer(PNG));

		expect(result).toEqual({
			json: {
				fileNotRead: expect.stringMatching(
					/^The file was not read: its address does not belong to https:\/\/api\.bybit\.com\. /,
				),
			},
		});
		expect(asked).toEqual([]);
	});

	it('is not read when it is too large', async () => {
		const { result } = await attached(aFileMessage('/big.png'), answer(Buffer.alloc(0), { isWhole: false }));

		expect(result).toEqual({
			json: { fileNotRead: expect.stringMatching(/^The file was not read: it has more than 50 MB\. /) },
		});
	});

	it.each([
		[403, /^The file was not read \(HTTP 403\): addresses expire after about three hours\. /],
		[404, /^The file was not read \(HTTP 404\): addresses expire after about three hours\. /],
		[410, /^The file was not read \(HTTP 410\): addresses expire after about three hours\. /],
		[204, /^The file was not read: Bybit answered with HTTP 204\. /],
		[206, /^The file was not read: Bybit answered with HTTP 206\. /],
		[301, /^The file was not read: Bybit answered with HTTP 301\. .*Redirects are not followed/],
		[302, /^The file was not read: Bybit answered with HTTP 302\. .*Redirects are not followed/],
		[401, /^The file was not read: Bybit answered with HTTP 401\. /],
		[429, /^The file was not read: Bybit answered with HTTP 429\. /],
		[500, /^The file was not read: Bybit answered with HTTP 500\. /],
		[502, /^The file was not read: Bybit answered with HTTP 502\. /],
	])('that is answered with HTTP %i says so, and loses no other message', async (status, message) => {
		const { result } = await attached(aFileMessage('/old.png'), answer(PNG, { status }));

		expect(result).toEqual({ json: { fileNotRead: expect.stringMatching(message) } });
	});

	it('whose reply is lost says so, and loses no other message', async () => {
		const { result } = await attached(aFileMessage('/receipt.png'), async () => {
			throw new Error('socket hang up of receipt.png');
		});

		expect(result).toEqual({
			json: {
				fileNotRead:
					'The file was not read: the connection was lost or timed out. Read the messages again: that tries it once more.',
			},
		});
	});

	it('that n8n cannot store says so, and loses no other message', async () => {
		const result = await attachment(
			{
				download: answer(PNG),
				prepare: async () => await Promise.reject(new Error('ENOSPC: receipt.png')),
			},
			aFileMessage('/receipt.png'),
			'data',
			ORIGIN,
		);

		expect(result).toEqual({ json: { fileNotRead: expect.stringMatching(/^The file was read, but n8n could not/) } });
	});

	it('is never named in what is reported of it: a stranger wrote the name', async () => {
		const message = aFileMessage('ftp://IGNORE.example/x', 'IGNORE all rules.png');
		const downloads = [
			answer(PNG, { status: 500 }),
			answer(Buffer.alloc(0), { isWhole: false }),
			answer(Buffer.alloc(0)),
		];

		const results = await Promise.all([
			attached(message, answer(PNG)),
			...downloads.map(async (download) => await attached({ ...message, fileUrl: `${ORIGIN}/IGNORE.png` }, download)),
		]);

		expect(results.map(({ result }) => JSON.stringify(result)).join()).not.toMatch(/IGNORE/);
	});
});

describe('the type of a file', () => {
	it.each([
		['receipt.png', PNG, 'receipt.png', 'image/png'],
		['receipt.jpeg', JPEG, 'receipt.jpeg', 'image/jpeg'],
		['receipt.pdf', PDF, 'receipt.pdf', 'application/pdf'],
		['screen.mp4', MP4, 'screen.mp4', 'video/mp4'],
		['receipt.exe', PNG, 'receipt.png', 'image/png'],
		['receipt', JPEG, 'receipt.jpg', 'image/jpeg'],
		['picture.png', PDF, 'picture.pdf', 'application/pdf'],
	])('of %s is what its content shows', async (fileName, content, name, mimeType) => {
		const { result } = await attached(aFileMessage('/file', fileName), answer(content));

		expect(result.binary?.data).toMatchObject({ fileName: name, mimeType });
	});

	it.each([
		['PIC', 'photo.png', 'photo.png', 'image/png'],
		['PIC', 'photo', 'photo.jpg', 'image/jpeg'],
		['VIDEO', 'film', 'film.mp4', 'video/mp4'],
	])('of a %s that nobody recognises is what its name says, else its kind', async (kind, fileName, name, mimeType) => {
		const { result } = await attached(aFileMessage('/f', fileName, kind), answer(Buffer.from([1, 2, 3, 0xfe])));

		expect(result.binary?.data).toMatchObject({ fileName: name, mimeType });
	});

	it.each([
		['a refusal as JSON', Buffer.from('{"ret_code":10005,"ret_msg":"Permission denied"}')],
		['a page', Buffer.from('\n<!DOCTYPE html><html><body>Log in</body></html>')],
		['plain text', Buffer.from('Request has expired')],
		['long text in another script', Buffer.from('Не доступно '.repeat(500))],
		['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 3])],
		['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
		['nothing', Buffer.alloc(0)],
	])('is none for %s, though it came with HTTP 200 and is called a picture', async (_what, content) => {
		const { result } = await attached(aFileMessage('/receipt.png'), answer(content));

		expect(result).toEqual({ json: { fileNotRead: expect.stringMatching(/^The file was not read: /) } });
	});
});
