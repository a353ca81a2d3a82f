import { callApi, forgive, openPage, simulator, usePage } from './support.mts';

usePage();

const sale = (): string => {
	const { id } = simulator.exchange.openOrder({ counterparty: 'AnnaBuys' });
	simulator.exchange.buyerPays(id);
	return id;
};
const texts = (selector: string, page: Awaited<ReturnType<typeof openPage>>): Promise<string[]> =>
	page.locator(selector).allTextContents();

describe('what the workflow does', () => {
	it('begins with the values that a credential needs', async () => {
		const page = await openPage();

		const values = await texts('#connection dd', page);

		expect(values).toEqual(['Custom', simulator.url, 'HMAC', 'sim-key', 'sim-secret']);
		expect(simulator.exchange.merchant).toMatchObject({ apiKey: values[3], apiSecret: values[4] });
	});

	it('appears newest first, reads gathered in one line, acts of the person in between', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });
		for (let n = 0; n < 3; n += 1) callApi('/v5/p2p/order/simplifyList', { page: 1, size: 10 });
		callApi('/v5/p2p/order/info', { orderId: id });
		await page.locator('.entry.reads').waitFor();

		await page.getByRole('button', { name: 'I have paid, please release.' }).click();
		await page.locator('.entry.own').waitFor();
		callApi('/v5/p2p/order/finish', { orderId: id });
		await page.locator('.entry.done').waitFor();

		expect(
			(await texts('.entry > span, .entry summary > span:first-of-type', page)).map((text) =>
				text.replace(/…\d{5}/, '…'),
			),
		).toEqual([
			'Released the coins of order …',
			'You wrote “I have paid, please release.”',
			'Read the list of orders 3 times, order …',
		]);
	});

	it('shows every single call when asked, with what was sent and answered', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });
		for (let n = 0; n < 3; n += 1) callApi('/v5/p2p/order/info', { orderId: id });

		await page.getByLabel('Every call').check();
		await page.locator('.entry').nth(2).waitFor();
		await page.locator('.entry summary').first().click();

		expect(await page.locator('.entry').count()).toBe(3);
		expect(await page.locator('.entry pre').first().textContent()).toBe(
			`POST /v5/p2p/order/info\n{\n  "orderId": "${id}"\n}`,
		);
		expect(await page.locator('.entry details p').first().textContent()).toBe('HTTP 200, code 0');
	});

	it('keeps a call open that was opened, while others arrive', async () => {
		const id = sale();
		callApi('/v5/p2p/order/finish', { orderId: id });
		const page = await openPage({ at: `/#${id}` });
		await page.locator('.entry summary').first().click();

		callApi('/v5/p2p/order/finish', { orderId: id });
		await page.locator('.entry').nth(1).waitFor();

		expect(await page.locator('.entry details[open]').count()).toBe(1);
		expect(await page.locator('.entry').first().textContent()).toMatch(/Tried to release .*refused with \d+/);
	});
});

describe('what goes wrong on purpose', () => {
	it('loses the reply to a release that happened, once, and shows both', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });

		await page.click('nav [data-view=faults]');
		await page.getByRole('button', { name: 'The reply to a release gets lost: Next time' }).click();
		await page.getByText('Going wrong on purpose: The reply to a release gets lost.').waitFor();
		callApi('/v5/p2p/order/finish', { orderId: id });
		await page.locator('#trouble').waitFor({ state: 'hidden' });
		await page.click('nav [data-view=activity]');

		expect(await page.locator('.entry.alarm .outcome').textContent()).toBe('no reply, but it was done');
		expect(simulator.exchange.order(id).status).toBe(50);
	});

	it('goes on until it is stopped', async () => {
		const page = await openPage();

		await page.click('nav [data-view=faults]');
		await page.getByRole('button', { name: 'Maintenance page: Always' }).click();
		await page.locator('.trouble[data-active]').waitFor();
		expect(simulator.exchange.activeFaults()).toEqual([{ path: '*', kind: 'html502', times: Infinity }]);
		await page.getByRole('button', { name: 'Stop it' }).click();

		await page.locator('.trouble[data-active]').waitFor({ state: 'detached' });
		expect(simulator.exchange.activeFaults()).toEqual([]);
	});

	it('takes the exchange offline and back, for the workflow and not for the page', async () => {
		const id = sale();
		const page = await openPage();

		await page.getByRole('button', { name: 'Go offline' }).click();
		await page.getByText('Going wrong on purpose: Bybit is offline.').waitFor();
		callApi('/v5/p2p/order/finish', { orderId: id });
		await page.locator('.entry.alarm', { hasText: 'Tried to release' }).waitFor();
		expect(simulator.exchange.order(id).status).toBe(20);
		await page.getByRole('button', { name: 'Go offline', pressed: true }).click();

		await page.locator('#trouble').waitFor({ state: 'hidden' });
		callApi('/v5/p2p/order/finish', { orderId: id });
		expect(simulator.exchange.order(id).status).toBe(50);
	});

	it('offers only faults that the exchange knows, each once and for ever', async () => {
		const page = await openPage();
		await page.click('nav [data-view=faults]');
		const buttons = await page.locator('#fault-list button').all();

		for (const button of buttons) await button.click();

		await page.locator('.trouble:not([data-active])').first().waitFor({ state: 'detached' });
		expect(simulator.exchange.activeFaults()).toHaveLength(buttons.length);
		expect(buttons.length).toBeGreaterThan(20);
	});
});

describe('the market', () => {
	it("takes the merchant's ad off, and brings it back", async () => {
		const page = await openPage();
		const [{ id }] = simulator.exchange.ownAds() as Array<{ id: string }>;
		await page.click('nav [data-view=market]');

		for (const [label, state] of [
			['Hide', 'hidden: '],
			['Show again', 'online'],
			['Sell out', 'sold out'],
			['Put online', 'online'],
			['Take offline', 'offline'],
		]) {
			await page.locator('#own-ads').getByRole('button', { name: label }).first().click();
			await page.locator('#own-ads li').first().locator('p', { hasText: state }).waitFor();
		}

		expect(simulator.exchange.ad(id)).toMatchObject({ status: 20, hiddenReason: '' });
	});

	it('moves the price of a rival', async () => {
		const page = await openPage();
		await page.click('nav [data-view=market]');
		const rival = page.locator('#rivals li', { hasText: 'NordicCoins' });

		await rival.getByLabel('New price of NordicCoins').fill('0.915');
		await page.keyboard.press('Enter');

		await rival.locator('p', { hasText: '0.915 EUR' }).waitFor();
		expect(simulator.exchange.market({ side: 'sell' })[0]).toMatchObject({ nickName: 'NordicCoins', price: '0.915' });
	});

	it('lists the other advertisers, not the merchant', async () => {
		const page = await openPage();
		await page.click('nav [data-view=market]');
		await page.locator('#rivals li').nth(4).waitFor();

		expect(await texts('#rivals h4', page)).not.toContain('SimMerchant');
		expect(simulator.exchange.market().some(({ nickName }) => nickName === 'SimMerchant')).toBe(true);
	});
});

describe('the connection', () => {
	it('costs next to nothing while nothing happens', async () => {
		for (let n = 0; n < 50; n += 1) simulator.exchange.openOrder({ counterparty: `buyer ${n}` });
		const page = await openPage();
		const replies: Array<[number, number]> = [];
		page.on('response', async (response) => {
			if (response.url().endsWith('/_sim/state'))
				replies.push([response.status(), Number(response.headers()['content-length'] ?? 0)]);
		});

		await page.waitForTimeout(1500);

		expect(replies.length).toBeGreaterThan(1);
		expect(replies).toEqual(replies.map(() => [304, 0]));
	});

	it('says that the exchange was ended, and goes on by itself when it is there again', async () => {
		const page = await openPage();
		await page.route('**/_sim/state', (route) => route.abort());
		await page.getByRole('alert').getByText('The exchange does not answer.').waitFor();

		await page.unroute('**/_sim/state');
		simulator.exchange.openOrder({ counterparty: 'AnnaBuys' });

		await page.locator('.order-row', { hasText: 'AnnaBuys' }).waitFor();
		expect(await page.locator('#unreachable').isHidden()).toBe(true);
		forgive(/ERR_FAILED/);
	});
});
