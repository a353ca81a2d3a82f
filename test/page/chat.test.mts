import { forgive, merchantWrites, openPage, simulator, usePage } from './support.mts';

usePage();

let id: string;
beforeEach(() => {
	id = simulator.exchange.openOrder({
		amount: '93',
		price: '0.93',
		counterparty: 'AnnaBuys',
		counterpartyName: 'Anna Schmidt',
	}).id;
});

const sent = (): readonly object[] => simulator.exchange.messagesOf(id).filter(({ from }) => from === 'counterparty');

describe('the chat', () => {
	it('sends a message with the Enter key, and a new line with Shift and Enter', async () => {
		const page = await openPage({ at: `/#${id}` });

		await page.getByLabel('Message to the merchant').fill('Hello!');
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.type('I pay now.');
		await page.keyboard.press('Enter');

		await page.locator('.message.counterparty').waitFor();
		expect(sent()).toMatchObject([{ content: 'Hello!\nI pay now.', contentType: 'str' }]);
		expect(await page.getByLabel('Message to the merchant').inputValue()).toBe('');
	});

	it('sends a ready-made message with one click', async () => {
		const page = await openPage({ at: `/#${id}` });

		await page.getByRole('button', { name: 'Hello! I am paying now.' }).click();

		await page.locator('.message.counterparty').waitFor();
		expect(sent()).toMatchObject([{ content: 'Hello! I am paying now.' }]);
	});

	it("shows the merchant's answer by itself, left of one's own words, and announces it", async () => {
		const page = await openPage({ at: `/#${id}` });
		simulator.exchange.say(id, 'Hello');

		merchantWrites(id, 'Good day, AnnaBuys');

		const [theirs, own] = [page.locator('.message.merchant .bubble'), page.locator('.message.counterparty .bubble')];
		await theirs.waitFor();
		expect(await theirs.textContent()).toBe('Good day, AnnaBuys');
		expect((await theirs.boundingBox())?.x).toBeLessThan((await own.boundingBox())?.x ?? 0);
		expect(await page.getByRole('log', { name: 'News' }).textContent()).toBe(
			'The merchant wrote to AnnaBuys: Good day, AnnaBuys',
		);
	});

	it('sends a made-up receipt as a picture with the sum, the names and the order', async () => {
		const page = await openPage({ at: `/#${id}` });

		await page.getByRole('button', { name: 'Send a made-up receipt' }).click();
		const picture = page.locator('.message img');
		await picture.waitFor();

		expect(sent()).toMatchObject([{ contentType: 'pic', fileName: 'receipt.png' }]);
		const [{ content }] = sent() as Array<{ content: string }>;
		expect(simulator.exchange.file(content)?.content.subarray(1, 4).toString()).toBe('PNG');
		await expect(
			picture.evaluate((img: HTMLImageElement) => img.decode().then(() => [img.naturalWidth, img.alt])),
		).resolves.toEqual([640, 'receipt.png']);
	});

	it.each([
		['proof.pdf', 'pdf'],
		['Photo.JPG', 'pic'],
		['clip.mp4', 'video'],
	])('sends a file as it is: %s', async (name, contentType) => {
		const page = await openPage({ at: `/#${id}` });
		const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);

		await page.locator('#chat-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
		await page.locator('.message.counterparty').waitFor();

		expect(sent()).toMatchObject([{ contentType, fileName: name }]);
		const [{ content }] = sent() as Array<{ content: string }>;
		expect(simulator.exchange.file(content)?.content).toEqual(bytes);
	});

	it('sends no file that a chat of Bybit does not take, and says so', async () => {
		const page = await openPage({ at: `/#${id}` });

		await page
			.locator('#chat-file')
			.setInputFiles({ name: 'run.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });

		await page
			.getByRole('alert')
			.getByText('Not done: run.exe was not sent: a chat takes jpg, png, pdf and mp4 files.')
			.waitFor();
		expect(sent()).toEqual([]);
	});

	it('gives a message back when the exchange does not answer, so that it is not lost', async () => {
		const page = await openPage({ at: `/#${id}` });
		await page.route('**/message', (route) => route.abort());

		await page.getByLabel('Message to the merchant').fill('Hello!');
		await page.keyboard.press('Enter');

		await page.getByRole('alert').getByText('The exchange does not answer, so nothing was done.').waitFor();
		expect(await page.getByLabel('Message to the merchant').inputValue()).toBe('Hello!');
		forgive(/ERR_FAILED/);
	});

	it('keeps the newest message in sight, and leaves one who reads further up alone', async () => {
		const page = await openPage({ at: `/#${id}` });
		const list = page.locator('#chat-list');
		const toEnd = (): Promise<number> =>
			list.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
		for (let n = 1; n <= 40; n += 1) simulator.exchange.say(id, `message ${n}`);
		await page.getByText('message 40').waitFor();
		expect(await toEnd()).toBeLessThan(2);

		await list.evaluate((element) => element.scrollTo(0, 0));
		simulator.exchange.say(id, 'message 41');
		await page.getByText('message 41').waitFor({ state: 'attached' });

		expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
	});
});
