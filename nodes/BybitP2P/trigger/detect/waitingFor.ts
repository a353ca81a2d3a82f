import { sideName, STATUS, type Side } from '../../api/codes';
import type { OrderInFull, OrderRow } from '../../api/types';

/** True for a status in which a seller may ask to cancel. */
export function isAskable(status: number): boolean {
	return status === STATUS.waitingForPayment || status === STATUS.waitingForRelease;
}

/** Who has to act for an open order to go on. */
export type WaitingFor = 'me' | 'counterparty' | 'bybit';

/** In these the buyer acts, or the seller; in all others the exchange decides. */
const ACTS_IN: Readonly<Record<number, Side>> = {
	[STATUS.waitingForPayment]: 'buy',
	[STATUS.waitingForCoinChoice]: 'buy',
	[STATUS.waitingForRelease]: 'sell',
};

/** @param wasCancelRequested - a seller waited for my answer to a request to cancel when the order was last read in full. */
export function waitingFor(order: OrderRow | OrderInFull, wasCancelRequested: boolean): WaitingFor {
	const side = sideName(order.side);
	const isRequested = 'needBuyerExamineCancel' in order ? order.needBuyerExamineCancel === true : wasCancelRequested;
	if (isRequested && side === 'buy' && isAskable(Number(order.status))) return 'me';
	const acting = ACTS_IN[Number(order.status)];
	if (acting === undefined) return 'bybit';
	// Where the side is missing a person has to look.
	return acting === side || side === 'unknown' ? 'me' : 'counterparty';
}
