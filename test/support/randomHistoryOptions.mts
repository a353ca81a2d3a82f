/** What may happen in a random history. */
import type { ExchangeOptions } from '../../simulator/exchange.mts';
import type { Chance } from './chance.mts';
import type { Scheduler } from './historiesN8n.mts';

export interface HistoryOptions {
	readonly scheduler?: Scheduler;
	/** Whether n8n may be killed in between. */
	readonly restarts?: boolean;
	/** Whether n8n may store an earlier state again. */
	readonly rollbacks?: boolean;
	/** Whether the workflow may be unpublished and published again, or a new version of it. */
	readonly publishing?: boolean;
	/** Whether the user may change the key for another one of the same account. */
	readonly keys?: boolean;
	/** Whether calls may fail. */
	readonly faults?: boolean;
	/** Whether lists and chats may show an old snapshot. */
	readonly stale?: boolean;
	/** Whether dates are whole seconds, or lie far off. */
	readonly oddDates?: boolean;
	/** Whether days may pass between two polls. */
	readonly leaps?: boolean;
	/** Whether the exchange goes on while a poll reads. */
	readonly busy?: boolean;
	readonly asksForMine?: boolean;
	/** Whether events wait for the order in full. */
	readonly details?: boolean;
	/** Whether each event is an execution of its own. */
	readonly separate?: boolean;
	/** Whether the user asks for other events and filters in between. */
	readonly changingFilters?: boolean;
}

/** How the exchange behaves in a history. */
export function behaviour(chance: Chance, { oddDates }: HistoryOptions): ExchangeOptions {
	return {
		readingMarksRead: chance.is(50),
		unreadHints: chance.of(['honest', 'reset', 'never', 'cursorsOnly', 'restless'] as const),
		...(oddDates === true
			? {
					orderDates: chance.of(['milliseconds', 'seconds'] as const),
					messageDates: chance.of(['milliseconds', 'seconds'] as const),
				}
			: {}),
	};
}
