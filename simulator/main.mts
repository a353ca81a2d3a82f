import { generateKeyPairSync } from 'node:crypto';
import { parseArgs } from 'node:util';

import type { ServerOptions } from './server.mts';
import { createExchange } from './server.mts';

const help = `Usage: tsx simulator/main.mts [options]

  --port <n>    port to listen on (8391)
  --host <name> address to listen on (127.0.0.1: this machine only)
  --seed <n>    population and ids; the same seed and --now give the same run (1)
  --now <ms>    freeze the exchange's clock at this moment; POST /_sim/clock moves it
  --rsa         also register a generated RSA key "sim-rsa-key" and print its private half
  --help        this text`;

function wholeNumber(name: string, text: string | undefined, max: number): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,15}$/.test(text) || Number(text) > max)
		throw new Error(`--${name} takes a whole number up to ${max}, not "${text}"`);
	return Number(text);
}

function parseOptions(args: string[]): { options: ServerOptions; rsa: boolean; help: boolean } {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '8391' },
			host: { type: 'string', default: '127.0.0.1' },
			seed: { type: 'string' },
			now: { type: 'string' },
			rsa: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const options = {
		port: wholeNumber('port', values.port, 65535),
		host: values.host,
		seed: wholeNumber('seed', values.seed, Number.MAX_SAFE_INTEGER),
		now: wholeNumber('now', values.now, 8_640_000_000_000),
	};
	return { options, rsa: values.rsa, help: values.help };
}

async function main(): Promise<void> {
	const { options, rsa, help: wantsHelp } = parseOptions(process.argv.slice(2));
	if (wantsHelp) {
		console.log(help);
		return;
	}
	const { url, exchange, close } = await createExchange(options);
	console.log(`Bybit P2P simulator on ${url} (made-up people and money): open it in a browser to play the other side`);
	console.log(`API key:    ${exchange.merchant.apiKey}`);
	console.log(`API secret: ${exchange.merchant.apiSecret}`);
	if (rsa) {
		const { publicKey, privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		exchange.addKey({ apiKey: 'sim-rsa-key', publicKeyPem: publicKey });
		console.log(`RSA API key: sim-rsa-key, gone after a reset; its private key:\n${privateKey}`);
	}
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			close().then(
				() => process.exit(0),
				() => process.exit(1),
			);
		});
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	const port = /:(\d+)$/.exec(error.message)?.[1] ?? '';
	console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port.` : error.message);
	process.exit(1);
});
