import { randomUUID } from 'node:crypto';
import type { Service, ServiceReply, ServiceRequest } from '../network/forwardProxy.mts';

export type DriveFile = { readonly name: string; readonly parents: readonly string[]; readonly content: Buffer };

type Metadata = { readonly name: string; readonly parents: readonly string[] };

/** Google Drive, as far as uploads in one piece go. */
export class GoogleDrive implements Service {
	readonly hosts = ['www.googleapis.com'];
	readonly accessToken = 'only-for-tests-of-drive';
	private readonly byId = new Map<string, DriveFile>();
	private readonly begun = new Map<string, Metadata>();

	get files(): readonly DriveFile[] {
		return [...this.byId.values()];
	}

	reset(): void {
		this.byId.clear();
		this.begun.clear();
	}

	answer(request: ServiceRequest): ServiceReply {
		const { method, path, query, headers, body } = request;
		if (path === '/upload/drive/v3/files' && method === 'PUT') return this.finish(query.get('upload_id') ?? '', body);
		if (headers.authorization !== `Bearer ${this.accessToken}`) return { status: 401, json: { error: { code: 401 } } };
		if (path === '/upload/drive/v3/files' && query.get('uploadType') === 'resumable') return this.begin(request);
		const file = this.byId.get(/^\/drive\/v3\/files\/([\w-]+)$/.exec(path)?.[1] ?? '');
		if (method === 'PATCH' && file !== undefined)
			return { json: { kind: 'drive#file', id: path.split('/').at(-1), name: file.name } };
		return { status: 404, json: { error: { code: 404, message: `${method} ${path} is not played` } } };
	}

	private begin({ host, body }: ServiceRequest): ServiceReply {
		const id = randomUUID();
		this.begun.set(id, JSON.parse(body.toString()) as Metadata);
		return { headers: { location: `https://${host}/upload/drive/v3/files?uploadType=resumable&upload_id=${id}` } };
	}

	/** Whoever knows the address of an upload may send it, as at Google. */
	private finish(id: string, content: Buffer): ServiceReply {
		const metadata = this.begun.get(id);
		if (metadata === undefined) return { status: 404 };
		this.byId.set(id, { ...metadata, content });
		return { json: { kind: 'drive#file', id, name: metadata.name } };
	}
}
