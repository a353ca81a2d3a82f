import type { Chat } from '../entities/chats.mts';
import type { Store } from '../store.mts';

/** The unread counter of a chat, under the behaviour `unreadHints`. */
export function unreadCount(
	{ chats, behaviour, clock }: Store,
	chat: Chat,
	reader: 'merchant' | 'counterparty',
	sinceMs = 0,
): number {
	switch (behaviour.unreadHints) {
		case 'honest':
		case 'restless':
			return chats.unread(chat, reader, sinceMs);
		case 'reset':
			// Strictly after: with 0 ms the merchant has always read already.
			return chats.unread(chat, reader, Math.max(sinceMs, clock.now() - behaviour.appReadsAfterMs + 1));
		case 'never':
		case 'cursorsOnly':
			return 0;
	}
}

/** The cursor of a chat in the list of chats; '0' while it has no message. */
export function sessionCursor({ behaviour }: Store, { messages, movedTo }: Chat): string {
	const newest = messages.at(behaviour.unreadHints === 'never' ? 0 : -1)?.id ?? '0';
	return newest !== '0' && BigInt(movedTo) > BigInt(newest) ? movedTo : newest;
}

/** Under `restless`: one chat after the other comes to the front without a message, one with each read of the list. */
export function moveRestlessChat({ chats, behaviour, clock }: Store): void {
	if (behaviour.unreadHints !== 'restless') return;
	const [oldest] = chats
		.all()
		.filter(({ messages }) => messages.length > 0)
		.sort((a, b) => (BigInt(a.movedTo) < BigInt(b.movedTo) ? -1 : 1));
	if (oldest !== undefined) chats.moveToFront(oldest, clock.now());
}
