import type { EventFilters } from '../../../nodes/BybitP2P/trigger/filters';
import { passes } from '../../../nodes/BybitP2P/trigger/filters';
import { aDomainEvent, aMessage, anAd, anOrder, anOrderInFull, filtersOf } from '../../support/pollingBuilders.mts';

const written = (fields = {}) =>
	aDomainEvent({
		type: 'message',
		message: aMessage(fields),
		nicknames: { me: 'me', counterparty: 'ann' },
	});

describe('filters of orders', () => {
	it.each<[string, Partial<EventFilters>, boolean]>([
		['my side', { side: 'sell' }, true],
		['the other side', { side: 'buy' }, false],
		['its coin', { coins: ['BTC', 'USDT'] }, true],
		['another coin', { coins: ['BTC'] }, false],
		['its fiat', { fiats: ['EUR'] }, true],
		['another fiat', { fiats: ['USD'] }, false],
		['its counterparty', { counterpartyIds: ['77'] }, true],
		['another counterparty', { counterpartyIds: ['7'] }, false],
		['its counterparty left out', { excludeCounterpartyIds: ['7', '77'] }, false],
		['another counterparty left out', { excludeCounterpartyIds: ['7'] }, true],
		['its status', { statuses: ['waitingForPayment', 'appeal'] }, true],
		['another status', { statuses: ['waitingForRelease'] }, false],
		['a minimum it reaches', { minFiatAmount: '100.00' }, true],
		['a minimum above it', { minFiatAmount: '100.01' }, false],
		['a maximum it keeps', { maxFiatAmount: '100' }, true],
		['a maximum below it', { maxFiatAmount: '99.99' }, false],
		['all that fits but one', { coins: ['USDT'], fiats: ['EUR'], side: 'buy' }, false],
	])('by %s: %j', (_name, fields, isPassed) => {
		expect(passes(aDomainEvent(), filtersOf(fields))).toBe(isPassed);
	});

	it.each([
		['that is not known yet', anOrder(), true],
		['that is one of them', anOrderInFull({ itemId: '55' }), true],
		['that is another', anOrderInFull({ itemId: '56' }), false],
	])('by an ad %s: %#', (_name, order, isPassed) => {
		expect(passes(aDomainEvent({ order }), filtersOf({ adIds: ['55'] }))).toBe(isPassed);
	});

	it('let no order through whose amount is no number', () => {
		expect(passes(aDomainEvent({ order: anOrder({ amount: '' }) }), filtersOf({ minFiatAmount: '1' }))).toBe(false);
	});

	it('let no order through whose side is missing', () => {
		const order = { ...anOrder(), side: null } as unknown as ReturnType<typeof anOrder>;

		expect(passes(aDomainEvent({ order }), filtersOf({ side: 'buy' }))).toBe(false);
	});

	it('take an order that lacks fields as one that does not fit', () => {
		const bare = { id: '1', status: 10, createDate: '1' } as unknown as ReturnType<typeof anOrder>;

		expect([
			passes(aDomainEvent({ order: bare }), filtersOf()),
			passes(aDomainEvent({ order: bare }), filtersOf({ coins: ['BTC'] })),
		]).toEqual([true, false]);
	});
});

describe('filters of messages', () => {
	it.each<[string, Partial<EventFilters>, boolean]>([
		['counterparty', { messageFrom: ['counterparty'] }, true],
		['somebody else', { messageFrom: ['me', 'system'] }, false],
		['its kind', { messageKinds: ['text'] }, true],
		['another kind', { messageKinds: ['pdf'] }, false],
		['its order', { side: 'buy' }, false],
	])('by %s: %j', (_name, fields, isPassed) => {
		expect(passes(written(), filtersOf(fields))).toBe(isPassed);
	});

	it.each([
		['SYSTEM', 'system'],
		['me', 'me'],
		[' me ', 'me'],
		['anybody', 'counterparty'],
		['', 'counterparty'],
	] as const)('know the sender %j as %s', (sendUserNickName, sender) => {
		expect(passes(written({ sendUserNickName }), filtersOf({ messageFrom: [sender] }))).toBe(true);
	});

	it('take a counterparty with my own nickname for the counterparty', () => {
		const event = { ...written({ sendUserNickName: 'me' }), nicknames: { me: 'me', counterparty: 'me' } };

		expect(passes(event, filtersOf({ messageFrom: ['counterparty'] }))).toBe(true);
	});
});

describe('filters of ads', () => {
	it.each<[string, Partial<EventFilters>, boolean]>([
		['its own id', { adIds: ['55'] }, true],
		['another id', { adIds: ['56'] }, false],
		['its coin', { coins: ['USDT'] }, true],
		['another fiat', { fiats: ['USD'] }, false],
		['my side', { side: 'sell' }, true],
		['what only orders have', { counterpartyIds: ['7'], statuses: ['appeal'], minFiatAmount: '999' }, true],
	])('by %s: %j', (_name, fields, isPassed) => {
		const event = { type: 'adStatus', key: '55:online:1', atMs: 0, ad: anAd() };

		expect(passes(event, filtersOf(fields))).toBe(isPassed);
	});
});
