/** One call of each kind, and replies that leave open what the exchange did. */
import { endpoints } from '../../nodes/BybitP2P/api/endpoints';
import { bytes, gatewayReply, type Scripted, type ScriptedExchange } from './scriptedExchange.mts';

const ORDER = { orderId: '1900004704665923584' };
export const html = (status: number): Scripted => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: bytes('<html>Blocked</html>'),
});

type Call = (exchange: ScriptedExchange) => Promise<unknown>;

/** One call of each kind. */
export const READ: Call = async ({ api }) => await api.call(endpoints.getOrder, ORDER);
export const WRITE: Call = async ({ api }) =>
	await api.upload({ fileName: 'a.png', mimeType: 'image/png', content: Buffer.from('png') });
export const RELEASE: Call = async ({ api }) => await api.call(endpoints.release, ORDER);
const PAY: Call = async ({ api }) =>
	await api.call(endpoints.markAsPaid, { ...ORDER, paymentType: '14', paymentId: '7110' });
const MESSAGE: Call = async ({ api }) =>
	await api.call(endpoints.sendMessage, { ...ORDER, message: 'hi', contentType: 'str', sessionId: 's' });
const REVIEW: Call = async ({ api }) =>
	await api.call(endpoints.reviewCancelRequest, { ...ORDER, examineResult: 'PASS' });

export const MONEY = [
	['release', RELEASE],
	['payment mark', PAY],
	['cancel review', REVIEW],
	['chat message', MESSAGE],
] as const;

/** Replies after which the exchange may or may not have acted. */
export const UNCLEAR: readonly (readonly [string, Scripted])[] = [
	['a lost reply', 'lost'],
	['an empty body', {}],
	['half a reply', { body: bytes('{"ret_code":0,"ret_msg":"SUCC') }],
	['a page with HTTP 200', html(200)],
	['HTTP 500', { status: 500, body: bytes('Server error') }],
	['HTTP 502', html(502)],
	['HTTP 503 with JSON and no code', { status: 503, body: bytes({ message: 'upstream' }) }],
	['code 10000', gatewayReply(10000)],
	['code 10016', gatewayReply(10016)],
];
