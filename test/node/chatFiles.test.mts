/** Files of a chat, as strangers and servers may send them, through the request pipeline of n8n. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { IBinaryData } from 'n8n-workflow';

import type { Exchange } from '../../simulator/exchange.mts';
import { holding, OddExchange, type MessageRow } from '../support/oddExchange.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';

// Fifty megabytes take a moment on a busy machine.
jest.setTimeout(30_000);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MB = 1024 * 1024;

type Answer = (response: ServerResponse) => void;

let exchange: OddExchange;
let server: Server;
let url: string;
/** What is answered to addresses that are no calls of the exchange. */
let files: Record<string, Answer>;
let asked: string[];

beforeEach(async () => {
	exchange = new OddExchange();
	files = {};
	asked = [];
	server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const [path, query = ''] = (incoming.url ?? '').split('?');
			const answer = files[path];
			if (!path.startsWith('/v5/')) asked.push(path);
			if (answer !== undefined) return answer(response);
			const headers = Object.fromEntries(
				Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
			);
			const body = Buffer.concat(chunks);
			const reply = exchange.handle({ method: incoming.method ?? '', path, query, headers, body, ip: '127.0.0.1' });
			response.writeHead(reply.status, { ...reply.headers }).end(reply.body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** An order with a picture whose address is this one, between two that are well. */
function withPicture(content: string, fileName = 'odd.png'): string {
	const { id } = exchange.openOrder({ side: 'sell', counterparty: 'anna' });
	const say = (name: string): void =>
		void exchange.say(id, { contentType: 'pic', content: PNG, fileName: name } as Parameters<Exchange['say']>[1]);
	say('first.png');
	say('odd.png');
	say('last.png');
	exchange.changeRow = (row: MessageRow) =>
		String(row.message).includes('odd.png') ? holding({ content, fileName })(row) : row;
	return id;
}

interface ReadFile {
	readonly fileName?: unknown;
	readonly fileNotRead?: unknown;
	readonly file?: IBinaryData;
}

async function read(orderId: string): Promise<readonly ReadFile[]> {
	const { items, error } = await runAction(
		{
			resource: 'chat',
			operation: 'getMessages',
			orderId,
			filters: { from: ['counterparty'] },
			options: { downloadFiles: true },
		},
		{ ...credentialFor(url) },
	);
	expect(error).toBeUndefined();
	return items.map(({ json, binary }) => ({ ...json, file: binary?.data }));
}

/** Of the three files the one in the middle; the others must be there. */
async function odd(orderId: string): Promise<ReadFile> {
	const [first, middle, last] = await read(orderId);
	expect([first.file, last.file]).toMatchObject([{ fileName: 'first.png' }, { fileName: 'last.png' }]);
	return middle;
}

describe('one odd file', () => {
	it.each([
		['blob:http://127.0.0.1:1/2f6e'],
		['data:image/png;base64,iVBORw0KGgo='],
		['javascript:alert(1)'],
		['http://169.254.169.254/latest/meta-data'],
		['//evil.example/a.png'],
		[''],
	])('at %j is not asked for, and the others come', async (content) => {
		const { fileNotRead, file } = await odd(withPicture(content));

		expect([fileNotRead, file]).toEqual([expect.stringMatching(/^The file was not read: /), undefined]);
	});

	it('that holds the origin of the exchange in another scheme is not asked for', async () => {
		const { fileNotRead } = await odd(withPicture(`blob:${url}/2f6e`));

		expect(fileNotRead).toMatch(/its address does not belong to/);
	});

	it.each([201, 204, 206, 302, 303, 307, 400, 401, 403, 404, 410, 418, 429, 500, 502, 503])(
		'that is answered with HTTP %i says so, and the others come',
		async (status) => {
			files['/odd'] = (response) => response.writeHead(status).end(status === 204 ? undefined : PNG);

			const { fileNotRead, file } = await odd(withPicture('/odd'));

			expect([fileNotRead, file]).toEqual([expect.stringContaining(`HTTP ${status}`), undefined]);
		},
	);

	it.each<[string, Answer]>([
		['before a reply', (response) => response.destroy()],
		[
			'in the middle',
			(response) => {
				response.writeHead(200, { 'content-length': 1000 });
				response.write(PNG, () => response.destroy());
			},
		],
	])('whose connection breaks %s says so, and the others come', async (_when, answer) => {
		files['/odd'] = answer;

		const { fileNotRead, file } = await odd(withPicture('/odd'));

		expect([fileNotRead, file]).toEqual([expect.stringMatching(/connection was lost or timed out/), undefined]);
	});

	it('that is a refusal as JSON with HTTP 200 is no picture', async () => {
		files['/odd'] = (response) =>
			response.writeHead(200, { 'content-type': 'image/png' }).end('{"ret_code":10005,"ret_msg":"Permission denied"}');

		const { fileNotRead, file } = await odd(withPicture('/odd'));

		expect([fileNotRead, file]).toEqual([expect.stringMatching(/is not an image, a PDF or an MP4 video/), undefined]);
	});

	it('has a name without folders and control characters', async () => {
		files['/odd'] = (response) => response.writeHead(200).end(PNG);

		const { file, fileName } = await odd(withPicture('/odd', '../../.ssh/\u0000\u202eauthorized_keys odd.png'));

		expect([fileName, file?.fileName]).toEqual(['authorized_keys odd.png', 'authorized_keys odd.png']);
	});
});

describe('a redirect of a file', () => {
	it.each([301, 302, 303, 307, 308])('is never followed (HTTP %i)', async (status) => {
		files['/odd'] = (response) => response.writeHead(status, { location: `${url}/secret.png` }).end();
		files['/secret.png'] = (response) => response.writeHead(200).end(PNG);

		const { fileNotRead } = await odd(withPicture('/odd'));

		expect(fileNotRead).toMatch(/Redirects are not followed/);
		expect(asked).toContain('/odd');
		expect(asked).not.toContain('/secret.png');
	});
});

describe('a file that is too large', () => {
	it('is read no further than 50 MB, though it never ends', async () => {
		let sent = 0;
		const isClosed = new Promise<void>((resolve) => {
			files['/odd'] = (response) => {
				const block = Buffer.alloc(MB, 0xff);
				const more = (): void => {
					while (!response.destroyed && response.write(block)) sent += MB;
				};
				response.writeHead(200).on('drain', more).on('close', resolve);
				more();
			};
		});

		const { fileNotRead } = await odd(withPicture('/odd'));

		expect(fileNotRead).toMatch(/^The file was not read: it has more than 50 MB\. /);
		await isClosed;
		expect(sent).toBeLessThan(60 * MB);
	});

	it('is not unpacked further than 50 MB', async () => {
		const bomb = gzipSync(Buffer.alloc(100 * MB), { level: 1 });
		files['/odd'] = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);

		const { fileNotRead } = await odd(withPicture('/odd'));

		expect(bomb.length).toBeLessThan(MB);
		expect(fileNotRead).toMatch(/^The file was not read: it has more than 50 MB\. /);
	});

	it('is unpacked whole when it is none', async () => {
		const whole = Buffer.concat([PNG, Buffer.alloc(MB, 1)]);
		files['/odd'] = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(whole));

		const { file, fileNotRead } = await odd(withPicture('/odd'));

		expect([fileNotRead, file?.mimeType]).toEqual([undefined, 'image/png']);
		expect(Buffer.from(file?.data ?? '', 'base64').equals(whole)).toBe(true);
	});
});
