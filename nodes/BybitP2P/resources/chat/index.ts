import type { Resource } from '../operation';
import { getMessages } from './getMessages';
import { sendMessage } from './sendMessage';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	operations: [getMessages, sendMessage],
};
