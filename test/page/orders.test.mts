import { callApi, forgive, merchantWrites, openPage, simulator, usePage } from './support.mts';

usePage();

const sale = (): string =>
	simulator.exchange.openOrder({
		amount: '93',
		price: '0.93',
		counterparty: 'AnnaBuys',
		counterpartyName: 'Anna Schmidt',
	}).id;
const purchase = (): string => simulator.exchange.openOrder({ side: 'buy', counterparty: 'joaoP2P' }).id;

describe('a person at the page', () => {
	it('opens an order with one click and the Enter key, through an ad of the merchant', async () => {
		const page = await openPage();

		await page.click('#first-order');
		await page.keyboard.press('Enter');

		await page.getByRole('heading', { name: 'AnnaBuys buys 100 USDT for 93 EUR' }).waitFor();
		expect(simulator.exchange.orders()).toMatchObject([
			{ side: 1, amount: '93', counterparty: 'AnnaBuys', merchantIsMaker: true, status: 10 },
		]);
	});

	it('chooses side, amount, coin, currency and name of an order', async () => {
		const page = await openPage();

		await page.click('#new-order');
		await page.getByLabel('sell coins to the merchant').check();
		await page.getByLabel('Amount').fill('580');
		await page.getByLabel('Currency').fill('usd');
		await page.getByRole('combobox', { name: 'Coin' }).selectOption('BTC');
		await page.getByLabel('Price of one coin').fill('58000');
		await page.getByLabel('Your nickname').fill('Ünal <b>');
		await page.getByLabel('Your real name').fill('Ünal Öz');
		await page.getByRole('button', { name: 'Open order' }).click();

		await page.getByRole('heading', { name: 'Ünal <b> sells 0.01 BTC for 580 USD' }).waitFor();
		expect(simulator.exchange.orders()).toMatchObject([
			{ side: 0, tokenId: 'BTC', currencyId: 'USD', counterparty: 'Ünal <b>' },
		]);
		expect(simulator.exchange.users().at(-1)).toMatchObject({ nickName: 'Ünal <b>', realName: 'Ünal Öz' });
	});

	it('reads in the form why the exchange does not open an order', async () => {
		const page = await openPage();

		await page.click('#new-order');
		await page.getByLabel('Amount').fill('0');
		await page.keyboard.press('Enter');

		await page.getByRole('alert').getByText('amount must be a number above 0, as text').waitFor();
		expect(simulator.exchange.orders()).toEqual([]);
		forgive(/400 \(Bad Request\)/);
	});

	it('pays as the buyer, and sees the release by the workflow', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });

		await page.getByRole('button', { name: 'I have paid', exact: true }).click();
		await page.locator('#order-status', { hasText: 'Waiting for release' }).waitFor();
		callApi('/v5/p2p/order/finish', { orderId: id });

		await page.locator('#order-status', { hasText: 'Completed' }).waitFor();
		expect(await page.locator('#order-actions button').count()).toBe(0);
		await page.locator('.entry.done', { hasText: `Released the coins of order …${id.slice(-5)}` }).waitFor();
	});

	it('asks to cancel as the seller, withdraws the request, and releases', async () => {
		const id = purchase();
		const page = await openPage({ at: `/#${id}` });

		await page.getByRole('button', { name: 'Ask to cancel' }).click();
		await page.locator('#order-deadline', { hasText: '10:00 left to answer' }).waitFor();
		await page.getByRole('button', { name: 'Withdraw the request' }).click();
		await page.getByRole('button', { name: 'Ask to cancel' }).waitFor();
		expect(simulator.exchange.order(id).needBuyerExamineCancel).toBe(false);
		simulator.exchange.setStatus(id, 20);
		await page.getByRole('button', { name: 'Release the coins' }).click();

		await page.locator('#order-status', { hasText: 'Completed' }).waitFor();
		expect(simulator.exchange.order(id).status).toBe(50);
	});

	it.each([
		['Bybit: coins to the buyer', 50],
		['Bybit: coins to the seller', 40],
		['Take the appeal back', 20],
	])('appeals, and lets it end: %s', async (decision, status) => {
		const id = sale();
		simulator.exchange.buyerPays(id);
		const page = await openPage({ at: `/#${id}` });

		await page.getByRole('button', { name: 'Appeal' }).click();
		await page.getByRole('button', { name: decision }).click();

		await page.locator('#order-actions button', { hasText: decision }).waitFor({ state: 'detached' });
		expect(simulator.exchange.order(id).status).toBe(status);
	});

	it('cancels an order, and moves one into any status', async () => {
		const [first, second] = [sale(), purchase()];
		const page = await openPage({ at: `/#${first}` });

		await page.getByRole('button', { name: 'Cancel order' }).click();
		await page.locator('#order-status', { hasText: 'Cancelled' }).waitFor();
		await page.locator('.order-row', { hasText: 'joaoP2P' }).click();
		await page.getByText('Order details, your record, other statuses').click();
		await page.getByLabel('Bybit puts the order into').selectOption('Objection');
		await page.getByRole('button', { name: 'Do it' }).click();

		await page.locator('#order-status', { hasText: 'Objection' }).waitFor();
		expect([first, second].map((id) => simulator.exchange.order(id).status)).toEqual([40, 100]);
	});

	it('acts on the order on the screen, not on the one that was there before', async () => {
		const first = sale();
		const second = simulator.exchange.openOrder({ counterparty: 'OlenaK' }).id;
		const page = await openPage({ at: `/#${first}` });
		await page.getByRole('button', { name: 'I have paid', exact: true }).waitFor();

		await page.locator('.order-row', { hasText: 'OlenaK' }).click();
		await page.getByRole('button', { name: 'I have paid', exact: true }).click();

		await page.locator('#order-status', { hasText: 'Waiting for release' }).waitFor();
		expect([first, second].map((id) => simulator.exchange.order(id).status)).toEqual([10, 20]);
	});

	it('lets time pass: the countdown runs, and an order that nobody paid is cancelled', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });
		await page.locator('#order-deadline', { hasText: '15:00 left to pay' }).waitFor();

		await page.getByRole('button', { name: 'Let 5 min pass' }).click();
		await page.locator('#order-deadline', { hasText: '10:00 left to pay' }).waitFor();
		await page.getByRole('button', { name: 'Let 15 min pass' }).click();

		await page.locator('#order-status', { hasText: 'Cancelled' }).waitFor();
		expect(simulator.exchange.order(id).status).toBe(40);
	});

	it('changes what Bybit shows about the person who is played', async () => {
		const id = sale();
		const page = await openPage({ at: `/#${id}` });

		await page.getByText('Order details, your record, other statuses').click();
		await page.getByLabel('Completed of 100').fill('41');
		await page.getByLabel('Days on Bybit').fill('3');
		await page.getByRole('button', { name: 'Change your record' }).click();

		await page.locator('.entry.own', { hasText: 'You changed the record of AnnaBuys' }).waitFor();
		expect(simulator.exchange.users().at(-1)).toMatchObject({
			completionRate: 41,
			registeredAt: simulator.exchange.now() - 3 * 86_400_000,
		});
	});

	it('finds the same order again after a reload', async () => {
		const id = sale();
		simulator.exchange.openOrder({ counterparty: 'OlenaK' });
		const page = await openPage();

		await page.locator('.order-row', { hasText: 'AnnaBuys' }).click();
		await page.reload();

		await page.getByRole('heading', { name: /^AnnaBuys buys/ }).waitFor();
		expect(new URL(page.url()).hash).toBe(`#${id}`);
	});

	it('sees new messages of other orders counted, until they are read', async () => {
		const first = sale();
		const second = simulator.exchange.openOrder({ counterparty: 'OlenaK' }).id;
		const page = await openPage({ at: `/#${first}` });

		merchantWrites(second, 'Hello OlenaK');
		await page.locator('.order-row', { hasText: 'OlenaK' }).locator('.unseen', { hasText: '1 new' }).waitFor();
		expect(await page.title()).toBe('(1) Rehearsal exchange');
		await page.locator('.order-row', { hasText: 'OlenaK' }).click();

		await page.waitForFunction(() => document.title === 'Rehearsal exchange');
		expect(await page.locator('.unseen', { hasText: 'new' }).count()).toBe(0);
	});

	it('starts over after a question', async () => {
		sale();
		const page = await openPage();

		await page.getByRole('button', { name: 'Start over' }).click();
		await page.getByRole('button', { name: 'Keep everything' }).click();
		expect(simulator.exchange.orders()).toHaveLength(1);
		await page.getByRole('button', { name: 'Start over' }).click();
		await page.locator('#reset-dialog').getByRole('button', { name: 'Start over' }).click();

		await page.getByText('No orders yet.').waitFor();
		expect(simulator.exchange.orders()).toEqual([]);
	});
});
