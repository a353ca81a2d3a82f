import type { Order } from './orders.mts';
import { endedStatuses, secondsToPay, statuses } from './orders.mts';
import type { PaymentTerm } from './people.mts';
import { paymentTerm } from './people.mts';
import type { World } from './world.mts';

const cancelReviewMs = 10 * 60 * 1000;
const appealAfterPaidMs = 10 * 60 * 1000;

/** A row of the order lists: names are cut short here. */
export function orderRow(world: World, order: Order): Record<string, unknown> {
	const { buyer, seller } = namesOf(world, order);
	return { ...sharedFields(world, order), sellerRealName: cutShort(seller), buyerRealName: cutShort(buyer) };
}

/** The answer of `order/info`: the only place with full names and payment details. */
export function orderInFull(world: World, order: Order): Record<string, unknown> {
	const { merchant, people, wallet, clock } = world;
	const counterparty = people.get(order.counterpartyId);
	const { buyer, seller } = namesOf(world, order);
	const usedTerm: PaymentTerm = order.usedTerm ?? paymentTerm();
	const hasEnded = endedStatuses.has(order.status);
	return {
		...sharedFields(world, order),
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
		paymentType: usedTerm.paymentType,
		transferDate: String(order.paidAt ?? 0),
		paymentTermList: order.paymentTerms,
		paymentTermResult: usedTerm,
		confirmedPayTerm: usedTerm,
		remark: order.remark,
		payerRealName: order.paidAt === null ? '' : buyer,
		recentOrderNum: counterparty.finishedOrders % 40,
		recentExecuteRate: 90 + (counterparty.finishedOrders % 11),
		appealContent: order.appealContent,
		appealType: order.timesAppealed > 0 ? '1' : '0',
		appealNickName: order.timesAppealed > 0 ? counterparty.nickName : '',
		canAppeal: order.status === statuses.waitingForRelease && secondsToAppeal(order, clock.now()) === 0 ? 'Y' : 'N',
		totalAppealTimes: '3',
		appealedTimes: String(order.timesAppealed),
		orderFinishMinute: order.paymentMinutes,
		makerFee: '0',
		takerFee: '0',
		tokenBalance: wallet.transferBalance(order.tokenId),
		fiatBalance: '0',
		updateDate: String(order.updatedAt),
		appealUserId: order.timesAppealed > 0 ? counterparty.userId : '0',
		cancelReason: order.cancelReason,
		cancelResponsible: order.status === statuses.cancelled ? 'BUYER' : '',
		needBuyerExamineCancel: order.needBuyerExamineCancel,
		needSellerExamineCancel: false,
		sellerCancelExamineRemainTime: String(
			order.cancelRequestedAt === null || hasEnded
				? 0
				: Math.max(0, Math.ceil((order.cancelRequestedAt + cancelReviewMs - clock.now()) / 1000)),
		),
		usedCoupon: false,
		couponTokenId: '',
		couponQuantity: '0',
		realOrderStatus: order.status,
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
}

function sharedFields(world: World, order: Order): Record<string, unknown> {
	const { merchant, people, chats, clock, behaviour } = world;
	const counterparty = people.get(order.counterpartyId);
	const chat = chats.with(order.counterpartyId);
	const unread = (reader: 'merchant' | 'counterparty'): string =>
		String(behaviour.unreadCounters ? chats.unread(chat, reader, order.createdAt) : 0);
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
		fee: '0',
		targetNickName: counterparty.nickName,
		targetUserId: counterparty.userId,
		targetUserMaskId: counterparty.maskId,
		status: order.status,
		createDate: String(order.createdAt),
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

function namesOf({ merchant, people }: World, order: Order): { buyer: string; seller: string } {
	const counterparty = people.get(order.counterpartyId);
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
