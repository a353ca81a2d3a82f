/** The calls of the exchange that tests count, disturb or answer. */
export const PATH = {
	account: '/v5/p2p/user/personal/info',
	counterparty: '/v5/p2p/user/order/personal/info',
	order: '/v5/p2p/order/info',
	orders: '/v5/p2p/order/simplifyList',
	pendingOrders: '/v5/p2p/order/pending/simplifyList',
	release: '/v5/p2p/order/finish',
	pay: '/v5/p2p/order/pay',
	review: '/v5/p2p/order/buyer/examine/sellerCancelOrderApply',
	session: '/v5/p2p/chat/session/getSessionId',
	messages: '/v5/p2p/chat/message/listpage_v1',
	send: '/v5/p2p/chat/message/send_v1',
	upload: '/v5/p2p/oss/upload_file',
	ad: '/v5/p2p/item/info',
	updateAd: '/v5/p2p/item/update',
	cancelAd: '/v5/p2p/item/cancel',
	market: '/v5/p2p/item/online',
} as const;
