import { AD_STATUS, simplifiedAd } from '../../api/simplify/ad';
import type { BybitApi } from '../../api/client';
import { endpoints, type Endpoint } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { fetchAd } from '../../api/fetchOne';
import { resultOf } from '../../api/result';
import { textOf } from '../../api/text';
import type { Ad, AdTerms, Id } from '../../api/types';
import { compareDecimals, isDecimal } from '../../safety/decimal';
import { answerFrom, NotConfirmed } from '../../safety/outcome';
import { withEdit } from '../../safety/repricing/memory';
import type { OperationContext } from '../operation';
import { memoryOf, remember } from './repricingMemory';

/** A change of one ad: all of its terms, and whether it goes online with them. */
export interface AdChange {
	/** As a noun: "change of ad 123". */
	readonly what: string;
	/** The ad as read before. */
	readonly before: Ad;
	readonly terms: AdTerms;
	/** MODIFY leaves the ad where it is, ACTIVE brings it online. */
	readonly actionType: 'MODIFY' | 'ACTIVE';
}

/** Pauses before the reads after a write: one soon after it may be stale. */
const READ_BACK_AFTER_MS = [0, 300, 700, 1_500] as const;

/**
 * Sends a change of an ad once and reads the ad back, after a lost reply too.
 *
 * @returns the ad as it shows afterwards; as it must be by what the exchange accepted, where it cannot be read.
 * @throws BybitError (refused), NotConfirmed (sent, and the ad does not show it), InputError (a person has to confirm it on Bybit).
 */
export async function changeAd(
	{ api, origin }: Pick<OperationContext, 'api' | 'origin'>,
	change: AdChange,
): Promise<Ad> {
	const { what, before, terms, actionType } = change;
	const id = before.id;
	const { timeMs, ...sent } = await sentOnce(api, endpoints.updateAd, { id, actionType, ...terms });
	if (sent.answer.type !== 'refused') remember(origin, id, withEdit(memoryOf(origin, id), timeMs));
	if (sent.answer.type === 'refused') throw sent.answer.error;
	if (sent.result?.needSecurityRisk === true) throw needsPerson(what);

	const seen = await adReadBack(api, id, (ad) => showsChange(ad, change));
	if (seen !== undefined && showsChange(seen, change)) return seen;
	if (seen === undefined && sent.answer.type === 'accepted') return asAccepted(change);
	const said = sent.answer.type === 'accepted' ? 'Bybit accepted it' : sent.answer.reason;
	throw notConfirmed(what, said, seen);
}

/**
 * Sends a write about an ad once.
 *
 * @param what - as a noun: "new ad".
 * @throws BybitError (refused), NotConfirmed (sent, no clear answer), InputError (a person has to confirm it on Bybit).
 */
export async function adWrite<Request extends object, Result extends { needSecurityRisk?: boolean } | null>(
	api: BybitApi,
	what: string,
	endpoint: Endpoint<Request, Result>,
	request: Request,
): Promise<Result> {
	const { answer, result } = await sentOnce(api, endpoint, request);
	if (answer.type === 'refused') throw answer.error;
	if (answer.type === 'unclear') throw notConfirmed(what, answer.reason, undefined);
	if (result?.needSecurityRisk === true) throw needsPerson(what);
	return result as Result;
}

/**
 * Takes an ad off the market.
 *
 * @returns the ad as it shows afterwards; undefined when the exchange accepted it and does not show the ad any more.
 * @throws BybitError (refused), NotConfirmed (sent, and the ad does not show it).
 */
export async function takeOffline(api: BybitApi, id: Id): Promise<Ad | undefined> {
	const { answer } = await sentOnce(api, endpoints.deleteAd, { itemId: id });
	if (answer.type === 'refused') throw answer.error;
	const seen = await adReadBack(api, id, isOffline);
	if (seen === undefined ? answer.type === 'accepted' : isOffline(seen)) return seen;
	const said = answer.type === 'accepted' ? 'Bybit accepted it' : answer.reason;
	throw notConfirmed(`request to take ad ${id} offline`, said, seen);
}

function isOffline({ status }: Ad): boolean {
	return textOf(status) !== '' && Number(status) !== AD_STATUS.online;
}

/** The ad after a write, as soon as it shows it; else as last read. Undefined when it could not be read. */
async function adReadBack(api: BybitApi, id: Id, isDone: (ad: Ad) => boolean): Promise<Ad | undefined> {
	let seen: Ad | undefined;
	for (const pause of READ_BACK_AFTER_MS) {
		if (pause > 0) await api.wait(pause);
		const read = await resultOf(async () => await fetchAd(api, id));
		if (!('value' in read)) continue;
		seen = read.value;
		if (isDone(seen)) break;
	}
	return seen;
}

type Sent<Result> = {
	readonly answer: ReturnType<typeof answerFrom>;
	readonly result?: Result;
	/** The exchange's clock; this machine's where no reply showed it. */
	readonly timeMs: number;
};

async function sentOnce<Request extends object, Result>(
	api: BybitApi,
	endpoint: Endpoint<Request, Result>,
	request: Request,
): Promise<Sent<Result>> {
	const sent = await resultOf(async () => await api.timedCall(endpoint, request));
	if ('error' in sent) return { answer: answerFrom(sent.error), timeMs: Date.now() };
	return { answer: { type: 'accepted' }, result: sent.value.result, timeMs: sent.value.timeMs };
}

/** By the price and the status: other terms the exchange may write in its own way. */
function showsChange(ad: Ad, { terms, actionType }: AdChange): boolean {
	const isOnline = actionType === 'MODIFY' || Number(ad.status) === AD_STATUS.online;
	const term = terms.priceType === '0' ? 'price' : 'premium';
	return isOnline && isSameNumber(ad[term], terms[term]);
}

function isSameNumber(shown: unknown, wanted: string): boolean {
	const text = textOf(shown);
	return isDecimal(text) && isDecimal(wanted) ? compareDecimals(text, wanted) === 0 : text === wanted.trim();
}

function asAccepted({ before, terms, actionType }: AdChange): Ad {
	const { priceType, price, premium, minAmount, maxAmount, remark, quantity, paymentPeriod } = terms;
	return {
		...before,
		...(actionType === 'ACTIVE' ? { status: AD_STATUS.online } : {}),
		priceType,
		price,
		premium,
		minAmount,
		maxAmount,
		remark,
		paymentPeriod,
		lastQuantity: quantity,
	};
}

function needsPerson(what: string): InputError {
	return new InputError(
		`The ${what} is not done: Bybit asks for a security check`,
		'Bybit wants you to confirm it yourself. Do it once on Bybit in the app or on the website.',
	);
}

function notConfirmed(what: string, said: string, seen: Ad | undefined): NotConfirmed {
	return new NotConfirmed(
		`The ${what} was sent, not confirmed; nothing was repeated${seen === undefined ? '' : `: ${shown(seen)}`}`,
		`${said}. Look at your ads (Ad: Get Many) before you send it again.`,
	);
}

function shown(ad: Ad): string {
	const { price, fiat, status } = simplifiedAd(ad);
	return `the ad shows the price ${price} ${fiat} and is ${status}`;
}
