import type { Resource } from '../operation';
import { getMany } from './getMany';
import { getMessages } from './getMessages';
import { sendMessage } from './sendMessage';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	defaultOperation: 'getMessages',
	operations: [getMany, getMessages, sendMessage],
};
