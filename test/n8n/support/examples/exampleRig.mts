import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from '../../../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../../../demo/environment.mts';
import { type JsonObject, textOf } from '../../../../demo/n8n/json.mts';
import type { N8nRest } from '../../../../demo/n8n/rest.mts';
import { exampleWorkflow } from '../../../../demo/workflow.mts';
import type { Exchange } from '../../../../simulator/exchange.mts';
import type { ExchangeServer } from '../../../../simulator/server.mts';
import { pointsToSet, readExample } from '../../../support/exampleRules.mts';
import { ForwardProxy } from '../network/forwardProxy.mts';
import type { Edit } from './edits.mts';
import { type Services, WEBHOOK_KEY, credentialsFor, startServices, webServices } from './services.mts';

const STEP_WITHIN_MS = 30_000;
/** n8n takes a press by something that does not look like a browser for the preview of a link. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** An example and what the test sets in it: the points of its own note, no more and no fewer. */
export type Imported = { readonly file: string; readonly set: Readonly<Record<string, Edit>> };

/** A real n8n for which the internet is a proxy on this machine, with the services that the examples call. */
export class ExampleRig {
	private readonly published: string[] = [];

	private constructor(
		private readonly environment: Environment,
		private readonly proxy: ForwardProxy,
		readonly services: Services,
	) {}

	static async start(cleanup: Cleanup): Promise<ExampleRig> {
		const services = await startServices(cleanup);
		const proxy = await ForwardProxy.start(webServices(services));
		cleanup.add('The proxy', () => proxy.close());
		const folder = mkdtempSync(join(tmpdir(), 'examples-'));
		cleanup.add('The certificate', () => rmSync(folder, { recursive: true, force: true }));
		const authority = join(folder, 'authority.pem');
		writeFileSync(authority, proxy.authorityCert);
		const environment = await startEnvironment({ cleanup, settings: outsideThrough(proxy.url, authority) });
		const { rest, simulator } = environment;
		for (const credential of [credentialFor(simulator), ...credentialsFor(services)])
			await rest.createCredential(credential);
		return new ExampleRig(environment, proxy, services);
	}

	get exchange(): Exchange {
		return this.environment.simulator.exchange;
	}

	get rest(): N8nRest {
		return this.environment.rest;
	}

	/** Hosts that a workflow wanted to reach and that no service plays. */
	get unknownHosts(): readonly string[] {
		return this.proxy.unknownHosts;
	}

	/** A second account of the merchant, under a credential of that name. */
	async addExchange(credentialName: string, server: ExchangeServer): Promise<void> {
		await this.rest.createCredential({ ...credentialFor(server), name: credentialName });
	}

	/** Imports an example and sets what its note asks the user to set. @returns its id */
	async import({ file, set }: Imported): Promise<string> {
		const points = pointsToSet(readExample(`${file}.json`));
		if (JSON.stringify(Object.keys(set).sort()) !== JSON.stringify([...points].sort()))
			throw new Error(
				`The note of ${file} says to set: ${points.join(', ')}; the test sets ${Object.keys(set).join(', ')}`,
			);
		const workflow = Object.values(set).reduce((edited, edit) => edit(edited), exampleWorkflow(file));
		return await this.rest.importWorkflow(workflow);
	}

	async publish(imported: Imported): Promise<string> {
		const id = await this.import(imported);
		await this.rest.publish(id);
		this.published.push(id);
		return id;
	}

	async unpublishAll(): Promise<void> {
		for (const id of this.published.splice(0)) await this.rest.unpublish(id);
	}

	/** No workflow is published any more, and exchange and services are as at the start. */
	async reset(): Promise<void> {
		await this.unpublishAll();
		this.exchange.reset();
		for (const service of webServices(this.services)) service.reset();
	}

	/** A person presses a button of a Telegram message: their browser opens its address. */
	async press(message: number, label: string): Promise<void> {
		const url = this.services.telegram.sent[message]?.buttons[label];
		if (url === undefined) throw new Error(`Message ${message} has no button "${label}"`);
		let status = 0;
		await this.until(`the answer to "${label}"`, async () => {
			// Only n8n itself is slower than such a person: it answers 409 until the execution waits.
			({ status } = await fetch(url, { headers: { 'user-agent': BROWSER } }));
			return status !== 409;
		});
		if (status !== 200) throw new Error(`n8n answered ${status} to "${label}"`);
	}

	/** The bank calls a webhook of n8n. @returns the HTTP status */
	async callWebhook(path: string, body: JsonObject, key: string = WEBHOOK_KEY.value): Promise<number> {
		const response = await fetch(`${this.environment.n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [WEBHOOK_KEY.header]: key },
			body: JSON.stringify(body),
		});
		return response.status;
	}

	/** What the merchant's side has written into the chat of an order. */
	written(orderId: string, { exchange } = this.environment.simulator): readonly string[] {
		const messages = exchange.messagesOf(orderId).filter(({ from }) => from === 'merchant');
		return messages.map(({ content }) => content);
	}

	/** The calls of the exchange that went to one path. */
	sentTo(path: string) {
		return this.exchange.calls.filter((call) => call.path === path);
	}

	/** Waits until an execution of a workflow has failed. @returns why */
	async failureOf(workflowId: string): Promise<string> {
		let reason: string | null = null;
		await this.until('a failed execution', async () => {
			const failed = (await this.rest.executionsOf(workflowId)).find(({ status }) => status === 'error');
			if (failed !== undefined) reason = (await this.rest.execution(textOf(failed.id))).error;
			return reason !== null;
		});
		return reason ?? '';
	}

	/** Waits until no execution of a published workflow runs any more. */
	async untilIdle(): Promise<void> {
		await this.until('the end of all executions', async () => {
			const all = await Promise.all(this.published.map((id) => this.rest.executionsOf(id)));
			return !all.flat().some(({ status }) => status === 'running' || status === 'new');
		});
	}

	/** Waits until something is so. @throws with the reasons of failed executions when it does not come */
	async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
		const giveUpAt = performance.now() + STEP_WITHIN_MS;
		while (!(await isSo())) {
			if (performance.now() > giveUpAt) throw new Error(`Not seen: ${what}.${await this.whatFailed()}`);
			await sleep(50);
		}
	}

	private async whatFailed(): Promise<string> {
		const reasons: string[] = [];
		for (const workflowId of this.published) {
			for (const { id, status } of await this.rest.executionsOf(workflowId)) {
				const { error } = await this.rest.execution(textOf(id));
				reasons.push(`execution ${textOf(id)}: ${String(status)}${error === null ? '' : `, ${error}`}`);
			}
		}
		const unknown = this.unknownHosts.length === 0 ? '' : ` Nobody plays ${this.unknownHosts.join(', ')}.`;
		return ` ${reasons.join('; ')}.${unknown}`;
	}
}

/** n8n asks nobody but the proxy, and believes what the proxy's authority signed. */
const outsideThrough = (proxyUrl: string, authority: string) => ({
	HTTPS_PROXY: proxyUrl,
	NO_PROXY: '127.0.0.1,localhost',
	NODE_EXTRA_CA_CERTS: authority,
	N8N_HOST: '127.0.0.1',
});
