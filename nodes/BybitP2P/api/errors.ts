import { CODE } from './codes';
import { HTTP_REFUSALS, REFUSAL_CODES, type RefusalMeaning } from './refusalCodes';

/** The exchange said no. Nothing was carried out, unless the code says that the exchange itself does not know. */
export class BybitError extends Error {
	override readonly name = 'BybitError';

	/**
	 * @param task - what was asked for, to follow "Bybit did not " ("list the orders").
	 * @param code - the return code; undefined when the reply had none (a page of the network in front, then `httpStatus` is given).
	 */
	constructor(
		readonly task: string,
		readonly code: number | undefined,
		readonly text: string,
		readonly httpStatus = 200,
		readonly retryAfterMs?: number,
	) {
		super(refusalText(task, code, text, httpStatus));
	}

	/** True when every other call with this key would be refused as well. */
	get isAccessDenied(): boolean {
		return meaningOf(this.code, this.httpStatus)?.concerns === 'access';
	}

	get isRateLimited(): boolean {
		return meaningOf(this.code, this.httpStatus)?.concerns === 'rateLimit';
	}

	/** True when the exchange may have carried out what it answered with a fault. */
	get leavesOutcomeOpen(): boolean {
		return this.code === CODE.serverTimeout || this.code === CODE.serverError;
	}
}

/** No readable reply came: a lost connection, a time-out, a server fault or a page that is no answer. The outcome of a write is not known. */
export class NoReply extends Error {
	override readonly name = 'NoReply';

	/** @param reason - in our own words: what the network layer says may quote headers. */
	constructor(
		readonly task: string,
		readonly reason: string,
	) {
		super(`Bybit gave no answer when asked to ${task}: ${reason}`);
	}

	readonly advice =
		'Check the connection of this machine to Bybit and try again. Nothing is repeated by itself where it could count twice.';
}

/** This package refuses before anything is sent: an input that cannot be right, or a rule about money. */
export class InputError extends Error {
	override readonly name = 'InputError';

	/**
	 * @param message - what is not done and why.
	 * @param advice - what the user can do.
	 */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

function refusalText(task: string, code: number | undefined, text: string, httpStatus: number): string {
	const known = meaningOf(code, httpStatus);
	const words = [known?.meaning, saysMore(text, known) ? `"${text}"` : undefined].filter((part) => part !== undefined);
	const reason = words.length > 0 ? words.join(', ') : 'no reason given';
	return `Bybit did not ${task}: ${reason}${code === undefined ? '' : ` (${code})`}`;
}

function saysMore(text: string, known: RefusalMeaning | undefined): boolean {
	const empty = /^(|ok|success|成功)$/i.test(text.trim());
	return !empty && text.trim().toLowerCase() !== known?.meaning;
}

function meaningOf(code: number | undefined, httpStatus: number): RefusalMeaning | undefined {
	return code === undefined ? HTTP_REFUSALS[httpStatus] : REFUSAL_CODES[code];
}
