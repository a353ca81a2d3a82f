import { type KeyObject, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its key as TLS servers take them. */
export type Identity = { readonly cert: string; readonly key: string };

type Holder = { readonly name: string; readonly key: KeyObject };

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

/** Issues certificates for host names; whoever trusts `cert` trusts them. Valid for a day, never stored. */
export class CertificateAuthority {
	private readonly holder: Holder;
	private readonly issued = new Map<string, Identity>();
	readonly cert: string;

	constructor(name = 'Certificate authority of a test') {
		const { privateKey, publicKey } = keyPair();
		this.holder = { name, key: privateKey };
		this.cert = certificate(this.holder, name, publicKey, [extension(BASIC_CONSTRAINTS, sequence(der(0x01, [0xff])))]);
	}

	identityOf(host: string): Identity {
		const known = this.issued.get(host);
		if (known !== undefined) return known;
		const { privateKey, publicKey } = keyPair();
		// [2] dNSName, RFC 5280 4.2.1.6
		const names = sequence(der(0x82, Buffer.from(host, 'latin1')));
		const identity = {
			cert: certificate(this.holder, host, publicKey, [extension(SUBJECT_ALTERNATIVE_NAME, names)]),
			key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		};
		this.issued.set(host, identity);
		return identity;
	}
}

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** X.509 version 3 in PEM (RFC 5280 4.1): Node signs, but makes no certificates. */
function certificate(issuer: Holder, subject: string, publicKey: KeyObject, extensions: readonly Buffer[]): string {
	const algorithm = sequence(objectId(ECDSA_WITH_SHA256));
	const unsigned = sequence(
		der(0xa0, der(0x02, [2])),
		// Positive, so its first bit is 0.
		der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		algorithm,
		distinguishedName(issuer.name),
		sequence(utcTime(Date.now() - DAY_MS), utcTime(Date.now() + DAY_MS)),
		distinguishedName(subject),
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(...extensions)),
	);
	const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', unsigned, issuer.key)]));
	const base64 = sequence(unsigned, algorithm, signature)
		.toString('base64')
		.replace(/(.{64})/g, '$1\n')
		.trimEnd();
	return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}

const distinguishedName = (name: string): Buffer =>
	sequence(der(0x31, sequence(objectId(COMMON_NAME), der(0x0c, Buffer.from(name, 'utf8')))));

const extension = (id: string, value: Buffer): Buffer => sequence(objectId(id), der(0x04, value));

/** "YYMMDDhhmmssZ" */
const utcTime = (ms: number): Buffer =>
	der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'latin1'));

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));

function objectId(id: string): Buffer {
	const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
	return der(0x06, [first * 40 + second, ...rest.flatMap(base128)]);
}

function base128(value: number): number[] {
	const bytes = [value & 0x7f];
	for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
	return bytes;
}

/** Tag, length, value (X.690). */
function der(tag: number, content: Buffer | readonly number[]): Buffer {
	const value = Buffer.isBuffer(content) ? content : Buffer.from(content);
	if (value.length < 0x80) return Buffer.concat([Buffer.from([tag, value.length]), value]);
	const length = Buffer.from([value.length >> 8, value.length & 0xff]);
	return Buffer.concat([
		Buffer.from(value.length > 0xff ? [tag, 0x82] : [tag, 0x81]),
		length.subarray(value.length > 0xff ? 0 : 1),
		value,
	]);
}
