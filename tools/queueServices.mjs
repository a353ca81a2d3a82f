import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { N8N_FOLDER } from './install/layout.mjs';

const ANSWER_WITHIN_MS = 3_000;

export const HOW_TO_START = `
Start both on this machine:
    docker run -d --name queue-postgres -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17
    docker run -d --name queue-redis -p 127.0.0.1:6379:6379 redis:8
or say where they are: PGHOST, PGPORT, PGUSER, PGPASSWORD (a user who may create databases), REDIS_HOST, REDIS_PORT, REDIS_PASSWORD.`;

/** Where PostgreSQL and Redis are, by the environment. */
export const servicesFrom = (env) => ({
	postgres: {
		host: env.PGHOST || '127.0.0.1',
		port: Number(env.PGPORT || 5432),
		user: env.PGUSER || 'postgres',
		password: env.PGPASSWORD || '',
	},
	redis: {
		host: env.REDIS_HOST || '127.0.0.1',
		port: Number(env.REDIS_PORT || 6379),
		password: env.REDIS_PASSWORD || '',
	},
});

/** Which of them do not answer, in words. */
export async function missingServices({ postgres, redis }) {
	const found = await Promise.all([answers(postgres), answers(redis)]);
	return [
		...(found[0] ? [] : [`PostgreSQL does not answer at ${postgres.host}:${postgres.port}`]),
		...(found[1] ? [] : [`Redis does not answer at ${redis.host}:${redis.port}`]),
	];
}

/**
 * A new database, and a prefix for keys that nobody else has.
 *
 * @returns what n8n must be given to work in it, and how to remove it
 * @throws naming the service that does not let us in
 */
export async function ownPlace({ postgres, redis }) {
	const name = `n8n_bybit_p2p_test_${process.pid}_${Date.now()}`;
	await withRedis(redis, async (client) => await client.ping()).catch((error) => {
		throw new Error(`Redis at ${redis.host}:${redis.port} does not let us in (${error.message})`);
	});
	await query(postgres, `CREATE DATABASE ${name}`).catch((error) => {
		throw new Error(`PostgreSQL at ${postgres.host}:${postgres.port} gives us no database (${error.message})`);
	});
	const settings = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		DB_POSTGRESDB_DATABASE: name,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		QUEUE_BULL_PREFIX: name,
		N8N_REDIS_KEY_PREFIX: name,
	};
	const remove = async () => {
		await query(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
		await removeKeys(redis, name);
	};
	return { settings, remove };
}

/** The clients of PostgreSQL and Redis that n8n brings along. */
const requireFromN8n = createRequire(join(N8N_FOLDER, 'package.json'));

async function query(postgres, statement) {
	const { Client } = requireFromN8n('pg');
	const client = new Client({ ...postgres, database: 'postgres' });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

const removeKeys = async (redis, prefix) =>
	await withRedis(redis, async (client) => {
		for (const pattern of [`${prefix}*`, `{${prefix}*`]) {
			const keys = await client.keys(pattern);
			if (keys.length > 0) await client.del(...keys);
		}
	});

async function withRedis({ host, port, password }, work) {
	const { default: Redis } = requireFromN8n('ioredis');
	const options = { host, port, lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null };
	const client = new Redis(password === '' ? options : { ...options, password });
	// Without a listener it would print; what fails is thrown below.
	client.on('error', () => undefined);
	try {
		await client.connect();
		return await work(client);
	} finally {
		client.disconnect();
	}
}

function answers({ host, port }) {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: ANSWER_WITHIN_MS });
		const end = (isThere) => () => {
			socket.destroy();
			resolve(isThere);
		};
		socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
	});
}
