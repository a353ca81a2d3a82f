import { HINT_SOURCES, type ChatHints, type ChatMemory, type HintMemory, type HintSource } from '../state';

/**
 * Three sources may hint at a new message without reading its chat. What they mean is undocumented, and a merchant who reads in the app
 * resets counters, so they have to earn trust: a source that is believed only spares reads of chats it does not point to.
 */

const TRUSTED_AFTER = 20;
const DISTRUSTED_FOR_MS = 24 * 60 * 60 * 1000;

/** True for a source that has announced so many messages in a row, and has missed none for a day. */
export function isTrusted(hints: HintMemory, source: HintSource, nowMs: number): boolean {
	const { inARow = 0, missedMs } = hints[source] ?? {};
	return inARow >= TRUSTED_AFTER && (missedMs === undefined || nowMs - missedMs >= DISTRUSTED_FOR_MS);
}

/** The sources that show something else of a chat than when it was last read. Of a chat that was never read nothing is known. */
export function announcing(chat: ChatMemory | undefined, shown: ChatHints | undefined): readonly HintSource[] {
	const known = chat?.hints;
	if (known === undefined || shown === undefined) return [];
	return HINT_SOURCES.filter(
		(source) => known[source] !== undefined && shown[source] !== undefined && known[source] !== shown[source],
	);
}

/** Messages found in one chat, that were there when the sources were asked. */
export interface FoundMessages {
	readonly count: number;
	/** The sources that could have announced them. */
	readonly asked: readonly HintSource[];
	readonly announcedBy: readonly HintSource[];
}

/** What the sources are worth after the chats of a poll were read. */
export function hintMemory(before: HintMemory, found: readonly FoundMessages[], nowMs: number): HintMemory {
	return found.reduce<HintMemory>((memory, { count, asked, announcedBy }) => {
		const changed = asked.map((source): [HintSource, HintMemory[HintSource]] => {
			if (!announcedBy.includes(source)) return [source, { inARow: 0, missedMs: nowMs }];
			return [source, { ...memory[source], inARow: Math.min((memory[source]?.inARow ?? 0) + count, TRUSTED_AFTER) }];
		});
		return count === 0 ? memory : { ...memory, ...Object.fromEntries(changed) };
	}, before);
}

/** Sources that cost a call each are asked only while they spare or find something. */
export function sourcesToAsk(
	hints: HintMemory,
	openChats: number,
	maxSweep: number,
	nowMs: number,
): readonly HintSource[] {
	if (isTrusted(hints, 'counters', nowMs)) return [];
	const paid = HINT_SOURCES.filter((source) => source !== 'counters');
	const trusted = paid.filter((source) => isTrusted(hints, source, nowMs));
	if (trusted.length > 0) return trusted.slice(0, 1);
	return openChats > maxSweep ? paid : [];
}
