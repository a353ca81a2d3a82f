import {
	MESSAGE_KINDS,
	MESSAGE_SENDERS,
	messageKind,
	messageSender,
	simplifiedMessage,
} from '../../api/simplify/message';
import { textOf } from '../../api/text';
import { messagePages } from '../../api/pages';
import type { ChatMessage } from '../../api/types';
import {
	downloadFilesOption,
	kindChoices,
	limitField,
	orderIdField,
	outputFieldOption,
	returnAllField,
	senderChoices,
	simplifyField,
} from '../../n8n/fields';
import {
	choiceFrom,
	collectionFrom,
	limitFrom,
	listFrom,
	orderIdFrom,
	simplifyFrom,
	timeFrom,
} from '../../n8n/parameters';
import type { Operation, Output } from '../operation';
import { attachment } from '../../n8n/attachments';
import { openChat } from './openChat';

export const getMessages: Operation = {
	name: 'Get Messages',
	value: 'getMessages',
	action: 'Get the chat messages of an order',
	description:
		'Read what was written since the order was created, oldest first. All orders with one person share a chat: older messages come only when asked for.',
	untrusted: ['text', 'nickname', 'fileName', 'fileUrl', 'fileNotRead'],
	properties: [
		orderIdField,
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
					displayName: 'From',
					name: 'from',
					type: 'multiOptions',
					options: senderChoices,
					default: [],
					description: 'Whose messages to return; empty for all',
				},
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'multiOptions',
					options: kindChoices,
					default: [],
					description: 'Which messages to return; empty for all',
				},
				{
					displayName: 'Sent After',
					name: 'sentAfter',
					type: 'dateTime',
					default: '',
				},
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				downloadFilesOption,
				{
					displayName: 'Include Earlier Messages',
					name: 'includeEarlier',
					type: 'boolean',
					default: false,
					description:
						'Whether to return messages from before the order too, which belong to older orders with the same person',
				},
				outputFieldOption,
			],
		},
		simplifyField,
	],
	async execute({ api, origin, params, files }) {
		const orderId = orderIdFrom(params);
		const limit = limitFrom(params);
		const filters = collectionFrom(params, 'filters');
		const senders = listFrom(filters.from).map((one) => choiceFrom(one, 'From', MESSAGE_SENDERS));
		const kinds = listFrom(filters.kind).map((one) => choiceFrom(one, 'Kind', MESSAGE_KINDS));
		const sentAfterMs = filters.sentAfter === undefined ? 0 : timeFrom(filters.sentAfter, 'Sent After');
		const options = collectionFrom(params, 'options');
		const includeEarlier = options.includeEarlier === true;
		const simplify = simplifyFrom(params);

		const { sessionId, order } = await openChat(api, orderId);
		const sinceMs = Math.max(sentAfterMs, includeEarlier ? 0 : Number(order.createDate));
		const mine = textOf(order.nickName);
		const wanted = (message: ChatMessage): boolean =>
			(senders.length === 0 || senders.includes(messageSender(message, mine))) &&
			(kinds.length === 0 || kinds.some((kind) => kind === messageKind(message)));

		const found: ChatMessage[] = [];
		for await (const page of messagePages(api, sessionId)) {
			const recent = page.filter((message) => Number(message.createDate) >= sinceMs);
			found.push(...recent.filter(wanted));
			if (recent.length < page.length || found.length >= limit) break;
		}

		const outputs: Output[] = [];
		for (const message of found.slice(0, limit).reverse()) {
			const simplified = simplifiedMessage(message, orderId, mine, origin);
			const json = simplify ? simplified : message;
			const attached =
				options.downloadFiles === true && simplified.fileUrl !== ''
					? await attachment(files, simplified, textOf(options.outputField) || 'data', origin)
					: {};
			outputs.push({ json: { ...json, ...attached.json }, ...(attached.binary ? { binary: attached.binary } : {}) });
		}
		return outputs;
	},
};
