import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError, type BybitError } from '../../api/errors';
import { textOf } from '../../api/text';
import { fetchOrder } from '../../api/fetchOne';
import type { Id, OrderInFull } from '../../api/types';
import { answerOf, NotConfirmed, outcomeOf, refusedDeed, type Answer, type Outcome } from '../../safety/outcome';

/** One deed about money on one order. */
export interface MoneyAction {
	/** As a noun: "release", "payment mark". */
	readonly what: string;
	readonly isDone: (order: OrderInFull) => boolean;
	/** Whether the order, as read before, shows that nothing is left to do; as `isDone` unless given. */
	readonly isAlready?: (order: OrderInFull) => boolean;
	/**
	 * Asked first, also of an order in which nothing is left to do.
	 *
	 * @param nowMs - the exchange's clock when the order was read.
	 * @throws InputError when it is not for me to do: I am on the other side.
	 */
	readonly assertMine: (order: OrderInFull, nowMs: number) => void;
	/** @throws InputError when the order does not allow it now: nothing is sent then. */
	readonly demand: (order: OrderInFull) => void;
	readonly send: (order: OrderInFull) => Promise<unknown>;
}

/** `already`: another execution, a person or an earlier try did it. `rehearsed`: everything was checked, nothing was sent. */
export interface MoneyActionResult {
	readonly type: 'done' | 'already' | 'rehearsed';
	/** The order as last read. */
	readonly order: OrderInFull;
}

/** Pauses before the looks at the order after the call: a read soon after a release has been seen as stale. */
const LOOK_AFTER_MS = [0, 300, 700, 1_500, 3_000] as const;
/** After a no that is about the key or the rate limit one more look is enough: whether someone else has done it. */
const LOOKS_AFTER_REFUSAL = 2;

/**
 * Reads the order, sends once, and tells by reading the order what happened.
 *
 * A second call goes out only when the exchange turned the first away at the door because of the clock, and a fresh read shows that
 * it is still needed.
 *
 * @throws InputError (nothing sent), BybitError (refused and not done), NotConfirmed (sent, not known).
 */
export async function confirmedCall(
	api: BybitApi,
	orderId: Id,
	dryRun: boolean,
	deed: MoneyAction,
): Promise<MoneyActionResult> {
	return await api.runExclusive(`order ${orderId}`, async () => {
		let turnedAway: { readonly error: BybitError; readonly before: OrderInFull } | undefined;
		for (;;) {
			const { result: order, timeMs } = await api.timedCall(endpoints.getOrder, { orderId });
			assertSameOrder(order, orderId);
			deed.assertMine(order, timeMs);
			if (turnedAway !== undefined && isOlder(order, turnedAway.before)) {
				throw refusedDeed(deed.what, orderId, turnedAway.error, undefined);
			}
			// What was open a moment ago and is not any more has been done by somebody.
			const isAlready = turnedAway === undefined ? (deed.isAlready ?? deed.isDone) : deed.isDone;
			if (isAlready(order)) return { type: 'already', order };
			deed.demand(order);
			if (dryRun) return { type: 'rehearsed', order };

			const answer = await answerOf(async () => await deed.send(order));
			if (turnedAway === undefined && isTurnedAwayByClock(answer)) {
				turnedAway = { error: answer.error, before: order };
				continue;
			}

			const seen = await looks(api, order, answer, deed.isDone);
			const last = seen[seen.length - 1];
			const outcome = outcomeOf(
				deed.what,
				orderId,
				answer,
				last === undefined ? undefined : { statusCode: Number(last.status), isDone: deed.isDone(last) },
			);
			if (outcome.type === 'done') return { type: 'done', order: last };
			throw notDone(outcome);
		}
	});
}

function notDone(outcome: Exclude<Outcome, { type: 'done' }>): Error {
	switch (outcome.type) {
		case 'refused':
			return outcome.error;
		case 'notConfirmed':
			return new NotConfirmed(outcome.message, outcome.advice);
	}
}

function isTurnedAwayByClock(answer: Answer): answer is Extract<Answer, { type: 'refused' }> {
	return answer.type === 'refused' && answer.error.code === CODE.timestampOutsideWindow;
}

/**
 * The order as read after the call, until it shows the deed as done. Left out: a look that fails, and one that shows the order as it was
 * earlier than when it was read before the call.
 */
async function looks(
	api: BybitApi,
	before: OrderInFull,
	answer: Answer,
	isDone: (order: OrderInFull) => boolean,
): Promise<readonly OrderInFull[]> {
	const concernsCaller = answer.type === 'refused' && (answer.error.isAccessDenied || answer.error.isRateLimited);
	const pauses = concernsCaller ? LOOK_AFTER_MS.slice(0, LOOKS_AFTER_REFUSAL) : LOOK_AFTER_MS;
	const seen: OrderInFull[] = [];
	for (const pause of pauses) {
		if (pause > 0) await api.wait(pause);
		const order = await lookedAt(api, textOf(before.id));
		if (order === undefined || isOlder(order, before)) continue;
		seen.push(order);
		if (isDone(order)) break;
	}
	return seen;
}

async function lookedAt(api: BybitApi, orderId: Id): Promise<OrderInFull | undefined> {
	try {
		return await fetchOrder(api, orderId);
	} catch {
		// Not an answer about the order; the next look may be one.
		return undefined;
	}
}

/** Nothing is decided by a reply that is about another order, or about none. */
function assertSameOrder(order: OrderInFull | null | undefined, orderId: Id): void {
	if (isSameOrder(order, orderId)) return;
	throw new InputError(
		`Bybit did not show order ${orderId}: its reply holds another order or none`,
		'Nothing was sent. Try again in a minute, or look at the order on Bybit.',
	);
}

function isSameOrder(order: OrderInFull | null | undefined, orderId: Id): order is OrderInFull {
	return textOf(order?.id) === orderId;
}

function isOlder(order: OrderInFull, than: OrderInFull): boolean {
	return Number(textOf(order.updateDate) || Number.NaN) < Number(textOf(than.updateDate) || Number.NaN);
}
