import type { Resource } from '../operation';
import { getMany } from './getMany';
import { getMessages } from './getMessages';
import { sendMessage } from './sendMessage';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	operations: [getMany, getMessages, sendMessage],
};
