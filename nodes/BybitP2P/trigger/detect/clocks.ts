import { STATUS } from '../../api/codes';
import { textOf } from '../../api/text';
import type { OrderInFull } from '../../api/types';

/**
 * Dates of orders and messages, which are not compared to the millisecond: they may be whole seconds, and the clocks behind them and
 * behind the time of a reply may differ.
 */

/** So much the clocks of the exchange may differ from each other. */
export const CLOCK_SLACK_MS = 5_000;

/** A date of the exchange; `otherwise` when it is none. */
export function dateOf(value: unknown, otherwise: number): number {
	const ms = Number(textOf(value) || Number.NaN);
	return Number.isFinite(ms) && ms > 0 ? ms : otherwise;
}

/** The latest moment that a date may stand for: whole seconds are cut off, not rounded. */
export function latestMoment(dateMs: number): number {
	return dateMs % 1000 === 0 ? dateMs + 999 : dateMs;
}

/** When an order entered its present status, as the order in full shows; `otherwise` when it shows no date that can be. */
export function statusDate(order: OrderInFull, nowMs: number, otherwise: number): number {
	const date = Number(order.status) === STATUS.waitingForRelease ? order.transferDate : order.updateDate;
	const ms = dateOf(date, otherwise);
	const isPossible = ms >= Number(order.createDate) - CLOCK_SLACK_MS && ms <= nowMs + CLOCK_SLACK_MS;
	return isPossible ? ms : otherwise;
}
