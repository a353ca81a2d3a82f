import type { Id } from '../api/types';

/**
 * What the trigger remembers between two ticks, as plain JSON in the workflow's static data. Names are short because there is one
 * entry for each order.
 */
export interface TriggerState {
	readonly version: 1;
	/** Stands for environment and key: state of another account is of no use. */
	readonly boundTo: string;
	/** Number of this tick; the sweep over the chats goes by it. */
	readonly tick: number;
	/** Exchange time of the activation, ms. Orders created before it are remembered, not told. */
	readonly sinceMs: number;
	/** Exchange time up to which the list of all orders has been read back, ms. */
	readonly readToMs: number;
	/** Exchange time from which on messages are told, ms; absent while nobody asks for messages. */
	readonly messagesSinceMs?: number;
	/** Exchange time from which on requests to cancel are told, ms; absent while nobody asks for them. */
	readonly cancelsSinceMs?: number;
	/** My nickname, as last asked for. */
	readonly me?: string;
	readonly orders: Readonly<Record<Id, OrderMemory>>;
	/** By counterparty: all orders with one person share a chat. */
	readonly chats: Readonly<Record<Id, ChatMemory>>;
}

export interface OrderMemory {
	/** Status codes told or passed over, in that order; the last one is the present one. Empty while nothing of a new order is told. */
	readonly h: readonly number[];
	/** Created, ms. */
	readonly c: number;
	/** Counterparty. */
	readonly u: Id;
	/** Seen as ended, exchange time in ms. */
	readonly e?: number;
	/** Came back after it had been forgotten: news since this exchange time, ms. */
	readonly s?: number;
	/** Refused reads in a row; for an ended order, sights in a row that look old. */
	readonly t?: number;
	/** It was told that the time to pay runs out. */
	readonly x?: boolean;
	/** Requests to cancel: how many so far, whether one is open, the tick in which it was last looked for. */
	readonly q?: { readonly n: number; readonly a: boolean; readonly l: number };
	/** Refused reads in full, for somebody who asks for details, in a row. */
	readonly d?: number;
}

export interface ChatMemory {
	/** Session, opaque. */
	readonly i?: string;
	/** Newest message that was told or passed over. */
	readonly m?: Id;
	/** Tick in which it was last looked at. */
	readonly l: number;
	/** Refused looks in a row. */
	readonly t?: number;
}

/** An ended order is kept this long, for late messages and late appeals. */
export const KEPT_AFTER_END_MS = 24 * 60 * 60 * 1000;

/** Refused reads of one order or chat after which it is given up with a warning. */
export const MAX_TRIES = 10;

/**
 * The stored state, if it is one of this version and of this key.
 *
 * @param stored - the node's static data; any shape, users can edit workflows as JSON.
 */
export function readState(stored: unknown, boundTo: string): TriggerState | undefined {
	if (!isRecord(stored)) return undefined;
	const { version, tick, sinceMs, readToMs, orders, chats } = stored;
	const valid =
		version === 1 &&
		stored.boundTo === boundTo &&
		isNumber(tick) &&
		isNumber(sinceMs) &&
		isNumber(readToMs) &&
		isAbsentOr(isNumber, stored.messagesSinceMs) &&
		isAbsentOr(isNumber, stored.cancelsSinceMs) &&
		isAbsentOr(isText, stored.me) &&
		isRecord(orders) &&
		isRecord(chats) &&
		Object.values(orders).every(isOrderMemory) &&
		Object.values(chats).every(isChatMemory);
	// A copy by value: the static data is a proxy that saves every change.
	return valid ? (JSON.parse(JSON.stringify(stored)) as TriggerState) : undefined;
}

/** True when there is stored state at all, be it of another key or version. */
export function hasState(stored: unknown): boolean {
	return isRecord(stored) && Object.keys(stored).length > 0;
}

/** Replaces what the static data holds: the one write of a tick. */
export function writeState(stored: Record<string, unknown>, state: TriggerState): void {
	for (const key of Object.keys(stored)) if (!(key in state)) delete stored[key];
	Object.assign(stored, state);
}

/**
 * Without the orders that ended long ago, and the chats that no order is left for.
 *
 * While messages are watched an order stays until its chat has been read in this tick, or is given up: what was written there after the
 * last look is not told yet.
 */
export function pruned(state: TriggerState, nowMs: number): TriggerState {
	const isRead = (person: Id): boolean => {
		const { l, t = 0 } = state.chats[person] ?? {};
		return state.messagesSinceMs === undefined || (l === state.tick && t === 0) || t >= MAX_TRIES;
	};
	const orders = Object.fromEntries(
		Object.entries(state.orders).filter(
			([, { u, e }]) => e === undefined || e > nowMs - KEPT_AFTER_END_MS || !isRead(u),
		),
	);
	const people = new Set(Object.values(orders).map(({ u }) => u));
	const chats = Object.fromEntries(Object.entries(state.chats).filter(([person]) => people.has(person)));
	return { ...state, orders, chats };
}

function isOrderMemory(value: unknown): boolean {
	return (
		isRecord(value) &&
		Array.isArray(value.h) &&
		value.h.every(isNumber) &&
		isNumber(value.c) &&
		isText(value.u) &&
		isAbsentOr(isNumber, value.e) &&
		isAbsentOr(isNumber, value.s) &&
		isAbsentOr(isNumber, value.t) &&
		isAbsentOr(isCancelMemory, value.q) &&
		isAbsentOr(isNumber, value.d)
	);
}

function isCancelMemory(value: unknown): boolean {
	return isRecord(value) && isNumber(value.n) && isNumber(value.l) && typeof value.a === 'boolean';
}

function isChatMemory(value: unknown): boolean {
	return (
		isRecord(value) &&
		isNumber(value.l) &&
		isAbsentOr(isText, value.m) &&
		isAbsentOr(isText, value.i) &&
		isAbsentOr(isNumber, value.t)
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isAbsentOr(isRight: (value: unknown) => boolean, value: unknown): boolean {
	return value === undefined || isRight(value);
}
