import { messageSender } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { Id } from '../../api/types';
import { CLOCK_SLACK_MS, dateOf } from '../detect/clocks';
import type { ReadChat } from '../detect/seen';
import { HINT_SOURCES, isNewer, type ChatHints, type ChatMemory, type TriggerState } from '../state';
import { announcing, type FoundMessages } from './hints';

/**
 * What was found in the chats of a poll, and which sources of hints had announced it.
 *
 * My own messages prove nothing, and what was written while the poll was reading could not be announced yet.
 */
export function hintFindings(
	{ chats: known }: TriggerState,
	chats: ReadonlyMap<Id, ReadChat>,
	hints: ReadonlyMap<Id, ChatHints>,
	nowMs: number,
): readonly FoundMessages[] {
	return [...chats].map(([person, chat]) => {
		const memory = known[person];
		const shown = hints.get(person);
		return {
			count: countNew(chat, memory, nowMs - CLOCK_SLACK_MS),
			asked: HINT_SOURCES.filter((source) => memory?.hints?.[source] !== undefined && shown?.[source] !== undefined),
			announcedBy: announcing(memory, shown),
		};
	});
}

function countNew({ messages, nicknames }: ReadChat, memory: ChatMemory | undefined, untilMs: number): number {
	const lastId = memory?.seenId ?? memory?.handledId;
	if (lastId === undefined) return 0;
	return messages.filter(
		(message) =>
			isNewer(textOf(message.id), lastId) &&
			messageSender(message, nicknames) !== 'me' &&
			dateOf(message.createDate, Number.POSITIVE_INFINITY) <= untilMs,
	).length;
}
