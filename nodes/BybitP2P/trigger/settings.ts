import { SIDES, STATUSES } from '../api/codes';
import { InputError } from '../api/errors';
import { MESSAGE_KINDS, MESSAGE_SENDERS, type MessageSender } from '../api/simplify/message';
import { textOf } from '../api/text';
import type { Decimal } from '../api/types';
import { choiceFrom, collectionFrom, idFrom, listFrom } from '../n8n/parameters';
import { decimalFromInput } from '../safety/decimal';
import { EVENTS, type TriggerEvent } from './events';
import type { EventFilters } from './filters';
import { assertNothingDropped, type SavedParams } from './savedParams';

/** What the user set in the trigger, checked. */
export interface TriggerSettings {
	readonly events: readonly TriggerEvent[];
	readonly filters: EventFilters;
	readonly simplify: boolean;
	/** Orders with what only the order in full shows. */
	readonly details: boolean;
	readonly expiringSeconds: number;
	readonly repeatMs: number;
	/** Each event is an execution of its own. */
	readonly separateExecutions: boolean;
	/** The binary field that files of messages go into; undefined to leave them where they are. */
	readonly filesInto: string | undefined;
}

const DEFAULT_EXPIRING_SECONDS = 300;
const DEFAULT_REPEAT_MINUTES = 5;
const MINUTE_MS = 60_000;
const DEFAULT_SENDERS: readonly MessageSender[] = ['counterparty', 'system'];
const EVENT_VALUES: readonly TriggerEvent[] = EVENTS.map(({ value }) => value);

/** @throws InputError that names the field. */
export function triggerSettings(params: SavedParams): TriggerSettings {
	assertNothingDropped(params);
	const events = listFrom(params.get('events')).map((event) => choiceFrom(event, 'Trigger On', EVENT_VALUES));
	if (events.length === 0) {
		throw new InputError('Trigger On is empty, so nothing was read', 'Choose at least one event in the trigger.');
	}
	const options = collectionFrom(params, 'options');
	return {
		events,
		filters: eventFilters(collectionFrom(params, 'filters')),
		simplify: options.simplify !== false,
		details: options.includeOrderDetails === true,
		expiringSeconds: positiveFrom(options.expiringSeconds ?? DEFAULT_EXPIRING_SECONDS, 'Expiring Seconds', '300'),
		repeatMs: repeatMinutesFrom(options.repeatMinutes ?? DEFAULT_REPEAT_MINUTES) * MINUTE_MS,
		separateExecutions: options.separateExecutions === true,
		filesInto: options.downloadFiles === true ? textOf(options.outputField) || 'data' : undefined,
	};
}

function eventFilters(filters: Readonly<Record<string, unknown>>): EventFilters {
	const senders = choicesFrom(filters.messageFrom, 'Message From', MESSAGE_SENDERS);
	return {
		...(filters.side === undefined ? {} : { side: choiceFrom(filters.side, 'Side', SIDES) }),
		coins: listFrom(filters.coins).map((coin) => coin.toUpperCase()),
		fiats: listFrom(filters.fiats).map((fiat) => fiat.toUpperCase()),
		adIds: listFrom(filters.adIds).map((id) => idFrom(id, 'Ad IDs')),
		counterpartyIds: listFrom(filters.counterpartyIds).map((id) => idFrom(id, 'Counterparty IDs')),
		excludeCounterpartyIds: listFrom(filters.excludeCounterpartyIds).map((id) =>
			idFrom(id, 'Exclude Counterparty IDs'),
		),
		statuses: choicesFrom(filters.statuses, 'Statuses', STATUSES),
		...amount(filters, 'minFiatAmount', 'Minimum Fiat Amount'),
		...amount(filters, 'maxFiatAmount', 'Maximum Fiat Amount'),
		messageFrom: senders.length === 0 ? DEFAULT_SENDERS : senders,
		messageKinds: choicesFrom(filters.messageKinds, 'Message Kinds', MESSAGE_KINDS),
	};
}

function choicesFrom<T extends string>(value: unknown, label: string, choices: readonly T[]): readonly T[] {
	return listFrom(value).map((one) => choiceFrom(one, label, choices));
}

function positiveFrom(value: unknown, label: string, example: string): number {
	const number = Number(value);
	if (Number.isFinite(number) && number > 0) return number;
	throw new InputError(`${label} is not a number above zero, so nothing was read`, `Use for example ${example}.`);
}

function repeatMinutesFrom(value: unknown): number {
	const minutes = Number(value);
	if (Number.isFinite(minutes) && minutes >= 1) return minutes;
	throw new InputError('Repeat Every Minutes is not a number from 1, so nothing was read', 'Use for example 5.');
}

function amount<Name extends string>(
	filters: Readonly<Record<string, unknown>>,
	name: Name,
	label: string,
): { [Key in Name]?: Decimal } {
	if (filters[name] === undefined) return {};
	const value = decimalFromInput(filters[name]);
	if (value !== undefined) return { [name]: value } as { [Key in Name]?: Decimal };
	throw new InputError(
		`${label} is not an amount ("${String(filters[name])}"), so nothing was read`,
		'Use digits and a point, for example 1500.50.',
	);
}
