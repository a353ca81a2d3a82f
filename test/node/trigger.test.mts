import { later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, type Item, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});

const ORDER_EVENTS = [
	'orderAppealed',
	'orderCancelled',
	'orderCompleted',
	'orderCreated',
	'orderPaid',
	'orderStatusChanged',
];
const idsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ order }) => order.orderId);
const textsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ message }) => message?.text);

describe('activation', () => {
	it('tells nothing of what is there', async () => {
		const order = rig.exchange.openOrder({ status: 20 });
		rig.exchange.openOrder({ status: 30, counterparty: 'ann' });
		rig.exchange.say(order.id, 'hello');
		const trigger = rig.trigger();

		expect(await trigger.poll()).toBeNull();
		expect(await trigger.next()).toBeNull();
	});
});

describe('an order', () => {
	it('is told when it is opened', async () => {
		const trigger = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		const { id } = rig.exchange.openOrder({ counterparty: 'ann', amount: '50.00', price: '1' });

		const items = await trigger.next();

		expect(items).toEqual([
			{
				event: 'orderCreated',
				eventId: `orderCreated:${id}`,
				order: expect.objectContaining({
					orderId: id,
					status: 'waitingForPayment',
					side: 'sell',
					fiatAmount: '50.00',
					counterpartyNickname: 'ann',
				}),
			},
		]);
	});

	it.each([
		[20, ['orderPaid', 'orderStatusChanged'], 'waitingForRelease'],
		[30, ['orderAppealed', 'orderStatusChanged'], 'appeal'],
		[40, ['orderCancelled', 'orderStatusChanged'], 'cancelled'],
		[50, ['orderCompleted', 'orderStatusChanged'], 'completed'],
		[60, ['orderStatusChanged'], 'payingOnline'],
		[70, ['orderCancelled', 'orderStatusChanged'], 'paymentFailed'],
		[80, ['orderCancelled', 'orderStatusChanged'], 'cancelledByException'],
		[110, ['orderStatusChanged'], 'waitingForObjection'],
		[777, ['orderStatusChanged'], 'unknown'],
	])('that goes to status %i is told with its previous status', async (status, events, name) => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ORDER_EVENTS });
		rig.exchange.setStatus(id, status);

		const items = await trigger.next();

		expect(items?.map(({ event, previousStatus, order }) => [event, previousStatus, order.status])).toEqual(
			events.map((event) => [event, 'waitingForPayment', name]),
		);
	});

	it('that goes into appeal and back is told each time, under an id of its own', async () => {
		const { id } = rig.exchange.openOrder({ status: 20 });
		const trigger = await rig.active({ events: ['orderAppealed', 'orderPaid'] });
		const told: unknown[] = [];
		for (const status of [30, 20, 30]) {
			rig.exchange.setStatus(id, status);
			told.push(...((await trigger.next()) ?? []).map(({ eventId }) => eventId));
		}

		expect(told).toEqual([`orderAppealed:${id}:30:1`, `orderPaid:${id}:20:2`, `orderAppealed:${id}:30:2`]);
	});

	it('that opens and ends between two ticks is told with its end', async () => {
		const trigger = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.buyerPays(id);
		rig.exchange.setStatus(id, 50);

		expect(await trigger.nextEvents()).toEqual(['orderCreated', 'orderCompleted', 'orderStatusChanged']);
	});

	it('that was paid between two ticks is told as created and as paid', async () => {
		const trigger = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		rig.exchange.buyerPays(rig.exchange.openOrder().id);

		expect(await trigger.nextEvents()).toEqual(['orderCreated', 'orderPaid', 'orderStatusChanged']);
	});

	it('that nobody paid in time is told as cancelled', async () => {
		const trigger = await rig.active({ events: ['orderCancelled'] });
		later(30 * SECOND);
		const { id } = rig.exchange.openOrder({ paymentMinutes: 2 });
		await trigger.next();

		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it('that was completed before the watch and is appealed now is told', async () => {
		const { id } = rig.exchange.openOrder({ createdAt: Date.now() - 600 * MINUTE, status: 50 });
		const trigger = await rig.active({ events: ORDER_EVENTS });
		rig.exchange.setStatus(id, 30);

		expect(await trigger.nextEvents()).toEqual(['orderAppealed', 'orderStatusChanged']);
	});

	it('gives the reply of the exchange untouched without Simplify', async () => {
		const trigger = await rig.active({ events: ['orderCreated'], options: { simplify: false } });
		later(SECOND);
		const { id, amount } = rig.exchange.openOrder();

		const [item] = (await trigger.next()) ?? [];

		expect(item.order).toMatchObject({ id, amount, status: 10, tokenId: 'USDT' });
	});

	it('is told only for the events asked for', async () => {
		const trigger = await rig.active({ events: ['orderCompleted'] });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		const first = await trigger.next();
		rig.exchange.setStatus(id, 50);

		expect([first, await trigger.nextEvents()]).toEqual([null, ['orderCompleted']]);
	});
});

describe('a message', () => {
	it('is told with the order it is about', async () => {
		const { id } = rig.exchange.openOrder({ counterparty: 'ann' });
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		const said = rig.exchange.say(id, 'I have paid');

		const items = await trigger.next();

		expect(items).toEqual([
			{
				event: 'messageReceived',
				eventId: `messageReceived:${rig.exchange.order(id).counterpartyId}:${said.id}`,
				order: expect.objectContaining({ orderId: id }),
				message: expect.objectContaining({
					messageId: said.id,
					orderId: id,
					from: 'counterparty',
					nickname: 'ann',
					kind: 'text',
					text: 'I have paid',
				}),
			},
		]);
	});

	it('of mine is not told', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, { contentType: 'str', content: 'Welcome', from: 'merchant' });

		expect(await trigger.next()).toBeNull();
	});

	it('is told after the end of its order', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		rig.exchange.setStatus(id, 50);
		await trigger.next();
		later(300 * MINUTE);
		rig.exchange.say(id, 'Thank you');

		expect(textsOf(await trigger.next())).toEqual(['Thank you']);
	});

	it('is about the newest order with that person that was there when it was written', async () => {
		const first = rig.exchange.openOrder({ counterparty: 'ann' });
		const trigger = await rig.active({ events: ['messageReceived'], filters: { messageFrom: ['counterparty'] } });
		later(SECOND);
		rig.exchange.say(first.id, 'one');
		later(SECOND);
		const second = rig.exchange.openOrder({ counterparty: 'ann' });
		rig.exchange.say(second.id, 'two');

		const items = await trigger.next();

		expect(items?.map(({ order, message }) => [order.orderId, message?.text])).toEqual([
			[first.id, 'one'],
			[second.id, 'two'],
		]);
	});

	it('is told once, oldest first, however many come between two ticks', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		const texts = Array.from({ length: 75 }, (_none, n) => `message ${n}`);
		for (const text of texts) {
			later(10);
			rig.exchange.say(id, text);
		}

		expect([textsOf(await trigger.next()), await trigger.next()]).toEqual([texts, null]);
	});

	it('costs one look at an ended order, however many come', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		rig.exchange.setStatus(id, 50);
		later(2 * MINUTE);
		await trigger.next();
		for (let n = 0; n < 20; n += 1) rig.exchange.say(id, `message ${n}`);
		const calls = await rig.callsOf(async () => await trigger.next());

		// Two lists, the chat, the order, and who I am.
		expect(calls).toBeLessThanOrEqual(5);
	});

	it('that is a receipt is told with its file', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, { contentType: 'PDF', content: Buffer.from('%PDF'), fileName: 'receipt.pdf' });

		const [item] = (await trigger.next()) ?? [];

		expect(item.message).toMatchObject({
			kind: 'pdf',
			text: '',
			fileName: 'receipt.pdf',
			fileUrl: expect.stringMatching(/^http/),
		});
	});

	it('from before somebody asked for messages is not told', async () => {
		const { id } = rig.exchange.openOrder();
		const deaf = await rig.active({ events: ['orderCreated'] });
		rig.exchange.say(id, 'old');
		await deaf.next();
		const listening = rig.trigger({ events: ['messageReceived'], activation: 'update' });
		listening.poller.setState(deaf.poller.state());
		const first = await listening.next();
		later(SECOND);
		rig.exchange.say(id, 'new');

		expect([first, textsOf(await listening.next())]).toEqual([null, ['new']]);
	});
});

describe('filters', () => {
	const orders = [
		{ counterparty: 'ann', side: 'sell', coin: 'USDT', fiat: 'EUR', amount: '100', price: '1' },
		{ counterparty: 'bob', side: 'buy', coin: 'BTC', fiat: 'KZT', amount: '2500.50', price: '50000' },
		{ counterparty: 'cho', side: 'sell', coin: 'USDC', fiat: 'USD', amount: '999999999999999999.01', price: '1' },
	] as const;

	it.each([
		['side', 'buy', ['bob']],
		['side', 'sell', ['ann', 'cho']],
		['coins', 'btc, usdc', ['bob', 'cho']],
		['fiats', 'eur', ['ann']],
		['minFiatAmount', '100.01', ['bob', 'cho']],
		['minFiatAmount', '999999999999999999.02', []],
		['maxFiatAmount', 2500.5, ['ann', 'bob']],
		['maxFiatAmount', '99.99', []],
	])('let through what fits: %s %j', async (name, value, people) => {
		const trigger = await rig.active({ events: ['orderCreated'], filters: { [name]: value } });
		for (const order of orders) {
			later(SECOND);
			rig.exchange.openOrder(order);
		}

		const items = (await trigger.next()) ?? [];

		expect(items.map(({ order }) => order.counterpartyNickname)).toEqual(people);
	});

	it('let through the counterparties named', async () => {
		const { counterpartyId } = rig.exchange.openOrder({ counterparty: 'ann', status: 50 });
		const trigger = await rig.active({
			events: ['orderCreated'],
			filters: { counterpartyIds: `1, ${counterpartyId}` },
		});
		later(SECOND);
		rig.exchange.openOrder({ counterparty: 'bob' });
		const { id } = rig.exchange.openOrder({ counterparty: 'ann' });

		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it.each([
		[{ messageFrom: ['me'] }, ['mine']],
		[{ messageFrom: ['system'] }, ['card']],
		[{ messageFrom: ['counterparty'] }, ['theirs', '']],
		[{}, ['theirs', 'card', '']],
		[{ messageKinds: ['image'] }, ['']],
		[{ messageKinds: ['text'], messageFrom: ['counterparty', 'me'] }, ['theirs', 'mine']],
	])('let through the messages that fit %j', async (filters, texts) => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'], filters });
		for (const saying of [
			{ contentType: 'str', content: 'theirs' },
			{ contentType: 'str', content: 'mine', from: 'merchant' },
			{ contentType: 'str', content: 'card', from: 'system' },
			{ contentType: 'pic', content: Buffer.from('x') },
		] as const) {
			later(SECOND);
			rig.exchange.say(id, saying);
		}

		expect(textsOf(await trigger.next())).toEqual(texts);
	});

	it('that change do not tell the past', async () => {
		const narrow = await rig.active({ events: ['orderCreated'], filters: { coins: 'BTC' } });
		later(SECOND);
		rig.exchange.openOrder();
		await narrow.next();
		const wide = rig.trigger({ events: ['orderCreated'], activation: 'update' });
		wide.poller.setState(narrow.poller.state());

		expect(await wide.next()).toBeNull();
	});

	it.each([
		[{ events: [] }, /Trigger On is empty/],
		[{ filters: { minFiatAmount: 'lots' } }, /Minimum Fiat Amount is not an amount \("lots"\)/],
	])('that cannot be right are refused before any call: %j', async (how, message) => {
		const trigger = rig.trigger(how);

		await expect(trigger.poll()).rejects.toThrow(message);
		expect(rig.exchange.calls).toEqual([]);
	});
});

describe('after a restart of n8n', () => {
	it('the trigger goes on from the stored state', async () => {
		const { id } = rig.exchange.openOrder();
		const before = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		rig.exchange.buyerPays(id);
		const after = rig.trigger({ events: ORDER_EVENTS, activation: 'init' });
		after.poller.setState(before.poller.state());

		expect(await after.nextEvents()).toEqual(['orderPaid', 'orderStatusChanged']);
		expect(await after.next()).toBeNull();
	});

	it('what happened since the last emit is told again under the same ids', async () => {
		const trigger = await rig.active();
		const state = trigger.poller.state();
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.say(id, 'hello');
		const told = await trigger.next();
		const after = rig.trigger({ activation: 'init' });
		after.poller.setState(state);
		const again = await after.next();

		expect(told?.length).toBeGreaterThan(1);
		expect(again?.map(({ eventId }) => eventId)).toEqual(told?.map(({ eventId }) => eventId));
	});

	it('days later every order of the time between is told', async () => {
		const before = await rig.active({ events: ['orderCreated'] });
		const opened = Array.from({ length: 65 }, (_none, n) => {
			later(30 * MINUTE);
			return rig.exchange.openOrder({ counterparty: `person ${n}`, status: 50 }).id;
		});
		const after = rig.trigger({ events: ['orderCreated'], activation: 'init' });
		after.poller.setState(before.poller.state());

		expect(idsOf(await after.next())).toEqual(opened);
	});
});

describe('stored state', () => {
	it('goes on with a new key of the same account, and loses nothing', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active();
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		const trigger = rig.trigger({ credential: { apiKey: 'new-key', apiSecret: 'new-secret' }, activation: 'update' });
		trigger.poller.setState(old.poller.state());

		const items = (await trigger.next()) ?? [];

		expect(items.map(({ eventId }) => eventId)).toContain(`orderCreated:${id}`);
		expect(rig.warnings.join()).not.toMatch(/afresh/);
	});

	it('of another account starts afresh: nothing of the old one is emitted, and the log says so', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret', account: 'another' });
		const old = await rig.active();
		const trigger = rig.trigger({ credential: { apiKey: 'new-key', apiSecret: 'new-secret' }, activation: 'update' });
		trigger.poller.setState(old.poller.state());

		expect(await trigger.next()).toBeNull();
		expect(rig.warnings.join()).toMatch(/afresh/);
	});

	it('goes on with a new key also when the old one had failed for hours', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active({ workflowId: 'renewed' });
		rig.exchange.fault({ path: '*', kind: 'code', code: 33004, times: 2 });
		await old.next().catch(() => null);
		later(120 * MINUTE);
		const { id } = rig.exchange.openOrder();
		await old.next().catch(() => null);
		const trigger = rig.trigger({
			workflowId: 'renewed',
			credential: { apiKey: 'new-key', apiSecret: 'new-secret' },
			activation: 'update',
		});
		trigger.poller.setState(old.poller.state());

		const items = (await trigger.next()) ?? [];

		expect(items.map(({ eventId }) => eventId)).toContain(`orderCreated:${id}`);
	});

	it.each([
		'{"version":1}',
		'{"version":2,"orders":{}}',
		'{"version":1,"boundTo":"x","orders":[]}',
		'{"orders":{"1":{"h":"x"}}}',
	])('that nobody can read starts afresh: %s', async (json) => {
		rig.exchange.openOrder();
		const trigger = rig.trigger();
		trigger.poller.setState(json);
		const first = await trigger.poll();
		later(SECOND);
		rig.exchange.openOrder({ counterparty: 'bob' });

		expect([first, (await trigger.nextEvents()).includes('orderCreated')]).toEqual([null, true]);
	});

	it('stays byte for byte when a poll fails', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active();
		await trigger.next();
		const state = trigger.poller.state();
		later(SECOND);
		rig.exchange.buyerPays(id);
		rig.exchange.fault({ path: '/v5/p2p/order/simplifyList', kind: 'code', code: 10005, times: 1 });
		await trigger.next().catch(() => null);

		expect(trigger.poller.state()).toBe(state);
		expect(await trigger.nextEvents()).toContain('orderPaid');
	});
});

describe('many orders and chats', () => {
	it('61 open orders are followed over three pages', async () => {
		const ids = Array.from({ length: 61 }, (_none, n) => {
			later(10);
			return rig.exchange.openOrder({ counterparty: `person ${n}` }).id;
		});
		const trigger = await rig.active({ events: ['orderPaid'] });
		ids.forEach((id) => rig.exchange.buyerPays(id));

		expect(idsOf(await trigger.next())).toEqual(ids);
	});

	it('no chat waits for ever, and a poll reads 50 at most', async () => {
		const ids = Array.from(
			{ length: 120 },
			(_none, n) => rig.exchange.openOrder({ counterparty: `person ${n}`, paymentMinutes: 10_000 }).id,
		);
		later(SECOND);
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		ids.forEach((id) => rig.exchange.say(id, 'hello'));
		const told: unknown[] = [];
		const looks: number[] = [];
		for (let ticks = 0; ticks < 3; ticks += 1) {
			rig.exchange.clearCalls();
			told.push(...idsOf(await trigger.next()));
			looks.push(rig.exchange.calls.filter(({ path }) => path.endsWith('/message/listpage_v1')).length);
		}

		expect(told.sort()).toEqual(ids.sort());
		expect(Math.max(...looks)).toBeLessThanOrEqual(50);
	});

	it.each([
		[10, 2 + 10],
		[100, 5 + 50],
		[1000, 35 + 50],
	])(
		'a quiet poll with %i open orders takes %i calls',
		async (count, most) => {
			for (let n = 0; n < count; n += 1)
				rig.exchange.openOrder({
					counterparty: `person ${n}`,
					paymentMinutes: 10_000,
					createdAt: Date.now() - 5 * MINUTE,
				});
			const trigger = await rig.active();
			// Each chat has been read once: the first read takes a call more, for its session.
			for (let polls = Math.ceil(count / 40) + 2; polls > 0; polls -= 1) await trigger.next();

			expect(await rig.callsOf(async () => await trigger.next())).toBeLessThanOrEqual(most);
		},
		60_000,
	);
});

describe('what is refused for one order or chat only', () => {
	const MESSAGES = '/v5/p2p/chat/message/listpage_v1';
	const INFO = '/v5/p2p/order/info';

	/** So many newer orders that an ended one is shown by no page that a tick reads. */
	function bury(): void {
		later(MINUTE);
		for (let n = 0; n < 31; n += 1) rig.exchange.openOrder({ counterparty: 'zoe', status: 50 });
		later(2 * MINUTE);
	}

	it('stops nothing else, and is told later', async () => {
		const [gone, other] = ['ann', 'bob'].map((counterparty) => rig.exchange.openOrder({ counterparty }).id);
		const trigger = await rig.active({ events: ['orderCancelled'] });
		bury();
		await trigger.next();
		[gone, other].forEach((id) => rig.exchange.cancelOrder(id));
		rig.exchange.fault({ path: INFO, kind: 'code', code: 912100004, match: { orderId: gone }, times: 2 });

		expect([idsOf(await trigger.next()), idsOf(await trigger.next()), idsOf(await trigger.next())]).toEqual([
			[other],
			[],
			[gone],
		]);
	});

	it('an order is given up with a warning after ten tries', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['orderCancelled'] });
		bury();
		await trigger.next();
		rig.exchange.cancelOrder(id);
		rig.exchange.fault({ path: INFO, kind: 'code', code: 912100004, times: Infinity });
		for (let ticks = 0; ticks < 12; ticks += 1) await trigger.next();

		expect(rig.exchange.calls.filter(({ path }) => path === INFO)).toHaveLength(10);
		expect(rig.warnings).toEqual([
			expect.stringMatching(new RegExp(`Order ${id} .* 10 times; it is given up: .*912100004`)),
		]);
	});

	it('a chat is given up with a warning after ten tries, and the others go on', async () => {
		const [bad, good] = ['ann', 'bob'].map((counterparty) =>
			rig.exchange.openOrder({ counterparty, paymentMinutes: 10_000 }),
		);
		const trigger = await rig.active({ events: ['messageReceived'] });
		const sessions = Object.entries(
			(JSON.parse(trigger.poller.state()) as { chats: Record<string, [number, { i: string }]> }).chats,
		);
		const sessionId = sessions.find(([person]) => person === bad.counterpartyId)?.[1][1].i;
		rig.exchange.fault({ path: MESSAGES, kind: 'code', code: 913100004, match: { sessionId }, times: Infinity });
		const told: unknown[] = [];
		for (let ticks = 0; ticks < 12; ticks += 1) {
			later(SECOND);
			[bad, good].forEach(({ id }) => rig.exchange.say(id, `${ticks}`));
			told.push(...idsOf(await trigger.next()));
		}

		expect(told).toEqual(Array.from({ length: 12 }, () => good.id));
		expect(rig.warnings).toEqual([
			expect.stringMatching(/chat with counterparty \d+ could not be read 10 times; it is given up/),
		]);
	});

	it('a chat that was given up is told in full once it can be read again', async () => {
		const { id } = rig.exchange.openOrder({ paymentMinutes: 10_000 });
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, 'in the dark');
		rig.exchange.fault({ path: MESSAGES, kind: 'code', code: 913100004, times: 10 });
		for (let ticks = 0; ticks < 10; ticks += 1) await trigger.next();
		const told: unknown[] = [];
		for (let ticks = 0; ticks < 61; ticks += 1) told.push(...textsOf(await trigger.next()));

		expect(told).toEqual(['in the dark']);
	});

	it('a chat whose session changed is read with a fresh one', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		rig.exchange.renewSession(id);
		later(SECOND);
		rig.exchange.say(id, 'hello');

		expect([await trigger.next(), textsOf(await trigger.next())]).toEqual([null, ['hello']]);
	});
});

describe('two polls at once', () => {
	it('the second gives null and asks nothing', async () => {
		const trigger = await rig.active({ events: ['orderCreated'] });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		later(MINUTE);
		rig.exchange.clearCalls();
		const [first, second] = await Promise.all([trigger.poll(), trigger.poll()]);

		expect([idsOf(first), second]).toEqual([[id], null]);
		expect(rig.exchange.calls.filter(({ path }) => path.includes('pending'))).toHaveLength(1);
	});
});

describe('a manual test', () => {
	it('gives a real sample for each event and leaves the state alone', async () => {
		const { id } = rig.exchange.openOrder({ status: 20 });
		rig.exchange.say(id, 'hello');
		const trigger = rig.trigger({
			events: ['orderCreated', 'orderPaid', 'messageReceived'],
			mode: 'manual',
			activation: 'manual',
		});
		trigger.poller.setState('{"mine":"as it was"}');

		const items = await trigger.poll();

		expect(items?.map(({ event, order }) => [event, order.orderId])).toEqual(
			['orderCreated', 'orderPaid', 'messageReceived'].map((event) => [event, id]),
		);
		expect(trigger.poller.state()).toBe('{"mine":"as it was"}');
	});

	it('says clearly when there is nothing', async () => {
		const trigger = rig.trigger({ mode: 'manual', activation: 'manual' });

		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'There is no sample: this account has no P2P orders in the last 90 days',
			description: expect.stringMatching(/Publish the workflow/),
		});
	});

	it('says clearly when nothing fits the filters', async () => {
		rig.exchange.openOrder();
		const trigger = rig.trigger({
			events: ['orderCreated'],
			filters: { coins: 'BTC' },
			mode: 'manual',
			activation: 'manual',
		});

		await expect(trigger.poll()).rejects.toThrow(/none of the newest orders and messages fits/);
	});
});
