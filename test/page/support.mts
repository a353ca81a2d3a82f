import type { Browser, Page } from 'playwright-core';
import type { ExchangeServer } from '../../simulator/server.mts';
import { createExchange } from '../../simulator/server.mts';
import { launchBrowser } from '../../tools/browser.mts';
import { NOW, ask } from '../simulator/support.mts';

export type PageOptions = {
	readonly width?: number;
	readonly height?: number;
	readonly scheme?: 'light' | 'dark';
	/** Path and hash behind the address of the exchange. */
	readonly at?: string;
};

const DESK = { width: 1360, height: 820 } as const;
export const PHONE = { width: 360, height: 740 } as const;

let browser: Browser;
let pages: Page[] = [];
let complaints: string[] = [];

/** The exchange of the running test, its clock standing still. */
export let simulator: ExchangeServer;

/** One browser for a file, one exchange for a test. What the browser complains of makes a test red. */
export function usePage(): void {
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser.close());
	beforeEach(async () => {
		simulator = await createExchange({ now: NOW, limits: false });
	});
	afterEach(async () => {
		const reported = complaints;
		await Promise.all(pages.map((page) => page.close()));
		await simulator.close();
		[pages, complaints] = [[], []];
		expect(reported).toEqual([]);
	});
}

/** The page as a person opens it; it has read the state once. */
export async function openPage({ at = '/', scheme = 'light', ...size }: PageOptions = {}): Promise<Page> {
	const page = await browser.newPage({ viewport: { ...DESK, ...size }, colorScheme: scheme, reducedMotion: 'reduce' });
	page.setDefaultTimeout(10_000);
	pages.push(page);
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	await page.goto(simulator.url + at);
	await page.locator('#clock', { hasText: /\d\d:\d\d:\d\d/ }).waitFor();
	return page;
}

/** Complaints that this test causes on purpose. */
export function forgive(pattern: RegExp): void {
	complaints = complaints.filter((text) => !pattern.test(text));
}

/** A call of the workflow. */
export function callApi(path: string, body: unknown): void {
	ask(simulator.exchange, path, body);
}

/** The workflow writes to the counterparty of an order. */
export function merchantWrites(orderId: string, text: string): void {
	const { exchange } = simulator;
	const { targetUserMaskId } = exchange.orderInfo(orderId);
	const { json } = ask(exchange, '/v5/p2p/chat/session/getSessionId', { userMaskId: targetUserMaskId });
	const { sessionId } = json.result as { sessionId: string };
	callApi('/v5/p2p/chat/message/send_v1', { message: text, contentType: 'str', sessionId, orderId });
}
