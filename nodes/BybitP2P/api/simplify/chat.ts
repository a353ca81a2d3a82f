import { countOf, textOf } from '../text';
import type { ChatSession } from '../types';
import type { AuthorsOf } from './authors';

/** A chat as our users see it. */
export interface SimplifiedChat {
	readonly sessionId: string;
	/** The counterparty's. */
	readonly nickname: string;
	/** SINGLE or GROUP. */
	readonly type: string;
	/** What the exchange counts as unread is not documented. */
	readonly unreadMessages: number;
}

export const CHAT_AUTHORS: AuthorsOf<SimplifiedChat> = {
	sessionId: 'exchange',
	nickname: 'stranger',
	type: 'exchange',
	unreadMessages: 'exchange',
};

export function simplifiedChat(chat: ChatSession): SimplifiedChat {
	return {
		sessionId: textOf(chat.sessionId),
		nickname: textOf(chat.sessionName),
		type: textOf(chat.type),
		unreadMessages: countOf(chat.unreadCount),
	};
}
