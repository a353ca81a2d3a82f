import { messageSender, type MessageSender } from '../../api/simplify/message';
import type { ChatMessage } from '../../api/types';
import type { Nicknames } from '../change';

/**
 * Who wrote a message. A counterparty may have my nickname: then it tells nothing, and what a stranger wrote must not pass as mine.
 */
export function senderOf(message: ChatMessage, nicknames: Nicknames): MessageSender {
	return messageSender(message, nicknameOfMine(nicknames));
}

/** My nickname; empty where it is the counterparty's as well. */
export function nicknameOfMine({ me, counterparty }: Nicknames): string {
	return me.trim() === counterparty.trim() ? '' : me;
}
