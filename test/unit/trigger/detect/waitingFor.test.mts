import { waitingFor } from '../../../../nodes/BybitP2P/trigger/detect/waitingFor';
import { anOrder, anOrderInFull } from '../../../support/pollingBuilders.mts';

const [BUY, SELL] = [0, 1];

describe('an open order waits for', () => {
	it.each([
		[10, BUY, 'me'],
		[10, SELL, 'counterparty'],
		[20, BUY, 'counterparty'],
		[20, SELL, 'me'],
		[90, BUY, 'me'],
		[90, SELL, 'counterparty'],
		[5, BUY, 'bybit'],
		[30, SELL, 'bybit'],
		[60, SELL, 'bybit'],
		[100, BUY, 'bybit'],
		[110, SELL, 'bybit'],
		[777, SELL, 'bybit'],
		[20, 7, 'me'],
	])('in status %i and on side %i: %s', (status, side, who) => {
		expect(waitingFor(anOrder({ status, side }), false)).toBe(who);
	});

	it('me while a seller waits for my answer to a request to cancel', () => {
		const order = anOrderInFull({ status: 20, side: BUY, needBuyerExamineCancel: true });

		expect([waitingFor(anOrder({ status: 20, side: BUY }), true), waitingFor(order, false)]).toEqual(['me', 'me']);
	});
});
