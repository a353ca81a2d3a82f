import type {
	Ad,
	AdPage,
	AdTerms,
	Balance,
	ChatMessagePage,
	ChatSession,
	CounterpartyInfo,
	Id,
	KeyInfo,
	MarketRow,
	NewAd,
	OrderInFull,
	OrderPage,
	PaymentTerm,
	PersonalInfo,
	UploadedFile,
} from './types';

/** Which allowance of the exchange a call uses. */
export type RateLimitGroup = 'read' | 'write';

/**
 * One call of the exchange.
 *
 * `retry` says what may happen after a call that brought no clear answer. `always`: reads. `clockOnly`: a write, sent again only when the
 * exchange turned it away because of the clock. `never`: a money action, whatever the answer: its operation reads the order and
 * decides.
 */
export interface Endpoint<Request extends object, Result> {
	readonly path: string;
	readonly method: 'GET' | 'POST';
	readonly limit: RateLimitGroup;
	readonly retry: 'always' | 'clockOnly' | 'never';
	/** What was asked for, to follow "Bybit did not ". */
	readonly task: string;
	/** Never set: carries the shapes. */
	readonly shapes?: { request: Request; result: Result };
}

function read<Request extends object, Result>(path: string, task: string): Endpoint<Request, Result> {
	return { path, method: 'POST', limit: 'read', retry: 'always', task };
}

function query<Request extends object, Result>(path: string, task: string): Endpoint<Request, Result> {
	return { path, method: 'GET', limit: 'read', retry: 'always', task };
}

function write<Request extends object, Result>(path: string, task: string): Endpoint<Request, Result> {
	return { path, method: 'POST', limit: 'write', retry: 'clockOnly', task };
}

function money<Request extends object, Result>(path: string, task: string): Endpoint<Request, Result> {
	return { path, method: 'POST', limit: 'write', retry: 'never', task };
}

/** Filters of the order lists. Types matter: a number where text is wanted is refused (10001), and the reverse. */
export interface OrderListRequest {
	readonly page: number;
	/** At most 30. */
	readonly size: number;
	readonly status?: number;
	readonly side?: number;
	readonly tokenId?: string;
	/** Milliseconds as text (assumed, not documented). */
	readonly beginTime?: string;
	readonly endTime?: string;
}

/** Filters of my own ads; all text, the page number too. */
export interface OwnAdsRequest {
	readonly itemId?: Id;
	/** "1" sold out, "2" available. */
	readonly status?: '1' | '2';
	readonly side?: string;
	readonly tokenId?: string;
	readonly currencyId?: string;
	readonly page: string;
	/** At most 30. */
	readonly size: string;
}

/**
 * The calls of the exchange that this package uses.
 *
 * @see https://bybit-exchange.github.io/docs/p2p/guide
 */
export const endpoints = {
	listOrders: read<OrderListRequest, OrderPage>('/v5/p2p/order/simplifyList', 'list the orders'),
	listPendingOrders: read<OrderListRequest, OrderPage>('/v5/p2p/order/pending/simplifyList', 'list the pending orders'),
	getOrder: read<{ orderId: Id }, OrderInFull>('/v5/p2p/order/info', 'show the order'),
	markAsPaid: money<{ orderId: Id; paymentType: string; paymentId: string }, null>(
		'/v5/p2p/order/pay',
		'mark the order as paid',
	),
	release: money<{ orderId: Id }, null>('/v5/p2p/order/finish', 'release the coins'),

	reviewCancelRequest: money<
		{
			orderId: Id;
			examineResult: 'PASS' | 'REJECT';
			rejectReason?: string;
			rejectProofs?: string;
			rejectRemark?: string;
		},
		null
	>('/v5/p2p/order/buyer/examine/sellerCancelOrderApply', 'take the answer to the cancel request'),

	getSessionId: read<{ userMaskId: string }, { sessionId?: string }>(
		'/v5/p2p/chat/session/getSessionId',
		'open the chat',
	),
	listChats: read<
		{ lastId: bigint; size: number; readStatus: number; type?: 'SINGLE' | 'GROUP' },
		{ chatSession?: readonly ChatSession[] | null }
	>('/v5/p2p/chat/session/list_v1', 'list the chats'),
	listMessages: read<{ sessionId: string; lastId: bigint; limit: number }, ChatMessagePage>(
		'/v5/p2p/chat/message/listpage_v1',
		'show the chat messages',
	),
	// Money-like: it has no idempotency key, so its operation looks into the chat before it sends again.
	sendMessage: money<{ message: string; contentType: string; sessionId: string; orderId: Id }, null>(
		'/v5/p2p/chat/message/send_v1',
		'send the chat message',
	),
	uploadFile: write<never, UploadedFile>('/v5/p2p/oss/upload_file', 'take the file'),

	getAccount: read<Record<string, never>, PersonalInfo>('/v5/p2p/user/personal/info', 'show the account'),
	getCounterparty: read<{ originalUid: Id; orderId: Id }, CounterpartyInfo>(
		'/v5/p2p/user/order/personal/info',
		'show the counterparty',
	),
	listPaymentMethods: read<Record<string, never>, readonly PaymentTerm[]>(
		'/v5/p2p/user/payment/list',
		'list the payment methods',
	),
	getBalance: query<{ accountType: 'FUND'; coin?: string }, { balance?: readonly Balance[] | null }>(
		'/v5/asset/transfer/query-account-coins-balance',
		'show the balance',
	),
	getKey: query<Record<string, never>, KeyInfo>('/v5/user/query-api', 'show the API key'),

	searchAds: read<{ tokenId: string; currencyId: string; side: string; page: string; size: string }, AdPage<MarketRow>>(
		'/v5/p2p/item/online',
		'search the ads',
	),
	listOwnAds: read<OwnAdsRequest, AdPage>('/v5/p2p/item/personal/list', 'list your ads'),
	getAd: read<{ itemId: Id }, Ad>('/v5/p2p/item/info', 'show the ad'),
	createAd: write<NewAd & AdTerms, { itemId?: Id; needSecurityRisk?: boolean }>('/v5/p2p/item/create', 'create the ad'),
	updateAd: write<AdTerms & { id: Id; actionType: 'MODIFY' | 'ACTIVE' }, { needSecurityRisk?: boolean }>(
		'/v5/p2p/item/update',
		'change the ad',
	),
	deleteAd: write<{ itemId: Id }, null>('/v5/p2p/item/cancel', 'take the ad offline'),

	getServerTime: query<Record<string, never>, { timeSecond?: string; timeNano?: string }>(
		'/v5/market/time',
		'give the time',
	),
} as const;
