import { EVENTS } from '../../../nodes/BybitP2P/trigger/events';
import { enteredStatus } from '../../../nodes/BybitP2P/trigger/detect/trackedOrder';
import { itemsOf, type Shape } from '../../../nodes/BybitP2P/trigger/render';
import { aDomainEvent, aMessage, anAd, anOrder, anOrderInFull, ORDER_ID } from '../../support/pollingBuilders.mts';

const shape: Shape = { simplify: true, details: false, origin: 'https://api.bybit.com' };
const all = EVENTS.map(({ value }) => value);
const written = aDomainEvent({
	type: 'message',
	key: '77:100',
	message: aMessage(),
	nicknames: { me: 'me', counterparty: 'ann' },
});

describe('each thing found', () => {
	it.each([
		['an opened order', aDomainEvent(), [`orderCreated:${ORDER_ID}`]],
		[
			'a paid order',
			enteredStatus(anOrder({ status: 20 }), 20, 1),
			[`orderPaid:${ORDER_ID}:20:1`, `orderStatusChanged:${ORDER_ID}:20:1`],
		],
		[
			'a second appeal',
			enteredStatus(anOrder({ status: 30 }), 30, 2),
			[`orderAppealed:${ORDER_ID}:30:2`, `orderStatusChanged:${ORDER_ID}:30:2`],
		],
		['an unknown status', enteredStatus(anOrder({ status: 777 }), 777, 1), [`orderStatusChanged:${ORDER_ID}:777:1`]],
		['a message', written, ['messageReceived:77:100']],
		['a request to cancel', aDomainEvent({ type: 'cancelRequested', key: '1:1' }), ['cancelRequested:1:1']],
		['a deadline', aDomainEvent({ type: 'expiring', key: '1' }), ['orderExpiring:1']],
		['an order that stays open', aDomainEvent({ type: 'open', key: '1:20:1:3' }), ['orderOpen:1:20:1:3']],
		['a chat that waits', { ...written, type: 'unanswered', key: '77:100:2' }, ['messageUnanswered:77:100:2']],
		['an ad', { type: 'adStatus', key: '55:offline:1', atMs: 0, ad: anAd() }, ['adStatusChanged:55:offline:1']],
	])('gives an id of its own for each event: %s', (_name, event, ids) => {
		expect(itemsOf(event, all, shape).map(({ eventId }) => eventId)).toEqual(ids);
	});

	it('is emitted only for the events asked for', () => {
		expect(itemsOf(enteredStatus(anOrder(), 20, 1), ['orderCreated', 'orderCompleted'], shape)).toEqual([]);
	});

	it('brings its own fields into the item', () => {
		const [item] = itemsOf(aDomainEvent({ fields: { previousStatus: 'appeal' } }), all, shape);

		expect(item).toMatchObject({ event: 'orderCreated', previousStatus: 'appeal', order: { orderId: ORDER_ID } });
	});

	it('comes as the exchange sent it when nothing is simplified', () => {
		const [item] = itemsOf(written, all, { ...shape, simplify: false });
		const [ofAd] = itemsOf({ type: 'adStatus', key: '1', atMs: 0, ad: anAd() }, all, { ...shape, simplify: false });

		expect([item.order, item.message, ofAd.ad]).toEqual([anOrder(), aMessage(), anAd()]);
	});

	it('shows an order with all that only the order in full shows, where asked for', () => {
		const event = aDomainEvent({ order: anOrderInFull({ remark: 'be quick' }) });

		expect(itemsOf(event, all, { ...shape, details: true })[0].order).toMatchObject({ adId: '55', remark: 'be quick' });
		expect(itemsOf(event, all, shape)[0].order).not.toHaveProperty('remark');
	});

	it('shows an ad with the reason why it is hidden', () => {
		const event = { type: 'adStatus', key: '1', atMs: 0, ad: anAd({ hiddenReason: 'PRICE' }) };

		expect(itemsOf(event, all, shape)[0].ad).toMatchObject({ adId: '55', status: 'online', hiddenReason: 'PRICE' });
	});

	it("shows a message of somebody with my own nickname as the counterparty's", () => {
		const event = { ...written, nicknames: { me: 'ann', counterparty: 'ann' } };

		expect(itemsOf(event, all, shape)[0].message).toMatchObject({ from: 'counterparty', nickname: 'ann' });
	});
});

describe('the events', () => {
	it('have names that the contract fixes, sorted as the editor shows them', () => {
		const names = EVENTS.map(({ name }) => name);

		expect([...all].sort()).toEqual([
			'adStatusChanged',
			'cancelRequested',
			'messageReceived',
			'messageUnanswered',
			'orderAppealed',
			'orderCancelled',
			'orderCompleted',
			'orderCreated',
			'orderExpiring',
			'orderOpen',
			'orderPaid',
			'orderStatusChanged',
		]);
		expect(names).toEqual([...names].sort());
	});
});
