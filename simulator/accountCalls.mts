import type { Call, Route } from './call.mts';
import { p2p } from './call.mts';
import { bad } from './fields.mts';
import { orderOf } from './orderCalls.mts';
import { cutShort } from './orderViews.mts';
import type { Person } from './people.mts';
import { codes, Refusal } from './refusal.mts';
import type { World } from './world.mts';

const day = 24 * 60 * 60 * 1000;

export const accountRoutes: readonly Route[] = [
	p2p('/v5/p2p/user/personal/info', 'read', undefined, ({ world }) => ownFigures(world)),
	p2p('/v5/p2p/user/order/personal/info', 'read', undefined, counterpartyFigures),
	p2p('/v5/p2p/user/payment/list', 'read', undefined, ({ world }) => world.merchant.paymentTerms),
	v5('/v5/asset/transfer/query-account-coins-balance', balance, { success: 'success' }),
	v5('/v5/user/query-api', keyFacts, { success: '' }),
	v5('/v5/market/time', serverTime, { success: 'OK', access: 'none' }),
];

function v5(path: string, answer: Route['answer'], rest: Pick<Route, 'success' | 'access'>): Route {
	return { method: 'GET', path, kind: 'read', envelope: 'v5', answer, ...rest };
}

function figures(person: Person): Record<string, unknown> {
	const { finishedOrders } = person;
	return {
		recentRate: String(90 + (finishedOrders % 11)),
		totalFinishCount: finishedOrders,
		totalFinishBuyCount: Math.floor(finishedOrders / 2),
		totalFinishSellCount: Math.ceil(finishedOrders / 2),
		recentFinishCount: finishedOrders % 40,
		averageReleaseTime: String(2 + (finishedOrders % 9)),
		averageTransferTime: String(3 + (finishedOrders % 12)),
		goodAppraiseRate: String(95 + (finishedOrders % 6)),
		goodAppraiseCount: Math.floor(finishedOrders / 3),
		badAppraiseCount: finishedOrders % 3,
	};
}

function ownFigures({ merchant, clock }: World): Record<string, unknown> {
	return {
		nickName: merchant.nickName,
		userId: merchant.userId,
		accountId: merchant.accountId,
		realName: merchant.realName,
		realNameEn: merchant.realName,
		kycLevel: '2',
		kycCountryCode: merchant.country,
		email: 'm****@example.com',
		mobile: '',
		defaultNickName: false,
		...figures(merchant),
		accountCreateDays: Math.floor((clock.now() - merchant.registeredAt) / day),
		userCurPrivilege: ['GA'],
		openApiSwitch: 1,
		isOnline: true,
		lastLogoutTime: '0',
	};
}

function counterpartyFigures(call: Call): Record<string, unknown> {
	const userId = call.fields.text('originalUid');
	if (orderOf(call).counterpartyId !== userId)
		throw new Refusal(codes.userUnknown, 'The user is not the counterparty of this order.');
	const person = call.world.people.get(userId);
	return {
		nickName: person.nickName,
		userId: person.userId,
		realName: cutShort(person.realName),
		kycLevel: '1',
		kycCountryCode: person.country,
		email: 'c****@example.com',
		mobile: '****',
		...figures(person),
		accountCreateDays: Math.floor((call.world.clock.now() - person.registeredAt) / day),
		blocked: 'N',
	};
}

function balance({ world, request }: Call): unknown {
	const query = new URLSearchParams(request.query);
	if (query.get('accountType') !== 'FUND') throw bad('accountType', 'must be FUND');
	const coins = query.get('coin')?.split(',') ?? world.wallet.coins();
	return {
		accountType: 'FUND',
		memberId: world.merchant.userId,
		balance: coins.map((coin) => ({
			coin,
			walletBalance: world.wallet.walletBalance(coin),
			transferBalance: world.wallet.transferBalance(coin),
			bonus: '',
		})),
	};
}

function keyFacts({ world, key }: Call): unknown {
	const now = world.clock.now();
	return {
		id: world.ids.opaque(`key ${key.apiKey}`, 8),
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
		userID: world.merchant.userId,
		isMaster: true,
		parentUid: '0',
	};
}

function serverTime({ world }: Call): unknown {
	const now = world.clock.now();
	return { timeSecond: String(Math.floor(now / 1000)), timeNano: `${now}000000` };
}
