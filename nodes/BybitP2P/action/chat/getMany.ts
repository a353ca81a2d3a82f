import { chatPages } from '../../api/pages';
import { simplifiedChat, type SimplifiedChat } from '../../api/simplify/chat';
import { limitField, returnAllField } from '../../n8n/fields';
import { choiceFrom, collectionFrom, limitFrom } from '../../n8n/parameters';
import type { Operation, Output } from '../operation';

const READ_STATUS = { unread: 0, read: 1, all: 2 } as const;

export const getMany: Operation<SimplifiedChat> = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many chats',
	description: 'List the chats and how many unread messages each has. What Bybit counts as unread is not documented.',
	isReadOnly: true,
	properties: [
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Read Status',
					name: 'readStatus',
					type: 'options',
					options: [
						{ name: 'All', value: 'all' },
						{ name: 'Read', value: 'read' },
						{ name: 'Unread', value: 'unread' },
					],
					default: 'all',
				},
			],
		},
	],
	async execute({ api, params }) {
		const limit = limitFrom(params);
		const { readStatus = 'all' } = collectionFrom(params, 'filters');
		const status = READ_STATUS[choiceFrom(readStatus, 'Read Status', ['all', 'read', 'unread'] as const)];

		const outputs: Output<SimplifiedChat>[] = [];
		for await (const chats of chatPages(api, status)) {
			for (const chat of chats) {
				outputs.push({ json: simplifiedChat(chat) });
				if (outputs.length >= limit) return outputs;
			}
		}
		return outputs;
	},
};
