import { HOUR, later, SECOND } from '../support/instantTime.mts';
import { aRig, type Rig, type Trigger } from '../support/triggerRig.mts';
import { rejectionOf } from '../support/thrown.mts';
import { PATH } from '../support/exchangePaths.mts';

let rig: Rig;

beforeEach(async () => {
	rig = await aRig();
});

afterEach(async () => {
	await rig.close();
});

const CREATED = ['orderCreated'];

const LOST = { path: '*', kind: 'lostBefore', times: Infinity } as const;

const REFUSED = { path: '*', kind: 'code', code: 10003, times: Infinity } as const;

/** What a poll threw, or what it gave. */
async function outcome(poll: Promise<unknown>): Promise<unknown> {
	return await poll.catch((error: unknown) => (error as Error).message);
}

describe('activation', () => {
	it('with a key that is refused throws, and says what to do', async () => {
		const trigger = rig.trigger({ credential: { apiKey: 'unknown' } });

		expect(await rejectionOf(trigger.poll())).toMatchObject({
			message:
				'Bybit did not list the pending orders: the API key is not known in this environment, "API key is invalid." (10003)',
			description: expect.stringMatching(/^Choose the environment in which the key was made/),
		});
	});

	it('with a key that is refused throws at each of the tries of n8n', async () => {
		rig.exchange.fault(REFUSED);
		const tries = Array.from({ length: 3 }, () => rig.trigger({ workflowId: 'refused' }));

		for (const one of tries) await expect(one.poll()).rejects.toThrow(/10003/);
	});

	it.each([
		['a lost connection', { kind: 'lostBefore' }],
		['a server fault', { kind: 'code', code: 10016 }],
		['too many requests', { kind: 'code', code: 10006 }],
		['a page of the network', { kind: 'html502' }],
	] as const)('in a passing fault does not throw: %s', async (_name, fault) => {
		rig.exchange.fault({ path: '*', times: Infinity, ...fault });

		expect(await rig.trigger().poll()).toBeNull();
		expect(rig.warnings).toEqual([expect.stringMatching(/The next poll goes on/)]);
	});

	it('in a passing fault emits later what was created since, and nothing of before', async () => {
		rig.exchange.openOrder({ counterparty: 'ann', status: 30 });
		later(SECOND);
		rig.exchange.fault(LOST);
		const trigger = await rig.active();
		later(20 * SECOND);
		const { id } = rig.exchange.openOrder({ counterparty: 'bob' });
		rig.exchange.say(id, 'hello');
		rig.exchange.clearFaults();

		const items = await trigger.next();

		expect(new Set(items?.map(({ order }) => order.orderId))).toEqual(new Set([id]));
		expect(items?.map(({ event }) => event)).toEqual(['orderCreated', 'messageReceived', 'messageReceived']);
	});

	it('by the user anew emits nothing of the time since an earlier try', async () => {
		rig.exchange.fault(LOST);
		await rig.active({ workflowId: 'again' });
		rig.exchange.clearFaults();
		later(HOUR);
		rig.exchange.openOrder();
		later(SECOND);

		expect(await rig.trigger({ workflowId: 'again' }).poll()).toBeNull();
	});

	it('that was refused emits nothing of the time until the key was changed', async () => {
		rig.exchange.fault(REFUSED);
		await rig
			.trigger({ workflowId: 'changedKey' })
			.poll()
			.catch(() => null);
		rig.exchange.clearFaults();
		later(HOUR);
		rig.exchange.openOrder();
		later(SECOND);

		expect(await rig.trigger({ workflowId: 'changedKey' }).poll()).toBeNull();
	});

	it.each(['init', 'leadershipChange'] as const)('at %s nothing throws, and the next polls do', async (activation) => {
		const trigger = rig.trigger({ activation, credential: { apiKey: 'unknown' } });

		expect(await trigger.poll()).toBeNull();
		await expect(trigger.next()).rejects.toThrow(/10003/);
	});

	it('at init with a credential that lacks a field does not throw', async () => {
		expect(await rig.trigger({ activation: 'init', credential: { apiSecret: '' } }).poll()).toBeNull();
	});

	it('of a change to a running trigger throws for a refused key once, so that n8n can register it', async () => {
		const running = await rig.active({ workflowId: 'changed' });
		rig.exchange.fault(REFUSED);
		const changed = (): Trigger => {
			const trigger = rig.trigger({ workflowId: 'changed', activation: 'update' });
			trigger.poller.setState(running.poller.state());
			return trigger;
		};

		expect([await outcome(changed().poll()), await outcome(changed().poll())]).toEqual([
			expect.stringMatching(/10003/),
			null,
		]);
	});
});

describe('a fault while the trigger runs', () => {
	it('is thrown the first time and then hourly', async () => {
		const trigger = await rig.active({ events: CREATED });
		rig.exchange.fault(REFUSED);
		const thrown: number[] = [];
		for (let minute = 1; minute <= 125; minute += 1) {
			if ((await outcome(trigger.next())) !== null) thrown.push(minute);
		}

		expect(thrown).toEqual([1, 61, 121]);
	});

	it('is thrown when it changes', async () => {
		const trigger = await rig.active({ events: CREATED });
		const outcomes: unknown[] = [];
		for (const code of [10003, 10003, 10010]) {
			rig.exchange.clearFaults();
			rig.exchange.fault({ ...REFUSED, code });
			outcomes.push(await outcome(trigger.next()));
		}

		expect(outcomes).toEqual([expect.stringMatching(/10003/), null, expect.stringMatching(/10010/)]);
	});

	it('is thrown anew when it comes back after a check that went well', async () => {
		const trigger = await rig.active({ events: CREATED });
		const outcomes: unknown[] = [];
		for (const isBad of [true, false, true]) {
			if (isBad) rig.exchange.fault(REFUSED);
			else rig.exchange.clearFaults();
			outcomes.push(await outcome(trigger.next()));
		}

		expect(outcomes).toEqual([expect.stringMatching(/10003/), null, expect.stringMatching(/10003/)]);
	});

	it('loses nothing: what happened meanwhile is emitted after it', async () => {
		const trigger = await rig.active({ events: CREATED });
		rig.exchange.fault(LOST);
		await outcome(trigger.next());
		const { id } = rig.exchange.openOrder();
		await outcome(trigger.next());
		rig.exchange.clearFaults();

		expect((await trigger.next())?.map(({ order }) => order.orderId)).toEqual([id]);
	});

	it('that a read overcomes by itself is not thrown', async () => {
		const trigger = await rig.active({ events: CREATED });
		rig.exchange.fault({ path: PATH.pendingOrders, kind: 'lostAfter', times: 3 });

		expect(await trigger.next()).toBeNull();
	});

	it('frees the trigger: the next check runs', async () => {
		const trigger = await rig.active({ events: CREATED });
		rig.exchange.fault({ ...REFUSED, times: 1 });
		await outcome(trigger.next());
		const calls = await rig.callsOf(async () => await trigger.next());

		expect(calls).toBe(2);
	});
});
