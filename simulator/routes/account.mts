import type { Key } from '../entities/keys.mts';
import { changedRow } from '../entities/rowChange.mts';
import type { User } from '../entities/users.mts';
import { codes } from '../http/codes.mts';
import { badParameter, Refused } from '../http/refused.mts';
import type { Store } from '../store.mts';
import { cutShort } from './orderViews.mts';
import { findOrder } from './orders.mts';
import type { Call, Route } from './route.mts';
import { p2pRoute } from './route.mts';

const day = 24 * 60 * 60 * 1000;

export const accountRoutes: readonly Route[] = [
	p2pRoute('/v5/p2p/user/personal/info', 'read', undefined, ({ store, key }) => ownFigures(store, key)),
	p2pRoute('/v5/p2p/user/order/personal/info', 'read', undefined, counterpartyFigures),
	p2pRoute(
		'/v5/p2p/user/payment/list',
		'read',
		undefined,
		({ store, key }) => store.users.get(key.userId).paymentTerms,
	),
	v5Route('/v5/asset/transfer/query-account-coins-balance', listBalances, { success: 'success' }),
	v5Route('/v5/user/query-api', keyInfo, { success: '' }),
	v5Route('/v5/market/time', serverTime, { success: 'OK', access: 'none' }),
];

function v5Route(path: string, answer: Route['answer'], rest: Pick<Route, 'success' | 'access'>): Route {
	return { method: 'GET', path, kind: 'read', envelope: 'v5', answer, ...rest };
}

function tradingFigures(user: User): Record<string, unknown> {
	const { finishedOrders } = user;
	return {
		recentRate: String(user.completionRate),
		totalFinishCount: finishedOrders,
		totalFinishBuyCount: Math.floor(finishedOrders / 2),
		totalFinishSellCount: Math.ceil(finishedOrders / 2),
		recentFinishCount: user.recentOrders,
		averageReleaseTime: String(2 + (finishedOrders % 9)),
		averageTransferTime: String(3 + (finishedOrders % 12)),
		goodAppraiseRate: String(95 + (finishedOrders % 6)),
		goodAppraiseCount: Math.floor(finishedOrders / 3),
		badAppraiseCount: finishedOrders % 3,
	};
}

function ownFigures({ users, clock }: Store, { userId }: Key): Record<string, unknown> {
	const account = users.get(userId);
	return {
		nickName: account.nickName,
		userId: account.userId,
		accountId: account.accountId,
		realName: account.realName,
		realNameEn: account.realName,
		kycLevel: '2',
		kycCountryCode: account.country,
		email: 'm****@example.com',
		mobile: '',
		defaultNickName: false,
		...tradingFigures(account),
		accountCreateDays: Math.floor((clock.now() - account.registeredAt) / day),
		userCurPrivilege: ['GA'],
		openApiSwitch: 1,
		isOnline: true,
		lastLogoutTime: '0',
	};
}

function counterpartyFigures(call: Call): Record<string, unknown> {
	const userId = call.fields.text('originalUid');
	if (findOrder(call).counterpartyId !== userId)
		throw new Refused(codes.userUnknown, 'The user is not the counterparty of this order.');
	const user = call.store.users.get(userId);
	const row = {
		nickName: user.nickName,
		userId: user.userId,
		realName: cutShort(user.realName),
		kycLevel: '1',
		kycCountryCode: user.country,
		email: 'c****@example.com',
		mobile: '****',
		...tradingFigures(user),
		accountCreateDays: Math.floor((call.store.clock.now() - user.registeredAt) / day),
		blocked: user.blocked ? 'Y' : 'N',
	};
	return changedRow(row, user.rowChange);
}

function listBalances({ store, request, key }: Call): unknown {
	const query = new URLSearchParams(request.query);
	if (query.get('accountType') !== 'FUND') throw badParameter('accountType', 'must be FUND');
	const coins = query.get('coin')?.split(',') ?? store.wallet.coins();
	return {
		accountType: 'FUND',
		memberId: key.userId,
		balance: coins.map((coin) => ({
			coin,
			walletBalance: store.wallet.walletBalance(coin),
			transferBalance: store.wallet.transferBalance(coin),
			bonus: '',
		})),
	};
}

function keyInfo({ store, key }: Call): unknown {
	const now = store.clock.now();
	return {
		id: store.ids.opaque(`key ${key.apiKey}`, 8),
		note: 'simulator',
		apiKey: key.apiKey,
		readOnly: key.readOnly ? 1 : 0,
		secret: '',
		permissions: { Wallet: ['AccountTransfer'], FiatP2P: key.permissions },
		ips: key.ips.length === 0 ? ['*'] : key.ips,
		type: 1,
		deadlineDay: Math.max(0, Math.ceil((key.expiresAt - now) / day)),
		expiredAt: new Date(key.expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
		createdAt: new Date(key.createdAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
		userID: key.userId,
		isMaster: true,
		parentUid: '0',
	};
}

function serverTime({ store }: Call): unknown {
	const now = store.clock.now();
	return { timeSecond: String(Math.floor(now / 1000)), timeNano: `${now}000000` };
}
