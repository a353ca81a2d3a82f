import {
	compareById,
	isFileKind,
	MESSAGE_AUTHORS,
	MESSAGE_CLOCK_SLACK_MS,
	MESSAGE_KINDS,
	MESSAGE_SENDERS,
	messageKind,
	messageSender,
	simplifiedMessage,
	type SimplifiedMessage,
} from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { ChatMessage } from '../../api/types';
import { untouched } from '../../api/simplify/untouched';
import {
	downloadFilesOption,
	kindChoices,
	limitField,
	orderIdField,
	outputFieldOption,
	returnAllField,
	senderChoices,
} from '../../n8n/fields';
import {
	choiceFrom,
	collectionFrom,
	limitFrom,
	listFrom,
	orderIdFrom,
	simplifyFrom,
	timeFrom,
	TIMES_HINT,
} from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation, Output } from '../operation';
import { attachment } from '../../n8n/attachments';
import { openChat, type Chat } from './openChat';

/** With the reason in `fileNotRead` where a file was asked for and could not be read. */
type MessageRead = SimplifiedMessage & { readonly fileNotRead?: string };

export const getMessages: Operation<MessageRead> = {
	name: 'Get Messages',
	value: 'getMessages',
	action: 'Get chat messages of order',
	description:
		'Read what was written since the order was created, oldest first. All orders with one person share a chat: older messages come only when asked for.',
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
					description: TIMES_HINT,
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
		...resultFields([...Object.keys(MESSAGE_AUTHORS), 'fileNotRead']),
	],
	async execute({ api, origin, params, files, timezone }) {
		const orderId = orderIdFrom(params);
		const limit = limitFrom(params);
		const filters = collectionFrom(params, 'filters');
		const senders = listFrom(filters.from).map((one) => choiceFrom(one, 'From', MESSAGE_SENDERS));
		const kinds = listFrom(filters.kind).map((one) => choiceFrom(one, 'Kind', MESSAGE_KINDS));
		const sentAfterMs = filters.sentAfter === undefined ? 0 : timeFrom(filters.sentAfter, 'Sent After', timezone);
		const options = collectionFrom(params, 'options');
		const simplify = simplifyFrom(params);

		const chat = await openChat(api, orderId);
		const orderMs = options.includeEarlier === true ? 0 : Number(chat.order.createDate) - MESSAGE_CLOCK_SLACK_MS;
		const isWanted = (message: ChatMessage): boolean =>
			(senders.length === 0 || senders.includes(messageSender(message, chat.nicknames))) &&
			(kinds.length === 0 || kinds.some((kind) => kind === messageKind(message)));
		const messages = await newestMessages(chat, Math.max(wholeSecond(sentAfterMs), orderMs), isWanted, limit);

		const outputs: Output<MessageRead>[] = [];
		for (const message of messages) {
			const simplified = simplifiedMessage(message, orderId, chat.nicknames, origin);
			const { json, binary } =
				options.downloadFiles === true && isFileKind(simplified.kind)
					? await attachment(files, simplified, textOf(options.outputField) || 'data', origin)
					: {};
			outputs.push({
				json: { ...(simplify ? simplified : untouched(message)), ...json },
				...(binary ? { binary } : {}),
			});
		}
		return outputs;
	},
};

/** Dates of messages may be whole seconds: what was sent later in the same second is not to be missed. */
function wholeSecond(ms: number): number {
	return Math.floor(ms / 1000) * 1000;
}

/** One message with an odd date is not the end of the chat. */
const OLD_IN_A_ROW = 3;

/** The newest of the wanted messages since a time, oldest first. One without a readable date counts as new. */
async function newestMessages(
	chat: Chat,
	sinceMs: number,
	isWanted: (message: ChatMessage) => boolean,
	limit: number,
): Promise<readonly ChatMessage[]> {
	const isOld = ({ createDate }: ChatMessage): boolean => Number(createDate) < sinceMs;
	const found: ChatMessage[] = [];
	for await (const page of chat.pages()) {
		found.push(...page.filter((message) => !isOld(message) && isWanted(message)));
		const isPast = page.length > 0 && page.slice(-OLD_IN_A_ROW).every(isOld);
		if (isPast || found.length >= limit) break;
	}
	return found.sort(compareById).slice(-limit);
}
