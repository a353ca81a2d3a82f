/** Every event, emitted by real polls, is what the output schema of the trigger says. */
import { later, MINUTE, SECOND } from '../support/instantTime.mts';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EVENTS } from '../../nodes/BybitP2P/trigger/events';
import { deviations, type JsonSchema } from '../support/jsonSchema.mts';
import { runAction } from '../support/n8nCore.mts';
import { aRig, type Item, type Rig, type Trigger } from '../support/triggerRig.mts';

const schema = JSON.parse(
	readFileSync(join(__dirname, '../../nodes/BybitP2P/__schema__/v1.0.0/output.json'), 'utf8'),
) as JsonSchema;
const events = EVENTS.map(({ value }) => value);

let rig: Rig;
beforeEach(async () => {
	rig = await aRig();
});
afterEach(async () => {
	await rig.close();
});

async function anAd(): Promise<string> {
	const { json } = await runAction(
		{
			resource: 'ad',
			operation: 'create',
			side: 'sell',
			coin: 'USDT',
			fiat: 'EUR',
			price: '0.92',
			quantity: '500',
			minAmount: '10',
			maxAmount: '400',
			paymentIds: [String(rig.exchange.merchant.paymentTerms[0].id)],
		},
		rig.credential,
	);
	return String(json[0].adId);
}

/** Lets everything happen that there is an event for, and collects what is emitted. */
async function everything(trigger: Trigger): Promise<readonly Item[]> {
	const { exchange } = rig;
	const items: Item[] = [];
	const poll = async (): Promise<void> => void items.push(...((await trigger.next()) ?? []));
	later(SECOND);
	const sale = exchange.openOrder({ side: 'sell', counterparty: 'anna', counterpartyName: 'Anna Berg' }).id;
	const purchase = exchange.openOrder({ side: 'buy', counterparty: 'otto' }).id;
	const refused = exchange.openOrder({ side: 'sell', counterparty: 'ivan' }).id;
	const adId = await anAd();
	await poll();
	exchange.buyerPays(sale);
	exchange.say(sale, 'I have paid');
	exchange.requestCancel(purchase);
	exchange.setStatus(refused, 30);
	exchange.sellOutAd(adId);
	await poll();
	later(2 * MINUTE);
	await poll();
	exchange.setStatus(sale, 50);
	exchange.setStatus(refused, 40);
	await poll();
	return items;
}

it.each([
	['as lists show orders', {}],
	['with order details', { includeOrderDetails: true }],
])('every event gives what the output schema says, %s', async (_, options) => {
	const trigger = await rig.active({ events, options: { repeatMinutes: 1, expiringSeconds: 3000, ...options } });

	const items = await everything(trigger);

	expect([...new Set(items.map(({ event }) => event))].sort()).toEqual([...events].sort());
	expect(items.flatMap((item) => deviations(schema, item, item.event))).toEqual([]);
});
