import { simplifiedAd, type SimplifiedAd } from '../../api/ad';
import type { BybitApi } from '../../api/client';
import type { Endpoint } from '../../api/endpoints';
import { Refusal } from '../../api/errors';
import { adInFull } from '../../api/reading';
import type { Ad, AdTerms } from '../../api/types';
import { answerFrom, NotConfirmed } from '../../safety/outcome';

/**
 * Sends a change of an ad once.
 *
 * @param what - the deed as a noun: "change of ad 123".
 * @throws BybitError (refused), NotConfirmed (sent, no clear answer), Refusal (the exchange wants a person to confirm it).
 */
export async function adWrite<Request extends object, Result extends { needSecurityRisk?: boolean } | null>(
	api: BybitApi,
	what: string,
	endpoint: Endpoint<Request, Result>,
	request: Request,
): Promise<Result> {
	const answer = await answerOf(async () => await api.call(endpoint, request));
	switch (answer.type) {
		case 'refused':
			throw answer.error;
		case 'unclear':
			throw new NotConfirmed(
				`The ${what} was sent, not confirmed; nothing was repeated`,
				`${answer.reason}. Look at your ads (Ad: Get Many) before you send it again.`,
			);
		case 'answered':
			break;
	}
	if (answer.result?.needSecurityRisk === true) {
		throw new Refusal(
			`The ${what} is not done: Bybit asks for a security check`,
			'Bybit wants you to confirm it yourself. Do it once on Bybit in the app or on the website.',
		);
	}
	return answer.result;
}

async function answerOf<Result>(send: () => Promise<Result>) {
	try {
		return { type: 'answered' as const, result: await send() };
	} catch (error) {
		const answer = answerFrom(error);
		return answer.type === 'refused' ? answer : { type: 'unclear' as const, reason: reasonOf(error) };
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : 'No answer came';
}

/** The ad after an accepted change. When it cannot be read, as it was with the terms that were accepted: the change is not in doubt. */
export async function shownAfter(api: BybitApi, before: Ad, terms: AdTerms): Promise<SimplifiedAd> {
	try {
		return simplifiedAd(await adInFull(api, before.id));
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
