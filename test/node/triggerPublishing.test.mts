import { HOUR, later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, ORDER_EVENTS, type Rig, type Trigger } from '../support/triggerRig.mts';

let rig: Rig;

beforeEach(async () => {
	rig = await aRig();
});

afterEach(async () => {
	await rig.close();
});

describe('a workflow that is unpublished and published again', () => {
	/** The same node, registered anew with what n8n has stored. */
	const again = (state: string, activation: 'activate' | 'update'): Trigger => {
		const trigger = rig.trigger({ events: ORDER_EVENTS, workflowId: 'again', activation });
		trigger.poller.setState(state);
		return trigger;
	};

	it('emits nothing of what happened meanwhile, and all that happens then', async () => {
		const order = rig.exchange.openOrder({ paymentMinutes: 120 });
		const before = await rig.active({ events: ORDER_EVENTS, workflowId: 'again' });
		later(HOUR);
		rig.exchange.buyerPays(order.id);
		rig.exchange.openOrder({ status: 50 });
		const after = again(before.poller.state(), 'activate');
		const first = await after.poll();
		later(SECOND);
		const { id } = rig.exchange.openOrder();

		expect([first, idsOf(await after.next())]).toEqual([null, [id]]);
	});

	it('emits nothing of the pause when its first poll fails either', async () => {
		const before = await rig.active({ events: ORDER_EVENTS, workflowId: 'again' });
		later(HOUR);
		rig.exchange.openOrder({ status: 50 });
		later(SECOND);
		rig.exchange.fault({ path: '*', kind: 'lostBefore', times: Infinity });
		const after = again(before.poller.state(), 'activate');
		await after.poll();
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.clearFaults();

		expect(new Set(idsOf(await after.next()))).toEqual(new Set([id]));
	});

	it('emits nothing of the pause where n8n stores nothing of the first poll', async () => {
		const before = await rig.active({ events: ORDER_EVENTS, workflowId: 'again' });
		const stored = before.poller.state();
		later(HOUR);
		rig.exchange.openOrder({ status: 50, createdAt: Date.now() - MINUTE });
		await again(stored, 'activate').poll();
		later(SECOND);
		const { id } = rig.exchange.openOrder();

		expect(idsOf(await again(stored, 'update').next())).toEqual([id]);
	});

	it('emits nothing of the pause in another process either, which finds the old state', async () => {
		const before = await rig.active({ events: ORDER_EVENTS, workflowId: 'again' });
		later(HOUR);
		rig.exchange.openOrder({ status: 50, createdAt: Date.now() - MINUTE });
		const published = { global: { bybitP2PTrigger: { Trigger: Date.now() } } };
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		const elsewhere = rig.trigger({ events: ORDER_EVENTS, activation: 'update', staticData: published });
		elsewhere.poller.setState(before.poller.state());

		expect(idsOf(await elsewhere.next())).toEqual([id]);
	});

	it('in a new version goes on', async () => {
		const before = await rig.active({ events: ORDER_EVENTS, workflowId: 'again' });
		later(SECOND);
		const { id } = rig.exchange.openOrder();

		expect(idsOf(await again(before.poller.state(), 'update').poll())).toEqual([id]);
	});
});

describe('a first poll without a state, of a workflow that was on', () => {
	it.each(['update', 'init'] as const)(
		'at %s takes as new what came since the Poll Time before',
		async (activation) => {
			rig.exchange.openOrder({ createdAt: Date.now() - 10 * MINUTE });
			const { id } = rig.exchange.openOrder({ createdAt: Date.now() - 20 * SECOND });

			expect(idsOf(await rig.trigger({ events: ['orderCreated'], activation }).poll())).toEqual([id]);
		},
	);

	it('goes on from there where n8n forgets the state of polls without events', async () => {
		const poll = async () =>
			await rig.trigger({ events: ORDER_EVENTS, workflowId: 'forgetful', activation: 'update' }).next();
		const order = rig.exchange.openOrder({ createdAt: Date.now() - 10 * MINUTE, paymentMinutes: 60 });
		const first = await poll();
		rig.exchange.buyerPays(order.id);
		const second = await poll();
		const third = await poll();

		expect([first, second?.map(({ event }) => event), third]).toEqual([
			null,
			['orderPaid', 'orderStatusChanged'],
			null,
		]);
	});
});
