import { parseArgs } from 'node:util';

export type Options = {
	/** End after the scenario. */
	readonly once: boolean;
	/** null: a free one. */
	readonly port: number | null;
	readonly simulatorPort: number | null;
	/** The address of an n8n that runs already and has no owner yet; null: one is started. */
	readonly n8n: string | null;
	/** The address that the exchange listens on. */
	readonly simulatorHost: string;
};

export const USAGE = `npm run demo -- [options]

A real n8n with these nodes, a simulated Bybit and a published workflow, all on this machine.

  --once                   end after the scenario; the exit code says whether every step happened
  --port <number>          port of the n8n editor (default: a free one)
  --simulator-port <n>     port of the simulated exchange (default: a free one)
  --simulator-host <name>  address it listens on (default: 127.0.0.1, this machine only)
  --n8n <address>          use this n8n, which has these nodes and no owner yet, instead of starting one
  --help                   this text`;

/** @throws with a readable message when an argument is not understood; null when only the usage was asked for */
export function optionsOf(args: readonly string[]): Options | null {
	const values = valuesOf(args);
	if (values.help) return null;
	return {
		once: values.once,
		port: portOf('--port', values.port),
		simulatorPort: portOf('--simulator-port', values['simulator-port']),
		simulatorHost: values['simulator-host'],
		n8n: addressOf('--n8n', values.n8n),
	};
}

function valuesOf(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				once: { type: 'boolean', default: false },
				port: { type: 'string' },
				'simulator-port': { type: 'string' },
				'simulator-host': { type: 'string', default: '127.0.0.1' },
				n8n: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

function addressOf(option: string, text: string | undefined): string | null {
	if (text === undefined) return null;
	if (!URL.canParse(text) || !/^https?:/.test(text))
		throw new Error(`${option} takes an address such as http://127.0.0.1:5678, not "${text}".`);
	return new URL(text).origin;
}

function portOf(option: string, text: string | undefined): number | null {
	if (text === undefined) return null;
	const port = Number(text);
	if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
	throw new Error(`${option} takes a number from 1 to 65535, not "${text}".`);
}
