import { PATH } from '../../support/exchangePaths.mts';
import { ChatRig } from '../../support/chatRig.mts';
import { dated } from '../../support/oddExchange.mts';

const SENT = { type: 'given', json: { sent: true, skipped: false } };

/** Moments within a second at which messages are sent. */
const MOMENTS = [0, 1, 49, 123, 250, 499, 501, 750, 998, 999] as const;

const CLOCKS = [-30_000, -5_000, -1_000, -1, 0, 1, 1_000, 5_000, 30_000] as const;

describe('a message whose reply is lost', () => {
	it.each(MOMENTS)('stands there once when dates are whole seconds, %i ms after the full one', async (ms) => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = dated(1_000);
		rig.exchange.advance(10_000 + ms);

		rig.onSend('lostAfter');
		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);
		rig.onSend('lostBefore');
		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['paid', 'paid']);
	});

	it.each(CLOCKS)('stands there once when the clock of the chat is off by %i ms', async (offMs) => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = dated(1, offMs);

		rig.onSend('lostAfter');
		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);
		rig.onSend('lostBefore');
		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['paid', 'paid']);
	});

	it('is sent although the same words of mine stand there since the same moment', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = dated(1_000);
		rig.byHand(orderId, 'paid');
		rig.onSend('lostBefore');

		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['paid', 'paid']);
	});

	it('is found behind many others that came meanwhile', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.onSend('lostAfter');
		const wait = rig.exchange.advance.bind(rig.exchange);
		rig.exchange.advance = (ms) => {
			// While the workflow waits to read the chat again.
			if (ms === 300) for (let n = 0; n < 70; n += 1) rig.exchange.say(orderId, `message ${n}`);
			wait(ms);
		};

		expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);

		expect(rig.mine(orderId)).toEqual(['paid']);
	});

	it.each([['lostBefore'], ['lostAfter']] as const)(
		'stands there once when messages have no id, by their dates: %s',
		async (kind) => {
			const rig = new ChatRig();
			const orderId = rig.open();
			rig.exchange.changeRow = (row) => ({ ...dated(1_000)(row), id: undefined });
			rig.byHand(orderId, 'paid');
			rig.exchange.advance(60_000);
			rig.onSend(kind);

			expect(await rig.text(orderId, 'paid')).toMatchObject(SENT);

			expect(rig.mine(orderId)).toEqual(['paid', 'paid']);
		},
	);

	it('is sent for both of two orders of one person, which share the chat, at once', async () => {
		const rig = new ChatRig();
		const orders = [rig.open(), rig.open()];
		rig.onSend('lostBefore');

		const ends = await Promise.all(orders.map(async (orderId) => await rig.text(orderId, 'thank you')));

		expect(ends).toMatchObject([SENT, SENT]);
		expect(rig.mine(orders[0])).toEqual(['thank you', 'thank you']);
	});

	it('stands there at least once when two processes send it at once, and at most twice', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.onSend('lostBefore');

		await Promise.all([rig.text(orderId, 'paid', {}, rig.worker()), rig.text(orderId, 'paid', {}, rig.worker())]);

		expect([1, 2]).toContain(rig.mine(orderId).length);
	});

	it.each([
		['lostBefore', 0],
		['lostBefore', 1],
		['lostBefore', 2],
		['lostAfter', 0],
		['lostAfter', 1],
		['lostAfter', 2],
	] as const)('is one of several parts that are alike: each stands there once (%s of part %i)', async (kind, skip) => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = dated(1_000);
		rig.byHand(orderId, 'x'.repeat(1000));
		rig.onSend(kind, { skip });

		await rig.text(orderId, 'x'.repeat(3_000), { splitLongText: true });

		expect(rig.mine(orderId)).toEqual(Array.from({ length: 4 }, () => 'x'.repeat(1000)));
	});

	it('is not repeated when the counterparty bears my nickname and the same words stand there', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.changeRow = (row) =>
			row.sendUserNickName === 'SYSTEM' ? row : { ...row, sendUserNickName: rig.exchange.merchant.nickName };
		Object.assign(rig.exchange, { handle: withMyNickname(rig) });
		rig.onSend('lostAfter');

		expect(await rig.text(orderId, 'paid')).toMatchObject({
			type: 'thrown',
			message: expect.stringMatching(/sent, not confirmed; nothing was repeated: .*may be this one or another$/),
		});

		expect(rig.mine(orderId)).toEqual(['paid']);
	});
});

/** The exchange shows the counterparty under my nickname. */
function withMyNickname(rig: ChatRig): (request: Parameters<ChatRig['exchange']['handle']>[0]) => unknown {
	const handle = rig.exchange.handle.bind(rig.exchange);
	return (request) => {
		const reply = handle(request);
		if (!request.path.endsWith('/order/info')) return reply;
		const body = JSON.parse(reply.body.toString()) as { result: object };
		const result = { ...body.result, targetNickName: rig.exchange.merchant.nickName };
		return { ...reply, body: JSON.stringify({ ...body, result }) };
	};
}

describe('the calls of a message', () => {
	it('are the order, the session, one read of the chat, and the message', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();

		await rig.text(orderId, 'hello');

		expect(rig.calls()).toEqual(['info', 'getSessionId', 'listpage_v1', 'send_v1']);
	});

	it('are no more than three from the second message to a person on: the session is remembered', async () => {
		const rig = new ChatRig();
		const [first, second] = [rig.open(), rig.open()];
		await rig.text(first, 'hello');
		rig.calls();

		await rig.text(second, 'hello again');
		expect(rig.calls()).toEqual(['info', 'listpage_v1', 'send_v1']);

		rig.exchange.advance(15 * 60_000);
		await rig.text(second, 'hello again');
		expect(rig.calls()).toEqual(['info', 'getSessionId', 'listpage_v1', 'send_v1']);
	});

	it('ask for a new session when the one that is remembered is refused', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		await rig.text(orderId, 'hello');
		rig.exchange.renewSession(orderId);
		rig.calls();

		expect(await rig.text(orderId, 'hello again')).toMatchObject(SENT);

		expect(rig.calls()).toEqual(['info', 'listpage_v1', 'getSessionId', 'listpage_v1', 'send_v1']);
	});

	it('read the chat once for all parts of a text', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();

		await rig.text(orderId, 'x'.repeat(2_500), { splitLongText: true, skipIfSentWithinMinutes: 60 });

		expect(rig.calls()).toEqual(['info', 'getSessionId', 'listpage_v1', 'send_v1', 'send_v1', 'send_v1']);
	});
});

describe('a chat that cannot be read', () => {
	it('is no obstacle to a message', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.fault({ path: PATH.messages, kind: 'code', code: 912999999, times: Number.POSITIVE_INFINITY });

		expect(await rig.text(orderId, 'hello')).toMatchObject(SENT);
	});

	it('leaves a message whose reply is lost as it is, and says so', async () => {
		const rig = new ChatRig();
		const orderId = rig.open();
		rig.exchange.fault({ path: PATH.messages, kind: 'code', code: 912999999 });
		rig.onSend('lostBefore');

		expect(await rig.text(orderId, 'hello')).toMatchObject({
			type: 'thrown',
			name: 'NotConfirmed',
			message: `The chat message for order ${orderId} was sent, not confirmed; nothing was repeated: the chat could not be read before`,
		});
		expect(rig.calls().filter((name) => name === 'send_v1')).toHaveLength(1);
	});
});
