import type { Message, Order } from '../../../simulator/exchange.mts';
import { checksUpTo, HOUR, toldUpTo, type Check, type Stay, type Told } from '../../support/histories.mts';
import { playedHistory, type History, type HistoryOptions } from '../../support/randomHistory.mts';

const ENDED = [40, 50, 70, 80];
const BEGINNINGS = [5, 10, 90];
/** What the call for pending orders shows. */
const PENDING = [5, 10, 20, 30, 90, 100, 110];

const KINDS: readonly (HistoryOptions & { readonly name: string; readonly histories: number })[] = [
	{ name: 'undisturbed', histories: 300 },
	{ name: 'with an exchange that goes on while it is read', histories: 300, busy: true },
	{ name: 'with calls that fail', histories: 300, faults: true },
	{ name: 'with an n8n that starts again', histories: 300, restarts: true, faults: true },
	{
		name: 'with all of it, and my own messages asked for',
		histories: 300,
		restarts: true,
		faults: true,
		busy: true,
		asksForMine: true,
	},
	{ name: 'with days in between', histories: 250, leaps: true, busy: true, faults: true },
];
const SEED = 20_261_001;
/** A slow machine is not a broken promise. */
const PATIENCE_MS = 180_000;

describe.each(KINDS)('histories $name', ({ histories, ...options }) => {
	it(
		'keep every promise of the trigger',
		async () => {
			const broken: string[] = [];
			for (let n = 0; n < histories && broken.length < 5; n += 1) {
				const seed = SEED + n;
				const history = await playedHistory(seed, options);
				broken.push(...breaches(history, options).map((breach) => `seed ${seed}: ${breach}`));
			}

			expect(broken).toEqual([]);
		},
		PATIENCE_MS,
	);
});

describe('histories with events and filters that change', () => {
	it(
		'never tell the past',
		async () => {
			const broken: string[] = [];
			for (let n = 0; n < 250 && broken.length < 5; n += 1) {
				const history = await playedHistory(SEED + n, { changingFilters: true, faults: true });
				broken.push(...replays(history).map((breach) => `seed ${SEED + n}: ${breach}`));
			}

			expect(broken).toEqual([]);
		},
		PATIENCE_MS,
	);
});

/** What the history has against the promises of the trigger. */
function breaches(history: History, { leaps = false, asksForMine = false }: HistoryOptions): string[] {
	const { watcher } = history;
	const chains = watcher.checks.filter(
		(check) => check === watcher.last || !watcher.checks.some(({ parent }) => parent === check),
	);
	return [
		...chains.flatMap((check) => [
			...repeated(check),
			...wrongOrders(history, check, leaps),
			...wrongMessages(history, check, leaps, asksForMine),
		]),
		...idsThatChange(history),
		...(watcher.warnings.length > 0 ? [`given up: ${watcher.warnings.join()}`] : []),
	];
}

function repeated(check: Check): string[] {
	const ids = toldUpTo(check).map(({ eventId }) => eventId);
	return ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${id} was told twice`);
}

function wrongOrders(history: History, last: Check, leaps: boolean): string[] {
	const told = toldUpTo(last);
	const [first, ...checks] = checksUpTo(last);
	return history.orders.flatMap((order) => {
		const stays = history.truth.stays.get(order.id) ?? [];
		const mine = told.filter(({ order: { orderId } }) => orderId === order.id);
		const created = mine.filter(({ event }) => event === 'orderCreated');
		const statuses = mine.filter(({ event }) => event === 'orderStatusChanged').map((item) => item.order.statusCode);
		const isNew = order.createdAt > history.activatedMs;
		const wrong: string[] = [];

		const seen = checks.filter((check) => stays.some((stay) => holds(stay, check)));
		if (isNew && seen.length > 0 && created.length !== 1)
			wrong.push(`${order.id} was told as created ${created.length} times`);
		if (!isNew && created.length > 0) wrong.push(`${order.id} was there before and was told as created`);

		// Told statuses are stays in their order, and every stay that outlasted a check is among them.
		const due = isKnown(order, stays, first, checks, history)
			? stays.filter((stay) => isDue(stay, stays, first, checks, isNew, order.createdAt > history.activatedMs - 60_000))
			: [];
		const matched = matching(
			statuses,
			stays.filter((stay) => stay.to === undefined || stay.to >= first.startStep),
		);
		if (matched === undefined)
			wrong.push(`${order.id} was told as ${statuses.join()} but went ${stays.map(({ status }) => status).join()}`);
		else if (!leaps) {
			const missing = due.filter((stay) => !matched.includes(stay));
			// A status told twice in the truth may be matched to the other stay: then the counts decide.
			for (const { status } of missing) {
				if (statuses.filter((one) => one === status).length < due.filter((stay) => stay.status === status).length)
					wrong.push(`${order.id} was never told as ${status} (${stays.map(show).join()}; told ${statuses.join()})`);
			}
		}
		return wrong;
	});
}

function show({ status, from, to = Infinity }: Stay): string {
	return `${status}@${from}-${to}`;
}

/** A stay that lasted from before a check to after it. */
function holds(stay: Stay, check: Check): boolean {
	return stay.from <= check.startStep && (stay.to === undefined || stay.to > check.endStep);
}

/** Orders that had ended long before the watch are nobody's business, unless they open again. */
function isKnown(
	order: Order,
	stays: readonly Stay[],
	first: Check,
	checks: readonly Check[],
	{ activatedMs }: History,
): boolean {
	if (order.createdAt > activatedMs - 60_000) return true;
	return stays.some((stay) => PENDING.includes(stay.status) && [first, ...checks].some((check) => holds(stay, check)));
}

/** A stay that has to be told: it outlasted a check, and it is more than the beginning of the order or what was there at activation. */
function isDue(
	stay: Stay,
	stays: readonly Stay[],
	first: Check,
	checks: readonly Check[],
	isNew: boolean,
	isYoung: boolean,
): boolean {
	if (stay === stays[0] && (BEGINNINGS.includes(stay.status) || !isNew)) return false;
	// What began in the check that started the watch may have been seen there as being there already.
	if (!isNew && stay.from <= first.endStep) return false;
	if (!checks.some((check) => holds(stay, check))) return false;
	const known = stays.findIndex(
		(one) => PENDING.includes(one.status) && [first, ...checks].some((check) => holds(one, check)),
	);
	if (!isNew && !isYoung && stays.indexOf(stay) < known) return false;
	if (isNew) {
		const seenBefore = stays.slice(0, stays.indexOf(stay));
		const isFirstSight = !seenBefore.some((one) => [first, ...checks].some((check) => holds(one, check)));
		return !(isFirstSight && BEGINNINGS.includes(stay.status)) && changes(stay, stays, checks);
	}
	return changes(stay, stays, [first, ...checks]);
}

function overlaps(stay: Stay, check: Check): boolean {
	return stay.from <= check.endStep && (stay.to === undefined || stay.to > check.startStep);
}

/**
 * Whether the stay is a change, whatever was seen before it. Coming back to a status between two checks is none that anybody can see, and
 * an order that has ended opens again by an appeal, or is an old picture for a while.
 */
function changes(stay: Stay, stays: readonly Stay[], checks: readonly Check[]): boolean {
	const earlier = stays.slice(0, stays.indexOf(stay)).filter((one) => checks.some((check) => overlaps(one, check)));
	const sure = earlier.filter((one) => checks.some((check) => holds(one, check)) && changes(one, stays, checks));
	return earlier
		.slice(Math.max(earlier.lastIndexOf(sure[sure.length - 1]), 0))
		.every(
			({ status }) =>
				status !== stay.status &&
				!(ENDED.includes(status) && !ENDED.includes(stay.status) && ![30, 100, 110].includes(stay.status)),
		);
}

/** The stays that the told statuses stand for, earliest first; undefined when they do not follow each other that way. */
function matching(statuses: readonly number[], stays: readonly Stay[]): readonly Stay[] | undefined {
	const matched: Stay[] = [];
	let at = 0;
	for (const status of statuses) {
		const found = stays.findIndex((stay, n) => n >= at && stay.status === status);
		if (found === -1) return undefined;
		matched.push(stays[found]);
		at = found + 1;
	}
	return matched;
}

function wrongMessages(history: History, last: Check, leaps: boolean, asksForMine: boolean): string[] {
	const wrong: string[] = [];
	const told = toldUpTo(last).filter(({ message }) => message !== undefined);
	const isFinal = last === history.watcher.last;
	for (const [person, messages] of history.messages) {
		const mine = told.filter(({ order }) => order.counterpartyId === person);
		const ids = mine.map(({ message }) => message?.messageId ?? '');
		const inOrder = messages.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
		if (ids.join() !== inOrder.join()) wrong.push(`the messages of ${person} were not told oldest first`);
		for (const message of messages) {
			const item = mine.find((one) => one.message?.messageId === message.id);
			const isAsked = message.from !== 'merchant' || asksForMine;
			if (item === undefined) {
				if (isFinal && isAsked && isMessageDue(history, person, message))
					wrong.push(`message ${message.id} of ${person} at ${message.createDate} was never told`);
				continue;
			}
			if (!isAsked) wrong.push(`my own message ${message.id} was told`);
			if (message.createDate < history.activatedMs) wrong.push(`message ${message.id} was there before and was told`);
			const about = orderAbout(history, person, message);
			const told = history.orders.find(({ id }) => id === item.order.orderId);
			// An order that had ended before the watch and came back later may be a newer one.
			if (
				!leaps &&
				about !== undefined &&
				told !== about &&
				(told === undefined || told.createdAt < about.createdAt || told.createdAt > message.createDate)
			) {
				wrong.push(`message ${message.id} was told for ${item.order.orderId}, not for ${about.id}`);
			}
		}
	}
	return wrong;
}

/** Written after the watch began, about an order that the trigger knows. */
function isMessageDue(history: History, person: string, { createDate }: Message): boolean {
	return (
		createDate > history.activatedMs &&
		watchedOrders(history, person).some(
			(order) => order.createdAt <= createDate && createDate < endedAt(order) + 20 * HOUR,
		)
	);
}

function endedAt({ status, updatedAt }: Order): number {
	return ENDED.includes(status) ? updatedAt : Infinity;
}

/** The newest order with that person that was created at or before the message. */
function orderAbout(history: History, person: string, { createDate }: Message): Order | undefined {
	return watchedOrders(history, person).find((order) => order.createdAt <= createDate);
}

/** Newest first. */
function watchedOrders(history: History, person: string): readonly Order[] {
	const [first] = checksUpTo(history.watcher.last);
	return history.orders.filter((order) => {
		if (order.counterpartyId !== person) return false;
		if (order.createdAt > history.activatedMs) return true;
		const atActivation = (history.truth.stays.get(order.id) ?? []).filter((stay) => overlaps(stay, first));
		return (
			atActivation.every(({ status }) => PENDING.includes(status)) || order.createdAt > history.activatedMs - 60_000
		);
	});
}

/** A fact that is told again, after n8n went back to an older state, carries the same id; different facts carry different ones. */
function idsThatChange({ watcher, truth }: History): string[] {
	const byFact = new Map<string, string>();
	const byId = new Map<string, string>();
	const wrong: string[] = [];
	for (const item of watcher.checks.flatMap(({ told }) => told)) {
		const fact = factOf(item);
		const returns =
			(truth.stays.get(item.order.orderId) ?? []).filter(({ status }) => status === item.order.statusCode).length > 1;
		if (byId.has(item.eventId) && byId.get(item.eventId) !== fact) wrong.push(`${item.eventId} stands for two facts`);
		if (!(returns && item.message === undefined) && byFact.has(fact) && byFact.get(fact) !== item.eventId)
			wrong.push(`${fact} was told as ${byFact.get(fact)} and as ${item.eventId}`);
		byId.set(item.eventId, fact);
		byFact.set(fact, item.eventId);
	}
	return wrong;
}

function factOf({ event, order, message }: Told): string {
	if (message !== undefined) return `${event} ${message.messageId}`;
	return event === 'orderCreated' ? `${event} ${order.orderId}` : `${event} ${order.orderId} ${order.statusCode}`;
}

/** Items about what had happened before the check that came before. */
function replays({ watcher, truth, orders }: History): string[] {
	const ids = new Set<string>();
	return watcher.checks.flatMap((check) =>
		check.told.flatMap((item) => {
			const wasTold = ids.has(item.eventId);
			ids.add(item.eventId);
			if (wasTold) return [`${item.eventId} was told twice`];
			const since = check.parent;
			if (since === undefined) return [`${item.eventId} was told at activation`];
			if (item.event === 'orderCreated') {
				const createdAt = orders.find(({ id }) => id === item.order.orderId)?.createdAt ?? 0;
				return createdAt <= since.startMs ? [`${item.eventId} was told late`] : [];
			}
			if (item.message !== undefined) return [];
			const stays = (truth.stays.get(item.order.orderId) ?? []).filter(
				({ status }) => status === item.order.statusCode,
			);
			return stays.every(({ to }) => to !== undefined && to <= since.startStep)
				? [`${item.eventId} was told late`]
				: [];
		}),
	);
}
