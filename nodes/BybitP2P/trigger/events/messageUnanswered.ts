import { messageSender } from '../../api/simplify/message';
import { dateOf } from '../detect/clocks';
import { detectUnansweredChats, unansweredEvent } from '../detect/unansweredChats';
import { eventRow } from './eventRow';

export const messageUnanswered = eventRow({
	value: 'messageUnanswered',
	name: 'Message Unanswered',
	description:
		'The counterparty of an open order waits for an answer: again and again, as often as Repeat Every Minutes says',
	detect: detectUnansweredChats,
	standsFor: ({ type }) => type === 'unanswered',
	reads: 'newestMessages',
	sample: {
		from: 'messages',
		event: (about, nowMs) =>
			messageSender(about.message, about.nicknames) === 'counterparty'
				? unansweredEvent({ ...about, sinceMs: dateOf(about.message.createDate, nowMs), nowMs, next: { repeats: 1 } })
				: undefined,
	},
});
