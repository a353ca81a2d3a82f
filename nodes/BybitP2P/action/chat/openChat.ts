import type { BybitApi } from '../../api/client';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { fetchOrder, fetchAccount } from '../../api/fetchOne';
import { textOf } from '../../api/text';
import type { Id, OrderInFull } from '../../api/types';

/** The chat that an order is talked about in. It belongs to the counterparty: all orders with one person share it. */
export interface Chat {
	readonly sessionId: string;
	readonly order: OrderInFull;
	/** The exchange's clock when the chat was opened, milliseconds since the epoch. */
	readonly timeMs: number;
}

/** @throws InputError when the order has no chat. */
export async function openChat(api: BybitApi, orderId: Id): Promise<Chat> {
	const read = await fetchOrder(api, orderId);
	// Without my nickname nothing tells my messages from those of the counterparty.
	const nickName = textOf(read.nickName) || textOf((await fetchAccount(api)).nickName);
	const order = { ...read, nickName };
	const userMaskId = textOf(order.targetUserMaskId);
	if (userMaskId === '') {
		throw new InputError(
			`Order ${orderId} has no chat: Bybit does not tell who is on the other side`,
			'Nothing was sent. Look at the order on Bybit.',
		);
	}
	const { result, timeMs } = await api.timedCall(endpoints.getSessionId, { userMaskId });
	const sessionId = textOf(result?.sessionId);
	if (sessionId === '') {
		throw new InputError(
			`Order ${orderId} has no chat: Bybit gave no session for it`,
			'Nothing was sent. Try again in a minute, or look at the order on Bybit.',
		);
	}
	return { sessionId, order, timeMs };
}
