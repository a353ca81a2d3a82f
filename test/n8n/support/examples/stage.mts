import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from '../../../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../../../demo/environment.mts';
import { type JsonObject, textOf } from '../../../../demo/n8n/json.mts';
import { exampleWorkflow } from '../../../../demo/workflow.mts';
import type { Exchange } from '../../../../simulator/exchange.mts';
import type { ExchangeServer } from '../../../../simulator/server.mts';
import { ForwardProxy } from '../network/forwardProxy.mts';
import { Bank } from '../services/bank.mts';
import { ChatModel } from '../services/chatModel.mts';
import { GoogleDrive } from '../services/googleDrive.mts';
import { GoogleSheets } from '../services/googleSheets.mts';
import { MailServer } from '../services/mailServer.mts';
import { Telegram } from '../services/telegram.mts';
import type { Edit } from './edits.mts';

const STEP_WITHIN_MS = 30_000;
/** n8n takes a press by something that does not look like a browser for the preview of a link. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0';

const WEBHOOK_KEY = { header: 'x-bank-key', value: 'only-for-tests' };

/** An example and what the test sets in it: the points of its own note, no more and no fewer. */
export type Imported = { readonly file: string; readonly set: Readonly<Record<string, Edit>> };

/** A real n8n for which the internet is a proxy on this machine, with the services that the examples talk to. */
export class Stage {
	private readonly published: string[] = [];

	private constructor(
		private readonly environment: Environment,
		private readonly proxy: ForwardProxy,
		readonly telegram: Telegram,
		readonly mail: MailServer,
		readonly drive: GoogleDrive,
		readonly model: ChatModel,
		readonly sheets: GoogleSheets,
		readonly bank: Bank,
	) {}

	static async start(cleanup: Cleanup): Promise<Stage> {
		const telegram = new Telegram();
		const drive = new GoogleDrive();
		const model = new ChatModel();
		const sheets = new GoogleSheets();
		const bank = new Bank();
		const proxy = await ForwardProxy.start([telegram, drive, model, sheets, bank]);
		cleanup.add('The proxy', () => proxy.close());
		const mail = await MailServer.start();
		cleanup.add('The mail server', () => mail.close());
		const folder = mkdtempSync(join(tmpdir(), 'examples-'));
		cleanup.add('The certificate', () => rmSync(folder, { recursive: true, force: true }));
		const authority = join(folder, 'authority.pem');
		writeFileSync(authority, proxy.authorityCert);
		const environment = await startEnvironment({ cleanup, settings: outsideThrough(proxy.url, authority) });
		const stage = new Stage(environment, proxy, telegram, mail, drive, model, sheets, bank);
		await stage.createCredentials();
		return stage;
	}

	get exchange(): Exchange {
		return this.environment.simulator.exchange;
	}

	get rest() {
		return this.environment.rest;
	}

	/** Hosts that a workflow wanted to reach and that no service plays. */
	get unknownHosts(): readonly string[] {
		return this.proxy.unknownHosts;
	}

	/** Imports an example and sets what a user sets. @returns its id */
	async import({ file, set }: Imported): Promise<string> {
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
		this.telegram.reset();
		this.drive.reset();
		this.model.reset();
		this.sheets.reset();
		this.bank.reset();
	}

	/** A second account of the merchant, under a credential of that name. */
	async addExchange(credentialName: string, server: ExchangeServer): Promise<void> {
		await this.rest.createCredential({ ...credentialFor(server), name: credentialName });
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

	/** A person presses a button of a Telegram message: their browser opens its address. */
	async press(message: number, label: string): Promise<void> {
		const url = this.telegram.sent[message]?.buttons[label];
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

	private async createCredentials(): Promise<void> {
		await this.rest.createCredential(credentialFor(this.environment.simulator));
		await this.rest.createCredential({
			name: 'Telegram',
			type: 'telegramApi',
			data: { accessToken: this.telegram.token, baseUrl: 'https://api.telegram.org' },
		});
		await this.rest.createCredential({
			name: 'Bank Webhook',
			type: 'httpHeaderAuth',
			data: { name: WEBHOOK_KEY.header, value: WEBHOOK_KEY.value },
		});
		await this.rest.createCredential({
			name: 'Google Drive',
			type: 'googleDriveOAuth2Api',
			data: connected(this.drive.accessToken),
		});
		await this.rest.createCredential({
			name: 'Google Sheets',
			type: 'googleSheetsOAuth2Api',
			data: connected(this.sheets.accessToken),
		});
		await this.rest.createCredential({
			name: 'OpenAI',
			type: 'openAiApi',
			data: { apiKey: this.model.apiKey, url: 'https://api.openai.com/v1' },
		});
		await this.rest.createCredential({
			name: 'Bank API',
			type: 'httpHeaderAuth',
			data: { name: this.bank.key.header, value: this.bank.key.value },
		});
		const { port, user, password } = this.mail;
		await this.rest.createCredential({
			name: 'Bank Mailbox',
			type: 'imap',
			data: { host: '127.0.0.1', port, user, password, secure: false, allowUnauthorizedCerts: false },
		});
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

/** A Google credential after its owner has pressed Connect and agreed. */
const connected = (accessToken: string): JsonObject => ({
	clientId: 'a-client',
	clientSecret: 'only-for-tests',
	oauthTokenData: { access_token: accessToken, refresh_token: 'only-for-tests', token_type: 'Bearer' },
});
