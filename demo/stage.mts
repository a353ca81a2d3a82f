import { type ExchangeServer, createExchange } from '../simulator/server.mts';
import type { Closers } from './closers.mts';
import { ensureBuilt } from './n8n/build.mts';
import type { JsonObject } from './n8n/json.mts';
import { assertFree, freePort } from './n8n/ports.mts';
import { type RunningN8n, startN8n } from './n8n/process.mts';
import { type Credential, N8nRest } from './n8n/rest.mts';
import { addPackage, newUserFolder } from './n8n/userFolder.mts';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from './workflow.mts';

export type Stage = { readonly simulator: ExchangeServer; readonly n8n: RunningN8n; readonly rest: N8nRest };

type StageOptions = {
	readonly closers: Closers;
	readonly port?: number | null;
	readonly simulatorPort?: number | null;
	readonly tell?: (what: string) => void;
};

/** A simulated exchange and an n8n with the freshly packed nodes and an owner; `closers` ends both and removes what they wrote. */
export async function startStage({
	closers,
	port = null,
	simulatorPort = null,
	tell = () => undefined,
}: StageOptions): Promise<Stage> {
	if (port !== null) await assertFree(port, '--port');
	if (simulatorPort !== null) await assertFree(simulatorPort, '--simulator-port');

	if (await ensureBuilt()) tell('built the nodes');
	const userFolder = newUserFolder();
	closers.add('The temporary folder', () => userFolder.remove());
	await addPackage(userFolder);
	tell('packed the nodes and put them into a fresh n8n folder');

	const simulator = await createExchange({ port: simulatorPort ?? 0 });
	closers.add('The simulator', () => simulator.close());

	const n8n = startN8n({ userFolder: userFolder.path, port: port ?? (await freePort()), brokerPort: await freePort() });
	closers.add('n8n', () => n8n.stop());
	tell(`started the simulated exchange at ${simulator.url} and n8n (process ${n8n.pid})`);
	await n8n.ready;
	tell(`n8n is ready at ${n8n.url}`);

	const rest = new N8nRest(n8n.url);
	await rest.createOwner();
	return { simulator, n8n, rest };
}

/** The credential a user would fill in; `data` changes single fields. */
export function credentialFor({ url, exchange }: ExchangeServer, data: JsonObject = {}): Credential {
	const { apiKey, apiSecret } = exchange.merchant;
	return {
		name: CREDENTIAL_NAME,
		type: CREDENTIAL_TYPE,
		data: {
			environment: 'custom',
			baseUrl: url,
			keyType: 'hmac',
			apiKey,
			apiSecret,
			privateKey: '',
			recvWindow: 5000,
			...data,
		},
	};
}
