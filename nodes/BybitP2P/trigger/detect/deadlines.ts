import { STATUS } from '../../api/codes';
import { textOf } from '../../api/text';
import type { OrderInFull, OrderRow } from '../../api/types';
import type { Change, DomainEvent } from '../change';
import { isNewOrder, type Detector } from './seen';

const EVENT = 'orderExpiring';

/** Orders whose buyer has little time left to pay; each is emitted once. */
export const detectDeadlines: Detector = (seen) =>
	[...seen.orders].flatMap(([orderId, { order, after, isCurrent }]): readonly Change[] => {
		const isEmitted = after.emitted?.[EVENT] !== undefined;
		if (isEmitted || !isCurrent || !expires(order, seen.settings.expiringSeconds)) return [];
		const isOld = seen.isStart && !isNewOrder(seen, after);
		const memory = { about: String(STATUS.waitingForPayment), repeats: 1, atMs: seen.nowMs };
		return [
			{
				events: isOld ? [] : [expiringEvent(order)],
				after: { orders: { [orderId]: { emitted: { [EVENT]: memory } } } },
			},
		];
	});

function expires(order: OrderRow | OrderInFull, withinSeconds: number): boolean {
	const left = textOf(order.transferLastSeconds);
	return Number(order.status) === STATUS.waitingForPayment && left !== '' && Number(left) <= withinSeconds;
}

export function expiringEvent(order: OrderRow | OrderInFull): DomainEvent {
	const orderId = textOf(order.id);
	return { type: 'expiring', key: orderId, atMs: Number(order.createDate), orderId, order };
}
