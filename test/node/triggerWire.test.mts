import { HOUR, later, MINUTE } from '../support/instantTime.mts';
import { aRig, type Rig } from '../support/triggerRig.mts';
import { rejectionOf } from '../support/thrown.mts';
import nock from 'nock';

let rig: Rig;

beforeEach(async () => {
	rig = await aRig();
});

afterEach(async () => {
	await rig.close();
});

/** What a poll threw, or what it gave. */
async function outcome(poll: Promise<unknown>): Promise<unknown> {
	return await poll.catch((error: unknown) => (error as Error).message);
}

describe('a broken wire', () => {
	// nock answers in the place of the exchange, in ways that the simulator cannot.
	const HOST = 'https://api-testnet.bybit.com';
	const onTestnet = { environment: HOST };
	beforeEach(() => {
		nock.cleanAll();
	});
	afterEach(() => {
		nock.cleanAll();
	});
	afterAll(() => {
		nock.restore();
	});

	it.each([
		['bytes that are no text', 200, Buffer.from([0xff, 0xfe, 0x00, 0x80])],
		['a page', 200, '<html><body>Checking your browser</body></html>'],
		['half an answer', 200, '{"ret_code":0,"result":{"items":['],
		['JSON that is no answer', 200, '[1,2,3]'],
		['an answer without a code', 200, '{}'],
		['nothing', 200, ''],
		['a bad gateway', 502, '<html>502</html>'],
	])('that gives %s leaves the state alone', async (_name, status, body) => {
		nock(HOST).persist().post(/.*/).reply(status, body);
		const trigger = rig.trigger({ credential: onTestnet, activation: 'init' });
		trigger.poller.setState('{"as":"it was"}');
		const first = await trigger.poll();
		const second = await outcome(trigger.next());

		expect([first, second]).toEqual([null, expect.stringMatching(/^Bybit /)]);
		expect(trigger.poller.state()).toBe('{"as":"it was"}');
	});

	it('that never answers ends the check', async () => {
		nock(HOST)
			.persist()
			.post(/.*/)
			.replyWithError(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' }));

		expect(await rig.trigger({ credential: onTestnet }).poll()).toBeNull();
	});

	it('in front of the exchange that blocks this machine throws with advice', async () => {
		nock(HOST).persist().post(/.*/).reply(403, '<html>Access too frequent</html>');

		expect(await rejectionOf(rig.trigger({ credential: onTestnet }).poll())).toMatchObject({
			message: expect.stringMatching(/HTTP 403/),
			description: expect.stringMatching(/wait ten minutes/),
			httpCode: '403',
		});
	});
});

describe('time', () => {
	it('comes from the exchange: with a clock ten years off everything is emitted, and once', async () => {
		const far = await aRig({ now: Date.now() + 10 * 365 * 24 * HOUR });
		try {
			const trigger = await far.active({ credential: { recvWindow: 5000 } });
			const emitted: unknown[] = [];
			for (let minutes = 0; minutes < 3; minutes += 1) {
				far.exchange.advance(MINUTE);
				if (minutes === 0) far.exchange.say(far.exchange.openOrder().id, 'hello');
				emitted.push(...((await trigger.next()) ?? []).map(({ event }) => event));
			}

			expect(emitted).toEqual(['orderCreated', 'messageReceived', 'messageReceived']);
			expect(far.exchange.calls[0].code).toBe(10002);
		} finally {
			await far.close();
		}
	});

	it('of this machine may jump back a day: nothing is emitted again', async () => {
		const clock = await aRig({ now: Date.now() });
		try {
			const trigger = await clock.active();
			clock.exchange.advance(MINUTE);
			clock.exchange.openOrder();
			const first = await trigger.poll();
			later(-24 * HOUR);
			clock.exchange.advance(MINUTE);

			expect([first?.length, await trigger.poll()]).toEqual([2, null]);
		} finally {
			await clock.close();
		}
	});
});
