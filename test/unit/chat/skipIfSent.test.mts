import { PATH } from '../../support/exchangePaths.mts';
import { ChatRig } from '../../support/chatRig.mts';
import { dated, holding } from '../../support/oddExchange.mts';

const SKIP = { skipIfSentWithinMinutes: 60 };
const SENT = { type: 'given', json: { sent: true, skipped: false } };
const SKIPPED = { type: 'given', json: { sent: false, skipped: true } };
const MINUTE = 60_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const aPng = (...bytes: number[]) => ({
	fileName: 'receipt.png',
	mimeType: 'image/png',
	content: Buffer.concat([PNG, Buffer.from(bytes)]),
});

describe('what was sent for an order', () => {
	it('is not sent again, neither in this process nor in another', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.text(orderId, 'pay to X', SKIP);
		rig.exchange.advance(MINUTE);

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
		rig.restart();
		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
	});

	it('is not sent again when I wrote it in the app', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.byHand(orderId, 'pay to X');

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
	});

	it('is known again when dates are whole seconds, and the order was opened in the same one', async () => {
		const rig = new ChatRig();
		rig.exchange.advance(900);
		const orderId = rig.open();
		rig.exchange.changeRow = dated(1_000);
		await rig.text(orderId, 'pay to X', SKIP);
		rig.restart();

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
	});

	it('is sent again when the time is over', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.text(orderId, 'pay to X', SKIP);
		rig.exchange.advance(61 * MINUTE);

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SENT);
	});

	it('is not read in any list as long as this process remembers it', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.text(orderId, 'pay to X', SKIP);
		rig.calls();

		await rig.text(orderId, 'pay to X', SKIP);

		expect(rig.calls()).toEqual(['info', 'listpage_v1']);
	});
});

describe('the same text for another order of the same person', () => {
	it.each([
		['opened before the first text', 0],
		['opened a second after it', 1_000],
		['opened an hour after it', 60 * MINUTE],
	])('is sent when the order was %s', async (_when, laterMs) => {
		const rig = new ChatRig();
		rig.exchange.changeRow = dated(1_000);
		const first = rig.open();
		const atOnce = laterMs === 0 ? rig.open() : undefined;
		rig.exchange.advance(500);
		await rig.text(first, 'pay to X', SKIP);
		rig.exchange.advance(laterMs);
		const second = atOnce ?? rig.open();
		rig.exchange.advance(500);

		expect(await rig.text(second, 'pay to X', SKIP)).toMatchObject(SENT);

		expect(rig.mine(first)).toEqual(['pay to X', 'pay to X']);
		expect([rig.exchange.effects(first).messages, rig.exchange.effects(second).messages]).toEqual([1, 1]);
	});

	it('is sent once for each of many that run side by side, however often the workflow runs in this process', async () => {
		const rig = new ChatRig();
		const orders = Array.from({ length: 5 }, () => rig.open());

		for (const orderId of [orders[0], orders[0], ...orders, ...orders.reverse(), ...orders]) {
			await rig.text(orderId, 'pay to X', SKIP);
		}

		expect(orders.map((orderId) => rig.exchange.effects(orderId).messages)).toEqual([1, 1, 1, 1, 1]);
	});

	it('is sent by another process too, which cannot tell what it was for: twice rather than not at all', async () => {
		const rig = new ChatRig();
		const [first, second] = [rig.open(), rig.open()];
		await rig.text(first, 'pay to X', SKIP);
		rig.restart();

		expect(await rig.text(second, 'pay to X', SKIP)).toMatchObject(SENT);
		expect(await rig.text(first, 'pay to X', SKIP)).toMatchObject(SENT);
		expect(await rig.text(first, 'pay to X', SKIP)).toMatchObject(SKIPPED);
	});

	it('is not sent twice by any process when the text holds the order ID, and no list is read', async () => {
		const rig = new ChatRig();
		const orders = [rig.open(), rig.open(), rig.open()];
		for (const orderId of orders) await rig.text(orderId, `Order ${orderId}: pay to X`, SKIP);
		rig.restart();
		rig.calls();

		for (const orderId of orders) {
			expect(await rig.text(orderId, `Order ${orderId}: pay to X`, SKIP)).toMatchObject(SKIPPED);
		}

		expect(rig.calls().filter((name) => name === 'simplifyList')).toEqual([]);
	});

	it('is skipped by another process when the other order was opened later or had ended long before', async () => {
		const rig = new ChatRig();
		const ended = rig.open();
		await rig.text(ended, 'pay to X', SKIP);
		rig.exchange.cancelOrder(ended);
		rig.exchange.advance(11 * MINUTE);
		const orderId = rig.open();
		rig.exchange.advance(MINUTE);
		await rig.text(orderId, 'pay to X', SKIP);
		rig.exchange.advance(MINUTE);
		rig.open();
		rig.open('zoe');
		rig.restart();

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
		expect(rig.exchange.effects(orderId).messages).toBe(1);
	});

	it('is sent by another process when the other order had ended a moment before: it may be late thanks', async () => {
		const rig = new ChatRig();
		const [ended, orderId] = [rig.open(), rig.open()];
		rig.exchange.cancelOrder(ended);
		rig.exchange.advance(MINUTE);
		await rig.text(ended, 'thank you', SKIP);
		rig.restart();

		expect(await rig.text(orderId, 'thank you', SKIP)).toMatchObject(SENT);
	});

	it('finds an order that is open for days, behind all newer ones', async () => {
		const rig = new ChatRig();
		const old = rig.open();
		rig.exchange.setStatus(old, 30);
		const sellToZoe = (count: number): void => {
			for (let n = 0; n < count; n += 1) rig.exchange.openOrder({ counterparty: 'zoe', status: 50 });
		};
		sellToZoe(40);
		rig.exchange.advance(48 * 60 * MINUTE);
		sellToZoe(40);
		const orderId = rig.open();
		rig.exchange.advance(MINUTE);
		await rig.text(old, 'a moment please', SKIP);
		rig.restart();

		expect(await rig.text(orderId, 'a moment please', SKIP)).toMatchObject(SENT);
	});

	it('is not sent when the orders cannot be read: nothing shows whether it was sent', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.text(orderId, 'pay to X', SKIP);
		rig.restart();
		rig.exchange.fault({ path: PATH.pendingOrders, kind: 'code', code: 912999999 });

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject({ type: 'thrown', name: 'BybitError' });

		expect(rig.mine(orderId)).toEqual(['pay to X']);
	});
});

describe('a file that was sent for an order', () => {
	it.each([
		['keeps name and size', {}],
		['keeps the size only', { fileName: '' }],
	])('is not sent again by another process when Bybit %s', async (_what, fields) => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) => (row.contentType === 'pic' ? holding(fields)(row) : row);
		await rig.file(orderId, aPng(1), SKIP);
		rig.restart();

		expect(await rig.file(orderId, aPng(1), SKIP)).toMatchObject(SKIPPED);
	});

	it('is not sent again by this process, whatever Bybit keeps, and under whatever name', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) => (row.contentType === 'pic' ? holding({ fileName: '', size: '' })(row) : row);
		await rig.file(orderId, aPng(1), SKIP);

		expect(await rig.file(orderId, aPng(1), SKIP)).toMatchObject(SKIPPED);
		expect(await rig.file(orderId, { ...aPng(1), fileName: 'other.png' }, SKIP)).toMatchObject(SKIPPED);
	});

	it('is sent again by another process when Bybit keeps neither name nor size: twice rather than not at all', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) => (row.contentType === 'pic' ? holding({ fileName: '', size: '' })(row) : row);
		await rig.file(orderId, aPng(1), SKIP);
		rig.restart();

		expect(await rig.file(orderId, aPng(1), SKIP)).toMatchObject(SENT);
	});

	it('is distinguished from another file of the same name or the same size', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.file(orderId, aPng(1), SKIP);

		expect(await rig.file(orderId, aPng(1, 2), SKIP)).toMatchObject(SENT);
		expect(await rig.file(orderId, { ...aPng(3), fileName: 'code.png' }, SKIP)).toMatchObject(SENT);
	});

	it('is none that the counterparty sent', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.say(orderId, { contentType: 'pic', content: aPng(1).content, fileName: 'receipt.png' });

		expect(await rig.file(orderId, aPng(1), SKIP)).toMatchObject(SENT);
	});
});

describe('text of mine under a nickname that the counterparty shares', () => {
	it('does not count as sent: it may be the counterparty who wrote it', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		Object.assign(rig.exchange.merchant, { nickName: 'otto' });
		rig.exchange.say(orderId, 'pay to X');

		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SENT);
		expect(await rig.text(orderId, 'pay to X', SKIP)).toMatchObject(SKIPPED);
		expect(rig.exchange.calls.filter(({ path }) => path === PATH.send)).toHaveLength(1);
	});
});
