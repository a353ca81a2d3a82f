import { simplifiedAd, type SimplifiedAd } from '../../api/simplify/ad';
import type { BybitApi } from '../../api/client';
import type { Endpoint } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { fetchAd } from '../../api/fetchOne';
import { resultOf } from '../../api/result';
import type { Ad, AdTerms } from '../../api/types';
import { answerFrom, NotConfirmed } from '../../safety/outcome';

/**
 * Sends a change of an ad once.
 *
 * @param what - the deed as a noun: "change of ad 123".
 * @throws BybitError (refused), NotConfirmed (sent, no clear answer), InputError (the exchange wants a person to confirm it).
 */
export async function adWrite<Request extends object, Result extends { needSecurityRisk?: boolean } | null>(
	api: BybitApi,
	what: string,
	endpoint: Endpoint<Request, Result>,
	request: Request,
): Promise<Result> {
	const sent = await resultOf(async () => await api.call(endpoint, request));
	if ('error' in sent) throw refusedOrUnclear(what, sent.error);
	if (sent.value?.needSecurityRisk === true) {
		throw new InputError(
			`The ${what} is not done: Bybit asks for a security check`,
			'Bybit wants you to confirm it yourself. Do it once on Bybit in the app or on the website.',
		);
	}
	return sent.value;
}

function refusedOrUnclear(what: string, error: unknown): Error {
	const answer = answerFrom(error);
	if (answer.type === 'refused') return answer.error;
	return new NotConfirmed(
		`The ${what} was sent, not confirmed; nothing was repeated`,
		`${error instanceof Error ? error.message : 'No answer came'}. Look at your ads (Ad: Get Many) before you send it again.`,
	);
}

/** The ad after an accepted change. When it cannot be read, as it was with the terms that were accepted: the change is not in doubt. */
export async function shownAfter(api: BybitApi, before: Ad, terms: AdTerms): Promise<SimplifiedAd> {
	try {
		return simplifiedAd(await fetchAd(api, before.id));
	} catch {
		const { priceType, price, premium, minAmount, maxAmount, remark, quantity, paymentPeriod } = terms;
		return simplifiedAd({
			...before,
			priceType,
			price,
			premium,
			minAmount,
			maxAmount,
			remark,
			paymentPeriod,
			lastQuantity: quantity,
		});
	}
}
