import type { BybitApi } from '../../api/client';
import { endpoints } from '../../api/endpoints';
import { BybitError } from '../../api/errors';
import { fetchOrder } from '../../api/fetchOne';
import { resultOf } from '../../api/result';
import { counterpartyName } from '../../api/simplify/order';
import { isMarked, knownCount, knownPercent } from '../../api/simplify/tradingStats';
import { idOf, textOf } from '../../api/text';
import type { CounterpartyInfo, Id, OrderInFull } from '../../api/types';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom } from '../../n8n/parameters';
import { assessment } from '../../safety/assessment';
import type { Assessment, CounterpartyFacts } from '../../safety/assessment/types';
import type { Operation } from '../operation';
import { assessmentRulesFrom, rulesField } from './assessmentRules';

interface AssessedCounterparty extends Assessment {
	readonly orderId: Id;
	readonly counterpartyId: Id;
	/** What the rules were compared with. */
	readonly figures: Pick<
		CounterpartyFacts,
		'completedOrders' | 'completionRate' | 'accountAgeDays' | 'country' | 'fiatAmount'
	> & { readonly blocked: boolean; readonly fiat: string };
}

export const assessCounterparty: Operation<AssessedCounterparty> = {
	name: 'Assess Counterparty',
	value: 'assessCounterparty',
	action: 'Assess counterparty of order',
	description:
		'Compare the other side of an order with your rules: pass, review or block, with the reasons. A figure that Bybit does not show gives review, never pass.',
	isReadOnly: true,
	ownTexts: ['verdict'],
	properties: [orderIdField, rulesField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const rules = assessmentRulesFrom(params);

		const order = await fetchOrder(api, orderId);
		const counterpartyId = textOf(order.targetUserId);
		const facts = factsOf(order, await counterpartyInfo(api, orderId, counterpartyId));
		const { verdict, reasons } = assessment(facts, rules);

		// Without the name: a stranger wrote it.
		const { completedOrders, completionRate, accountAgeDays, country, fiatAmount } = facts;
		const blocked = facts.isBlocked === true;
		const fiat = textOf(order.currencyId);
		const figures = { completedOrders, completionRate, accountAgeDays, country, blocked, fiatAmount, fiat };
		return { json: { orderId, counterpartyId, verdict, reasons, figures } };
	},
};

/** The figures of a counterparty; none when the exchange refuses them for this order or shows another person. */
async function counterpartyInfo(api: BybitApi, orderId: Id, counterpartyId: Id): Promise<CounterpartyInfo> {
	const read = await resultOf(
		async () => await api.call(endpoints.getCounterparty, { originalUid: counterpartyId, orderId }),
	);
	if ('value' in read) {
		const info: CounterpartyInfo | null | undefined = read.value;
		const isAnother = textOf(info?.userId) !== '' && textOf(info?.userId) !== counterpartyId;
		return info === null || info === undefined || isAnother ? {} : info;
	}
	const { error } = read;
	if (error instanceof BybitError && error.code !== undefined && !error.isAccessDenied && !error.isRateLimited)
		return {};
	throw error;
}

function factsOf(order: OrderInFull, info: CounterpartyInfo): CounterpartyFacts {
	return {
		counterpartyId: idOf(order.targetUserId),
		// From the order, which has it whole; the figures come with a masked one.
		name: counterpartyName(order),
		isBlocked: textOf(info.blocked) === '' ? null : isMarked(info.blocked),
		completedOrders: knownCount(info.totalFinishCount),
		completionRate: knownPercent(info.recentRate),
		accountAgeDays: knownCount(info.accountCreateDays),
		country: textOf(info.kycCountryCode),
		fiatAmount: textOf(order.amount),
	};
}
