import type { ExchangeState } from '../../simulator/exchange.mts';
import type { ExchangeServer } from '../../simulator/server.mts';
import { createExchange } from '../../simulator/server.mts';
import { NOW } from './support.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ now: NOW });
});
afterEach(() => simulator.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
	fetch(simulator.url + path, { headers });

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the address of the exchange', () => {
	it('shows the page to a browser, and the list of controls to a script', async () => {
		const [browser, script] = [await get('/', asBrowser), await get('/', { accept: '*/*' })];

		expect(browser.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(await browser.text()).toContain('<title>');
		expect(script.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(await script.text()).toContain('POST /_sim/orders/:id/pay');
	});

	it.each(['/_sim', '/_sim/'])('lists the controls to everybody at %s', async (path) => {
		expect(await (await get(path, asBrowser)).text()).toContain('POST /_sim/orders/:id/pay');
	});

	it('gives every file that the page names, with its type', async () => {
		const html = await (await get('/', asBrowser)).text();
		const named = [...html.matchAll(/(?:src|href)="(\/_page\/[^"]+)"/g)].map(([, path]) => path);

		const replies = await Promise.all(named.map((path) => get(path)));

		expect(named.length).toBeGreaterThan(2);
		expect(replies.map(({ status }) => status)).toEqual(named.map(() => 200));
		expect(replies.map(({ headers }) => headers.get('content-type'))).toEqual(
			named.map((path) =>
				expect.stringMatching(/\.mjs$/.test(path) ? /javascript/ : /\.css$/.test(path) ? /css/ : /svg/),
			),
		);
	});

	it.each(['/_page/', '/_page/../server.mts', '/_page/..%2fserver.mts', '/_page/nothing.mjs', '/_page/tsconfig.json'])(
		'gives nothing else: %s',
		async (path) => {
			expect((await get(path)).status).toBe(404);
		},
	);
});

describe('the page', () => {
	it('may load from this exchange only, run no script inside its text, and stand in no frame', async () => {
		const { headers } = await get('/', asBrowser);

		const policy = headers.get('content-security-policy') ?? '';
		expect(policy.split('; ')).toEqual(
			expect.arrayContaining([
				"default-src 'none'",
				"script-src 'self'",
				"style-src 'self'",
				"connect-src 'self'",
				"base-uri 'none'",
				"form-action 'none'",
				"frame-ancestors 'none'",
				"require-trusted-types-for 'script'",
			]),
		);
		expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
	});
});

describe('the controls', () => {
	const openOrder = async (headers: Record<string, string>): Promise<number> =>
		(await fetch(`${simulator.url}/_sim/orders`, { method: 'POST', body: '{}', headers })).status;

	it('take nothing from a page of another site', async () => {
		expect(await openOrder({ origin: 'https://example.com' })).toBe(403);
		expect(await openOrder({ origin: 'null' })).toBe(403);
		expect(simulator.exchange.orders()).toEqual([]);
	});

	it('take what the page of this exchange sends, and what a script sends', async () => {
		expect([await openOrder({ origin: simulator.url }), await openOrder({})]).toEqual([200, 200]);
	});
});

describe('the state', () => {
	const state = (etag = ''): Promise<Response> => get('/_sim/state', etag === '' ? {} : { 'if-none-match': etag });
	const tagOf = ({ headers }: Response): string => headers.get('etag') ?? '';

	it('is sent once: as long as nothing happens, the reply is empty and gives the time', async () => {
		const order = simulator.exchange.openOrder();
		simulator.exchange.say(order.id, { contentType: 'pic', content: Buffer.from('receipt') });
		const first = await state();
		simulator.exchange.advance(30_000);

		const second = await state(tagOf(first));

		expect([second.status, await second.text(), second.headers.get('x-sim-now')]).toEqual([
			304,
			'',
			String(NOW + 30_000),
		]);
	});

	it.each([
		['an order', () => simulator.exchange.openOrder()],
		['a call', () => void simulator.exchange.handle({ ...aCall })],
		['a fault', () => simulator.exchange.fault({ path: '*', kind: 'html502' })],
		['an order that time ends', () => simulator.exchange.advance(16 * 60_000)],
	])('is sent again after %s', async (_, happen) => {
		simulator.exchange.openOrder();
		const first = await state();
		happen();

		const second = await state(tagOf(first));

		expect([second.status, tagOf(second) === tagOf(first)]).toEqual([200, false]);
		expect(((await second.json()) as ExchangeState).orders).toHaveLength(simulator.exchange.orders().length);
	});
});

const aCall = {
	method: 'POST',
	path: '/v5/p2p/order/info',
	query: '',
	headers: {},
	body: Buffer.from('{}'),
	ip: '127.0.0.1',
};
