import { InputError } from '../nodes/BybitP2P/api/errors';

/**
 * The one JSON object of a request.
 *
 * @throws InputError for anything else, and for a key that stands in it twice: the last one would win without a word, and the other may
 * have been a safety check.
 */
export function requestFrom(text: string): Readonly<Record<string, unknown>> {
	const request = parsedJson(text);
	if (typeof request !== 'object' || request === null || Array.isArray(request)) {
		throw new InputError(
			'The input is not one JSON object',
			'Send for example {"action": "get_order", "order_id": "1900004704665923584"}; IDs in quotes.',
		);
	}
	const repeated = repeatedKey(text);
	if (repeated !== undefined) throw givenTwice(repeated);
	return request as Readonly<Record<string, unknown>>;
}

export function givenTwice(name: string): InputError {
	return new InputError(
		`The field "${name.slice(0, 60)}" is given twice, so nothing was sent`,
		'Give each field once, in snake_case or in camelCase.',
	);
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The first key that an object in valid JSON text has twice, at any depth and however it is spelt. */
function repeatedKey(json: string): string | undefined {
	const open: Set<string>[] = [];
	for (const [token] of json.matchAll(/[{}]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
		if (token === '{') open.push(new Set());
		else if (token === '}') open.pop();
		else if (token.endsWith(':')) {
			const key = String(JSON.parse(token.slice(0, -1)));
			if (open.at(-1)?.has(key)) return key;
			open.at(-1)?.add(key);
		}
	}
	return undefined;
}
