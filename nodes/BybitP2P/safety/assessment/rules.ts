import { compareDecimals, isDecimal } from '../decimal';
import { DEFAULT_MIN_NAME_SCORE, nameScore } from '../names';
import type { AssessmentRules, CounterpartyFacts, Finding } from './types';

/** A rule: nothing when it is not asked or met. One that is not met blocks; one that cannot be judged asks for a review. */
export type Rule = (facts: CounterpartyFacts, rules: AssessmentRules) => Finding | undefined;

const block = (reason: string): Finding => ({ verdict: 'block', reason });
const review = (reason: string): Finding => ({ verdict: 'review', reason });

/** Asked of everybody, trusted or not. */
export const STRICT_RULES: readonly Rule[] = [blockedByExchangeRule, blockedIdRule, blockedNameRule, fiatAmountRule];
/** Not asked of those who are trusted. */
export const FIGURE_RULES: readonly Rule[] = [completedOrdersRule, completionRateRule, accountAgeRule, countryRule];

function blockedByExchangeRule({ isBlocked }: CounterpartyFacts): Finding | undefined {
	if (isBlocked === null) return review('Bybit does not show whether the counterparty is blocked');
	return isBlocked ? block('Bybit shows the counterparty as blocked') : undefined;
}

function blockedIdRule(
	{ counterpartyId }: CounterpartyFacts,
	{ blockedCounterpartyIds }: AssessmentRules,
): Finding | undefined {
	if (blockedCounterpartyIds === undefined) return undefined;
	if (counterpartyId === '') return review('Bybit does not show the ID of the counterparty');
	return blockedCounterpartyIds.includes(counterpartyId) ? block('The counterparty ID is blocked') : undefined;
}

/** Above this score nothing speaks against one person: a relative, a short form, a slip. */
const HIGHEST_SCORE_OF_ANOTHER = 0.5;

function blockedNameRule({ name }: CounterpartyFacts, { blockedNames }: AssessmentRules): Finding | undefined {
	if (blockedNames === undefined) return undefined;
	if (name === '') return review('Bybit does not show the name of the counterparty');
	const scored = blockedNames.map((blocked) => ({ blocked, score: nameScore(name, blocked) }));
	const [{ blocked, score }] = scored.sort((a, b) => b.score - a.score);
	if (score >= DEFAULT_MIN_NAME_SCORE) return block(`The name is the blocked name "${blocked}" (score ${score})`);
	if (score > HIGHEST_SCORE_OF_ANOTHER)
		return review(`The name is like the blocked name "${blocked}" (score ${score})`);
	// Hidden in part, one word, or letters that cannot be read: then it is not known to be another either.
	if (nameScore(name, name) < DEFAULT_MIN_NAME_SCORE) return review('The name cannot be compared for certain');
	return undefined;
}

function fiatAmountRule({ fiatAmount }: CounterpartyFacts, { maxFiatAmount }: AssessmentRules): Finding | undefined {
	if (maxFiatAmount === undefined) return undefined;
	if (!isDecimal(fiatAmount)) return review('Bybit does not show the amount of the order');
	return compareDecimals(fiatAmount, maxFiatAmount) > 0
		? block(`The order is for ${fiatAmount}, above ${maxFiatAmount}`)
		: undefined;
}

function completedOrdersRule(facts: CounterpartyFacts, { minCompletedOrders }: AssessmentRules): Finding | undefined {
	return figureRule(facts.completedOrders, minCompletedOrders, 'completed orders');
}

function completionRateRule(facts: CounterpartyFacts, { minCompletionRate }: AssessmentRules): Finding | undefined {
	return figureRule(facts.completionRate, minCompletionRate, '% completed orders in the last 30 days');
}

function accountAgeRule(facts: CounterpartyFacts, { minAccountAgeDays }: AssessmentRules): Finding | undefined {
	return figureRule(facts.accountAgeDays, minAccountAgeDays, 'days since the account was made');
}

function figureRule(figure: number | null, min: number | undefined, what: string): Finding | undefined {
	if (min === undefined) return undefined;
	if (figure === null) return review(`Bybit does not show this figure: ${what}`);
	return figure < min ? block(`${figure} ${what}, below ${min}`) : undefined;
}

function countryRule({ country }: CounterpartyFacts, { countries }: AssessmentRules): Finding | undefined {
	if (countries === undefined) return undefined;
	const found = country.toUpperCase();
	if (!/^[A-Z]{2,3}$/.test(found)) return review('Bybit does not show the country of the counterparty');
	if (countries.includes(found)) return undefined;
	// DE and DEU may be one country.
	if (countries.some((one) => one.length !== found.length)) {
		return review(`The country ${found} cannot be compared with codes of another length`);
	}
	return block(`The country ${found} is not allowed`);
}
