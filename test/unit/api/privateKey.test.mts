import { generateKeyPairSync } from 'node:crypto';

import { privateKeyOf } from '../../../nodes/BybitP2P/api/sign';
import { anRsaKey } from '../../support/keys.mts';
import { thrownBy } from '../../support/thrown.mts';

const pkcs8 = anRsaKey('pkcs8').privatePem;
const pkcs1 = anRsaKey('pkcs1').privatePem;

/** The longest stretch of a PEM that a message must not repeat. */
function bodyOf(pem: string): string {
	return pem.split('\n')[1];
}

describe('privateKeyOf', () => {
	it.each([
		['PKCS#8', pkcs8],
		['PKCS#1', pkcs1],
	])('reads an RSA key with a %s header', (_, pem) => {
		expect(privateKeyOf(pem).asymmetricKeyType).toBe('rsa');
	});

	it.each([
		['blanks', (pem: string) => pem.replace(/\n/g, ' ')],
		['nothing', (pem: string) => pem.replace(/\n/g, '')],
		['the two characters \\n', (pem: string) => pem.replace(/\n/g, '\\n')],
		['the four characters \\r\\n', (pem: string) => pem.replace(/\n/g, '\\r\\n')],
		['Windows line ends', (pem: string) => pem.replace(/\n/g, '\r\n')],
		['line breaks and tabs', (pem: string) => pem.replace(/\n/g, '\n\t')],
	])('reads a key whose line breaks became %s', (_, bent) => {
		const given = privateKeyOf(bent(pkcs1)).export({ type: 'pkcs1', format: 'pem' });

		expect(given).toBe(pkcs1);
	});

	it.each([
		['blanks around it', (pem: string) => `  \n${pem}\n\n  `],
		['the notes of a key tool before it', (pem: string) => `Bag Attributes\n    friendlyName: trading\n${pem}`],
		['quotes around it', (pem: string) => JSON.stringify(pem)],
	])('reads a key with %s', (_, dressed) => {
		expect(privateKeyOf(dressed(pkcs8)).asymmetricKeyType).toBe('rsa');
	});

	it.each([
		[
			'a passphrase (PKCS#8)',
			generateKeyPairSync('rsa', {
				modulusLength: 2048,
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' },
			}).privateKey,
		],
		[
			'a passphrase (PKCS#1)',
			generateKeyPairSync('rsa', {
				modulusLength: 2048,
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' },
			}).privateKey,
		],
		[
			'an elliptic curve',
			generateKeyPairSync('ec', {
				namedCurve: 'P-256',
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			}).privateKey,
		],
		[
			'Ed25519',
			generateKeyPairSync('ed25519', {
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			}).privateKey,
		],
		[
			'the padding of RSA-PSS',
			generateKeyPairSync('rsa-pss', {
				modulusLength: 2048,
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			}).privateKey,
		],
		['its public half only', anRsaKey().publicPem],
		['one half missing', pkcs8.slice(0, pkcs8.length / 2)],
		['a wrong letter', pkcs8.replace(bodyOf(pkcs8), bodyOf(pkcs8).replace(/^..../, '!!!!'))],
		['no header', pkcs8.replace(/-----.*-----\n/g, '')],
	])('refuses a key with %s, without quoting it', (_, pem) => {
		const { message } = thrownBy(() => privateKeyOf(pem));

		expect(message).toMatch(/^The private key of the Bybit P2P credential is not an RSA key in PEM format\./);
		expect(message).not.toContain(bodyOf(pem).slice(4, 20));
	});

	it.each(['', 'my-secret', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----'])(
		'refuses the text "%s"',
		(text) => {
			expect(() => privateKeyOf(text)).toThrow('not an RSA key in PEM format');
		},
	);

	it('leaves no trace of the key in the error, its cause or its stack', () => {
		const error = thrownBy(() => privateKeyOf(pkcs8.replace('MII', 'XXX')));

		expect(error.cause).toBeUndefined();
		expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(bodyOf(pkcs8).slice(0, 16));
	});
});
