import { textOf } from '../../api/text';

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
