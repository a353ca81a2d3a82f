import { createVerify } from 'node:crypto';

import { signedHeaders, type SigningKey } from '../../../nodes/BybitP2P/api/sign';
import { anRsaKey, vectorRsaKey } from '../../support/keys.mts';

const TIMESTAMP = 1658384314791;

function anHmacKey(more: Partial<SigningKey> = {}): SigningKey {
	return { keyType: 'hmac', apiKey: 'XXXXXXXXXX', apiSecret: 'throwaway-secret', recvWindowMs: 5000, ...more };
}

describe('signedHeaders', () => {
	// Made apart from this code: printf '%s' '1658384314791XXXXXXXXXX5000<payload>' | openssl dgst -sha256 -hmac 'throwaway-secret'
	it.each([
		['a JSON body', '{"page":1,"size":30}', 'd2b680186ba05caf7fe4513528916bfcc8e5d3a9217223b4d0ad37feafda5db4'],
		['a query', 'accountType=FUND&coin=USDT%2CBTC', 'ddd2cdf99a34c101f2044fa75401fa0aeb285f60c0e98e3c0f94e55e8c4d89b7'],
		['nothing at all', '', '4188bb2c36b7b8b31d6c3c6fea4c0654b22eb08ddcef6c3a0682fc22354b570e'],
		[
			'text beyond ASCII',
			'{"message":"Привет, «мир» 👋"}',
			'f4e1f7ad160dd6bd4d7e2396736efb96c31a4cff7c08f703b28993e5eacd763b',
		],
		// printf '1658384314791XXXXXXXXXX5000\x00\xff\x80\x0d\x0a' | openssl dgst -sha256 -hmac 'throwaway-secret'
		[
			'bytes that are no text',
			Buffer.from([0x00, 0xff, 0x80, 0x0d, 0x0a]),
			'15e74969ff25d0b1505c7b91e72d4e41ac9248958204255c5f7ea592f0bfdfba',
		],
	])('signs %s with HMAC as OpenSSL does', (_, payload, expected) => {
		expect(signedHeaders(anHmacKey(), payload, TIMESTAMP)['X-BAPI-SIGN']).toBe(expected);
	});

	// printf '%s' '1658384314791XXXXXXXXXX5000{"page":1,"size":30}' | openssl dgst -sha256 -sign key.pem | base64 -w0
	it('signs with RSA (PKCS#1 v1.5) as OpenSSL does', () => {
		const key = anHmacKey({ keyType: 'rsa', privateKey: vectorRsaKey().privatePem });

		expect(signedHeaders(key, '{"page":1,"size":30}', TIMESTAMP)['X-BAPI-SIGN']).toBe(
			'TNg7SsrKWCvEotVml4mQvMQ5qr2cELCpRUi+ns7cStUcTmjni3m6EDWRgzU3HPZJwuDZKjOtLpCz5ipM7kYeCQH+U2ZMhLoxqIG5ehfl8dYna7Q+tzVA75Cip64/Utlkz2LlPmY9vQPc5jsjNBIQMYbGCHvIFqJH0wf60ozzbNI=',
		);
	});

	it('makes an RSA signature that the public half confirms, over bytes too', () => {
		const { privatePem, publicPem } = anRsaKey();
		const payload = Buffer.from([0x00, 0xff, 0x80]);

		const headers = signedHeaders(anHmacKey({ keyType: 'rsa', privateKey: privatePem }), payload, TIMESTAMP);

		const signed = Buffer.concat([Buffer.from('1658384314791XXXXXXXXXX5000'), payload]);
		expect(createVerify('RSA-SHA256').update(signed).verify(publicPem, headers['X-BAPI-SIGN'], 'base64')).toBe(true);
	});

	it('gives the five headers of the exchange and no more', () => {
		expect(signedHeaders(anHmacKey({ recvWindowMs: 9000 }), '{}', TIMESTAMP)).toEqual({
			'X-BAPI-API-KEY': 'XXXXXXXXXX',
			'X-BAPI-TIMESTAMP': '1658384314791',
			'X-BAPI-RECV-WINDOW': '9000',
			'X-BAPI-SIGN': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			'X-BAPI-SIGN-TYPE': '2',
		});
	});
});
