import type { BybitApi } from '../../api/client';
import { CODE, sideOf, statusOf } from '../../api/codes';
import { endpoints, type Endpoint } from '../../api/endpoints';
import { InputError, type BybitError } from '../../api/errors';
import { fetchOrder } from '../../api/fetchOne';
import { textOf } from '../../api/text';
import type { Id, OrderInFull } from '../../api/types';
import { compareDecimals, isDecimal } from '../../safety/decimal';
import { answerOf, NotConfirmed, outcomeOf, refusedAction, type Answer } from '../../safety/outcome';

/** One thing to do with money on one order. */
export interface MoneyAction<Request extends object, Report> {
	/** "release", "payment mark". */
	readonly noun: string;
	readonly endpoint: Endpoint<Request, unknown>;
	/**
	 * Decides by the order, and by nothing that it leaves behind.
	 *
	 * @param nowMs - the exchange's clock when the order was read.
	 */
	prepare(order: OrderInFull, nowMs: number): Prepared<Request, Report>;
	/** Whether the order, read after the call, shows that the action was carried out. */
	isDone(order: OrderInFull, answer: Answer): boolean;
}

/** What an order allows. Only `ready` holds something to send, and only when every check has passed. */
export type Prepared<Request extends object, Report> =
	| { readonly type: 'ready'; readonly request: Request; readonly report: Report }
	/** Another execution, a person or an earlier try has done it. */
	| { readonly type: 'already'; readonly report: Report }
	/** With a report a dry run shows it; without one it is refused as well. */
	| { readonly type: 'refused'; readonly refusal: InputError; readonly report?: Report };

/** `rehearsed`: everything was checked, nothing was sent. */
export interface MoneyResult<Report> {
	readonly type: 'done' | 'already' | 'rehearsed';
	/** The order as last read. */
	readonly order: OrderInFull;
	readonly report: Report;
}

/** A call that the exchange refused because of the clock, and the order before it. */
interface TurnedAway {
	readonly error: BybitError;
	readonly before: OrderInFull;
}

/**
 * Reads the order, sends once, and reads the order again to see what happened. One at a time for each order in this process.
 *
 * @throws InputError (nothing sent), BybitError (refused and not done), NotConfirmed (sent, not known).
 */
export async function carryOut<Request extends object, Report>(
	api: BybitApi,
	orderId: Id,
	action: MoneyAction<Request, Report>,
	dryRun: boolean,
): Promise<MoneyResult<Report>> {
	return await api.runExclusive(`order ${orderId}`, async () => await carryOutAlone(api, orderId, action, dryRun));
}

async function carryOutAlone<Request extends object, Report>(
	api: BybitApi,
	orderId: Id,
	action: MoneyAction<Request, Report>,
	dryRun: boolean,
	turnedAway?: TurnedAway,
): Promise<MoneyResult<Report>> {
	const { order, nowMs } = await readBefore(api, orderId);
	if (turnedAway !== undefined && isOlder(order, turnedAway.before)) {
		throw refusedAction(action.noun, orderId, turnedAway.error, undefined);
	}
	const prepared = action.prepare(order, nowMs);
	if (prepared.type === 'already') return { type: 'already', order, report: prepared.report };
	if (dryRun && prepared.report !== undefined) return { type: 'rehearsed', order, report: prepared.report };
	if (prepared.type === 'refused') throw prepared.refusal;

	// Every check has passed, and this is not a dry run. Nothing is sent but here.
	const answer = await answerOf(async () => await api.call(action.endpoint, prepared.request));

	if (turnedAway === undefined && isTurnedAwayByClock(answer)) {
		// Not carried out: once more, if a fresh read shows that it is still needed.
		return await carryOutAlone(api, orderId, action, dryRun, { error: answer.error, before: order });
	}
	const after = await readBack(api, order, answer, action);
	return { type: 'done', order: doneOrder(action, order, answer, after), report: prepared.report };
}

/** The order as the exchange shows it now. Nothing is decided by a reply that is about another order, or that leaves out what it is about. */
async function readBefore(api: BybitApi, orderId: Id): Promise<{ order: OrderInFull; nowMs: number }> {
	const { result: order, timeMs } = await api.timedCall(endpoints.getOrder, { orderId });
	if (textOf((order as OrderInFull | null | undefined)?.id) !== orderId) {
		throw new InputError(
			`Bybit did not show order ${orderId}: its reply holds another order or none`,
			'Nothing was sent. Try again in a minute, or look at the order on Bybit.',
		);
	}
	const missing = [
		...(sideOf(order.side) === undefined ? ['side'] : []),
		...(statusOf(order.status) === undefined ? ['status'] : []),
		...(isDecimal(order.amount) && compareDecimals(order.amount, '0') > 0 ? [] : ['amount']),
	];
	if (missing.length > 0) {
		throw new InputError(
			`Bybit does not show the ${missing.join(' and the ')} of order ${orderId}, so nothing was sent`,
			'Try again in a minute, or look at the order on Bybit.',
		);
	}
	return { order, nowMs: timeMs };
}

/** Pauses before the reads after the call: a read soon after a release has been seen as stale. */
const READ_BACK_AFTER_MS = [0, 300, 700, 1_500, 3_000] as const;
/** After a no that is about the key or the rate limit one more read is enough: whether someone else has done it. */
const READS_AFTER_DENIAL = 2;

/**
 * The order as read after the call, until it shows the action as done. Left out: a read that fails, and one that shows the order as it
 * was earlier than when it was read before the call.
 *
 * @returns undefined when no read was good.
 */
async function readBack<Request extends object, Report>(
	api: BybitApi,
	before: OrderInFull,
	answer: Answer,
	{ isDone }: MoneyAction<Request, Report>,
): Promise<OrderInFull | undefined> {
	const concernsCaller = answer.type === 'refused' && (answer.error.isAccessDenied || answer.error.isRateLimited);
	const pauses = concernsCaller ? READ_BACK_AFTER_MS.slice(0, READS_AFTER_DENIAL) : READ_BACK_AFTER_MS;
	let last: OrderInFull | undefined;
	for (const pause of pauses) {
		if (pause > 0) await api.wait(pause);
		const order = await readAgain(api, textOf(before.id));
		if (order === undefined || isOlder(order, before)) continue;
		last = order;
		if (isDone(order, answer)) break;
	}
	return last;
}

async function readAgain(api: BybitApi, orderId: Id): Promise<OrderInFull | undefined> {
	try {
		return await fetchOrder(api, orderId);
	} catch {
		// Not an answer about the order; the next read may be one.
		return undefined;
	}
}

/** The order that shows the action as done. @throws BybitError or NotConfirmed when it does not. */
function doneOrder<Request extends object, Report>(
	{ noun, isDone }: MoneyAction<Request, Report>,
	before: OrderInFull,
	answer: Answer,
	after: OrderInFull | undefined,
): OrderInFull {
	const seen = after === undefined ? undefined : { statusCode: statusOf(after.status), isDone: isDone(after, answer) };
	const outcome = outcomeOf(noun, textOf(before.id), answer, seen);
	switch (outcome.type) {
		case 'done':
			return after ?? before;
		case 'refused':
			throw outcome.error;
		case 'notConfirmed':
			throw new NotConfirmed(outcome.message, outcome.advice);
	}
}

function isTurnedAwayByClock(answer: Answer): answer is Extract<Answer, { type: 'refused' }> {
	return answer.type === 'refused' && answer.error.code === CODE.timestampOutsideWindow;
}

function isOlder(order: OrderInFull, than: OrderInFull): boolean {
	return Number(textOf(order.updateDate) || Number.NaN) < Number(textOf(than.updateDate) || Number.NaN);
}
