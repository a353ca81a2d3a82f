import type { INodeProperties } from 'n8n-workflow';

import { operationOf } from '../nodes/BybitP2P/action';
import type { Operation } from '../nodes/BybitP2P/action/operation';
import { statusName } from '../nodes/BybitP2P/api/codes';

type Fields = Readonly<Record<string, unknown>>;

/** One action: an operation of the node, with the fields of the editor as the fields of a request. */
export interface Action {
	readonly operation: Operation;
	/** The field of the answer. */
	readonly name: string;
	readonly gives: 'one' | 'many';
	/** The fields a request may have, in camelCase. Any other is refused: a misspelt check must not vanish. */
	readonly takes: readonly string[];
	/** The operation's parameters from the fields of the request, in camelCase. */
	readonly parameters: (fields: Fields) => Fields;
}

/** @throws Error for an operation that does not exist. */
function action(resource: string, value: string, name: string, gives: Action['gives'], change = unchanged): Action {
	const operation = operationOf(resource, value);
	if (operation === undefined) throw new Error(`There is no operation ${resource}.${value}`);
	const collections = operation.properties.filter(({ type }) => type === 'collection');
	const plain = operation.properties.filter(isPlain).map(({ name: field }) => field);
	const nested = collections.flatMap(fieldsOf);
	return {
		operation,
		name,
		gives,
		takes: [...plain, ...nested, ...change.alsoTakes].filter((field) => !NOT_TAKEN.includes(field)),
		parameters(given) {
			const fields = change.fields(given);
			return {
				returnAll: fields.limit === undefined,
				...picked(fields, plain),
				...Object.fromEntries(collections.map((one) => [one.name, picked(fields, fieldsOf(one))])),
			};
		},
	};
}

/** Not a collection, not words of the editor, and not a field that only tools of AI agents have. */
function isPlain({ type, displayOptions }: INodeProperties): boolean {
	return !['collection', 'hidden', 'notice'].includes(type) && displayOptions?.show?.['@tool'] === undefined;
}

/** What the editor needs and a script does not; files are not possible. */
const NOT_TAKEN: readonly string[] = [
	'binaryPropertyName',
	'downloadFiles',
	'messageType',
	'outputField',
	'returnAll',
	'simplify',
];

function fieldsOf({ options = [] }: INodeProperties): readonly string[] {
	return options.map(({ name }) => name);
}

/** The fields that are there, whatever their value: an empty check must fail, not vanish. */
function picked(fields: Fields, names: readonly string[]): Fields {
	return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** How the fields of a request differ from those of the editor. */
interface Change {
	readonly alsoTakes: readonly string[];
	readonly fields: (fields: Fields) => Fields;
}

const unchanged: Change = { alsoTakes: [], fields: (fields) => fields };

/** Scripts may say 20 as well as `waitingForRelease`. */
const statusByNumber: Change = {
	alsoTakes: [],
	fields: ({ status, ...fields }) => ({
		...fields,
		...(status === undefined ? {} : { status: [status].flat().map(statusWord) }),
	}),
};

function statusWord(status: unknown): unknown {
	return /^\d+$/.test(String(status)) ? statusName(Number(status)) : status;
}

/** Scripts may call the text of a message `message`. */
const messageAsText: Change = {
	alsoTakes: ['message'],
	fields: ({ message, ...fields }) => ({ text: message, ...fields, messageType: 'text' }),
};

export const ACTIONS: ReadonlyMap<string, Action> = new Map([
	['list_orders', action('order', 'getMany', 'orders', 'many', statusByNumber)],
	['get_pending_orders', action('order', 'getPending', 'orders', 'many', statusByNumber)],
	['get_order', action('order', 'get', 'order', 'one')],
	['get_chat', action('chat', 'getMessages', 'messages', 'many')],
	['send_message', action('chat', 'sendMessage', 'message', 'one', messageAsText)],
	['release_assets', action('order', 'release', 'release', 'one')],
	['mark_as_paid', action('order', 'markAsPaid', 'payment', 'one')],
	['get_account', action('account', 'get', 'account', 'one')],
]);
