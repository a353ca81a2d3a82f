import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import type { Id, OrderInFull } from '../../api/types';
import { answerFrom, NotConfirmed, outcomeOf, type Answer } from '../../safety/outcome';

/** One deed about money on one order. */
export interface Deed {
	/** As a noun: "release", "payment mark". */
	readonly what: string;
	readonly isDone: (order: OrderInFull) => boolean;
	/** Whether the order, as read before, shows that nothing is left to do; as `isDone` unless given. */
	readonly isAlready?: (order: OrderInFull) => boolean;
	/**
	 * @param nowMs - the exchange's clock when the order was read.
	 * @throws Refusal when the order does not allow it: nothing is sent then.
	 */
	readonly demand: (order: OrderInFull, nowMs: number) => void;
	readonly send: (order: OrderInFull) => Promise<unknown>;
}

/** `already`: another execution, a person or an earlier try did it. `rehearsed`: everything was checked, nothing was sent. */
export interface DeedResult {
	readonly type: 'done' | 'already' | 'rehearsed';
	/** The order as last read. */
	readonly order: OrderInFull;
}

/** Pauses before the looks at the order after the call: a read soon after a release has been seen as stale. */
const LOOK_AFTER_MS = [0, 300, 700, 1_500, 3_000] as const;
/** After a plain no one more look is enough to see whether someone else has done it. */
const LOOKS_AFTER_REFUSAL = 2;

/**
 * Reads the order, sends once, and tells by reading the order what happened.
 *
 * A second call goes out only when the exchange turned the first away at the door because of the clock, and a fresh read shows that
 * it is still needed.
 *
 * @throws Refusal (nothing sent), BybitError (refused and not done), NotConfirmed (sent, not known).
 */
export async function confirmedCall(api: BybitApi, orderId: Id, dryRun: boolean, deed: Deed): Promise<DeedResult> {
	return await api.inTurn(`order ${orderId}`, async () => {
		for (let clockCorrected = false; ; clockCorrected = true) {
			const { result: order, timeMs } = await api.timedCall(endpoints.getOrder, { orderId });
			if ((deed.isAlready ?? deed.isDone)(order)) return { type: 'already', order };
			deed.demand(order, timeMs);
			if (dryRun) return { type: 'rehearsed', order };

			const answer = await answerOf(async () => await deed.send(order));
			if (!clockCorrected && turnedAwayByClock(answer)) continue;

			const seen = await looks(api, orderId, answer, deed.isDone);
			const last = seen[seen.length - 1];
			const outcome = outcomeOf(
				deed.what,
				orderId,
				answer,
				last === undefined ? undefined : { statusCode: Number(last.status), isDone: deed.isDone(last) },
			);
			switch (outcome.type) {
				case 'done':
					return { type: 'done', order: last };
				case 'refused':
					throw outcome.error;
				case 'notConfirmed':
					throw new NotConfirmed(outcome.message, outcome.todo);
			}
		}
	});
}

async function answerOf(send: () => Promise<unknown>): Promise<Answer> {
	try {
		await send();
		return { type: 'accepted' };
	} catch (error) {
		return answerFrom(error);
	}
}

function turnedAwayByClock(answer: Answer): boolean {
	return answer.type === 'refused' && answer.error.code === CODE.timestampOutsideWindow;
}

/** The order as read after the call, until it shows the deed as done. A look that fails is left out. */
async function looks(
	api: BybitApi,
	orderId: Id,
	answer: Answer,
	isDone: (order: OrderInFull) => boolean,
): Promise<readonly OrderInFull[]> {
	const pauses = answer.type === 'refused' ? LOOK_AFTER_MS.slice(0, LOOKS_AFTER_REFUSAL) : LOOK_AFTER_MS;
	const seen: OrderInFull[] = [];
	for (const pause of pauses) {
		if (pause > 0) await api.wait(pause);
		const order = await lookedAt(api, orderId);
		if (order === undefined) continue;
		seen.push(order);
		if (isDone(order)) break;
	}
	return seen;
}

async function lookedAt(api: BybitApi, orderId: Id): Promise<OrderInFull | undefined> {
	try {
		return await api.call(endpoints.getOrder, { orderId });
	} catch {
		// Not an answer about the order; the next look may be one.
		return undefined;
	}
}
