import type { Order } from '../entities/order.mts';
import { cancelReviewDeadline, secondsToPay, statuses } from '../entities/order.mts';
import { paymentTerm } from '../entities/paymentTerms.mts';
import { changedRow } from '../entities/rowChange.mts';
import type { User } from '../entities/users.mts';
import type { Store } from '../store.mts';
import { orderDate } from './dates.mts';
import { unreadCount } from './unread.mts';

const appealAfterPaidMs = 10 * 60 * 1000;

/** A row of the order lists: names are cut short here. */
export function orderRowView(store: Store, order: Order): Record<string, unknown> {
	const { buyer, seller } = namesOf(store, order);
	const row = { ...sharedFields(store, order), sellerRealName: cutShort(seller), buyerRealName: cutShort(buyer) };
	return changedRow(row, store.orders.rowChange(order.id).list);
}

/** The answer of `order/info`: the only place with full names and payment details. */
export function orderInfoView(store: Store, order: Order): Record<string, unknown> {
	return changedRow(orderInfoFields(store, order), store.orders.rowChange(order.id).info);
}

function orderInfoFields(store: Store, order: Order): Record<string, unknown> {
	const { merchant, users, wallet } = store;
	const counterparty = users.get(order.counterpartyId);
	const { buyer, seller } = namesOf(store, order);
	return {
		...sharedFields(store, order),
		sellerRealName: seller,
		buyerRealName: buyer,
		itemId: order.itemId,
		accountId: merchant.accountId,
		nickName: merchant.nickName,
		makerUserId: order.merchantIsMaker ? merchant.userId : counterparty.userId,
		targetAccountId: counterparty.accountId,
		loginUserMaskId: merchant.maskId,
		quantity: order.quantity,
		tokenName: order.tokenId,
		payCode: order.id.slice(-6),
		...paymentFields(store, order, buyer),
		remark: order.remark,
		recentOrderNum: counterparty.recentOrders,
		recentExecuteRate: counterparty.completionRate,
		...appealFields(order, counterparty, store.clock.now()),
		orderFinishMinute: order.paymentMinutes,
		makerFee: order.merchantIsMaker ? order.fee : '0',
		takerFee: order.merchantIsMaker ? '0' : order.fee,
		tokenBalance: wallet.transferBalance(order.tokenId),
		fiatBalance: '0',
		updateDate: orderDate(store, order.updatedAt),
		...cancelFields(order, store.clock.now()),
		realOrderStatus: order.status,
		...fieldsNotPlayed,
	};
}

const fieldsNotPlayed = {
	usedCoupon: false,
	couponTokenId: '',
	couponQuantity: '0',
	verificationOrder: false,
	targetUserType: 'PERSONAL',
	targetUserDisplays: [],
	orderSource: 'AD',
	appraiseStatus: '0',
	appraiseInfo: {
		anonymous: '0',
		appraiseContent: '',
		appraiseId: '',
		appraiseType: '0',
		modifyFlag: 'N',
		updateDate: '',
	},
};

function paymentFields(store: Store, order: Order, buyer: string): Record<string, unknown> {
	const usedTerm = order.usedTerm ?? paymentTerm();
	return {
		paymentType: usedTerm.paymentType,
		transferDate: order.paidAt === null ? '0' : orderDate(store, order.paidAt),
		paymentTermList: order.paymentTerms,
		paymentTermResult: usedTerm,
		confirmedPayTerm: usedTerm,
		payerRealName: order.paidAt === null ? '' : buyer,
	};
}

function appealFields(order: Order, counterparty: User, nowMs: number): Record<string, unknown> {
	const wasAppealed = order.timesAppealed > 0;
	return {
		appealContent: order.appealContent,
		appealType: wasAppealed ? '1' : '0',
		appealNickName: wasAppealed ? counterparty.nickName : '',
		appealUserId: wasAppealed ? counterparty.userId : '0',
		canAppeal: order.status === statuses.waitingForRelease && secondsToAppeal(order, nowMs) === 0 ? 'Y' : 'N',
		totalAppealTimes: '3',
		appealedTimes: String(order.timesAppealed),
	};
}

function cancelFields(order: Order, nowMs: number): Record<string, unknown> {
	const deadline = cancelReviewDeadline(order);
	const secondsLeft = deadline === null ? 0 : Math.max(0, Math.ceil((deadline - nowMs) / 1000));
	return {
		cancelReason: order.cancelReason,
		cancelResponsible: order.status === statuses.cancelled ? 'BUYER' : '',
		needBuyerExamineCancel: order.needBuyerExamineCancel,
		needSellerExamineCancel: false,
		sellerCancelExamineRemainTime: String(secondsLeft),
	};
}

function sharedFields(store: Store, order: Order): Record<string, unknown> {
	const { merchant, users, chats, clock } = store;
	const counterparty = users.get(order.counterpartyId);
	const chat = chats.chatWith(order.counterpartyId);
	const unread = (reader: 'merchant' | 'counterparty'): string =>
		String(unreadCount(store, chat, reader, order.createdAt));
	return {
		id: order.id,
		side: order.side,
		tokenId: order.tokenId,
		orderType: 'ORIGIN',
		amount: order.amount,
		currencyId: order.currencyId,
		price: order.price,
		notifyTokenId: order.tokenId,
		notifyTokenQuantity: order.quantity,
		fee: order.fee,
		targetNickName: counterparty.nickName,
		targetUserId: counterparty.userId,
		targetUserMaskId: counterparty.maskId,
		status: order.status,
		createDate: orderDate(store, order.createdAt),
		transferLastSeconds: String(secondsToPay(order, clock.now())),
		appealLastSeconds: String(secondsToAppeal(order, clock.now())),
		userId: merchant.userId,
		selfUnreadMsgCount: unread('merchant'),
		unreadMsgCount: unread('counterparty'),
		judgeInfo: { autoJudgeUnlockTime: '0', dissentResult: '', preDissent: '', postDissent: '' },
		extension: { isDelayWithdraw: false, delayTime: '0', startTime: '0' },
		bulkOrderFlag: false,
	};
}

/** Seconds until a paid order may be appealed. */
function secondsToAppeal(order: Order, nowMs: number): number {
	if (order.status !== statuses.waitingForRelease || order.paidAt === null) return 0;
	return Math.max(0, Math.ceil((order.paidAt + appealAfterPaidMs - nowMs) / 1000));
}

function namesOf({ merchant, users }: Store, order: Order): { buyer: string; seller: string } {
	const counterparty = users.get(order.counterpartyId);
	return order.side === 0
		? { buyer: merchant.realName, seller: counterparty.realName }
		: { buyer: counterparty.realName, seller: merchant.realName };
}

/** "Maria Keller" -> "M**** K****". */
export function cutShort(name: string): string {
	return name
		.trim()
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => `${[...word][0]}****`)
		.join(' ');
}
