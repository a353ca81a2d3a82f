import type { Ids } from './ids.mts';

export type FileKind = 'pic' | 'pdf' | 'video';

export interface StoredFile {
	readonly path: string;
	readonly fileName: string;
	readonly mime: string;
	readonly kind: FileKind;
	readonly content: Buffer;
}

const hour = 60 * 60 * 1000;
/** A URL inside a message lives 3 hours, the answer to an upload 72. */
export const urlLifeMs = { message: 3 * hour, upload: 72 * hour } as const;

const kinds: Readonly<Record<string, { mime: string; kind: FileKind }>> = {
	jpg: { mime: 'image/jpeg', kind: 'pic' },
	jpeg: { mime: 'image/jpeg', kind: 'pic' },
	png: { mime: 'image/png', kind: 'pic' },
	pdf: { mime: 'application/pdf', kind: 'pdf' },
	mp4: { mime: 'video/mp4', kind: 'video' },
};

const prefix = '/fileupload/';

/** Files in memory, reached by relative, signed URLs that expire. */
export class Files {
	private readonly byPath = new Map<string, StoredFile>();

	constructor(private readonly ids: Ids) {}

	/** Whether the exchange takes a file of this name: jpg jpeg png pdf mp4 only. */
	static accepts(fileName: string): boolean {
		return kinds[extension(fileName)] !== undefined;
	}

	save(fileName: string, content: Buffer, nowMs: number): StoredFile {
		const path = `${prefix}p2p/chat/${this.ids.next(nowMs)}.${extension(fileName)}`;
		const file = { path, fileName, content, ...kinds[extension(fileName)] };
		this.byPath.set(path, file);
		return file;
	}

	signedUrl(path: string, lifeMs: number, nowMs: number): string {
		const expires = Math.floor((nowMs + lifeMs) / 1000);
		return `${path}?sig=${this.signature(path, expires)}&expires=${expires}`;
	}

	/** The stored file that a relative URL (signed or bare) points to, whatever its age. */
	find(url: string): StoredFile | undefined {
		return this.byPath.get(url.split('?')[0]);
	}

	/** What a GET of the URL gives: the file, or the HTTP status of the refusal. */
	serve(path: string, query: string, nowMs: number): StoredFile | 403 | 404 {
		const file = this.byPath.get(path);
		if (file === undefined) return 404;
		const parameters = new URLSearchParams(query);
		const expires = Number(parameters.get('expires'));
		const isGenuine = parameters.get('sig') === this.signature(path, expires);
		return isGenuine && nowMs < expires * 1000 ? file : 403;
	}

	static isFilePath(path: string): boolean {
		return path.startsWith(prefix);
	}

	private signature(path: string, expires: number): string {
		return this.ids.opaque(`file ${path} ${expires}`, 40);
	}
}

function extension(fileName: string): string {
	return (/\.([A-Za-z0-9]+)$/.exec(fileName)?.[1] ?? '').toLowerCase();
}
