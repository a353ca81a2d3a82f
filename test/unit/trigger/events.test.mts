import { EVENTS, itemsOf, type EventFilters } from '../../../nodes/BybitP2P/trigger/events';
import type { Fact } from '../../../nodes/BybitP2P/trigger/domainEvents';
import { aMessage, anOrder } from '../../support/pollingBuilders.mts';

const shape = { simplify: true, details: false, origin: 'https://api.bybit.com' };
const filters = (fields: Partial<EventFilters> = {}): EventFilters => ({
	coins: [],
	fiats: [],
	adIds: [],
	counterpartyIds: [],
	messageFrom: ['counterparty', 'system'],
	messageKinds: [],
	...fields,
});
const created = (order = anOrder()): Fact => ({ type: 'created', order });
const inStatus = (status: number, more: object = {}): Fact => ({
	type: 'status',
	order: anOrder({ status }),
	status,
	occurrence: 1,
	...more,
});
const written = (message = aMessage()): Fact => ({
	type: 'message',
	order: anOrder(),
	message,
	counterpartyId: '77',
	me: 'me',
});
const tells = (fact: Fact, fields: Partial<EventFilters> = {}): boolean =>
	itemsOf(fact, EVENTS, filters(fields), shape).length > 0;

describe('a fact', () => {
	it.each([
		['an opened order', created(), ['orderCreated:1900000000000000001']],
		[
			'a paid order',
			inStatus(20),
			['orderPaid:1900000000000000001:20:1', 'orderStatusChanged:1900000000000000001:20:1'],
		],
		[
			'a second appeal',
			inStatus(30, { occurrence: 2 }),
			['orderAppealed:1900000000000000001:30:2', 'orderStatusChanged:1900000000000000001:30:2'],
		],
		['an unknown status', inStatus(777), ['orderStatusChanged:1900000000000000001:777:1']],
		['a message', written(), ['messageReceived:77:100']],
	])('gives an id of its own for each event: %s', (_name, fact, ids) => {
		expect(itemsOf(fact, EVENTS, filters(), shape).map(({ eventId }) => eventId)).toEqual(ids);
	});

	it('names the status before', () => {
		expect(itemsOf(inStatus(20, { previous: 10 }), ['orderPaid'], filters(), shape)[0].previousStatus).toBe(
			'waitingForPayment',
		);
	});

	it('names no status before when there was none', () => {
		expect(itemsOf(inStatus(20), ['orderPaid'], filters(), shape)[0]).not.toHaveProperty('previousStatus');
	});

	it('is told only for the events asked for', () => {
		expect(itemsOf(inStatus(20), ['orderCreated', 'orderCompleted'], filters(), shape)).toEqual([]);
	});

	it('comes as the exchange sent it when nothing is simplified', () => {
		const [item] = itemsOf(written(), EVENTS, filters(), { ...shape, simplify: false });

		expect([item.order, item.message]).toEqual([anOrder(), aMessage()]);
	});
});

describe('filters', () => {
	it.each<[string, Partial<EventFilters>, boolean]>([
		['my side', { side: 'sell' }, true],
		['the other side', { side: 'buy' }, false],
		['its coin', { coins: ['BTC', 'USDT'] }, true],
		['another coin', { coins: ['BTC'] }, false],
		['its fiat', { fiats: ['EUR'] }, true],
		['another fiat', { fiats: ['USD'] }, false],
		['its counterparty', { counterpartyIds: ['77'] }, true],
		['another counterparty', { counterpartyIds: ['7'] }, false],
		['a minimum it reaches', { minFiatAmount: '100.00' }, true],
		['a minimum above it', { minFiatAmount: '100.01' }, false],
		['a maximum it keeps', { maxFiatAmount: '100' }, true],
		['a maximum below it', { maxFiatAmount: '99.99' }, false],
		['all that fits but one', { coins: ['USDT'], fiats: ['EUR'], side: 'buy' }, false],
	])('by %s: %j', (_name, fields, passes) => {
		expect(tells(created(), fields)).toBe(passes);
	});

	it.each<[string, Partial<EventFilters>, boolean]>([
		['counterparty', { messageFrom: ['counterparty'] }, true],
		['somebody else', { messageFrom: ['me', 'system'] }, false],
		['its kind', { messageKinds: ['text'] }, true],
		['another kind', { messageKinds: ['pdf'] }, false],
	])('of messages by %s: %j', (_name, fields, passes) => {
		expect(tells(written(), fields)).toBe(passes);
	});

	it.each([
		['SYSTEM', 'system'],
		['me', 'me'],
		[' me ', 'me'],
		['anybody', 'counterparty'],
		['', 'counterparty'],
	] as const)('know the sender %j as %s', (sendUserNickName, sender) => {
		expect(tells(written(aMessage({ sendUserNickName })), { messageFrom: [sender] })).toBe(true);
	});

	it('of amounts let no order through whose amount is no number', () => {
		expect(tells(created(anOrder({ amount: '' })), { minFiatAmount: '1' })).toBe(false);
	});

	it('take an order that lacks fields as one that does not fit', () => {
		const bare = { id: '1', status: 10, createDate: '1' } as unknown as ReturnType<typeof anOrder>;

		expect([tells(created(bare)), tells(created(bare), { coins: ['BTC'] })]).toEqual([true, false]);
	});
});
