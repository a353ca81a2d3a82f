import { InputError } from '../../api/errors';
import type { OutgoingFile } from '../../api/multipart';

/** A file that the chat takes, with the kind of message it makes. */
export interface ChatFile extends OutgoingFile {
	readonly kind: 'image' | 'pdf' | 'video';
}

interface FileType {
	readonly kind: ChatFile['kind'];
	readonly mimeType: string;
	readonly extensions: readonly string[];
	/** True for content that begins like a file of this type. */
	readonly begins: (content: Buffer) => boolean;
}

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
		begins: (content) => content.subarray(4, 8).toString('latin1') === 'ftyp',
	},
];

/** The exchange does not say how much it takes (assumed): enough for a scan or a short video, too little to fill its memory and ours. */
const MAX_FILE_MB = 20;

/**
 * The file as the chat takes it: its type decided by its content, its name with the matching extension.
 * Content that is not recognised counts as what its name says.
 *
 * @throws InputError for empty, too large and other files.
 */
export function chatFileFrom(file: OutgoingFile): ChatFile {
	const named = file.fileName === '' ? 'The file' : `The file "${file.fileName}"`;
	if (file.content.length === 0) {
		throw new InputError(`${named} was not sent: it is empty (0 bytes)`, 'Check the node that makes the file.');
	}
	if (file.content.length > MAX_FILE_MB * 1024 * 1024) {
		const megabytes = (file.content.length / 1024 / 1024).toFixed(1);
		throw new InputError(
			`${named} was not sent: it has ${megabytes} MB, and at most ${MAX_FILE_MB} MB are sent`,
			'Make the file smaller, for example by lowering the resolution.',
		);
	}
	const type = typeOf(file);
	if (type === undefined) {
		throw new InputError(
			`${named} was not sent: it is not a JPEG, PNG, PDF or MP4 file`,
			'The Bybit chat takes jpg, jpeg, png, pdf and mp4 only. Convert the file first.',
		);
	}
	const stem = file.fileName.replace(/\.[a-z0-9]+$/i, '').trim() || 'file';
	return {
		kind: type.kind,
		mimeType: type.mimeType,
		content: file.content,
		fileName: type.extensions.includes(extensionOf(file.fileName)) ? file.fileName : `${stem}.${type.extensions[0]}`,
	};
}

function typeOf({ content, fileName, mimeType }: OutgoingFile): FileType | undefined {
	const recognised = FILE_TYPES.find(({ begins }) => begins(content));
	if (recognised !== undefined) return recognised;
	if (beginsLikeAnotherType(content)) return undefined;
	const extension = extensionOf(fileName);
	return extension === ''
		? FILE_TYPES.find((type) => type.mimeType === mimeType)
		: FILE_TYPES.find(({ extensions }) => extensions.includes(extension));
}

/** Pages, archives, programs and pictures of other types, whatever their name says. */
function beginsLikeAnotherType(content: Buffer): boolean {
	const start = content.subarray(0, 64).toString('latin1').trimStart().toLowerCase();
	return ['<!doctype', '<html', '<?xml', '<svg', 'pk\u0003\u0004', 'mz', 'gif8', 'riff', '\u007felf', '#!'].some(
		(mark) => start.startsWith(mark),
	);
}

function extensionOf(fileName: string): string {
	return /\.([a-z0-9]+)$/i.exec(fileName)?.[1].toLowerCase() ?? '';
}
