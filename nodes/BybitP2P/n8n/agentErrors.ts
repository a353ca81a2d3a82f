import type { BybitApi } from '../api/client';
import { BybitError, InputError, NoReply } from '../api/errors';
import { asError, resultOf } from '../api/result';
import { NotConfirmed } from '../safety/outcome';
import type { Params } from './parameters';

/**
 * Errors for an AI agent. They reach it as plain words, with no field that could mark a part of them as untrusted, so no text of a
 * stranger may be in them: neither names, remarks and file names, nor what the exchange says, which may quote them.
 */
export interface StrangersTextWatch {
	readonly api: BybitApi;
	readonly params: Params;
	/** The same error without text that the exchange's replies held, as it is while there was no reply. */
	cleaned(error: unknown): unknown;
}

/** Watches what the exchange answers, and what the author and the agent ask for, which may be quoted. */
export function watchStrangersText(api: BybitApi, params: Params): StrangersTextWatch {
	const read = new Set<string>();
	const own = new Set<string>();
	let wasAnswered = false;
	const watched = async <T>(call: () => Promise<T>): Promise<T> => {
		const answer = await resultOf(call);
		wasAnswered = true;
		if ('value' in answer) {
			collectTexts(answer.value, read);
			return answer.value;
		}
		if (answer.error instanceof BybitError) collectTexts(answer.error.text, read);
		throw asError(answer.error);
	};
	return {
		api: {
			...api,
			call: async (endpoint, request) => await watched(async () => await api.call(endpoint, request)),
			timedCall: async (endpoint, request) => await watched(async () => await api.timedCall(endpoint, request)),
			upload: async (file) => await watched(async () => await api.upload(file)),
		},
		params: {
			...params,
			get(name) {
				const value = params.get(name);
				collectTexts(value, own);
				return value;
			},
		},
		cleaned: (error) => (wasAnswered ? cleanedError(error, (text) => withoutTexts(text, read, own)) : error),
	};
}

/** Codes of coins and currencies: the exchange's own, and needed to understand a refusal. */
const CODE_FIELDS: readonly string[] = ['tokenId', 'currencyId', 'notifyTokenId'];

/** Every text in a value, at any depth, also inside JSON text; blanks as a person sees them. */
function collectTexts(value: unknown, into: Set<string>): void {
	if (typeof value === 'string') {
		into.add(value.trim());
		into.add(value.replace(/\s+/g, ' ').trim());
		if (/^\s*[{[]/.test(value)) collectTexts(parsedJson(value), into);
	} else if (typeof value === 'number') into.add(String(value));
	else if (Array.isArray(value)) for (const one of value) collectTexts(one, into);
	else if (typeof value === 'object' && value !== null) {
		for (const [name, one] of Object.entries(value)) if (!CODE_FIELDS.includes(name)) collectTexts(one, into);
	}
}

/** The value of JSON text; nothing to look through when it is none. */
function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const HIDDEN = '(hidden)';
const NOT_SHOWN =
	'The operation did not end as asked. The reason holds words that a stranger may have written, so an AI agent does not get them';
const NOT_SHOWN_ADVICE = 'A person can run the node to read it, or look at the order on Bybit.';
const SENT_NOT_SHOWN =
	'Something was sent, not confirmed. The reason holds words that a stranger may have written, so an AI agent does not get them';

/** @param clean - the text without strangers' words; undefined when they cannot be taken out. */
function cleanedError(error: unknown, clean: (text: string) => string | undefined): unknown {
	if (error instanceof BybitError) {
		const { task, code, httpStatus, retryAfterMs } = error;
		return new BybitError(clean(task) ?? 'do what was asked', code, '', httpStatus, retryAfterMs);
	}
	if (error instanceof NoReply) return new NoReply(clean(error.task) ?? 'do what was asked', error.reason);
	if (error instanceof NotConfirmed) {
		return new NotConfirmed(clean(error.message) ?? SENT_NOT_SHOWN, clean(error.advice) ?? NOT_SHOWN_ADVICE);
	}
	const message = clean(error instanceof Error ? error.message : String(error)) ?? NOT_SHOWN;
	return error instanceof InputError
		? new InputError(message, clean(error.advice) ?? NOT_SHOWN_ADVICE)
		: new Error(message);
}

const NUMBER = /^[\d.,\s%:+-]*$/;
/** A code of a coin or a currency, with an amount or alone. */
const CODE = /^[\d.,\s%:+-]*[A-Z]{2,5}$/;

/**
 * Text in which what stands in quotes is hidden unless it is the author's or the agent's own, a number or a code.
 *
 * Nothing outside of quotes is ever taken out: a stranger who is called "not" must not turn a refusal into a success.
 *
 * @returns undefined when words of a reply stand outside of quotes.
 */
function withoutTexts(text: string, read: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
	const texts = [...read].filter((one) => /\p{L}/u.test(one)).sort((a, b) => b.length - a.length);
	const quotedHidden = texts.reduce((rest, one) => rest.split(`"${one}"`).join(`"${HIDDEN}"`), text);
	const isOwn = (quoted: string): boolean =>
		quoted === HIDDEN || NUMBER.test(quoted) || (!read.has(quoted) && (CODE.test(quoted) || isAmong(quoted, own)));
	const hidden = quotedHidden.replace(/"([^"]*)"/g, (whole, quoted: string) => (isOwn(quoted) ? whole : `"${HIDDEN}"`));
	const unquoted = hidden.replace(/"[^"]*"/g, '"');
	return texts.some((one) => holdsPartOf(unquoted, one)) ? undefined : hidden;
}

/** Long values are cut short in messages. */
function isAmong(quoted: string, values: ReadonlySet<string>): boolean {
	const start = /^(.{20,})(\.\.\.|…)$/su.exec(quoted)?.[1];
	return values.has(quoted) || (start !== undefined && [...values].some((value) => value.startsWith(start)));
}

const PART_LENGTH = 12;
const SHORTEST_TEXT = 4;

/** True for any part of a length that does not come about by chance. */
function holdsPartOf(text: string, foreign: string): boolean {
	if (foreign.length < SHORTEST_TEXT) return false;
	for (let start = 0; start + Math.min(PART_LENGTH, foreign.length) <= foreign.length; start += 1) {
		if (text.includes(foreign.slice(start, start + PART_LENGTH))) return true;
	}
	return false;
}
