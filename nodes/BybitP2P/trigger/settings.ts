import { InputError } from '../api/errors';
import { MESSAGE_KINDS, MESSAGE_SENDERS } from '../api/simplify/message';
import type { Decimal } from '../api/types';
import { EVENTS, type EventFilters, type TriggerEvent } from './events';
import { choiceFrom, collectionFrom, idFrom, listFrom } from '../n8n/parameters';
import type { Params } from '../n8n/parameters';
import { decimalFromInput } from '../safety/decimal';

/** What the user set in the trigger, checked. */
export interface TriggerSettings {
	readonly events: readonly TriggerEvent[];
	readonly filters: EventFilters;
	readonly simplify: boolean;
	/** Orders with what only the order in full tells. */
	readonly details: boolean;
	readonly expiringSeconds: number;
	/** The binary field that files of messages go into; undefined to leave them where they are. */
	readonly filesInto: string | undefined;
}

const DEFAULT_EXPIRING_SECONDS = 300;
const SIDES = ['buy', 'sell'] as const;

/** @throws InputError that names the field. */
export function triggerSettings(params: Params): TriggerSettings {
	const events = listFrom(params.get('events')).map((event) => choiceFrom(event, 'Trigger On', EVENTS));
	if (events.length === 0) {
		throw new InputError('Trigger On is empty, so nothing was read', 'Choose at least one event in the trigger.');
	}
	const filters = collectionFrom(params, 'filters');
	const options = collectionFrom(params, 'options');
	return {
		events,
		filters: {
			...(filters.side === undefined ? {} : { side: choiceFrom(filters.side, 'Side', SIDES) }),
			coins: listFrom(filters.coins).map((coin) => coin.toUpperCase()),
			fiats: listFrom(filters.fiats).map((fiat) => fiat.toUpperCase()),
			adIds: listFrom(filters.adIds).map((id) => idFrom(id, 'Ad IDs')),
			counterpartyIds: listFrom(filters.counterpartyIds).map((id) => idFrom(id, 'Counterparty IDs')),
			...amount(filters, 'minFiatAmount', 'Minimum Fiat Amount'),
			...amount(filters, 'maxFiatAmount', 'Maximum Fiat Amount'),
			messageFrom:
				listFrom(filters.messageFrom).length === 0
					? ['counterparty', 'system']
					: listFrom(filters.messageFrom).map((sender) => choiceFrom(sender, 'Message From', MESSAGE_SENDERS)),
			messageKinds: listFrom(filters.messageKinds).map((kind) => choiceFrom(kind, 'Message Kinds', MESSAGE_KINDS)),
		},
		simplify: options.simplify !== false,
		details: options.includeOrderDetails === true,
		expiringSeconds: secondsFrom(options.expiringSeconds ?? DEFAULT_EXPIRING_SECONDS),
		filesInto: options.downloadFiles === true ? String(options.outputField ?? 'data') : undefined,
	};
}

function secondsFrom(value: unknown): number {
	const seconds = Number(value);
	if (Number.isFinite(seconds) && seconds > 0) return seconds;
	throw new InputError('Expiring Seconds is not a number above zero, so nothing was read', 'Use for example 300.');
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
