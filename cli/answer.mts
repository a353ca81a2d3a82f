import { setTimeout as wait } from 'node:timers/promises';

import { createClient } from '../nodes/BybitP2P/api/client';
import { originOf } from '../nodes/BybitP2P/api/environment';
import { InputError } from '../nodes/BybitP2P/api/errors';
import { createSession } from '../nodes/BybitP2P/api/session';
import { signingKeyOf } from '../nodes/BybitP2P/n8n/signedRequest';
import type { OperationContext } from '../nodes/BybitP2P/action/operation';
import type { Files } from '../nodes/BybitP2P/n8n/attachments';
import { ACTIONS, type Action } from './actions.mts';
import { sendWithFetch } from './fetchSend.mts';
import { givenTwice, requestFrom } from './request.mts';
import { camelCase, inSnakeCase, snakeCase } from './snakeCase.mts';

type Fields = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Carries out one request.
 *
 * @param text - `{"action": ..., ...}` with fields in snake_case.
 * @returns the answer, with fields in snake_case.
 * @throws InputError, BybitError, NoReply or NotConfirmed.
 */
export async function answerTo(text: string, environment: Environment): Promise<object> {
	const { action: name, ...fields } = requestFrom(text);
	const action = ACTIONS.get(String(name));
	if (action === undefined) {
		throw new InputError(
			`There is no action "${String(name ?? '').slice(0, 60)}"`,
			`Use one of: ${[...ACTIONS.keys()].join(', ')}.`,
		);
	}
	const { credential, parameters } = split(fields, environment);

	const params = paramsOf(action, parameters);
	const outputs = [await action.operation.execute(contextOf(credential, params))].flat();
	const results = outputs.map(({ json }) => inSnakeCase(json));
	return action.gives === 'one'
		? { [action.name]: results[0] ?? null }
		: { [action.name]: results, count: results.length };
}

/** What belongs to the credential, from the request or else from the environment, and the rest. */
function split(fields: Fields, environment: Environment): { credential: Fields; parameters: Fields } {
	const {
		api_key: apiKey = environment.BYBIT_API_KEY,
		api_secret: apiSecret = environment.BYBIT_API_SECRET,
		// A secret in the request is meant, whatever key the environment holds.
		private_key: privateKey = 'api_secret' in fields ? undefined : environment.BYBIT_PRIVATE_KEY,
		base_url: baseUrl = environment.BYBIT_BASE_URL ?? 'https://api.bybit.com',
		recv_window: recvWindow = environment.BYBIT_RECV_WINDOW ?? 5000,
		...parameters
	} = fields;
	const keyType = privateKey === undefined || privateKey === '' ? 'hmac' : 'rsa';
	return {
		credential: { environment: 'custom', baseUrl, keyType, apiKey, apiSecret, privateKey, recvWindow },
		parameters,
	};
}

function contextOf(credential: Fields, params: OperationContext['params']): OperationContext {
	const { origin, apiKey } = checked(credential);
	const now = (): number => Date.now();
	const session = createSession(apiKey, now, async (ms) => await wait(ms));
	const api = createClient({
		origin,
		secrets: [apiKey],
		send: sendWithFetch(credential),
		session,
		wait: async (ms) => await wait(ms),
		now,
	});
	return { api, origin, params, files: noFiles };
}

function checked(credential: Fields): { origin: string; apiKey: string } {
	try {
		return { origin: originOf(credential), apiKey: signingKeyOf(credential).apiKey };
	} catch (error) {
		throw new InputError(
			(error as Error).message,
			'Give api_key and api_secret (or private_key) in the request, or BYBIT_API_KEY and BYBIT_API_SECRET (or BYBIT_PRIVATE_KEY) in the environment.',
		);
	}
}

function paramsOf(action: Action, fields: Fields): OperationContext['params'] {
	const values: Record<string, unknown> = {};
	for (const [given, value] of Object.entries(fields)) {
		const name = camelCase(given);
		if (!action.takes.includes(name)) {
			throw new InputError(
				`The action takes no field "${given.slice(0, 60)}", so nothing was sent`,
				`Use only: ${action.takes.map(snakeCase).join(', ') || 'no fields'}.`,
			);
		}
		if (Object.hasOwn(values, name)) throw givenTwice(snakeCase(name));
		if (isEmpty(value)) throw emptyField(given);
		values[name] = value;
	}
	if ('message' in values && 'text' in values) throw givenTwice('text');
	const parameters = action.parameters(values);
	return { get: (name) => parameters[name] };
}

/** A field without a value would be passed over, and a filter or a check with it. */
function isEmpty(value: unknown): boolean {
	return value === null || (typeof value === 'string' && value.trim() === '');
}

function emptyField(name: string): InputError {
	return new InputError(
		`The field "${name.slice(0, 60)}" is empty, so nothing was sent`,
		'Give it a value, or leave it out.',
	);
}

const refusedFile = async (): Promise<never> => {
	throw new InputError('Files are not possible here', 'Use the n8n node for files.');
};
const noFiles: Files = { read: refusedFile, prepare: refusedFile, download: refusedFile };
