import type { Download } from '../../../nodes/BybitP2P/api/download';
import { simplifiedMessage, type SimplifiedMessage } from '../../../nodes/BybitP2P/api/simplify/message';
import { attachment } from '../../../nodes/BybitP2P/n8n/attachments';

const ORIGIN = 'https://api.bybit.com';

const aFileMessage = (content: string): SimplifiedMessage =>
	simplifiedMessage(
		{
			id: '7',
			contentType: 'PIC',
			createDate: '1790000000000',
			sendUserNickName: 'anna',
			message: JSON.stringify({ content, fileName: 'receipt.png' }),
		},
		'1',
		'me',
		ORIGIN,
	);

const read = async (message: SimplifiedMessage, download: Download) => {
	const asked: string[] = [];
	const result = attachment(
		{
			download: async (url) => {
				asked.push(url);
				return await download(url);
			},
			prepare: async ({ fileName, mimeType }) => ({ data: '', fileName, mimeType }),
		},
		message,
		'data',
		ORIGIN,
	);
	return { asked, result };
};
const found: Download = async () => ({ status: 200, content: Buffer.from('png') });

describe('the file of a message', () => {
	it('is read from the exchange', async () => {
		const { asked, result } = await read(aFileMessage('/p2p/receipt.png?sig=1'), found);

		expect(await result).toEqual({ binary: { data: { data: '', fileName: 'receipt.png', mimeType: 'image/png' } } });
		expect(asked).toEqual(['https://api.bybit.com/p2p/receipt.png?sig=1']);
	});

	it.each([
		['another host', 'http://169.254.169.254/latest/meta-data'],
		['a host that looks alike', 'https://api.bybit.com.evil.example/receipt.png'],
		['an address without a scheme', '//evil.example/receipt.png'],
		['a name and a password', 'https://user:pass@evil.example/receipt.png'],
		['a file of this machine', 'file:///etc/passwd'],
	])('is not read from %s', async (_what, content) => {
		const { asked, result } = await read(aFileMessage(content), found);

		expect(await result).toEqual({
			json: {
				fileNotRead:
					'Bybit P2P did not read the file "receipt.png": its address does not belong to https://api.bybit.com',
			},
		});
		expect(asked).toEqual([]);
	});

	it('is not kept when it is too large, and says how large it is', async () => {
		const { result } = await read(aFileMessage('/big.png'), async () => ({
			status: 200,
			content: Buffer.alloc(51 * 1024 * 1024),
		}));

		expect(await result).toEqual({
			json: {
				fileNotRead: 'Bybit P2P did not keep the file "receipt.png": it has 51.0 MB, and at most 50 MB are read',
			},
		});
	});

	it.each([403, 404, 410])('that has expired (HTTP %i) is told as such, and loses no other message', async (status) => {
		const { result } = await read(aFileMessage('/old.png'), async () => ({ status, content: Buffer.alloc(0) }));

		expect(await result).toEqual({
			json: {
				fileNotRead: `Bybit did not give the file "receipt.png" (HTTP ${status}): addresses expire after about three hours`,
			},
		});
	});

	it('that cannot be served now may be asked for again', async () => {
		const { result } = await read(aFileMessage('/receipt.png'), async () => ({
			status: 502,
			content: Buffer.alloc(0),
		}));

		await expect(result).rejects.toThrow(/did not give the file "receipt.png": "HTTP 502"/);
	});

	it('whose reply is lost may be asked for again', async () => {
		const { result } = await read(aFileMessage('/receipt.png'), async () => {
			throw new Error('socket hang up');
		});

		await expect(result).rejects.toThrow(/gave no answer when asked to give the file "receipt.png"/);
	});
});
