import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { BROWSER_PACKAGES } from '../../tools/install/browser.mjs';
import { PHONE, callApi, merchantWrites, openPage, simulator, usePage } from './support.mts';

usePage();

const AXE = readFileSync(createRequire(BROWSER_PACKAGES).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['orders', 'order', 'activity', 'faults', 'market'] as const;

/** A page with something in every part of it. */
async function fullPage(options: Parameters<typeof openPage>[0]): Promise<Page> {
	const { exchange } = simulator;
	exchange.openOrder({ side: 'buy', counterparty: 'joaoP2P' });
	exchange.cancelOrder(exchange.openOrder({ counterparty: 'OlenaK' }).id);
	const { id } = exchange.openOrder({ counterparty: 'AnnaBuys', counterpartyName: 'Anna Schmidt' });
	exchange.say(id, 'Hello! I am paying now.');
	exchange.say(id, { contentType: 'pdf', content: Buffer.from('x'), fileName: 'receipt.pdf' });
	merchantWrites(id, 'Good day');
	exchange.buyerPays(id);
	callApi('/v5/p2p/order/info', { orderId: '1' });
	callApi('/v5/p2p/order/finish', { orderId: id });
	exchange.fault({ path: '/v5/p2p/order/finish', kind: 'lostAfter' });
	return await openPage({ at: `/#${id}`, ...options });
}

/** What axe finds against WCAG 2.2 AA and its own good practice, in short. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const options: RunOptions = { resultTypes: ['violations'] };
	const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
	);
}

/** Through the buttons where they are shown: on a desk some parts are always there. */
async function show(page: Page, view: string): Promise<void> {
	const button = page.locator(`nav [data-view=${view}]`);
	if (await button.isVisible()) await button.click();
}

describe('the page is accessible', () => {
	it.each([
		['light', {}],
		['dark', { scheme: 'dark' }],
		['light, on a phone', PHONE],
		['dark, on a phone', { scheme: 'dark', ...PHONE }],
		['light, on a tablet', { width: 900, height: 700 }],
	] as const)('in every part: %s', async (_, options) => {
		const page = await fullPage(options);

		const found: string[] = [];
		for (const view of VIEWS) {
			await show(page, view);
			for (const details of await page.locator('summary:visible').all()) await details.click();
			found.push(...(await violations(page)));
		}

		expect([...new Set(found)]).toEqual([]);
	});

	it.each(['#new-order', '#start-over'])('in its dialogs: %s', async (opener) => {
		const page = await fullPage({});

		await page.click(opener);

		expect(await violations(page)).toEqual([]);
	});

	it('in its first moment, without orders and calls', async () => {
		expect(await violations(await openPage())).toEqual([]);
	});
});

describe('the keyboard', () => {
	const focused = (page: Page): Promise<string> =>
		page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

	it('suffices for a whole trade', async () => {
		const page = await openPage();
		const reach = async (name: string): Promise<void> => {
			for (let n = 0; n < 60 && !(await focused(page)).startsWith(name); n += 1) await page.keyboard.press('Tab');
			expect(await focused(page)).toMatch(new RegExp(`^${name}`));
		};

		await reach('New order');
		await page.keyboard.press('Enter');
		await page.keyboard.type('50');
		await page.keyboard.press('Enter');
		await page.locator('#order-title', { hasText: 'for 50 EUR' }).waitFor();
		await page.keyboard.type('Hello');
		await page.keyboard.press('Enter');
		await reach('I have paid');
		await page.keyboard.press('Space');

		await page.locator('#order-status', { hasText: 'Waiting for release' }).waitFor();
		const [{ id }] = simulator.exchange.orders();
		expect(simulator.exchange.messagesOf(id).filter(({ from }) => from === 'counterparty')).toMatchObject([
			{ content: 'Hello' },
		]);
	});

	it('goes through the orders with the arrows', async () => {
		const page = await fullPage({});

		await page.locator('.order-row').first().focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');

		expect(await focused(page)).toMatch(/^joaoP2P|^AnnaBuys/);
		expect(
			await page
				.locator('.order-row')
				.nth(1)
				.evaluate((row) => row === document.activeElement),
		).toBe(true);
	});

	it('shows where it is, in light and dark', async () => {
		for (const scheme of ['light', 'dark'] as const) {
			const page = await fullPage({ scheme });
			const rings: string[] = [];
			for (let n = 0; n < 25; n += 1) {
				await page.keyboard.press('Tab');
				rings.push(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle));
			}

			expect(new Set(rings)).toEqual(new Set(['solid']));
		}
	});

	it('stays where it is while the page brings news', async () => {
		const page = await fullPage({});
		await page.locator('.order-row').nth(1).focus();
		const before = await focused(page);

		simulator.exchange.openOrder({ counterparty: 'KwameAsante' });
		await page.locator('.order-row', { hasText: 'KwameAsante' }).waitFor();

		expect((await focused(page)).slice(0, 7)).toBe(before.slice(0, 7));
	});

	it('jumps to the chat at once', async () => {
		const page = await fullPage({});

		await page.keyboard.press('Tab');
		expect(await focused(page)).toBe('Skip to the chat');
		await page.keyboard.press('Enter');

		expect(await page.evaluate(() => document.activeElement?.id)).toBe('chat-text');
	});
});

describe('a phone', () => {
	it.each(VIEWS)('shows one part at a time, nothing wider than the screen: %s', async (view) => {
		const page = await fullPage(PHONE);

		await page.click(`nav [data-view=${view}]`);

		const shown = await page.locator('main > section:visible').evaluateAll((sections) => sections.map(({ id }) => id));
		expect(shown).toEqual([view]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		expect(await page.locator('nav').evaluate((nav) => nav.getBoundingClientRect().bottom)).toBeLessThanOrEqual(
			PHONE.height,
		);
	});

	it('goes to the order that is chosen', async () => {
		const page = await fullPage(PHONE);

		await page.click('nav [data-view=orders]');
		await page.locator('.order-row', { hasText: 'joaoP2P' }).click();

		expect(await page.getByRole('heading', { name: /^joaoP2P sells/ }).isVisible()).toBe(true);
	});

	it('has the chat on the screen, with the last message and the way to answer', async () => {
		const page = await fullPage(PHONE);

		expect(await page.getByLabel('Message to the merchant').isVisible()).toBe(true);
		expect(
			await page
				.locator('.message')
				.last()
				.evaluate((message) => {
					const [inner, outer] = [message, message.parentElement ?? message].map((element) =>
						element.getBoundingClientRect(),
					);
					return inner.bottom <= outer.bottom + 1 && outer.height > 80;
				}),
		).toBe(true);
	});
});
