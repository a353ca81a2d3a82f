import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type JsonObject, listOf, objectOf } from '../../demo/n8n/json.mts';
import { OWNER } from '../../demo/n8n/rest.mts';

const LOAD_WITHIN_MS = 90_000;

/** What stands around a workflow or a panel and says nothing about it. */
const HIDDEN = [
	'[data-test-id="canvas-minimap"]',
	'[data-test-id="canvas-controls"]',
	'[class*="_executionButtons_"]',
	'[class*="_nodeButtonsWrapper_"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
	'[data-test-id="logs-panel"]',
	'[data-test-id="parameter-focus-button"]',
	'[class*="_floatingNodes_"]',
	// The tabs for executions, which hang over the canvas.
	'div:has(> [data-test-id="radio-button-workflow"])',
	'div:has(> div > [data-test-id="radio-button-workflow"])',
];

export type EditorError = { readonly where: string; readonly what: string };

/** n8n's editor in a browser, as the owner sees it. */
export class Editor {
	/** What the browser's console and the pages complained of. */
	readonly errors: EditorError[] = [];
	private where = 'login';

	private constructor(
		private readonly context: BrowserContext,
		private readonly url: string,
	) {}

	static async open(browser: Browser, url: string): Promise<Editor> {
		const context = await browser.newContext({ deviceScaleFactor: 1.5, colorScheme: 'light', reducedMotion: 'reduce' });
		context.setDefaultTimeout(LOAD_WITHIN_MS);
		const editor = new Editor(context, url);
		await editor.login();
		return editor;
	}

	/** A new page of the editor; its errors are noted under `where`. */
	async page(where: string, size = { width: 1400, height: 1000 }): Promise<Page> {
		this.where = where;
		const page = await this.context.newPage();
		await page.setViewportSize(size);
		page.on('pageerror', (error) => this.note(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && isOurs(message.location().url, message.text()))
				this.note(`${message.text()} ${message.location().url}`);
		});
		return page;
	}

	/** From here on errors are noted under this name. */
	at(where: string): void {
		this.where = where;
	}

	/** The page with the workflow on its canvas, fitted, without what stands around it. */
	async workflow(id: string, size: { width: number; height: number }, where: string): Promise<Page> {
		const page = await this.page(where, size);
		await page.goto(`${this.url}/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await page.addStyleTag({ content: `${HIDDEN.join(',')} { display: none !important; }` });
		return page;
	}

	/** Every node type that n8n loaded, as the editor gets it. */
	async nodeTypes(): Promise<readonly JsonObject[]> {
		const response = await this.context.request.get(`${this.url}/types/nodes.json`);
		return listOf(await response.json()).map(objectOf);
	}

	/** The dialog of a credential, with the outcome of its test. */
	async credential(id: string, outcome: RegExp): Promise<Buffer> {
		const page = await this.page(`credential (${outcome.source})`, { width: 1100, height: 760 });
		// n8n's page of one credential.
		await page.goto(`${this.url}/${['home', 'credentials', id].join('/')}`);
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.getByText(outcome).first().waitFor();
		const reason = dialog.getByText('More details');
		if (await reason.isVisible()) await reason.click();
		await settle(page);
		const clip = await page.locator('[data-test-id="credential-edit-dialog"]').evaluate(boxOfDialog);
		const picture = await page.screenshot({ clip });
		await page.close();
		return picture;
	}

	async close(): Promise<void> {
		await this.context.close();
	}

	private note(what: string): void {
		this.errors.push({ where: this.where, what: what.slice(0, 500) });
	}

	private async login(): Promise<void> {
		const page = await this.context.newPage();
		await page.goto(this.url);
		await page.fill('input[name="emailOrLdapLoginId"]', OWNER.email);
		await page.fill('input[type="password"]', OWNER.password);
		await page.click('[data-test-id="form-submit-button"]');
		await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
		await page.close();
	}
}

/** n8n asks for schemas of its own nodes that it does not have, and says so in the console. */
const isOurs = (url: string, text: string): boolean =>
	!/\/schemas\/(n8n-nodes-base|@n8n)/.test(url) &&
	!/net::ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|PROXY)/.test(text);

/** Runs in the browser: the largest box around the element that is not the whole window. */
function boxOfDialog(element: Element): { x: number; y: number; width: number; height: number } {
	let box = element;
	while (box.parentElement !== null && box.parentElement.getBoundingClientRect().width < window.innerWidth)
		box = box.parentElement;
	const { x, y, width, height } = box.getBoundingClientRect();
	return { x, y, width, height };
}

/** Waits until the page has drawn what it has. */
export async function settle(page: Page, ms = 700): Promise<void> {
	await page.mouse.move(2, 2);
	await page.waitForTimeout(ms);
}

/** Opens the panel of a node on the canvas. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	const panel = page.locator('[data-test-id="ndv"] .node-settings');
	await panel.locator('[data-test-id="parameter-item"]').first().waitFor();
	return panel;
}

export async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.locator('[data-test-id="ndv"]').waitFor({ state: 'detached' });
}
