import { createSign, generateKeyPairSync } from 'node:crypto';

import { isHmacSignature, isRsaSignature } from '../../simulator/http/signature.mts';
import { anExchange, ask, codeOf, NOW } from './support.mts';

const personalInfo = '/v5/p2p/user/personal/info';
const list = '/v5/p2p/order/simplifyList';

describe('signatures', () => {
	it('agree with openssl for a secret', () => {
		// printf '%s' '1658384314791sim-key5000{"orderId":"1899736339155943424"}' | openssl dgst -sha256 -hmac sim-secret
		const byOpenssl = '920116229082748401021af4ddbf3fca36dc8a17f7734e5058ca09b4f20e1e54';
		const payload = Buffer.from('{"orderId":"1899736339155943424"}');
		const parts = { timestamp: '1658384314791', apiKey: 'sim-key', recvWindow: '5000', payload };

		expect(isHmacSignature(byOpenssl, parts, 'sim-secret')).toBe(true);
		expect(isHmacSignature(byOpenssl.toUpperCase(), parts, 'sim-secret')).toBe(false);
		expect(isHmacSignature(byOpenssl, { ...parts, recvWindow: '5001' }, 'sim-secret')).toBe(false);
	});

	it('agree with openssl for an RSA key', () => {
		// printf '%s' '1658384314791rsa-key5000accountType=FUND&coin=USDT' | openssl dgst -sha256 -sign key.pem | openssl base64 -A
		const byOpenssl =
			's95ovGGTxtKTfvi6n9bbFctwqzgd1wBkByGoUjdZHkZcXrXxvfhBSj2vUKTFj/eFnjEmtJ8q+sRNqEX1tyRbOHA+oxg0Kht8pmrkU56O8seXzvrMCyxMbrSP1rL7iwXeMZmehugZNoPvkWp9Y0ioMbGtZOlJCSU3fjISVq7m5gkTotGzxXiiQbGDzNiw7tGro1bVRq//y+WL8zi3GvJrfZsXZ8UCKcYrlbXsCJxomLT87ey23KYuW1Kes3er56qP7yLP3XIP/IA61kAcJjcJ+jem5LPqHDJeQSYkW5rEqWAaXpHgbmaq95aj+QU5XFUZxsUHcXzWYtBiKEKKLYsggQ==';
		const publicKeyPem = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzj3Lyw2+fwb7q0ca+4aL
qiJNhc5Cx6DyDcHySI9lRitu0ykNSIjRLRmSeS5WMLX7Mvg7KSDIsb9wxZiV+V4o
JrpLqji1WKI0grh2HbNW6dR/FYV1E+EPZIIwrSayG0HrPIwyfJTawhtwLyNmQg2r
iNHjZp4FjiE/CHodZ0KcfWPu0soDURQqK0R4SsJQeaAXT+1819ZV9/BdQ0I5tU4s
BjkfQAu/B2e88/kLQ6bFs9699+xJpogH/qfTrWIy+b1MfkqEU6ctFeaDgeXk1zWi
Hq8c95P4vpzR+zYbZfcI7bXT/XSUyP7ac4rnT/6vv9UP2CEilYKIYfwF6nqUcESd
JwIDAQAB
-----END PUBLIC KEY-----`;
		const payload = Buffer.from('accountType=FUND&coin=USDT');
		const parts = { timestamp: '1658384314791', apiKey: 'rsa-key', recvWindow: '5000', payload };

		expect(isRsaSignature(byOpenssl, parts, publicKeyPem)).toBe(true);
		expect(
			isRsaSignature(byOpenssl, { ...parts, payload: Buffer.from('coin=USDT&accountType=FUND') }, publicKeyPem),
		).toBe(false);
	});

	it('of an RSA key open the exchange, as base64', () => {
		const exchange = anExchange();
		const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		exchange.addKey({ apiKey: 'rsa', publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() });
		const signer = createSign('RSA-SHA256').update(`${NOW}rsa5000{}`);
		const sign = signer.sign(privateKey);

		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'rsa', sign: sign.toString('base64') }))).toBe(0);
		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'rsa', sign: sign.toString('hex') }))).toBe(10004);
	});

	it('cover the body byte for byte', () => {
		const exchange = anExchange();
		const answer = ask(exchange, personalInfo, '{ }', { sign: undefined });
		const other = exchange.handle({
			method: 'POST',
			path: personalInfo,
			query: '',
			ip: '127.0.0.1',
			headers: exchange.calls[0].headers,
			body: Buffer.from('{}'),
		});

		expect(codeOf(answer)).toBe(0);
		expect(other.body.toString()).toContain('10004');
	});
});

describe('the time window', () => {
	it.each([
		[-5001, 10002],
		[-5000, 0],
		[0, 0],
		[999, 0],
		[1000, 10002],
	])("%i ms from the exchange's time gives %i", (offsetMs, code) => {
		expect(codeOf(ask(anExchange(), personalInfo, {}, { timestamp: NOW + offsetMs }))).toBe(code);
	});

	it('is as wide as the request says', () => {
		expect(codeOf(ask(anExchange(), personalInfo, {}, { timestamp: NOW - 20_000, recvWindow: '20000' }))).toBe(0);
	});
});

describe('the gateway', () => {
	it('refuses in camelCase, with HTTP 200 and its time', () => {
		const answer = ask(anExchange(), personalInfo, {}, { apiKey: 'nobody' });

		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({
			retCode: 10003,
			retMsg: 'API key is invalid.',
			result: {},
			retExtInfo: {},
			time: NOW,
		});
	});

	it('answers 401 when a key header is missing', () => {
		const answer = anExchange().handle({
			method: 'POST',
			path: personalInfo,
			query: '',
			ip: '127.0.0.1',
			headers: {},
			body: Buffer.from('{}'),
		});

		expect(answer.status).toBe(401);
	});

	it('refuses a wrong signature (10004)', () => {
		expect(codeOf(ask(anExchange(), personalInfo, {}, { secret: 'wrong' }))).toBe(10004);
	});

	it('refuses an expired key (33004)', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'old', apiSecret: 's', expiresAt: NOW });

		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'old', secret: 's' }))).toBe(33004);
	});

	it("refuses an address that is not on the key's list (10010)", () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'bound', apiSecret: 's', ips: ['203.0.113.7'] });

		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'bound', secret: 's' }))).toBe(10010);
		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'bound', secret: 's', ip: '203.0.113.7' }))).toBe(0);
	});

	it('does not know keys of another environment (10003)', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'test', apiSecret: 's', environment: 'testnet' });

		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'test', secret: 's' }))).toBe(10003);
	});

	it('lets a read-only key read and not write (10005)', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		exchange.addKey({ apiKey: 'reader', apiSecret: 's', readOnly: true });

		expect(codeOf(ask(exchange, '/v5/p2p/order/info', { orderId: order.id }, { apiKey: 'reader', secret: 's' }))).toBe(
			0,
		);
		expect(
			codeOf(ask(exchange, '/v5/p2p/order/finish', { orderId: order.id }, { apiKey: 'reader', secret: 's' })),
		).toBe(10005);
		expect(exchange.order(order.id).status).toBe(20);
	});

	it('asks for the permission of the call (10005)', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'ads', apiSecret: 's', permissions: ['Advertising'] });

		expect(codeOf(ask(exchange, list, { page: 1, size: 10 }, { apiKey: 'ads', secret: 's' }))).toBe(10005);
		expect(codeOf(ask(exchange, '/v5/p2p/item/personal/list', {}, { apiKey: 'ads', secret: 's' }))).toBe(0);
	});

	it('lets only advertisers use P2P, and says so in the P2P envelope (912000014)', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'plain', apiSecret: 's', advertiser: false });

		expect(ask(exchange, personalInfo, {}, { apiKey: 'plain', secret: 's' }).json).toMatchObject({
			ret_code: 912000014,
			result: null,
		});
		expect(codeOf(ask(exchange, '/v5/user/query-api', {}, { apiKey: 'plain', secret: 's', method: 'GET' }))).toBe(0);
	});

	it('answers 404 to unknown paths and 405 to the wrong method', () => {
		expect(ask(anExchange(), '/v5/p2p/order/create').status).toBe(404);
		expect(ask(anExchange(), list, {}, { method: 'GET' }).status).toBe(405);
	});

	it('takes nothing but a JSON object as a body', () => {
		for (const body of ['', 'page=1', '[]', '{"page":']) expect(codeOf(ask(anExchange(), list, body))).toBe(10001);
	});

	it('speaks snake_case on P2P calls, with the time in seconds as text', () => {
		const { json } = ask(anExchange({ now: NOW + 123 }), list, { page: 1, size: 10 });

		expect(json).toEqual({
			ret_code: 0,
			ret_msg: 'SUCCESS',
			result: { count: 0, items: [] },
			ext_code: '',
			ext_info: {},
			time_now: '1790000000.123000',
		});
	});
});

describe('rate limits', () => {
	it('let ten reads through in a second, and say what is left', () => {
		const exchange = anExchange({ limits: true });
		const answers = Array.from({ length: 11 }, () => ask(exchange, personalInfo));

		expect(answers.map(codeOf)).toEqual([...Array.from({ length: 10 }, () => 0), 10006]);
		expect(answers[0].headers).toMatchObject({ 'X-Bapi-Limit': '10', 'X-Bapi-Limit-Status': '9' });
		expect(answers[10].headers).toMatchObject({
			'X-Bapi-Limit-Status': '0',
			'X-Bapi-Limit-Reset-Timestamp': String(NOW + 1000),
		});
		expect(answers[10].json).toHaveProperty('retCode');
	});

	it('let five writes through in a second, and count them apart from reads', () => {
		const exchange = anExchange({ limits: true });
		const writes = Array.from({ length: 6 }, () => ask(exchange, '/v5/p2p/order/finish', { orderId: '1' }));

		expect(codeOf(writes[4])).not.toBe(10006);
		expect(codeOf(writes[5])).toBe(10006);
		expect(codeOf(ask(exchange, personalInfo))).toBe(0);
	});

	it('roll: a slot is free again a second after it was taken', () => {
		const exchange = anExchange({ limits: true });
		ask(exchange, personalInfo);
		exchange.advance(600);
		for (let n = 0; n < 9; n += 1) ask(exchange, personalInfo);
		exchange.advance(399);

		expect(codeOf(ask(exchange, personalInfo))).toBe(10006);
		exchange.advance(1);
		expect(codeOf(ask(exchange, personalInfo))).toBe(0);
		expect(codeOf(ask(exchange, personalInfo))).toBe(10006);
	});

	it('are counted for the account, not for the key', () => {
		const exchange = anExchange({ limits: true });
		exchange.addKey({ apiKey: 'second', apiSecret: 's' });
		for (let n = 0; n < 10; n += 1) ask(exchange, personalInfo);

		expect(codeOf(ask(exchange, personalInfo, {}, { apiKey: 'second', secret: 's' }))).toBe(10006);
	});

	it('ban an address for ten minutes after 600 requests in five seconds', () => {
		const exchange = anExchange({ limits: true });
		for (let n = 0; n < 600; n += 1) ask(exchange, '/v5/market/time', {}, { method: 'GET' });

		expect(ask(exchange, '/v5/market/time', {}, { method: 'GET' }).status).toBe(403);
		exchange.advance(10 * 60 * 1000);
		expect(ask(exchange, '/v5/market/time', {}, { method: 'GET' }).status).toBe(200);
	});
});
