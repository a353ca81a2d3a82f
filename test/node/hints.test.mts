/** What the editor says above a result, and what it advises those who build workflows. */
import type { INodeParameters } from 'n8n-workflow';

import { BybitP2P } from '../../nodes/BybitP2P/BybitP2P.node';
import { BybitP2PTrigger } from '../../nodes/BybitP2P/BybitP2PTrigger.node';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { callTool, credentialFor, runAction, type Item } from '../support/n8nCore.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const paidSale = (): string => {
	const { id } = simulator.exchange.openOrder({ side: 'sell', counterparty: 'anna', counterpartyName: 'Anna Berg' });
	simulator.exchange.buyerPays(id);
	return id;
};
const purchase = (): string => simulator.exchange.openOrder({ side: 'buy', counterparty: 'otto' }).id;
const DRY = { dryRun: true };

async function hintsOf(operation: string, parameters: INodeParameters, items?: readonly Item[]): Promise<string[]> {
	const { run, error } = await runAction(
		{ resource: 'order', operation, ...parameters },
		credentialFor(simulator.url),
		items === undefined ? {} : { items },
	);
	expect(error).toBeUndefined();
	return (run.data.resultData.runData['Bybit P2P'][0].hints ?? []).map(({ message }) => message);
}

describe('a dry run', () => {
	it('says above the result that nothing was done', async () => {
		const orderId = purchase();

		expect(await hintsOf('release', { orderId: paidSale(), options: DRY })).toEqual([
			'Dry Run was on: nothing was released. To do it, remove Dry Run from the Options.',
		]);
		expect(await hintsOf('markAsPaid', { orderId, options: DRY })).toEqual([
			'Dry Run was on: nothing was marked as paid. To do it, remove Dry Run from the Options.',
		]);
		simulator.exchange.requestCancel(orderId);
		expect(await hintsOf('reviewCancelRequest', { orderId, decision: 'accept', options: DRY })).toEqual([
			'Dry Run was on: the request was not answered. To do it, remove Dry Run from the Options.',
		]);
	});

	it('says it once for many items', async () => {
		const items = [paidSale(), paidSale()].map((orderId) => ({ json: { orderId } }));

		expect(await hintsOf('release', { orderId: '={{ $json.orderId }}', options: DRY }, items)).toHaveLength(1);
	});

	it('is not spoken of when the action was carried out', async () => {
		expect(await hintsOf('release', { orderId: paidSale() })).toEqual([]);
	});

	it('does not disturb an AI agent', async () => {
		const { answer } = await callTool(
			{ resource: 'order', operation: 'release', orderId: paidSale(), options: DRY, allowMoneyActions: true },
			{},
			credentialFor(simulator.url),
		);

		expect(answer).toMatchObject([{ released: false, dryRun: true }]);
	});
});

describe('a list of orders', () => {
	it('says that its names are cut short', async () => {
		paidSale();

		const hints = await hintsOf('getPending', {});

		expect(hints).toEqual([expect.stringMatching(/^Bybit cuts real names short in lists\./)]);
		expect(await hintsOf('getMany', {})).toEqual(hints);
	});

	it('says nothing of names that are whole, nor of no names', async () => {
		const orderId = paidSale();

		expect(await hintsOf('getPending', { options: { includeDetails: true } })).toEqual([]);
		expect(await hintsOf('get', { orderId })).toEqual([]);
		expect(await hintsOf('getPending', { filters: { side: 'buy' } })).toEqual([]);
	});
});

describe('the hint to those who build workflows', () => {
	it('advises to look into the bank before a release, and to use the error output', () => {
		const hint = new BybitP2P().description.builderHint?.searchHint;

		expect(hint).toMatch(/look into the bank account/);
		expect(hint).toMatch(/error output/);
		expect(hint).toMatch(/text from end to end/);
	});

	it('says that an event may come twice, and that the first poll emits nothing old', () => {
		const { builderHint, hints } = new BybitP2PTrigger().description;

		expect(builderHint?.searchHint).toMatch(/Remove Duplicates .* eventId/);
		expect(builderHint?.relatedNodes?.map(({ nodeType }) => nodeType)).toContain('n8n-nodes-base.removeDuplicates');
		expect(hints?.map(({ message }) => message)).toEqual([expect.stringMatching(/the first poll emits nothing old/)]);
	});
});
