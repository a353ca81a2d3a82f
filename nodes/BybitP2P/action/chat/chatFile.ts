import { InputError } from '../../api/errors';
import { fileTypeOf, nameWithExtension, type FileType } from '../../api/fileTypes';
import type { OutgoingFile } from '../../api/multipart';
import { plainFileName } from '../../api/simplify/message';

/** A file that the chat takes, with the kind of message it makes. */
export interface ChatFile extends OutgoingFile {
	readonly kind: FileType['kind'];
}

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
	const type = fileTypeOf(file);
	if (type === undefined) {
		throw new InputError(
			`${named} was not sent: it is not a JPEG, PNG, PDF or MP4 file`,
			'The Bybit chat takes jpg, jpeg, png, pdf and mp4 only. Convert the file first.',
		);
	}
	return {
		kind: type.kind,
		mimeType: type.mimeType,
		content: file.content,
		fileName: nameWithExtension(plainFileName(file.fileName), type),
	};
}
