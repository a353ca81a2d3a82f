import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import type { Change, DomainEvent } from '../../../nodes/BybitP2P/trigger/change';
import { enrich, type EnrichWanted } from '../../../nodes/BybitP2P/trigger/enrich';
import {
	aDomainEvent,
	aLostReply,
	aMemory,
	anOrder,
	anOrderInFull,
	aRefusal,
	aState,
} from '../../support/pollingBuilders.mts';

const changeOf = (id: string, fields: Partial<DomainEvent> = {}): Change => ({
	events: [aDomainEvent({ key: id, orderId: id, order: anOrder({ id }), ...fields })],
	after: {},
});

/** Runs `enrich` on an exchange that shows each order, but for those that fail. */
async function enriched(
	changes: readonly Change[],
	wanted: Partial<EnrichWanted> = {},
	failures: Record<string, Error> = {},
) {
	const read: string[] = [];
	const api = {
		async timedCall(_endpoint: unknown, { orderId }: { orderId: string }) {
			read.push(orderId);
			if (orderId in failures) throw failures[orderId];
			return { result: anOrderInFull({ id: orderId }), timeMs: 0 };
		},
	} as unknown as BybitApi;
	const result = await enrich(api, changes, {
		before: aState(),
		inFull: new Map(),
		isWanted: () => true,
		details: true,
		isTimeUp: () => false,
		...wanted,
	});
	const idsOf = (some: readonly Change[]): string[] => some.map(({ events: [event] }) => event.key);
	return { ...result, read, goesOut: idsOf(result.changes), waits: idsOf(result.held) };
}

describe('events with their orders in full', () => {
	it('bring each order as it is read, once', async () => {
		const { read, changes } = await enriched([changeOf('1'), changeOf('1'), changeOf('2')]);

		expect([read, changes.map(({ events: [event] }) => event.order)]).toEqual([
			['1', '2'],
			['1', '1', '2'].map((id) => anOrderInFull({ id })),
		]);
	});

	it('cost nothing where the order was read in this poll already', async () => {
		const { read, changes } = await enriched([changeOf('1')], {
			inFull: new Map([['1', anOrderInFull({ id: '1', remark: 'read' })]]),
		});

		expect([read, changes[0].events[0].order]).toEqual([[], anOrderInFull({ id: '1', remark: 'read' })]);
	});

	it('cost nothing where nobody wants the event', async () => {
		expect(await enriched([changeOf('1')], { isWanted: () => false })).toMatchObject({ read: [], goesOut: ['1'] });
	});

	it('wait when their order is refused, and stop no other', async () => {
		const result = await enriched([changeOf('1'), changeOf('2')], {}, { '1': aRefusal() });

		expect([result.waits, result.goesOut, [...result.refusals]]).toEqual([
			['1'],
			['2'],
			[
				['2', 0],
				['1', 1],
			],
		]);
	});

	it('wait when the reply is lost, which counts as no try', async () => {
		const result = await enriched([changeOf('1')], {}, { '1': aLostReply() });

		expect([result.waits, [...result.refusals]]).toEqual([['1'], []]);
	});

	it('come with what the list shows after ten refusals, and the log says so', async () => {
		const before = aState({ orders: { '1': aMemory({ detailRefusals: 9 }) } });
		const result = await enriched([changeOf('1')], { before }, { '1': aRefusal() });

		expect([result.goesOut, result.changes[0].events[0].order]).toEqual([['1'], anOrder({ id: '1' })]);
		expect(result.warnings).toEqual([expect.stringMatching(/^Order 1 could not be read in full 10 times/)]);
	});

	it('wait on after ten refusals when no list shows their order', async () => {
		const before = aState({ orders: { '1': aMemory({ detailRefusals: 30 }) } });

		expect((await enriched([changeOf('1', { order: undefined })], { before }, { '1': aRefusal() })).waits).toEqual([
			'1',
		]);
	});

	it('are read for some orders even when the time is up', async () => {
		const changes = Array.from({ length: 9 }, (_none, n) => changeOf(`${n}`));
		const { read, waits } = await enriched(changes, { isTimeUp: () => true });

		expect([read.length, waits.length]).toEqual([5, 4]);
	});
});

describe('events without orders in full', () => {
	it('are read only where no list shows their order', async () => {
		const { read, goesOut } = await enriched([changeOf('1'), changeOf('2', { order: undefined })], { details: false });

		expect([read, goesOut]).toEqual([['2'], ['1', '2']]);
	});
});

describe('a change', () => {
	it('waits as a whole when one of its events does', async () => {
		const [first, second] = [changeOf('1'), changeOf('2')];
		const both: Change = { events: [...first.events, ...second.events], after: {} };

		expect((await enriched([both], {}, { '2': aRefusal() })).waits).toEqual(['1']);
	});
});
