import { FIGURE_RULES, STRICT_RULES } from './rules';
import type { Assessment, AssessmentRules, CounterpartyFacts, Finding } from './types';

/**
 * Whether to trade with a counterparty, by the merchant's own rules.
 *
 * Invariant: `pass` only when every rule could be judged and is met. A figure that is missing gives `review`.
 */
export function assessment(facts: CounterpartyFacts, rules: AssessmentRules): Assessment {
	const isTrusted =
		facts.counterpartyId !== '' && rules.trustedCounterpartyIds?.includes(facts.counterpartyId) === true;
	const asked = isTrusted ? STRICT_RULES : [...STRICT_RULES, ...FIGURE_RULES];
	const findings = asked
		.map((rule) => rule(facts, rules))
		.filter((finding): finding is Finding => finding !== undefined);
	if (findings.length > 0) {
		const verdict = findings.some((finding) => finding.verdict === 'block') ? 'block' : 'review';
		return { verdict, reasons: findings.map(({ reason }) => reason) };
	}
	if (isTrusted) return { verdict: 'pass', reasons: ['The counterparty is trusted'] };
	const isAsked = Object.keys(rules).some((rule) => rule !== 'trustedCounterpartyIds');
	return isAsked
		? { verdict: 'pass', reasons: ['Every rule is met'] }
		: { verdict: 'review', reasons: ['The counterparty is not among the trusted ones, and there is no other rule'] };
}
