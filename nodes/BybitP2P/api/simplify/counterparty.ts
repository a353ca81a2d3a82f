import { textOf } from '../text';
import type { CounterpartyInfo, Id, OrderInFull } from '../types';
import type { AuthorsOf } from './authors';
import { counterpartyName } from './order';
import { figuresOf, isMarked } from './tradingStats';

/** The other side of an order, with its trading figures. */
export type SimplifiedCounterparty = {
	readonly orderId: Id;
	readonly counterpartyId: Id;
	readonly nickname: string;
	readonly realName: string;
	readonly kycLevel: string;
	readonly country: string;
	readonly blocked: boolean;
} & Readonly<ReturnType<typeof figuresOf>>;

export const COUNTERPARTY_AUTHORS: AuthorsOf<SimplifiedCounterparty> = {
	orderId: 'exchange',
	counterpartyId: 'exchange',
	nickname: 'stranger',
	realName: 'stranger',
	kycLevel: 'exchange',
	country: 'exchange',
	completionRatePercent: 'exchange',
	completedOrders: 'exchange',
	completedOrders30Days: 'exchange',
	averageReleaseMinutes: 'exchange',
	averagePaymentMinutes: 'exchange',
	goodRatingPercent: 'exchange',
	accountAgeDays: 'exchange',
	blocked: 'exchange',
};

export function simplifiedCounterparty(order: OrderInFull, info: CounterpartyInfo): SimplifiedCounterparty {
	return {
		orderId: textOf(order.id),
		counterpartyId: textOf(order.targetUserId),
		nickname: textOf(order.targetNickName),
		// From the order, which has it whole; the figures come with a masked one.
		realName: counterpartyName(order),
		kycLevel: textOf(info.kycLevel),
		country: textOf(info.kycCountryCode),
		...figuresOf(info),
		blocked: isMarked(info.blocked),
	};
}
