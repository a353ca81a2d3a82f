import { badParameter } from './refused.mts';

export interface UploadedPart {
	readonly name: string;
	readonly fileName: string;
	readonly mime: string;
	readonly content: Buffer;
}

/** Reads the single part of a multipart upload; anything but the plain form is refused, as a signature covers these bytes. */
export function singlePart(contentType: string, body: Buffer): UploadedPart {
	const boundary = /^multipart\/form-data;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	if (boundary === null) throw badParameter('content-type', 'must be multipart/form-data with a boundary');
	const mark = `--${boundary[1] ?? boundary[2]}`;
	if (!body.subarray(0, mark.length + 2).equals(Buffer.from(`${mark}\r\n`)))
		throw badParameter('body', 'does not begin with its boundary');

	const headEnd = body.indexOf('\r\n\r\n');
	const contentEnd = headEnd < 0 ? -1 : body.indexOf(`\r\n${mark}`, headEnd);
	if (contentEnd < 0) throw badParameter('body', 'has no complete part');
	const tail = body.subarray(contentEnd + 2 + mark.length).toString('latin1');
	if (!/^--(\r\n)?$/.test(tail)) throw badParameter('body', 'must have exactly one part and end with its boundary');

	const head = body
		.subarray(mark.length + 2, headEnd)
		.toString('utf8')
		.split('\r\n');
	const disposition = head.find((line) => /^content-disposition:\s*form-data;/i.test(line)) ?? '';
	const mime = head.find((line) => /^content-type:/i.test(line))?.replace(/^content-type:\s*/i, '');
	return {
		name: /;\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? '',
		fileName: /;\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? '',
		mime: mime ?? 'application/octet-stream',
		content: body.subarray(headEnd + 4, contentEnd),
	};
}
