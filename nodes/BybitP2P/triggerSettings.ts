import { Refusal } from './api/errors';
import type { Decimal } from './api/types';
import { EVENTS, type EventFilters, type TriggerEvent } from './polling/events';
import { choiceFrom, collectionFrom, listFrom } from './resources/input';
import type { Params } from './resources/operation';
import { decimalFromInput } from './safety/decimal';

/** What the user set in the trigger, checked. */
export interface TriggerSettings {
	readonly events: readonly TriggerEvent[];
	readonly filters: EventFilters;
	readonly simplify: boolean;
}

const SENDERS = ['counterparty', 'me', 'system'] as const;
const KINDS = ['image', 'pdf', 'text', 'video'] as const;
const SIDES = ['buy', 'sell'] as const;

/** @throws Refusal that names the field. */
export function triggerSettings(params: Params): TriggerSettings {
	const events = listFrom(params.get('events')).map((event) => choiceFrom(event, 'Trigger On', EVENTS));
	if (events.length === 0) {
		throw new Refusal('Trigger On is empty, so nothing was read', 'Choose at least one event in the trigger.');
	}
	const filters = collectionFrom(params, 'filters');
	return {
		events,
		filters: {
			...(filters.side === undefined ? {} : { side: choiceFrom(filters.side, 'Side', SIDES) }),
			coins: listFrom(filters.coins).map((coin) => coin.toUpperCase()),
			fiats: listFrom(filters.fiats).map((fiat) => fiat.toUpperCase()),
			counterpartyIds: listFrom(filters.counterpartyIds),
			...amount(filters, 'minFiatAmount', 'Minimum Fiat Amount'),
			...amount(filters, 'maxFiatAmount', 'Maximum Fiat Amount'),
			messageFrom:
				filters.messageFrom === undefined
					? ['counterparty', 'system']
					: listFrom(filters.messageFrom).map((sender) => choiceFrom(sender, 'Message From', SENDERS)),
			messageKinds: listFrom(filters.messageKinds).map((kind) => choiceFrom(kind, 'Message Kinds', KINDS)),
		},
		simplify: collectionFrom(params, 'options').simplify !== false,
	};
}

function amount<Name extends string>(
	filters: Readonly<Record<string, unknown>>,
	name: Name,
	label: string,
): { [Key in Name]?: Decimal } {
	if (filters[name] === undefined) return {};
	const value = decimalFromInput(filters[name]);
	if (value !== undefined) return { [name]: value } as { [Key in Name]?: Decimal };
	throw new Refusal(`${label} is not an amount ("${String(filters[name])}"), so nothing was read`, 'Use digits and a point, for example 1500.50.');
}
