import type { OutgoingFile } from './multipart';

/** A type of file that the chat takes. */
export interface FileType {
	readonly kind: 'image' | 'pdf' | 'video';
	readonly mimeType: string;
	/** The usual one first. */
	readonly extensions: readonly string[];
	/** True for content that begins like a file of this type. */
	readonly begins: (content: Buffer) => boolean;
}

/** Pictures of phones come in the same container as MP4 videos. */
const PICTURE_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'];

const FILE_TYPES: readonly FileType[] = [
	{
		kind: 'image',
		mimeType: 'image/png',
		extensions: ['png'],
		begins: (content) => content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])),
	},
	{
		kind: 'image',
		mimeType: 'image/jpeg',
		extensions: ['jpg', 'jpeg'],
		begins: (content) => content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
	},
	{
		kind: 'pdf',
		mimeType: 'application/pdf',
		extensions: ['pdf'],
		// Some writers put a few bytes before the mark; readers accept that.
		begins: (content) => content.subarray(0, 1024).includes('%PDF-'),
	},
	{
		kind: 'video',
		mimeType: 'video/mp4',
		extensions: ['mp4'],
		begins: (content) =>
			content.subarray(4, 8).toString('latin1') === 'ftyp' &&
			!PICTURE_BRANDS.includes(content.subarray(8, 12).toString('latin1')),
	},
];

/**
 * The type of a file, by its content. Content that is not recognised counts as what the name says, or the MIME type where the name says
 * nothing.
 *
 * @returns undefined for text, and for what begins like a file of another type: a page or a refusal of a server is no picture.
 */
export function fileTypeOf({ content, fileName, mimeType }: OutgoingFile): FileType | undefined {
	const recognised = FILE_TYPES.find(({ begins }) => begins(content));
	if (recognised !== undefined) return recognised;
	if (isText(content) || beginsLikeAnotherType(content)) return undefined;
	const extension = extensionOf(fileName);
	return extension === ''
		? FILE_TYPES.find((type) => type.mimeType === mimeType)
		: FILE_TYPES.find(({ extensions }) => extensions.includes(extension));
}

/** What no text holds: control characters, and bytes that are no UTF-8. */
const NOT_TEXT = /(?![\t\n\f\r])[\p{Cc}\ufffd]/u;

function isText(content: Buffer): boolean {
	// The last characters may be cut in the middle.
	const start = content.subarray(0, 1024).toString('utf8');
	return !NOT_TEXT.test(content.length > 1024 ? start.slice(0, -3) : start);
}

/** Archives, programs and pictures of other types, whatever their name says; pages begin after blanks. */
function beginsLikeAnotherType(content: Buffer): boolean {
	const start = content.subarray(0, 64).toString('latin1').trimStart().toLowerCase();
	const isPictureOfPhone = start.slice(4, 8) === 'ftyp';
	return (
		isPictureOfPhone ||
		['<!doctype', '<html', '<?xml', '<svg', 'pk\u0003\u0004', 'mz', 'gif8', 'riff', '\u007felf', '#!'].some((mark) =>
			start.startsWith(mark),
		)
	);
}

/** The name with an extension that fits the type. */
export function nameWithExtension(fileName: string, { extensions }: FileType): string {
	if (extensions.includes(extensionOf(fileName))) return fileName;
	const stem = fileName.replace(/\.[a-z0-9]+$/i, '').trim() || 'file';
	return `${stem}.${extensions[0]}`;
}

/** In lower case, without the dot; empty for none. */
function extensionOf(fileName: string): string {
	return /\.([a-z0-9]+)$/i.exec(fileName)?.[1].toLowerCase() ?? '';
}
