import { type ExchangeServer, createExchange } from '../simulator/server.mts';
import type { Cleanup } from './cleanup.mts';
import { ensureBuilt, isBuilt } from './n8n/build.mts';
import type { JsonObject } from './n8n/json.mts';
import { assertFree, freePort } from './n8n/ports.mts';
import { type N8nOptions, type N8nSettings, type RunningN8n, startN8n } from './n8n/process.mts';
import { type Credential, N8nRest } from './n8n/rest.mts';
import { addPackage, newUserFolder } from './n8n/userFolder.mts';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from './workflow.mts';

/** A simulated exchange beside an n8n, whoever started that. */
export type JoinedEnvironment = {
	readonly simulator: ExchangeServer;
	readonly n8n: Pick<RunningN8n, 'url' | 'died'>;
	readonly rest: N8nRest;
};

export type Environment = JoinedEnvironment & {
	readonly n8n: RunningN8n;
	/** Starts n8n again where the last one left off, after that has ended. */
	startAgain(): RunningN8n;
};

type EnvironmentOptions = {
	readonly cleanup: Cleanup;
	readonly port?: number | null;
	readonly simulatorPort?: number | null;
	/** What differs from n8n on SQLite with today's scheduler, as n8n's own environment variables. */
	readonly settings?: N8nSettings;
	readonly report?: (what: string) => void;
};

/** A simulated exchange and an n8n with the freshly packed nodes and an owner; `cleanup` ends both and removes what they wrote. */
export async function startEnvironment({
	cleanup,
	port = null,
	simulatorPort = null,
	settings = {},
	report = () => undefined,
}: EnvironmentOptions): Promise<Environment> {
	if (port !== null) await assertFree(port, '--port');
	if (simulatorPort !== null) await assertFree(simulatorPort, '--simulator-port');

	if (!isBuilt()) report('building the nodes, which takes some 20 s, once');
	await ensureBuilt();
	const userFolder = await userFolderWithPackage(cleanup);
	report('packed the nodes and put them into a fresh n8n folder');

	const simulator = await createExchange({ port: simulatorPort ?? 0 });
	cleanup.add('The simulator', () => simulator.close());

	const start = startable(cleanup, {
		userFolder,
		port: port ?? (await freePort()),
		brokerPort: await freePort(),
		settings,
	});
	const n8n = start();
	report(`started the simulated exchange at ${simulator.url} and n8n (process ${n8n.pid}), which takes some 20 s`);
	await n8n.ready;
	report(`n8n is ready at ${n8n.url}`);

	const rest = new N8nRest(n8n.url);
	await rest.createOwner();
	return { simulator, n8n, rest, startAgain: start };
}

/** A fresh folder for one n8n, with the package as it was built last; `cleanup` removes it. @returns its path */
export async function userFolderWithPackage(cleanup: Cleanup): Promise<string> {
	const folder = newUserFolder();
	cleanup.add('The temporary folder', () => folder.remove());
	await addPackage(folder);
	return folder.path;
}

/** Starts n8n as often as it is called; `cleanup` ends the one that runs then. */
function startable(cleanup: Cleanup, options: N8nOptions): () => RunningN8n {
	let current: RunningN8n | undefined;
	cleanup.add('n8n', async () => await current?.stop());
	return () => {
		current = startN8n(options);
		return current;
	};
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
