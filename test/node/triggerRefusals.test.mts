import { later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, type Item, type Rig } from '../support/triggerRig.mts';
import { PATH } from '../support/exchangePaths.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});
const textsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ message }) => message?.text);

describe('what is refused for one order or chat only', () => {
	/** So many newer orders that an ended one is shown by no page that a poll reads. */
	function bury(): void {
		later(MINUTE);
		for (let n = 0; n < 31; n += 1) rig.exchange.openOrder({ counterparty: 'zoe', status: 50 });
		later(2 * MINUTE);
	}

	it('stops nothing else, and is emitted later', async () => {
		const [gone, other] = ['ann', 'bob'].map((counterparty) => rig.exchange.openOrder({ counterparty }).id);
		const trigger = await rig.active({ events: ['orderCancelled'] });
		bury();
		await trigger.next();
		[gone, other].forEach((id) => rig.exchange.cancelOrder(id));
		rig.exchange.fault({ path: PATH.order, kind: 'code', code: 912100004, match: { orderId: gone }, times: 2 });

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
		rig.exchange.fault({ path: PATH.order, kind: 'code', code: 912100004, times: Infinity });
		for (let polls = 0; polls < 12; polls += 1) await trigger.next();

		expect(rig.exchange.calls.filter(({ path }) => path === PATH.order)).toHaveLength(10);
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
		rig.exchange.fault({ path: PATH.messages, kind: 'code', code: 913100004, match: { sessionId }, times: Infinity });
		const emitted: unknown[] = [];
		for (let polls = 0; polls < 12; polls += 1) {
			later(SECOND);
			[bad, good].forEach(({ id }) => rig.exchange.say(id, `${polls}`));
			emitted.push(...idsOf(await trigger.next()));
		}

		expect(emitted).toEqual(Array.from({ length: 12 }, () => good.id));
		expect(rig.warnings).toEqual([
			expect.stringMatching(/chat with counterparty \d+ could not be read 10 times; it is given up/),
		]);
	});

	it('a chat that was given up is emitted in full once it can be read again', async () => {
		const { id } = rig.exchange.openOrder({ paymentMinutes: 10_000 });
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		rig.exchange.say(id, 'in the dark');
		rig.exchange.fault({ path: PATH.messages, kind: 'code', code: 913100004, times: 10 });
		for (let polls = 0; polls < 10; polls += 1) await trigger.next();
		const emitted: unknown[] = [];
		for (let polls = 0; polls < 61; polls += 1) emitted.push(...textsOf(await trigger.next()));

		expect(emitted).toEqual(['in the dark']);
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

describe('chat calls that are refused as a whole', () => {
	const CHATS_REFUSED = { group: 'chat', kind: 'code', times: Infinity } as const;

	it.each([10005, 10006])('hold back no order event, and no message is lost: %i', async (code) => {
		const trigger = await rig.active({ events: ['orderPaid', 'messageReceived'] });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.buyerPays(id);
		rig.exchange.say(id, 'I have paid');
		rig.exchange.fault({ ...CHATS_REFUSED, code });
		const first = await trigger.next();
		rig.exchange.clearFaults();
		const second = await trigger.next();

		expect([first?.map(({ event }) => event), textsOf(second)]).toEqual([
			['orderPaid'],
			expect.arrayContaining(['I have paid']),
		]);
	});

	it('are tried again in each poll, with one call, and given up with a warning after ten', async () => {
		for (const counterparty of ['ann', 'bob', 'cho']) rig.exchange.openOrder({ counterparty, paymentMinutes: 10_000 });
		const trigger = await rig.active({ events: ['messageReceived'] });
		rig.exchange.fault({ ...CHATS_REFUSED, code: 10005 });
		rig.exchange.clearCalls();
		for (let polls = 0; polls < 12; polls += 1) await trigger.next();

		expect(rig.exchange.calls.filter(({ path }) => path.includes('/chat/'))).toHaveLength(12);
		expect(rig.warnings).toEqual([
			expect.stringMatching(/The chats could not be read in 10 polls, .*lacks a permission.*\(10005\)/),
		]);
	});

	it('at the activation throw with advice: the user is there to see it', async () => {
		rig.exchange.openOrder();
		rig.exchange.fault({ ...CHATS_REFUSED, code: 10005 });

		await expect(rig.trigger({ events: ['messageReceived'] }).poll()).rejects.toMatchObject({
			message: expect.stringMatching(/open the chat.*10005/),
			description: expect.stringMatching(/give the key the P2P permissions/),
			failure: { cause: 'credential-invalid' },
		});
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
