import type { Browser, Page } from 'playwright-core';
import type { Environment } from '../../demo/environment.mts';
import { type Editor, settle } from './editor.mts';
import { type Frame, beside, pixelsOf } from './png.mts';

const HEIGHT = 720;
const PAGE_WIDTH = 430;
const EDITOR_WIDTH = 1000;
const WITHIN_MS = 40_000;

/** A trade played by hand: the page left; right the published workflow, then what it has just done. */
export async function movingPicture(
	browser: Browser,
	editor: Editor,
	{ simulator }: Environment,
	workflowId: string,
): Promise<readonly Frame[]> {
	const left = await browser.newPage({
		viewport: { width: PAGE_WIDTH, height: HEIGHT },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	const right = await editor.workflow(workflowId, { width: EDITOR_WIDTH, height: HEIGHT }, 'moving picture');
	await left.goto(simulator.url);
	await settle(right, 3000);
	// What n8n offers for a published workflow covers it.
	await right.locator('[data-test-id="suggested-actions-close"]').click();
	const frames: Frame[] = [];
	const take = async (showMs: number): Promise<void> => {
		await left.waitForTimeout(500);
		frames.push({ pixels: beside(await shot(left), await shot(right)), showMs });
	};

	await playByHand(left, right, take);
	await Promise.all([left.close(), right.close()]);
	return frames;
}

/** Each step of the buyer on the page, and a picture after it. */
async function playByHand(left: Page, right: Page, take: (showMs: number) => Promise<void>): Promise<void> {
	await left.click('nav [data-view=order]');
	await take(1200);
	await left.click('#first-order');
	await take(1500);
	await left.keyboard.press('Enter');
	await take(1500);
	await left.locator('.message.merchant').nth(0).waitFor({ timeout: WITHIN_MS });
	await showLatestExecution(right);
	await take(2500);
	await left.getByRole('button', { name: 'Hello! I am paying now.' }).click();
	await left.getByRole('button', { name: 'Send a made-up receipt' }).click();
	await take(1800);
	await left.getByRole('button', { name: 'I have paid', exact: true }).click();
	await take(1500);
	await left.locator('#order-status', { hasText: 'Completed' }).waitFor({ timeout: WITHIN_MS });
	await left.locator('.message.merchant').nth(1).waitFor({ timeout: WITHIN_MS });
	await showLatestExecution(right);
	await take(3000);
	await left.click('nav [data-view=activity]');
	await take(3500);
}

/** The list of executions, and the newest on its canvas. */
async function showLatestExecution(right: Page): Promise<void> {
	const { pathname } = new URL(right.url());
	const [, workflow = ''] = /^(\/workflow\/[^/]+)/.exec(pathname) ?? [];
	await right.goto(new URL(`${workflow}/executions`, right.url()).href);
	await right.locator('[data-test-id^="execution-details-"]').first().click();
	await settle(right, 5000);
}

const shot = async (page: Page) => pixelsOf(await page.screenshot({ scale: 'css' }));
