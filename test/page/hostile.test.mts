import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { callApi, forgive, merchantWrites, openPage, simulator, usePage } from './support.mts';

usePage();

const FOLDER = join(__dirname, '..', '..', 'simulator', 'page');
const ATTACKS = [
	'<img src=x onerror="window.attacked=1">',
	'<script>window.attacked=1</script>',
	'"><svg onload="window.attacked=1">',
	'javascript:window.attacked=1',
];

describe('what strangers write', () => {
	it.each(ATTACKS)('is text wherever it is shown: %s', async (attack) => {
		const { exchange } = simulator;
		const { id } = exchange.openOrder({
			counterparty: attack,
			counterpartyName: attack,
			remark: attack,
			coin: 'USDT',
			fiat: 'EUR',
		});
		exchange.say(id, attack);
		exchange.say(id, { contentType: 'pic', content: Buffer.from('x'), fileName: `${attack}.png` });
		exchange.say(id, { contentType: 'pic', url: attack });
		exchange.say(id, { contentType: 'video', url: attack });
		merchantWrites(id, attack);
		exchange.say(id, { contentType: attack as 'str', content: Buffer.from('x'), fileName: 'x.png' });
		callApi('/v5/p2p/order/info', { orderId: attack });
		callApi(`/v5/${attack}`, { [attack]: attack });
		const [{ id: adId }] = exchange.ownAds() as Array<{ id: string }>;
		exchange.setAd(adId, { hiddenReason: attack, remark: attack });
		exchange.setUser(attack, { country: attack, realName: attack });
		const page = await openPage({ at: `/#${id}` });

		for (const view of ['faults', 'market', 'activity']) await page.click(`nav [data-view=${view}]`);
		await page.getByText('Order details, your record, other statuses').click();
		await page.getByLabel('Every call').check();
		for (const summary of await page.locator('.entry summary').all()) await summary.click();
		await page.click('#new-order');

		expect(await page.getByText(attack).count()).toBeGreaterThan(3);
		expect(
			await page.locator('main script, main svg, main [onerror], main [onload], main a[href^=javascript]').count(),
		).toBe(0);
		expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
	});

	it('cannot make the page load anything from elsewhere', async () => {
		const { id } = simulator.exchange.openOrder();
		simulator.exchange.say(id, { contentType: 'pic', url: 'https://example.com/track.png' });
		const asked: string[] = [];
		const page = await openPage();
		page.on('request', (request) => asked.push(new URL(request.url()).origin));

		await page.goto(`${simulator.url}/#${id}`);
		await page.reload();
		await page.getByText('https://example.com/track.png').waitFor();

		expect(new Set(asked)).toEqual(new Set([simulator.url]));
	});
});

describe('the page', () => {
	it('has no way to turn text into a part of itself', () => {
		const findings = readdirSync(FOLDER)
			.filter((name) => /\.(mjs|html)$/.test(name))
			.flatMap((name) => [
				...readFileSync(join(FOLDER, name), 'utf8').matchAll(
					/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc|setHTML|createContextualFragment|\son\w+=|style=/g,
				),
			]);

		expect(findings.map(([found]) => found)).toEqual([]);
	});

	it('is held to that by the browser', async () => {
		const page = await openPage();

		const tried = await page.evaluate(() => {
			try {
				document.body.innerHTML = '<p>text</p>';
				return 'done';
			} catch (error) {
				return String(error);
			}
		});

		expect(tried).toMatch(/TrustedHTML/);
		forgive(/TrustedHTML/);
	});
});
