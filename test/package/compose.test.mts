import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

import { ROOT } from '../support/packedPackage.mts';

type Service = {
	readonly image: string;
	readonly command?: string | readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	readonly volumes?: readonly string[];
	readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
	readonly healthcheck?: object;
	readonly ports?: readonly string[];
};
type Compose = {
	readonly services: Readonly<Record<string, Service>>;
	readonly volumes: Readonly<Record<string, unknown>>;
};

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const document = parseDocument(text, { merge: true, strict: true });
const { services, volumes } = document.toJS() as Compose;
const N8N = ['n8n', 'worker-1', 'worker-2'] as const;

const waitsFor = (name: string): string[] => Object.keys(services[name].depends_on ?? {});

describe('docker-compose.yml', () => {
	it('is valid YAML', () => {
		expect([...document.errors, ...document.warnings]).toEqual([]);
	});

	it('runs one main process, two workers, PostgreSQL and Redis', () => {
		expect(Object.keys(services).sort()).toEqual(['n8n', 'nodes', 'postgres', 'redis', 'worker-1', 'worker-2']);
		expect(N8N.map((name) => services[name].command)).toEqual([
			undefined,
			'worker --concurrency=5',
			'worker --concurrency=5',
		]);
	});

	it('runs in each of the three the n8n that the tests run', () => {
		const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'demo', 'runtime', 'package.json'), 'utf8')) as {
			dependencies: { n8n: string };
		};

		expect(N8N.map((name) => services[name].image)).toEqual(
			N8N.map(() => `docker.n8n.io/n8nio/n8n:${dependencies.n8n}`),
		);
	});

	it.each(N8N)('%s knows the key, the database and the queue that the others know', (name) => {
		expect(services[name].environment).toEqual(expect.objectContaining(services.n8n.environment));
		expect(services[name].environment).toEqual(
			expect.objectContaining({
				N8N_ENCRYPTION_KEY: expect.stringMatching(/^\$\{N8N_ENCRYPTION_KEY:\?/),
				EXECUTIONS_MODE: 'queue',
				QUEUE_BULL_REDIS_HOST: 'redis',
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: 'postgres',
				DB_POSTGRESDB_USER: services.postgres.environment?.POSTGRES_USER,
				DB_POSTGRESDB_DATABASE: services.postgres.environment?.POSTGRES_DB,
				DB_POSTGRESDB_PASSWORD: services.postgres.environment?.POSTGRES_PASSWORD,
			}),
		);
	});

	it.each(N8N)('%s has the package, and a folder of its own for the rest', (name) => {
		const mounted = services[name].volumes ?? [];
		const own = mounted.filter((mount) => mount.endsWith(':/home/node/.n8n')).map((mount) => mount.split(':')[0]);
		const others = N8N.filter((other) => other !== name).flatMap((other) => services[other].volumes ?? []);

		expect(mounted).toContain('nodes:/home/node/.n8n/nodes:ro');
		expect(own).toHaveLength(1);
		expect(others.some((mount) => mount.startsWith(`${own[0]}:`))).toBe(false);
		expect(services.nodes.volumes).toEqual(['nodes:/nodes']);
		expect(services.nodes.command).toEqual(
			expect.arrayContaining(['--prefix=/nodes', expect.stringContaining('n8n-nodes-bybit-p2p')]),
		);
	});

	it('starts nothing before what it needs answers', () => {
		expect(waitsFor('n8n').sort()).toEqual(['nodes', 'postgres', 'redis']);
		expect(['worker-1', 'worker-2'].map(waitsFor)).toEqual([['n8n'], ['n8n']]);
		for (const { depends_on = {} } of Object.values(services)) {
			for (const [needed, { condition }] of Object.entries(depends_on)) {
				expect([needed, services[needed].healthcheck !== undefined]).toEqual([needed, condition === 'service_healthy']);
			}
		}
	});

	it('keeps the editor, the database and the queue on this machine', () => {
		const published = Object.values(services).flatMap(({ ports = [] }) => ports);

		expect(published).toEqual(['127.0.0.1:5678:5678']);
	});

	it('declares every volume that it mounts, and no other', () => {
		const mounted = Object.values(services).flatMap((service) =>
			(service.volumes ?? []).map((mount) => mount.split(':')[0]),
		);

		expect([...new Set(mounted)].sort()).toEqual(Object.keys(volumes).sort());
	});

	it('holds no secret: those come from the environment, and a missing one stops the start', () => {
		const secrets = [...text.matchAll(/(PASSWORD|KEY): (.*)$/gm)].map(([, , value]) => value);

		expect(secrets).toEqual(secrets.map(() => expect.stringMatching(/^\$\{\w+:\?/)));
		expect(secrets.length).toBeGreaterThan(2);
	});
});
