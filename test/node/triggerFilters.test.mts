import { later, SECOND } from '../support/instantTime.mts';
import { aRig, idsOf, type Item, type Rig } from '../support/triggerRig.mts';

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});
const textsOf = (items: readonly Item[] | null): unknown[] => (items ?? []).map(({ message }) => message?.text);

describe('filters', () => {
	const orders = [
		{ counterparty: 'ann', side: 'sell', coin: 'USDT', fiat: 'EUR', amount: '100', price: '1' },
		{ counterparty: 'bob', side: 'buy', coin: 'BTC', fiat: 'KZT', amount: '2500.50', price: '50000' },
		{ counterparty: 'cho', side: 'sell', coin: 'USDC', fiat: 'USD', amount: '999999999999999999.01', price: '1' },
	] as const;

	it.each([
		['side', 'buy', ['bob']],
		['side', 'sell', ['ann', 'cho']],
		['coins', 'btc, usdc', ['bob', 'cho']],
		['fiats', 'eur', ['ann']],
		['minFiatAmount', '100.01', ['bob', 'cho']],
		['minFiatAmount', '999999999999999999.02', []],
		['maxFiatAmount', 2500.5, ['ann', 'bob']],
		['maxFiatAmount', '99.99', []],
	])('let through what fits: %s %j', async (name, value, people) => {
		const trigger = await rig.active({ events: ['orderCreated'], filters: { [name]: value } });
		for (const order of orders) {
			later(SECOND);
			rig.exchange.openOrder(order);
		}

		const items = (await trigger.next()) ?? [];

		expect(items.map(({ order }) => order.counterpartyNickname)).toEqual(people);
	});

	it.each([
		['a filter that is misspelt', { filters: { fiat: 'EUR' } }, /^Filters has no field "fiat"/],
		['an option that is misspelt', { options: { repeatminutes: 5 } }, /^Options has no field "repeatminutes"/],
		['filters given by one expression', { filters: '={{ ({ fiats: "EUR" }) }}' }, /^Filters cannot be read as a whole/],
		['filters given as a list', { filters: [{ fiats: 'EUR' }] }, /^Filters cannot be read as a whole/],
		['an expression that gives nothing', { filters: { fiats: '={{ "" }}' } }, /^Fiats is empty/],
	])('refuse %s, which would let everything through', async (_what, saved, message) => {
		rig.exchange.openOrder();
		const { poller } = rig.trigger({ events: ['orderCreated'], ...(saved as object) });

		await expect(poller.poll()).rejects.toThrow(message);
		expect(rig.exchange.calls).toEqual([]);
	});

	it('let through the counterparties named', async () => {
		const { counterpartyId } = rig.exchange.openOrder({ counterparty: 'ann', status: 50 });
		const trigger = await rig.active({
			events: ['orderCreated'],
			filters: { counterpartyIds: `1, ${counterpartyId}` },
		});
		later(SECOND);
		rig.exchange.openOrder({ counterparty: 'bob' });
		const { id } = rig.exchange.openOrder({ counterparty: 'ann' });

		expect(idsOf(await trigger.next())).toEqual([id]);
	});

	it.each([
		[{ messageFrom: ['me'] }, ['mine']],
		[{ messageFrom: ['system'] }, ['card']],
		[{ messageFrom: ['counterparty'] }, ['theirs', '']],
		[{}, ['theirs', 'card', '']],
		[{ messageKinds: ['image'] }, ['']],
		[{ messageKinds: ['text'], messageFrom: ['counterparty', 'me'] }, ['theirs', 'mine']],
	])('let through the messages that fit %j', async (filters, texts) => {
		const { id } = rig.exchange.openOrder();
		const trigger = await rig.active({ events: ['messageReceived'], filters });
		for (const saying of [
			{ contentType: 'str', content: 'theirs' },
			{ contentType: 'str', content: 'mine', from: 'merchant' },
			{ contentType: 'str', content: 'card', from: 'system' },
			{ contentType: 'pic', content: Buffer.from('x') },
		] as const) {
			later(SECOND);
			rig.exchange.say(id, saying);
		}

		expect(textsOf(await trigger.next())).toEqual(texts);
	});

	it('that change do not emit the past', async () => {
		const narrow = await rig.active({ events: ['orderCreated'], filters: { coins: 'BTC' } });
		later(SECOND);
		rig.exchange.openOrder();
		await narrow.next();
		const wide = rig.trigger({ events: ['orderCreated'], activation: 'update' });
		wide.poller.setState(narrow.poller.state());

		expect(await wide.next()).toBeNull();
	});

	it.each([
		[{ events: [] }, /Trigger On is empty/],
		[{ filters: { minFiatAmount: 'lots' } }, /Minimum Fiat Amount is not an amount \("lots"\)/],
	])('that cannot be right are refused before any call: %j', async (how, message) => {
		const trigger = rig.trigger(how);

		await expect(trigger.poll()).rejects.toThrow(message);
		expect(rig.exchange.calls).toEqual([]);
	});
});
