import { later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, ORDER_EVENTS, type Rig } from '../support/triggerRig.mts';
import { PATH } from '../support/exchangePaths.mts';

let rig: Rig;

beforeEach(async () => {
	rig = await aRig();
});

afterEach(async () => {
	await rig.close();
});

const NEW_KEY = { apiKey: 'new-key', apiSecret: 'new-secret' };

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

	it('what happened since the last emit is emitted again under the same ids', async () => {
		const trigger = await rig.active();
		const state = trigger.poller.state();
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.say(id, 'hello');
		const emitted = await trigger.next();
		const after = rig.trigger({ activation: 'init' });
		after.poller.setState(state);
		const again = await after.next();

		expect(emitted?.length).toBeGreaterThan(1);
		expect(again?.map(({ eventId }) => eventId)).toEqual(emitted?.map(({ eventId }) => eventId));
	});

	it('days later every order of the time between is emitted', async () => {
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
	it('of another key of the same account goes on, and loses nothing', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		const trigger = rig.trigger({ events: ORDER_EVENTS, credential: NEW_KEY, activation: 'update' });
		trigger.poller.setState(old.poller.state());

		expect(idsOf(await trigger.next())).toEqual([id]);
		expect(rig.warnings).toEqual([]);
	});

	it('of another key of the same account goes on after the old key had failed for hours', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active({ events: ORDER_EVENTS, workflowId: 'renewed' });
		rig.exchange.fault({ path: '*', kind: 'code', code: 33004, times: 2 });
		await old.next().catch(() => null);
		later(120 * MINUTE);
		const { id } = rig.exchange.openOrder();
		await old.next().catch(() => null);
		const renewed = { workflowId: 'renewed', credential: NEW_KEY, activation: 'update' } as const;
		const trigger = rig.trigger({ events: ORDER_EVENTS, ...renewed });
		trigger.poller.setState(old.poller.state());

		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it('of another key is asked about once', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active();
		const trigger = rig.trigger({ credential: NEW_KEY, activation: 'update' });
		trigger.poller.setState(old.poller.state());
		rig.exchange.clearCalls();
		await trigger.next();
		await trigger.next();

		expect(rig.exchange.calls.filter(({ path }) => path === PATH.account)).toHaveLength(1);
	});

	it('of another key stays as it is while nobody can say whose it is', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret' });
		const old = await rig.active({ events: ORDER_EVENTS });
		const trigger = rig.trigger({ events: ORDER_EVENTS, credential: NEW_KEY, activation: 'update' });
		trigger.poller.setState(old.poller.state());
		rig.exchange.fault({ path: PATH.account, kind: 'code', code: 912000001 });
		const { id } = rig.exchange.openOrder();

		await expect(trigger.next()).rejects.toThrow(/did not show the account/);
		expect(trigger.poller.state()).toBe(old.poller.state());
		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it('of another account starts afresh: nothing is emitted, and the log says so', async () => {
		rig.exchange.addKey({ apiKey: 'new-key', apiSecret: 'new-secret', account: 'SomebodyElse' });
		const old = await rig.active();
		later(SECOND);
		rig.exchange.openOrder();
		const trigger = rig.trigger({ credential: NEW_KEY, activation: 'update' });
		trigger.poller.setState(old.poller.state());

		expect(await trigger.next()).toBeNull();
		expect(rig.warnings.join()).toMatch(/belongs to another account, so the trigger starts afresh/);
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
		rig.exchange.fault({ path: PATH.orders, kind: 'code', code: 10005, times: 1 });
		await trigger.next().catch(() => null);

		expect(trigger.poller.state()).toBe(state);
		expect(await trigger.nextEvents()).toContain('orderPaid');
	});
});
