import { sideName, STATUS, type Side } from '../../api/codes';
import type { OrderInFull, OrderRow } from '../../api/types';

/** Who has to act for an open order to go on. */
export type WaitingFor = 'me' | 'counterparty' | 'bybit';

/** In these the buyer acts, or the seller; in all others the exchange decides. */
const ACTS_IN: Readonly<Record<number, Side>> = {
	[STATUS.waitingForPayment]: 'buy',
	[STATUS.waitingForCoinChoice]: 'buy',
	[STATUS.waitingForRelease]: 'sell',
};

/** @param isCancelRequested - a seller waits for my answer to a request to cancel. */
export function waitingFor(order: OrderRow | OrderInFull, isCancelRequested: boolean): WaitingFor {
	const side = sideName(order.side);
	const isOpenRequest =
		isCancelRequested || ('needBuyerExamineCancel' in order && order.needBuyerExamineCancel === true);
	if (isOpenRequest && side === 'buy') return 'me';
	const acting = ACTS_IN[Number(order.status)];
	if (acting === undefined) return 'bybit';
	// Where the side is not told a person is to look.
	return acting === side || side === 'unknown' ? 'me' : 'counterparty';
}
