import { HOUR, later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, type Item, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});
const textsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ message }) => message?.text);

describe('a message', () => {
	it('is emitted with the order it is about', async () => {
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

	it('of mine is not emitted', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, { contentType: 'str', content: 'Welcome', from: 'merchant' });

		expect(await trigger.next()).toBeNull();
	});

	it('is emitted after the end of its order', async () => {
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

	it('is emitted once, oldest first, however many come between two polls', async () => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		const texts = Array.from({ length: 75 }, (_none, n) => `message ${n}`);
		for (const text of texts) {
			later(10);
			rig.exchange.say(id, text);
		}

		expect([textsOf(await trigger.next()), await trigger.next()]).toEqual([texts, null]);
	});

	it('costs one read at an ended order, however many come', async () => {
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

	it('that is a receipt is emitted with its file', async () => {
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

	it('from before somebody asked for messages is not emitted', async () => {
		const { id } = rig.exchange.openOrder();
		const withoutMessages = await rig.active({ events: ['orderCreated'] });
		rig.exchange.say(id, 'old');
		await withoutMessages.next();
		const listening = rig.trigger({ events: ['messageReceived'], activation: 'update' });
		listening.poller.setState(withoutMessages.poller.state());
		const first = await listening.next();
		later(SECOND);
		rig.exchange.say(id, 'new');

		expect([first, textsOf(await listening.next())]).toEqual([null, ['new']]);
	});

	it('dated some milliseconds before its order belongs to it', async () => {
		const trigger = await rig.active({ events: ['messageReceived'], filters: { messageFrom: ['counterparty'] } });
		later(10 * SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.say(id, { contentType: 'str', content: 'hello', sentAt: Date.now() - 300 });
		later(SECOND);

		expect((await trigger.next())?.map(({ order, message }) => [order.orderId, message?.text])).toEqual([[id, 'hello']]);
	});

	it('dated in the future is emitted, and holds back no later one', async () => {
		const { id } = rig.exchange.openOrder({ paymentMinutes: 600 });
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, { contentType: 'str', content: 'from tomorrow', sentAt: Date.now() + 24 * HOUR });
		const first = await trigger.next();
		rig.exchange.say(id, 'from today');

		expect([textsOf(first), textsOf(await trigger.next())]).toEqual([['from tomorrow'], ['from today']]);
	});

	it('written with my own nickname by the counterparty is not silenced', async () => {
		const { id } = rig.exchange.openOrder({ counterparty: rig.exchange.merchant.nickName });
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, 'it is me');

		expect((await trigger.next())?.map(({ message }) => message)).toMatchObject([
			{ from: 'counterparty', text: 'it is me' },
		]);
	});

	it.each([[5], [null], [{ content: 'hello' }], [['x']], [true]])(
		'whose content is JSON of another type stops nothing: %j',
		async (content) => {
			const { id } = rig.exchange.openOrder();
			const trigger = await rig.active({ events: ['messageReceived'] });
			later(SECOND);
			rig.exchange.say(id, { contentType: 'str', content: 'odd', fields: { message: content } });
			rig.exchange.say(id, { contentType: 'pic', content: Buffer.from('x'), fields: { message: content } });
			rig.exchange.say(id, 'plain');

			expect((await trigger.next())?.length).toBe(3);
			expect(await trigger.next()).toBeNull();
		},
	);

	it('in whole seconds is emitted once, whenever it was written', async () => {
		rig.exchange.configure({ messageDates: 'seconds', orderDates: 'seconds' });
		later(400);
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'] });
		const emitted: unknown[] = [];
		for (const text of ['one', 'two', 'three']) {
			later(300);
			rig.exchange.say(id, text);
			emitted.push(...textsOf(await trigger.poll()));
		}
		later(SECOND);
		emitted.push(...textsOf(await trigger.poll()));

		expect(emitted).toEqual(['one', 'two', 'three']);
	});
});
