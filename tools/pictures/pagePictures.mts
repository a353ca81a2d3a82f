import type { Browser, Page } from 'playwright-core';
import type { ExchangeServer } from '../../simulator/server.mts';

const DESK = { width: 1320, height: 980 };
const PHONE = { width: 390, height: 780 };

/** The simulator's page in light, in dark and on a phone, with what the demo has left there and some more orders. */
export async function pagePictures(
	browser: Browser,
	{ url, exchange }: ExchangeServer,
): Promise<ReadonlyMap<string, Buffer>> {
	const id = openMoreOrders(exchange);
	const light = await openPage(browser, `${url}/#${id}`, 'light', DESK);
	await light.locator('.message.merchant').first().waitFor();
	await light.getByRole('button', { name: 'Hello! I am paying now.' }).click();
	await light.getByRole('button', { name: 'Send a made-up receipt' }).click();
	await light.locator('.message img').waitFor();

	const dark = await openPage(browser, `${url}/#${id}`, 'dark', DESK);
	const phone = await openPage(browser, `${url}/#${id}`, 'light', PHONE);
	const pictures = new Map<string, Buffer>();
	for (const [name, page] of [
		['page', light],
		['page-dark', dark],
		['page-phone', phone],
	] as const) {
		await page.mouse.move(2, 2);
		await page.locator('#notice').waitFor({ state: 'hidden' });
		await page.waitForTimeout(800);
		pictures.set(name, await page.screenshot());
		await page.close();
	}
	return pictures;
}

/** @returns the ID of the one to show */
function openMoreOrders(exchange: ExchangeServer['exchange']): string {
	exchange.openOrder({
		side: 'buy',
		amount: '250',
		price: '0.91',
		counterparty: 'joaoP2P',
		counterpartyName: 'João Pereira',
	});
	exchange.cancelOrder(
		exchange.openOrder({ amount: '40', counterparty: 'MertCoin', counterpartyName: 'Mert Yılmaz' }).id,
	);
	const { id } = exchange.openOrder({
		amount: '46.5',
		price: '0.93',
		counterparty: 'OlenaK',
		counterpartyName: 'Olena Kovalenko',
	});
	return id;
}

async function openPage(
	browser: Browser,
	address: string,
	colorScheme: 'light' | 'dark',
	viewport: { width: number; height: number },
): Promise<Page> {
	const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
	await page.goto(address);
	await page.locator('#order-body').waitFor();
	return page;
}
