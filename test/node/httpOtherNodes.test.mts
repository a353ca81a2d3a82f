import { credentialFor, runAction, type CredentialData } from '../support/n8nCore.mts';
import { aRequester, credentialVerdict } from '../support/n8nHttp.mts';
import { answerJson, aRecorder, type Recorder } from '../support/recorder.mts';
import { isSignedWithSecret } from '../support/tappedExchange.mts';
import { rejectionOf } from '../support/thrown.mts';

// The pauses between the repeats of a read are tested with a clock of their own; here they take no time.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => {} }));

const SECRET = 'a-very-special-secret';

const KEY = 'a-very-special-key';

const OK = { ret_code: 0, ret_msg: 'SUCCESS', result: {} };

/** A credential whose key and secret are easily found in what must not hold them. */
function special(url: string, fields: CredentialData = {}): CredentialData {
	return credentialFor(url, { apiKey: KEY, apiSecret: SECRET, ...fields });
}

describe('other nodes that use the credential', () => {
	let recorder: Recorder;
	let statuses: number[];
	beforeAll(async () => {
		recorder = await aRecorder((_, response) => answerJson(response, OK, statuses.shift() ?? 200));
	});
	afterAll(async () => await recorder.close());
	beforeEach(() => {
		statuses = [];
		(recorder.requests as unknown[]).length = 0;
	});

	const bodies: readonly (readonly [string, object])[] = [
		['an object', { body: { a: 'ж', n: 1.5 } }],
		['an empty object', { body: {} }],
		['no body', {}],
		['text', { body: ' {"a": 1} ' }],
		['text that is no JSON', { body: 'hello' }],
		['bytes', { body: Buffer.from([0, 255, 10, 13]) }],
		['an object and a query', { body: { a: 1 }, qs: { b: 'c d' } }],
	];
	const queries: readonly (readonly [string, object])[] = [
		['no query', {}],
		['a query', { qs: { coin: 'USDT,BTC', q: 'a b+c%20ж' } }],
		['a list', { qs: { coin: ['USDT', 'BTC'] } }],
		['a query in brackets style', { qs: { coin: ['USDT'] }, arrayFormat: 'brackets', useQuerystring: false }],
	];

	it.each(bodies)('sign %s as it goes out (as most nodes ask)', async (_, parts) => {
		await aRequester(special(recorder.url)).modern({ method: 'POST', url: `${recorder.url}/v5/x`, ...parts });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(bodies)('sign %s as it goes out (as the HTTP Request node asks)', async (_, parts) => {
		await aRequester(special(recorder.url)).legacy({
			method: 'POST',
			uri: `${recorder.url}/v5/x`,
			json: true,
			...parts,
		});

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(queries)('sign a GET with %s as it goes out (as most nodes ask)', async (_, parts) => {
		await aRequester(special(recorder.url)).modern({ method: 'GET', url: `${recorder.url}/v5/x?z=ж`, ...parts });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(queries)('sign a GET with %s as it goes out (as the HTTP Request node asks)', async (_, parts) => {
		await aRequester(special(recorder.url)).legacy({
			method: 'GET',
			uri: `${recorder.url}/v5/x?z=ж`,
			json: true,
			body: {},
			...parts,
		});

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each([
		['JSON', { method: 'POST', body: { a: 1 } }],
		[
			'bytes',
			{ method: 'POST', body: Buffer.from('bytes'), headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
		],
		['a query', { method: 'GET', qs: { a: 'b c', d: ['1', '2'] } }],
	])('are signed validly a second time after HTTP 401: %s', async (_, options) => {
		statuses = [401, 200];

		await aRequester(special(recorder.url)).modern({ url: `${recorder.url}/v5/x`, ...options });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true, true]);
		expect(recorder.requests[1]).toMatchObject({
			target: recorder.requests[0].target,
			body: recorder.requests[0].body,
		});
	});

	it('get an error that a foreign address is not signed, and nothing is sent', async () => {
		const other = await aRecorder((_, response) => answerJson(response, OK));
		const { modern, legacy } = aRequester(special(recorder.url));

		const errors = [
			await rejectionOf(modern({ method: 'POST', url: `${other.url}/x`, body: {} })),
			await rejectionOf(legacy({ method: 'GET', uri: `${other.url}/x` })),
		];
		await other.close();

		expect(errors.map(({ message }) => /signs for .* only/.test(message))).toEqual([true, true]);
		expect(other.requests).toEqual([]);
	});

	it('give up after the time they allow', async () => {
		const silent = await aRecorder(() => {});

		const error = await rejectionOf(
			aRequester(special(silent.url)).modern({ method: 'POST', url: `${silent.url}/x`, body: {}, timeout: 50 }),
		);
		await silent.close();

		expect(error.message).toMatch(/timeout|aborted/i);
	});
});

describe('a redirect', () => {
	let trap: Recorder;
	let lure: Recorder;
	let status: number;
	beforeAll(async () => {
		trap = await aRecorder((_, response) => answerJson(response, OK));
		lure = await aRecorder((_, response) => response.writeHead(status, { location: `${trap.url}/caught` }).end());
	});
	afterAll(async () => await Promise.all([trap.close(), lure.close()]));
	beforeEach(() => {
		status = 302;
		(trap.requests as unknown[]).length = 0;
		(lure.requests as unknown[]).length = 0;
	});

	it.each([301, 302, 303, 307, 308])(
		'with HTTP %i does not carry the key of the action node elsewhere',
		async (redirect) => {
			status = redirect;

			const { error } = await runAction({ resource: 'account', operation: 'getBalance' }, special(lure.url));

			expect(error?.message).toContain(`HTTP ${redirect}`);
			expect(lure.requests.length).toBeGreaterThan(0);
			expect(trap.requests).toEqual([]);
		},
	);

	it('does not carry the key of a credential test elsewhere', async () => {
		expect((await credentialVerdict(special(lure.url))).status).toBe('Error');
		expect(trap.requests).toEqual([]);
	});

	it.each(['GET', 'POST'])('does not carry the key of another node elsewhere, for a %s', async (method) => {
		await rejectionOf(aRequester(special(lure.url)).modern({ method, url: `${lure.url}/x` }));

		expect(lure.requests).toHaveLength(1);
		expect(trap.requests).toEqual([]);
	});

	it.each(['GET', 'POST'])(
		'does not carry the key of the HTTP Request node elsewhere, which follows all redirects, for a %s',
		async (method) => {
			await rejectionOf(
				aRequester(special(lure.url)).legacy({
					method,
					uri: `${lure.url}/x`,
					followRedirect: true,
					followAllRedirects: true,
					json: true,
				}),
			);

			expect(lure.requests).toHaveLength(1);
			expect(trap.requests).toEqual([]);
		},
	);
});
