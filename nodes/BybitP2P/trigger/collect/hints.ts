import type { BybitApi } from '../../api/client';
import { CHAT_PAGE_SIZE, chatPages } from '../../api/pages';
import { readEach } from '../../api/readEach';
import { textOf } from '../../api/text';
import type { ChatSession, Id } from '../../api/types';
import type { ChatHints, ChatMemory, HintSource } from '../state';

/** So many pages of a list of chats are read at most. */
const MAX_PAGES = 5;

const NOTHING = '0';
const READ_STATUS = { unread: 0, cursors: 2 } as const;

export interface CollectedHints {
	/** What the sources show of each chat, by counterparty. */
	readonly hints: ReadonlyMap<Id, ChatHints>;
	readonly calls: number;
}

/** Asks the sources of hints. One that cannot be read shows nothing: hints spare calls, nothing depends on them. */
export async function collectHints(
	api: BybitApi,
	sources: readonly HintSource[],
	counters: ReadonlyMap<Id, string>,
	chats: Readonly<Record<Id, ChatMemory>>,
	isTimeUp: () => boolean,
): Promise<CollectedHints> {
	const paid = sources.filter((source) => source !== 'counters');
	const { read } = await readEach(paid, async (source) => await shownBy(api, source, chats), { isTimeUp });
	const shown = new Map<HintSource, ReadonlyMap<Id, string>>([
		['counters', counters],
		...[...read].map(([source, { values }]) => [source, values] as const),
	]);
	const people = new Set([...counters.keys(), ...Object.keys(chats)]);
	return {
		hints: new Map([...people].map((person) => [person, shownOf(person, shown)])),
		calls: [...read.values()].reduce((sum, { pages }) => sum + pages, 0),
	};
}

function shownOf(person: Id, shown: ReadonlyMap<HintSource, ReadonlyMap<Id, string>>): ChatHints {
	const values = [...shown].map(([source, of]) => [source, of.get(person)] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

async function shownBy(
	api: BybitApi,
	source: 'unread' | 'cursors',
	chats: Readonly<Record<Id, ChatMemory>>,
): Promise<{ values: ReadonlyMap<Id, string>; pages: number }> {
	const people = new Map(
		Object.entries(chats).flatMap(([person, { sessionId }]) => (sessionId === undefined ? [] : [[sessionId, person]])),
	);
	const valueOf = ({ id, unreadCount }: ChatSession): string => textOf(source === 'unread' ? unreadCount : id);
	const shown = new Map<Id, string>();
	let pages = 0;
	let isWhole = false;
	for await (const page of chatPages(api, READ_STATUS[source])) {
		const rows = page.flatMap((row): Array<[Id, string]> => {
			const person = people.get(textOf(row.sessionId));
			return person === undefined ? [] : [[person, valueOf(row)]];
		});
		rows.forEach(([person, value]) => shown.set(person, value));
		pages += 1;
		isWhole = page.length < CHAT_PAGE_SIZE;
		// The newest come first: behind a page without any change there is none.
		if (pages >= MAX_PAGES || rows.every(([person, value]) => chats[person]?.hints?.[source] === value)) break;
	}
	const isNothing = source === 'unread' && isWhole;
	for (const [person, { hints }] of Object.entries(chats)) {
		// A chat that the pages do not show has not changed; in the whole list of unread ones it has nothing unread.
		if (!shown.has(person)) shown.set(person, isNothing ? NOTHING : (hints?.[source] ?? NOTHING));
	}
	return { values: shown, pages };
}
