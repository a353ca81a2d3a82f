import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { ENVIRONMENTS } from '../nodes/BybitP2P/api/environment';
import { HTTP_REFUSALS, REFUSAL_CODES } from '../nodes/BybitP2P/api/refusalCodes';
import { ADVICE, HTTP_ADVICE } from '../nodes/BybitP2P/n8n/advice';
import { signedRequest } from '../nodes/BybitP2P/n8n/signedRequest';

export class BybitP2PApi implements ICredentialType {
	name = 'bybitP2PApi';

	displayName = 'Bybit P2P API';

	icon: Icon = {
		light: 'file:../nodes/BybitP2P/bybitP2P.svg',
		dark: 'file:../nodes/BybitP2P/bybitP2P.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-bybit-p2p/n8n-nodes-bybit-p2p#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'The API of Bybit P2P is open to General Advertisers and above. Create the key on Bybit under API Management with the P2P permissions, and bind it to the IP address of this n8n.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [...ENVIRONMENTS, { name: 'Custom', value: 'custom' }],
			default: 'https://api.bybit.com',
			description:
				'Where the key was made. A key of one environment does not work in another. Custom is for the simulator or a gateway of your own.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:8391',
			description: 'Use https. Plain http is possible for localhost and host.docker.internal only.',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Key Type',
			name: 'keyType',
			type: 'options',
			options: [
				{ name: 'HMAC (System-Generated Key)', value: 'hmac' },
				{ name: 'RSA (Self-Generated Key)', value: 'rsa' },
			],
			default: 'hmac',
			description: 'HMAC when Bybit showed you a secret, RSA when you gave Bybit a public key',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { keyType: ['hmac'] } },
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: '-----BEGIN PRIVATE KEY-----',
			description: 'The whole private key in PEM format, without a passphrase. Line breaks may get lost when pasting.',
			displayOptions: { show: { keyType: ['rsa'] } },
		},
		{
			displayName: 'Receive Window (Ms)',
			name: 'recvWindow',
			type: 'number',
			typeOptions: { minValue: 1000, maxValue: 60000 },
			default: 5000,
			description: 'How old a request may be when it reaches Bybit, in milliseconds. Raise it for a slow connection.',
		},
	];

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => signedRequest(credentials, requestOptions, Date.now());

	// The account call, because it is the one that proves that P2P access works and not the key alone.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.environment === "custom" ? $credentials.baseUrl : $credentials.environment }}',
			url: '/v5/p2p/user/personal/info',
			method: 'POST',
			body: {},
		},
		rules: testRules(),
	};
}

type Rules = NonNullable<ICredentialTestRequest['rules']>;

/**
 * What the credential test says for each known refusal, and for a reply without an account.
 *
 * n8n takes any HTTP 200 for success unless a rule matches by equality, and the exchange refuses with HTTP 200 in either of two
 * envelopes: so one rule for each code and envelope. The first that matches counts.
 */
function testRules(): Rules {
	const refusals = Object.entries(REFUSAL_CODES).flatMap(([code, { meaning }]) =>
		['ret_code', 'retCode'].map((key) => successBodyRule(key, Number(code), sentence(meaning, ADVICE[Number(code)]))),
	);
	const pages = Object.entries(HTTP_REFUSALS).map(([status, { meaning }]) => ({
		type: 'responseCode' as const,
		properties: { value: Number(status), message: sentence(meaning, HTTP_ADVICE[Number(status)]) },
	}));
	// Whatever it was, code or page: a reply without the nickname, which the chat depends on, proves nothing.
	const nothing = successBodyRule(
		'result.nickName',
		undefined,
		'Bybit did not show the account, for a reason that this test cannot name. Check the environment and the Base URL; the operation Account: Check Access shows the words of Bybit.',
	);
	// n8n reads a mixed list, its type names pure ones only.
	return [...refusals, ...pages, nothing] as Rules;
}

function successBodyRule(key: string, value: number | undefined, message: string) {
	return { type: 'responseSuccessBody' as const, properties: { key, value, message } };
}

function sentence(meaning: string, advice: string): string {
	return `Bybit did not show the account: ${meaning}. ${advice}`;
}
