import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, type JsonObject, listOf, objectOf, textOf, unflatted } from './json.mts';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Merchant',
	password: 'Rehearse-P2P-1',
} as const;

export type CredentialTest = { readonly status: 'OK' | 'Error'; readonly message: string };
export type Credential = {
	readonly id?: string;
	readonly name: string;
	readonly type: string;
	readonly data: JsonObject;
};
export type Execution = {
	readonly id: string;
	readonly status: string;
	readonly runData: JsonObject;
	readonly error: string | null;
};

/** What the editor says to n8n, said from here: the REST interface of n8n 2.41 and of n8n 1, which is not a public one. */
export class N8nRest {
	private cookie = '';
	private version: string | undefined;
	/** The login is bound to it. */
	private readonly browserId = randomUUID();

	constructor(private readonly baseUrl: string) {}

	async createOwner(): Promise<void> {
		await this.request('POST', '/rest/owner/setup', OWNER);
	}

	async testCredential(credential: Credential): Promise<CredentialTest> {
		// n8n 1 tests only what is saved.
		const id = (await this.isN8n1()) ? await this.createCredential(credential) : '';
		const reply = objectOf(
			await this.request('POST', '/rest/credentials/test', { credentials: { id, ...credential } }),
		);
		if (id !== '') await this.request('DELETE', `/rest/credentials/${id}`);
		return { status: reply.status === 'OK' ? 'OK' : 'Error', message: String(reply.message ?? '') };
	}

	/** @returns its id */
	async createCredential(credential: Credential): Promise<string> {
		return textOf(objectOf(await this.request('POST', '/rest/credentials', credential)).id);
	}

	/** @returns its id. Credentials named with `id: null` are found by their name. */
	async importWorkflow(workflow: JsonObject): Promise<string> {
		// n8n 1 looks for credentials by their name only in a project that is named.
		const project = (await this.isN8n1()) ? objectOf(await this.request('GET', '/rest/projects/personal')) : null;
		const place = project === null ? {} : { projectId: textOf(project.id) };
		const saved = await this.request('POST', '/rest/workflows', { active: false, ...place, ...workflow });
		return textOf(objectOf(saved).id);
	}

	async workflow(id: string): Promise<JsonObject> {
		return objectOf(await this.request('GET', `/rest/workflows/${id}`));
	}

	/** What n8n knows of node types, in the versions asked for. */
	async nodeTypes(
		nodeInfos: ReadonlyArray<{ readonly name: string; readonly version: number }>,
	): Promise<JsonObject[]> {
		return listOf(await this.request('POST', '/rest/node-types', { nodeInfos })).map(objectOf);
	}

	/** Publishes and waits until the triggers are registered, which n8n does in the background. */
	async publish(id: string, timeoutMs = 60_000): Promise<void> {
		const { versionId } = await this.workflow(id);
		if (await this.isN8n1()) {
			await this.request('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
			return;
		}
		await this.request('POST', `/rest/workflows/${id}/activate`, { versionId });
		const status = await this.until(timeoutMs, async () => {
			const found = objectOf(await this.request('GET', `/rest/workflows/${id}/publication-status`));
			return found.status === 'in_progress' || found.status === 'not_published' ? null : found;
		});
		if (status === null) throw new Error(`n8n did not publish the workflow within ${timeoutMs / 1000} s`);
		if (status.status !== 'published') throw new Error(`n8n did not publish the workflow: ${JSON.stringify(status)}`);
	}

	async unpublish(id: string): Promise<void> {
		if (await this.isN8n1()) {
			const { versionId } = await this.workflow(id);
			await this.request('PATCH', `/rest/workflows/${id}`, { active: false, versionId });
			return;
		}
		await this.request('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Runs the workflow as the editor's "Execute workflow" does and waits for its end. */
	async runManually(id: string, triggerName: string, timeoutMs = 30_000): Promise<Execution> {
		const started = objectOf(
			await this.request('POST', `/rest/workflows/${id}/run`, {
				...((await this.isN8n1()) ? { workflowData: await this.workflow(id) } : {}),
				triggerToStartFrom: { name: triggerName },
			}),
		);
		const executionId = textOf(started.executionId);
		const ended = await this.until(timeoutMs, async () => {
			const found = await this.execution(executionId);
			return ['new', 'running', 'waiting'].includes(found.status) ? null : found;
		});
		if (ended === null) throw new Error(`Execution ${executionId} did not end within ${timeoutMs / 1000} s`);
		return ended;
	}

	async execution(id: string): Promise<Execution> {
		const { status, data } = objectOf(await this.request('GET', `/rest/executions/${id}`));
		// While it runs there is nothing yet.
		const resultData = typeof data === 'string' ? objectOf(objectOf(unflatted(data) ?? {}).resultData ?? {}) : {};
		const error = resultData.error === undefined ? null : describeError(objectOf(resultData.error));
		return { id, status: textOf(status), runData: objectOf(resultData.runData ?? {}), error };
	}

	/** The executions of a workflow, newest first. */
	async executionsOf(workflowId: string): Promise<readonly JsonObject[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = objectOf(await this.request('GET', `/rest/executions?filter=${filter}&limit=50`));
		return (Array.isArray(results) ? results : []).map(objectOf);
	}

	/** Every execution of a workflow, newest first. */
	async allExecutionsOf(workflowId: string): Promise<readonly JsonObject[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const found = new Map<string, JsonObject>();
		for (let next = ''; ; ) {
			const page = objectOf(await this.request('GET', `/rest/executions?filter=${filter}&limit=100${next}`));
			const rows = listOf(page.results).map(objectOf);
			for (const row of rows) found.set(textOf(row.id), row);
			// n8n 1 goes on from an id, and says nothing of a next page.
			const cursor = (await this.isN8n1()) ? null : page.nextCursor;
			if (typeof cursor === 'string') next = `&cursor=${encodeURIComponent(cursor)}`;
			else if ((await this.isN8n1()) && rows.length >= 100) next = `&lastId=${textOf(rows.at(-1)?.id)}`;
			else return [...found.values()];
		}
	}

	/** There publishing is a switch of the workflow, which answers when the triggers are registered. */
	private async isN8n1(): Promise<boolean> {
		this.version ??= String(objectOf(await this.request('GET', '/rest/settings')).versionCli);
		return this.version.startsWith('1.');
	}

	private async request(method: string, path: string, body?: unknown): Promise<Json> {
		const response = await fetch(this.baseUrl + path, {
			method,
			headers: {
				'browser-id': this.browserId,
				'content-type': 'application/json',
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const login = response.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (login) this.cookie = login.split(';')[0] ?? '';
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused ${method} ${path} (${response.status}): ${text.slice(0, 500)}`);
		const reply = JSON.parse(text) as Json;
		return objectOf(reply).data ?? reply;
	}

	private async until<T>(timeoutMs: number, read: () => Promise<T | null>): Promise<T | null> {
		const giveUpAt = Date.now() + timeoutMs;
		for (;;) {
			const found = await read();
			if (found !== null || Date.now() > giveUpAt) return found;
			await sleep(150);
		}
	}
}

const describeError = ({ message, description, node }: JsonObject): string =>
	[node ? `${String(objectOf(node).name)}:` : '', message, description].filter(Boolean).map(String).join(' ');
