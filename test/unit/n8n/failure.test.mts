import { NodeApiError, type INode } from 'n8n-workflow';

import { BybitError, InputError, NoReply } from '../../../nodes/BybitP2P/api/errors';
import { REFUSAL_CODES } from '../../../nodes/BybitP2P/api/refusalCodes';
import { toNodeError } from '../../../nodes/BybitP2P/n8n/errors';
import { failureOf } from '../../../nodes/BybitP2P/n8n/failure';

const refused = (code: number | undefined, httpStatus = 200, retryAfterMs?: number): BybitError =>
	new BybitError('list the orders', code, 'no', httpStatus, retryAfterMs);

describe('the cause of a failure', () => {
	it.each([
		['too many requests', refused(10006, 200, 4_000), { cause: 'rate-limited', retryAfterMs: 4_000 }],
		['too many requests, with no time given', refused(10006), { cause: 'rate-limited', retryAfterMs: 1_000 }],
		['HTTP 429', refused(undefined, 429), { cause: 'rate-limited', retryAfterMs: 1_000 }],
		['no reply', new NoReply('list the orders', 'lost'), { cause: 'temporarily-unavailable', retryAfterMs: 60_000 }],
		['a server fault', refused(10016), { cause: 'temporarily-unavailable', retryAfterMs: 60_000 }],
		['a banned address', refused(undefined, 403), { cause: 'temporarily-unavailable', retryAfterMs: 600_000 }],
		['a banned address by code', refused(10009), { cause: 'temporarily-unavailable', retryAfterMs: 600_000 }],
		['an unknown key', refused(10003), { cause: 'credential-invalid' }],
		['a wrong signature', refused(10004), { cause: 'credential-invalid' }],
		['a permission that is missing', refused(10005), { cause: 'credential-invalid' }],
		['an expired key', refused(33004), { cause: 'credential-invalid' }],
		['HTTP 401', refused(undefined, 401), { cause: 'credential-invalid' }],
		['an address that the key does not allow', refused(10010), { cause: 'configuration-invalid' }],
		['an account that is no advertiser', refused(912000014), { cause: 'configuration-invalid' }],
		['a setting that cannot be right', new InputError('x', 'y'), { cause: 'configuration-invalid' }],
	])('is given for %s', (_name, error, failure) => {
		expect(failureOf(error)).toEqual(failure);
	});

	it.each([
		['a code that nobody documents', refused(912999999)],
		['an error of somebody else', new TypeError('x')],
	])('is not guessed for %s', (_name, error) => {
		expect(failureOf(error)).toBeUndefined();
	});

	it('is given for every code that concerns access or the rate limit', () => {
		const codes = Object.entries(REFUSAL_CODES).filter(([, { concerns }]) => concerns !== undefined);

		expect(codes.filter(([code]) => failureOf(refused(Number(code))) === undefined)).toEqual([]);
	});

	it('is carried by the error that n8n gets', () => {
		const node = { id: '1', name: 'Trigger', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} } as INode;
		const error = toNodeError(node, refused(10006, 200, 4_000)) as NodeApiError;

		expect([error.failure, error.httpCode]).toEqual([{ cause: 'rate-limited', retryAfterMs: 4_000 }, '429']);
	});
});
