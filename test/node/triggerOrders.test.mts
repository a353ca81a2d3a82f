import { later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, ORDER_EVENTS, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});

describe('activation', () => {
	it('emits nothing of what is there', async () => {
		const order = rig.exchange.openOrder({ status: 20 });
		rig.exchange.openOrder({ status: 30, counterparty: 'ann' });
		rig.exchange.say(order.id, 'hello');
		const trigger = rig.trigger();

		expect(await trigger.poll()).toBeNull();
		expect(await trigger.next()).toBeNull();
	});
});

describe('an order', () => {
	it('is emitted when it is opened', async () => {
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
	])('that goes to status %i is emitted with its previous status', async (status, events, name) => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ORDER_EVENTS });
		rig.exchange.setStatus(id, status);

		const items = await trigger.next();

		expect(items?.map(({ event, previousStatus, order }) => [event, previousStatus, order.status])).toEqual(
			events.map((event) => [event, 'waitingForPayment', name]),
		);
	});

	it('that goes into appeal and back is emitted each time, under an id of its own', async () => {
		const { id } = rig.exchange.openOrder({ status: 20 });
		const trigger = await rig.active({ events: ['orderAppealed', 'orderPaid'] });
		const emitted: unknown[] = [];
		for (const status of [30, 20, 30]) {
			rig.exchange.setStatus(id, status);
			emitted.push(...((await trigger.next()) ?? []).map(({ eventId }) => eventId));
		}

		expect(emitted).toEqual([`orderAppealed:${id}:30:1`, `orderPaid:${id}:20:2`, `orderAppealed:${id}:30:2`]);
	});

	it('that opens and ends between two polls is emitted with its end', async () => {
		const trigger = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		rig.exchange.buyerPays(id);
		rig.exchange.setStatus(id, 50);

		expect(await trigger.nextEvents()).toEqual(['orderCreated', 'orderCompleted', 'orderStatusChanged']);
	});

	it('that was paid between two polls is emitted as created and as paid', async () => {
		const trigger = await rig.active({ events: ORDER_EVENTS });
		later(SECOND);
		rig.exchange.buyerPays(rig.exchange.openOrder().id);

		expect(await trigger.nextEvents()).toEqual(['orderCreated', 'orderPaid', 'orderStatusChanged']);
	});

	it('that the lists show late, behind a page of newer ones and ended by then, is emitted all the same', async () => {
		const trigger = await rig.active({ events: ['orderCreated', 'orderCancelled'] });
		later(MINUTE);
		const late = rig.exchange.openOrder();
		later(10 * SECOND);
		rig.exchange.openOrder();
		later(10 * SECOND);
		const lists = ['/v5/p2p/order/pending/simplifyList', '/v5/p2p/order/simplifyList'];
		for (const path of lists) rig.exchange.fault({ path, kind: 'stale', ageMs: 30 * SECOND });
		const first = await trigger.poll();
		later(SECOND);
		for (let n = 0; n < 29; n += 1) rig.exchange.openOrder({ counterparty: `person ${n}` });
		rig.exchange.setStatus(late.id, 40);
		const second = (await trigger.next()) ?? [];

		expect(first).toBeNull();
		expect(second.filter(({ order }) => order.orderId === late.id).map(({ event }) => event)).toEqual([
			'orderCreated',
			'orderCancelled',
		]);
	});

	it('that nobody paid in time is emitted as cancelled', async () => {
		const trigger = await rig.active({ events: ['orderCancelled'] });
		later(30 * SECOND);
		const { id } = rig.exchange.openOrder({ paymentMinutes: 2 });
		await trigger.next();

		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it('that was completed before the watch and is appealed now is emitted', async () => {
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

	it('is emitted only for the events asked for', async () => {
		const trigger = await rig.active({ events: ['orderCompleted'] });
		later(SECOND);
		const { id } = rig.exchange.openOrder();
		const first = await trigger.next();
		rig.exchange.setStatus(id, 50);

		expect([first, await trigger.nextEvents()]).toEqual([null, ['orderCompleted']]);
	});
});
