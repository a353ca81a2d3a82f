import fc from 'fast-check';

import { multipart, type OutgoingFile } from '../../../nodes/BybitP2P/api/multipart';

function aFile(more: Partial<OutgoingFile> = {}): OutgoingFile {
	return { fileName: 'receipt.png', mimeType: 'image/png', content: Buffer.from('bytes'), ...more };
}

/** What a parser that is not ours finds in a body: its fields, one by one. */
async function parsed(
	body: Buffer,
	contentType: string,
): Promise<{ field: string; fileName: string; mimeType: string; content: Buffer }[]> {
	const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
	const parts = [...form.entries()].map(async ([field, value]) => {
		const file = value as unknown as File;
		return { field, fileName: file.name, mimeType: file.type, content: Buffer.from(await file.arrayBuffer()) };
	});
	return await Promise.all(parts);
}

async function roundTrip(file: OutgoingFile) {
	const { body, contentType } = multipart('upload_file', file);
	return await parsed(body, contentType);
}

describe('multipart', () => {
	it('holds one file under the name of the field', async () => {
		expect(await roundTrip(aFile())).toEqual([
			{ field: 'upload_file', fileName: 'receipt.png', mimeType: 'image/png', content: Buffer.from('bytes') },
		]);
	});

	it('keeps every byte, whatever they are', async () => {
		const content = Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256));

		expect((await roundTrip(aFile({ content })))[0].content).toEqual(content);
	});

	it.each([
		['line breaks at both ends', '\r\nbytes\r\n'],
		['two dashes', '--\r\n--'],
		['what looks like a header', '\r\nContent-Disposition: form-data; name="x"\r\n\r\n'],
	])('keeps content with %s', async (_, content) => {
		expect((await roundTrip(aFile({ content: Buffer.from(content) })))[0].content.toString()).toBe(content);
	});

	it('keeps content that holds the body of another upload of the same file', async () => {
		const inner = multipart('upload_file', aFile()).body;

		expect(await roundTrip(aFile({ content: inner }))).toMatchObject([{ content: inner }]);
	});

	it.each(['чек об оплате.png', '領収書.pdf', 'receipt 🧾.png', "it's.png", 'a;b=c.png'])(
		'keeps the file name %s',
		async (fileName) => {
			expect((await roundTrip(aFile({ fileName })))[0].fileName).toBe(fileName);
		},
	);

	it.each([
		['quotes', 'a"b.png'],
		['a quote that closes the name', 'a"; name="other.png'],
		['line breaks', 'a\r\nX-Evil: 1\r\n\r\nb.png'],
		['a bare line feed', 'a\nb.png'],
		['a null character', 'a\u0000b.png'],
		['a backslash before the quote', 'a\\"b.png'],
		['a backslash at the end', 'a.png\\'],
	])('does not let a file name with %s write headers or fields of its own', async (_, fileName) => {
		const parts = await roundTrip(aFile({ fileName }));

		expect(parts).toMatchObject([{ field: 'upload_file', mimeType: 'image/png', content: Buffer.from('bytes') }]);
	});

	it('does not let a content type write headers of its own', async () => {
		const { body, contentType } = multipart('upload_file', aFile({ mimeType: 'image/png\r\nX-Evil: 1' }));

		expect(body.toString()).not.toMatch(/^X-Evil/m);
		expect(await parsed(body, contentType)).toHaveLength(1);
	});

	it('gives the same bytes for the same file: what is signed twice is sent twice', () => {
		expect(multipart('upload_file', aFile())).toEqual(multipart('upload_file', aFile()));
	});

	it('carries any bytes under any name', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 300 }),
				fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
				async (content, name) => {
					const parts = await roundTrip(aFile({ content: Buffer.from(content), fileName: `${name}.png` }));

					expect(parts).toHaveLength(1);
					expect(parts[0].field).toBe('upload_file');
					expect(parts[0].content).toEqual(Buffer.from(content));
				},
			),
			{ seed: 3, numRuns: 200 },
		);
	});
});
