import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** A key pair as PEM text; the private half lives in memory only. */
export interface PemPair {
	readonly privatePem: string;
	readonly publicPem: string;
}

/** A fresh RSA key; `pkcs1` says "RSA PRIVATE KEY" in its header, `pkcs8` says "PRIVATE KEY". */
export function anRsaKey(type: 'pkcs1' | 'pkcs8' = 'pkcs8'): PemPair {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type, format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
	return { privatePem: privateKey, publicPem: publicKey };
}

/**
 * The key behind the fixed RSA vectors: `openssl genrsa -traditional 1024`, small because it protects nothing.
 * Its numbers instead of a PEM, so that nothing in the repository looks like a key to keep secret.
 */
export function vectorRsaKey(): PemPair {
	const key = createPrivateKey({
		format: 'jwk',
		key: {
			kty: 'RSA',
			n: 'tcf6JMZfhd9j74DrTqysCR3qeUYSPtPIMb2uw4uH0-RGMzpA8ku4hMkmNy3qwxqz5Zsf2OB-uVAI3G9_m7IM4EpCvd2fa9pTUIa8mPG35PWjh6s7nYcmizb-baytuUpdg35L-iw0i8L70NmYjm0BXWisrrrhOfrDtxURkd7Xktc',
			e: 'AQAB',
			d: 'GPale3diltfeuX1S0zMTTQ02rgDZcJdU3r_VyDTZKlgm69IMKToM1O9quBkuLCz2l4l-DiKGRJyhGuSU-aSx77_Xee6mGKV3fsHYuG288dD3fmvG70ibWJSJVX7rTUAx7IgSagflmDQs1MhrBDzLnV3KGSgCMTMC0GwgBYj0HkE',
			p: '6LM9t4-OPTGYE0BYsOOUR_JJIKsnsZ5B5jeNoTdEVTMDKLz-jZ4swzUQ5xm2eeG6n75NY-WKVfpdiCuTcdIWaw',
			q: 'x_uJ_KVjxS1u6Zn-_RevLGdOYIqvMO9V1Z1m-l-VK82GMaJ-K663d8hQwDYe8895jrEyoYawLakqtEC9xbiYRQ',
			dp: 'Lk-14bllUpJzNKmivRmd4i-7FBBcJwJbFSlLO6GXLOmpIEt00dSADh2ajpPUeC9PiAlEt7PwMypPwREDGCz6nw',
			dq: 'BWUby90KW_9lxpeI8Xr6FtCSpLgZEdDjF-gvJwH9HDlnLV-c18DW4jxdMVJEc39dYCQXoZPonNK7fDFi7TqVoQ',
			qi: 'wHdc_V1LLG-WhFdydiGaM_vLcAivo_7h-0P2qbMWg30He0o7Vc1yDIqz0tyzb2N9lbQRo1aYZoLo3vAQxviWjw',
		},
	});
	return {
		privatePem: String(key.export({ type: 'pkcs8', format: 'pem' })),
		publicPem: String(createPublicKey(key).export({ type: 'spki', format: 'pem' })),
	};
}
