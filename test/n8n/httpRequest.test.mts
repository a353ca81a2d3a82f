import { Cleanup } from '../../demo/cleanup.mts';
import { type JsonObject, listOf, objectOf } from '../../demo/n8n/json.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import { CREDENTIAL_NAME } from '../../demo/workflow.mts';

const cleanup = new Cleanup();
let environment: Environment;

beforeAll(async () => {
	environment = await startEnvironment({ cleanup });
	await environment.rest.createCredential(credentialFor(environment.simulator));
});
afterAll(() => cleanup.closeAll());
beforeEach(() => environment.simulator.exchange.reset());

/** What the HTTP Request node of n8n answers, with our credential as its predefined one. */
async function requested(parameters: JsonObject) {
	const start = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const request = {
		id: 'request',
		name: 'Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [200, 0],
		parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: 'bybitP2PApi', ...parameters },
		credentials: { bybitP2PApi: { id: null, name: CREDENTIAL_NAME } },
	};
	const id = await environment.rest.importWorkflow({
		name: 'HTTP Request',
		nodes: [start, request],
		connections: { Start: { main: [[{ node: 'Request', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const execution = await environment.rest.runManually(id, 'Start');
	const run = objectOf(listOf(execution.runData.Request)[0] ?? {});
	const [output] = listOf(objectOf(run.data ?? {}).main ?? []);
	return { error: execution.error, items: listOf(output ?? []).map((item) => objectOf(objectOf(item).json)) };
}

describe('the HTTP Request node with the credential', () => {
	it.each([
		['fields', { specifyBody: 'keypair', bodyParameters: { parameters: [{ name: 'note', value: 'a b+c%20ü' }] } }],
		['JSON', { specifyBody: 'json', jsonBody: '{ "page": 1, "size": 10 }' }],
	])('posts a body given as %s with a valid signature', async (_what, body) => {
		const path = _what === 'JSON' ? '/v5/p2p/order/pending/simplifyList' : '/v5/p2p/user/personal/info';

		const { error, items } = await requested({
			method: 'POST',
			url: `${environment.simulator.url}${path}`,
			sendBody: true,
			contentType: 'json',
			...body,
		});

		expect(error).toBeNull();
		expect(items).toEqual([expect.objectContaining({ ret_code: 0 })]);
	});

	it('posts without a body', async () => {
		const { error, items } = await requested({
			method: 'POST',
			url: `${environment.simulator.url}/v5/p2p/user/payment/list`,
		});

		expect(error).toBeNull();
		expect(items).toEqual([expect.objectContaining({ ret_code: 0 })]);
	});

	it('gets with a query, in the address and as parameters', async () => {
		const { error, items } = await requested({
			method: 'GET',
			url: `${environment.simulator.url}/v5/asset/transfer/query-account-coins-balance?accountType=FUND`,
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'coin', value: 'USDT,BTC' }] },
		});

		expect(error).toBeNull();
		expect(items).toEqual([expect.objectContaining({ retCode: 0 })]);
	});

	it('signs for no other host, and sends it nothing', async () => {
		const elsewhere = environment.simulator.url.replace('127.0.0.1', 'localhost');

		const { error } = await requested({ method: 'POST', url: `${elsewhere}/v5/p2p/user/personal/info` });

		expect(error).toMatch(/signs for http:\/\/127\.0\.0\.1:\d+ only/);
		expect(environment.simulator.exchange.calls).toEqual([]);
	});

	it('refuses a form, which cannot be signed', async () => {
		const { error } = await requested({
			method: 'POST',
			url: `${environment.simulator.url}/v5/p2p/user/personal/info`,
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: { parameters: [{ name: 'a', value: 'b' }] },
		});

		expect(error).toMatch(/cannot sign a form/);
		expect(environment.simulator.exchange.calls).toEqual([]);
	});
});
