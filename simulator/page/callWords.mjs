import { shortId } from './orderWords.mjs';

/** @typedef {import('../controls/state.mts').CallState} CallState */
/** @typedef {{ text: string, tone: 'plain' | 'done' | 'alarm' }} Outcome */

/** @typedef {Readonly<Record<string, unknown>>} Body */
/** @param {Body} body @param {string} name @returns {string} */
const text = (body, name) => (typeof body[name] === 'string' ? body[name] : '');
/** @param {Body} body @param {string} name @returns {string} */
const short = (body, name) => shortId(text(body, name));
/** @param {Body} body @returns {string} */
const side = (body) => (text(body, 'side') === '1' ? 'sell' : 'buy');
/** @param {string} words @returns {string} a message of a thousand characters would fill the list */
const cut = (words) => (words.length > 120 ? `${words.slice(0, 119)}…` : words);

/** Calls that only read, by path: what was read. @type {Record<string, (body: Body) => string>} */
const READS = {
	'/v5/p2p/order/simplifyList': () => 'the list of orders',
	'/v5/p2p/order/pending/simplifyList': () => 'the list of open orders',
	'/v5/p2p/order/info': (body) => `order ${short(body, 'orderId')}`,
	'/v5/p2p/chat/session/getSessionId': () => 'the id of a chat',
	'/v5/p2p/chat/session/list_v1': () => 'the list of chats',
	'/v5/p2p/chat/message/listpage_v1': () => 'the messages of a chat',
	'/v5/p2p/order/message/listpage': () => 'messages by a call that Bybit has closed',
	'/v5/p2p/item/online': (body) => `the market: who wants to ${side(body)} ${text(body, 'tokenId')}`,
	'/v5/p2p/item/personal/list': () => 'the list of your ads',
	'/v5/p2p/item/info': (body) => `ad ${short(body, 'itemId')}`,
	'/v5/p2p/user/personal/info': () => 'your account',
	'/v5/p2p/user/order/personal/info': () => "the counterparty's record",
	'/v5/p2p/user/payment/list': () => 'your payment methods',
	'/v5/asset/transfer/query-account-coins-balance': () => 'your balance',
	'/v5/user/query-api': () => 'what the API key may do',
	'/v5/market/time': () => 'the time',
};

/** Calls that change something: what was done, and what was tried. @type {Record<string, (body: Body) => [string, string]>} */
const WRITES = {
	'/v5/p2p/order/finish': (body) => [
		`Released the coins of order ${short(body, 'orderId')}`,
		`release the coins of order ${short(body, 'orderId')}`,
	],
	'/v5/p2p/order/pay': (body) => [
		`Marked order ${short(body, 'orderId')} as paid`,
		`mark order ${short(body, 'orderId')} as paid`,
	],
	'/v5/p2p/order/buyer/examine/sellerCancelOrderApply': (body) =>
		body.examineResult === 'PASS'
			? [`Agreed to cancel order ${short(body, 'orderId')}`, `agree to cancel order ${short(body, 'orderId')}`]
			: [`Refused to cancel order ${short(body, 'orderId')}`, `refuse to cancel order ${short(body, 'orderId')}`],
	'/v5/p2p/chat/message/send_v1': (body) =>
		text(body, 'contentType').toLowerCase() === 'str'
			? [`Wrote “${cut(text(body, 'message'))}”`, `write “${cut(text(body, 'message'))}”`]
			: ['Sent a file', 'send a file'],
	'/v5/p2p/order/message/send': () => [
		'Wrote by a call that Bybit has closed',
		'write by a call that Bybit has closed',
	],
	'/v5/p2p/oss/upload_file': (body) => [`Uploaded ${text(body, 'upload')}`, `upload ${text(body, 'upload')}`],
	'/v5/p2p/item/create': () => ['Created an ad', 'create an ad'],
	'/v5/p2p/item/update': (body) =>
		body.actionType === 'ACTIVE'
			? [`Put ad ${short(body, 'id')} online`, `put ad ${short(body, 'id')} online`]
			: [`Changed ad ${short(body, 'id')}`, `change ad ${short(body, 'id')}`],
	'/v5/p2p/item/cancel': (body) => [
		`Took ad ${short(body, 'itemId')} offline`,
		`take ad ${short(body, 'itemId')} offline`,
	],
};

/** @param {CallState} call @returns {Body} */
const bodyOf = ({ body }) => (typeof body === 'object' && body !== null ? /** @type {Body} */ (body) : {});

/** @param {CallState} call @returns {boolean} whether it changes nothing, whatever comes of it */
export const isRead = ({ path }) => path in READS;

/** @param {CallState} call @returns {boolean} */
export const wentWell = ({ code, fault }) => code === 0 && fault === undefined;

/** @param {CallState} call @returns {string} what was read, for a list of several */
export const whatWasRead = (call) => READS[call.path]?.(bodyOf(call)) ?? call.path;

/** @param {CallState} call @returns {string} one sentence of what the workflow did, or tried to do */
export function callWords(call) {
	if (isRead(call)) return `${wentWell(call) ? 'Read' : 'Asked for'} ${whatWasRead(call)}`;
	const words = WRITES[call.path];
	if (words === undefined) return `Called ${call.path}`;
	const [done, tried] = words(bodyOf(call));
	return call.effect ? done : `Tried to ${tried}`;
}

/** @param {CallState} call @returns {Outcome} what came of it */
export function outcomeWords(call) {
	const { code, status, effect, ms, fault } = call;
	const done = effect ? ', but it was done' : '';
	if (status === 0) return { text: `no reply${done}`, tone: 'alarm' };
	if (status !== 200) return { text: `HTTP ${status}${done}`, tone: 'alarm' };
	if (code === null) return { text: `a reply nobody can read${done}`, tone: 'alarm' };
	if (code !== 0) return { text: `refused with ${code}${done}`, tone: 'alarm' };
	if (fault === 'stale') return { text: 'an old snapshot', tone: 'alarm' };
	if (ms > 0) return { text: `after ${ms / 1000} s`, tone: 'alarm' };
	return effect ? { text: 'done', tone: 'done' } : { text: '', tone: 'plain' };
}
