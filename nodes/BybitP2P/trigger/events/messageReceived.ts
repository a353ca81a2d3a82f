import { detectMessages, messageEvent } from '../detect/messages';
import { dateOf } from '../detect/clocks';
import { eventRow } from './eventRow';

export const messageReceived = eventRow({
	value: 'messageReceived',
	name: 'Message Received',
	description: 'The counterparty or Bybit wrote into the chat of an order',
	detect: detectMessages,
	standsFor: ({ type }) => type === 'message',
	reads: 'messages',
	sample: {
		from: 'messages',
		event: (about, nowMs) => messageEvent({ ...about, atMs: dateOf(about.message.createDate, nowMs) }),
	},
});
