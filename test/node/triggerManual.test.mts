import '../support/instantTime.mts';
import { aRig, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});

describe('a manual test', () => {
	it('gives a real sample for each event and leaves the state alone', async () => {
		const { id } = rig.exchange.openOrder({ status: 20 });
		rig.exchange.say(id, 'hello');
		const trigger = rig.trigger({
			events: ['orderCreated', 'orderPaid', 'messageReceived'],
			mode: 'manual',
			activation: 'manual',
		});
		trigger.poller.setState('{"mine":"as it was"}');

		const items = await trigger.poll();

		expect(items?.map(({ event, order }) => [event, order.orderId])).toEqual(
			['orderCreated', 'orderPaid', 'messageReceived'].map((event) => [event, id]),
		);
		expect(trigger.poller.state()).toBe('{"mine":"as it was"}');
	});

	it('says clearly when there is nothing', async () => {
		const trigger = rig.trigger({ mode: 'manual', activation: 'manual' });

		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'There is no sample: this account has no P2P orders in the last 90 days',
			description: expect.stringMatching(/Publish the workflow/),
		});
	});

	it('says clearly when nothing fits the filters', async () => {
		rig.exchange.openOrder();
		const trigger = rig.trigger({
			events: ['orderCreated'],
			filters: { coins: 'BTC' },
			mode: 'manual',
			activation: 'manual',
		});

		await expect(trigger.poll()).rejects.toThrow(/none of the newest orders and messages fits/);
	});
});
