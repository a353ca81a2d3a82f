import { later, MINUTE, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});

describe('many orders and chats', () => {
	it('61 open orders are followed over three pages', async () => {
		const ids = Array.from({ length: 61 }, (_none, n) => {
			later(10);
			return rig.exchange.openOrder({ counterparty: `person ${n}` }).id;
		});
		const trigger = await rig.active({ events: ['orderPaid'] });
		ids.forEach((id) => rig.exchange.buyerPays(id));

		expect(idsOf(await trigger.next())).toEqual(ids);
	});

	it('no chat waits for ever, and a poll reads 50 at most while nothing points to them', async () => {
		rig.exchange.configure({ unreadHints: 'never' });
		const ids = Array.from(
			{ length: 120 },
			(_none, n) => rig.exchange.openOrder({ counterparty: `person ${n}`, paymentMinutes: 10_000 }).id,
		);
		later(SECOND);
		const trigger = await rig.active({ events: ['messageReceived'] });
		later(SECOND);
		ids.forEach((id) => rig.exchange.say(id, 'hello'));
		const emitted: unknown[] = [];
		const reads: number[] = [];
		for (let polls = 0; polls < 3; polls += 1) {
			rig.exchange.clearCalls();
			emitted.push(...idsOf(await trigger.next()));
			reads.push(rig.exchange.calls.filter(({ path }) => path.endsWith('/message/listpage_v1')).length);
		}

		expect(emitted.sort()).toEqual(ids.sort());
		expect(Math.max(...reads)).toBeLessThanOrEqual(50);
	});

	it('a quiet poll reads a fifth of the chats once the counters of the list have announced twenty messages', async () => {
		const ids = Array.from(
			{ length: 10 },
			(_none, n) => rig.exchange.openOrder({ counterparty: `person ${n}`, paymentMinutes: 10_000 }).id,
		);
		later(MINUTE);
		const trigger = await rig.active({ events: ['messageReceived'] });
		for (let polls = 0; polls < 8; polls += 1) {
			ids.slice(0, 3).forEach((id) => rig.exchange.say(id, 'hello'));
			await trigger.next();
		}

		const calls: number[] = [];
		for (let polls = 0; polls < 10; polls += 1) calls.push(await rig.callsOf(async () => await trigger.next()));

		expect(calls.slice(5).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5 * (2 + 2));
	});

	it.each([
		[10, 2 + 10],
		[100, 5 + 50],
		[1000, 35 + 50],
	])(
		'a quiet poll with %i open orders takes %i calls',
		async (count, most) => {
			for (let n = 0; n < count; n += 1)
				rig.exchange.openOrder({
					counterparty: `person ${n}`,
					paymentMinutes: 10_000,
					createdAt: Date.now() - 5 * MINUTE,
				});
			const trigger = await rig.active();
			for (let polls = Math.ceil(count / 40); polls > 0; polls -= 1) await trigger.next();

			expect(await rig.callsOf(async () => await trigger.next())).toBeLessThanOrEqual(most);
		},
		// A thousand orders take a slow machine a minute.
		300_000,
	);
});
