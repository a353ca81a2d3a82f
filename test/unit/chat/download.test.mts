import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { downloadThrough } from '../../../nodes/BybitP2P/n8n/client';

/** A node whose requests are answered with this body. */
function aHost(body: unknown, statusCode = 200) {
	const requests: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions) => {
		requests.push(options);
		return { statusCode, body };
	};
	return { host: { helpers: { httpRequest } } as unknown as IExecuteFunctions, requests };
}

/** A body that counts how far it was read, and whether it was closed. */
function aStream(blocks: number, size: number) {
	const read = { blocks: 0, isClosed: false };
	async function* body() {
		try {
			for (; read.blocks < blocks; ) {
				read.blocks += 1;
				yield Buffer.alloc(size, read.blocks);
			}
		} finally {
			read.isClosed = true;
		}
	}
	return { read, body: body() };
}

describe('a download', () => {
	it('goes out without the key, follows no redirect, and ends after a minute however slowly it drips', async () => {
		const { host, requests } = aHost(aStream(1, 1).body);

		await downloadThrough(host)('https://api.bybit.com/a.png', 10);

		expect(requests).toEqual([
			{
				method: 'GET',
				url: 'https://api.bybit.com/a.png',
				timeout: 60_000,
				abortSignal: expect.any(AbortSignal),
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		]);
	});

	it('is whole when it has no more bytes than asked for', async () => {
		const { host } = aHost(aStream(3, 2).body);

		expect(await downloadThrough(host)('https://api.bybit.com/a.png', 6)).toEqual({
			status: 200,
			content: Buffer.from([1, 1, 2, 2, 3, 3]),
			isWhole: true,
		});
	});

	it('stops and closes the stream at the first byte too many', async () => {
		const { body, read } = aStream(1_000, 2);
		const { host } = aHost(body);

		const reply = await downloadThrough(host)('https://api.bybit.com/a.png', 5);

		expect(reply).toEqual({ status: 200, content: Buffer.alloc(0), isWhole: false });
		expect(read).toEqual({ blocks: 3, isClosed: true });
	});

	it('reads nothing of what is no file', async () => {
		const { body, read } = aStream(1_000, 2);
		const { host } = aHost(body, 302);

		expect(await downloadThrough(host)('https://api.bybit.com/a.png', 1_000)).toMatchObject({ status: 302 });
		expect(read).toEqual({ blocks: 1, isClosed: true });
	});

	it.each([
		['bytes', Buffer.from('abc')],
		['text', 'abc'],
		['an array of bytes', new Uint8Array([97, 98, 99])],
	])('takes %s as well as a stream', async (_what, body) => {
		const { host } = aHost(body);

		const reply = await downloadThrough(host)('https://api.bybit.com/a.png', 10);

		expect(reply.content.toString()).toBe('abc');
	});
});
