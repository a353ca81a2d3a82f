import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'demo', 'docker');
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const json = (...path: readonly string[]): Record<string, never> => JSON.parse(read(...path)) as Record<string, never>;

interface Service {
	readonly build: { readonly context: string; readonly dockerfile: string; readonly target: string };
	readonly ports?: readonly string[];
	readonly network_mode?: string;
	readonly environment?: Readonly<Record<string, string>>;
}

// The one that ESLint reads its own files with.
const yaml = createRequire(require.resolve('@eslint/eslintrc/package.json'))('js-yaml') as {
	load(text: string): unknown;
};
const compose = yaml.load(read(FOLDER, 'compose.yml')) as { name: string; services: Readonly<Record<string, Service>> };
/** The instructions, continued lines joined. */
const instructions = read(FOLDER, 'Dockerfile')
	.replace(/\\\n/g, ' ')
	.split('\n')
	.filter((line) => line.trim() !== '' && !line.startsWith('#'))
	.map((line) => line.replace(/\s+/g, ' ').trim());
const argumentsOf = (name: string): string[] =>
	instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('the demo with Docker', () => {
	it('is a compose file with the exchange and n8n, each a stage of the Dockerfile', () => {
		const stages = argumentsOf('FROM').map((line) => line.split(' AS ')[1]);

		expect(Object.keys(compose)).toEqual(['name', 'services']);
		expect(Object.keys(compose.services)).toEqual(['exchange', 'n8n']);
		expect(Object.values(compose.services).map(({ build }) => build.target)).toEqual(stages);
		for (const { build } of Object.values(compose.services)) {
			expect(join(FOLDER, build.context)).toBe(`${ROOT}/`.replace(/\/$/, ''));
			expect(existsSync(join(FOLDER, build.context, build.dockerfile))).toBe(true);
		}
	});

	it('consists of instructions that Docker knows', () => {
		const unknown = instructions.filter((line) => !/^(FROM|WORKDIR|COPY|RUN|EXPOSE|CMD) \S/.test(line));

		expect(unknown).toEqual([]);
		expect(argumentsOf('CMD').map((line) => JSON.parse(line) as unknown)).toEqual([
			expect.arrayContaining(['demo/main.mts']),
		]);
	});

	it('runs the n8n that is tested', () => {
		const { n8n } = json(ROOT, 'demo', 'runtime', 'package.json').dependencies as { n8n: string };

		expect(argumentsOf('FROM')).toContain(`docker.n8n.io/n8nio/n8n:${n8n} AS n8n`);
	});

	it('can be reached from this machine only, under the addresses that it prints', () => {
		const [command] = argumentsOf('CMD');

		expect(Object.values(compose.services).flatMap(({ ports = [] }) => ports)).toEqual([
			'127.0.0.1:8391:8391',
			'127.0.0.1:5678:5678',
		]);
		expect(command).toContain('"--n8n", "http://127.0.0.1:5678"');
		expect(command).toContain('"--simulator-port", "8391"');
		expect(compose.services.n8n.network_mode).toBe('service:exchange');
	});

	it('puts the package where n8n looks for community nodes, under its own name', () => {
		const name = String(json(ROOT, 'package.json').name);

		expect(argumentsOf('RUN').join()).toContain(`-C /n8n/nodes/node_modules/${name}`);
		expect(argumentsOf('COPY')).toContain('--from=exchange --chown=node:node /n8n /home/node/.n8n');
	});

	it('gives n8n its settings as text: YAML would make true of a bare word', () => {
		const values = Object.values(compose.services.n8n.environment ?? {});

		expect(values.length).toBeGreaterThan(5);
		expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
	});

	it('leaves out of the build what belongs to this machine', () => {
		expect(read(FOLDER, 'Dockerfile.dockerignore').split('\n')).toEqual(
			expect.arrayContaining(['node_modules', '.cache', '.git', 'dist']),
		);
	});
});
