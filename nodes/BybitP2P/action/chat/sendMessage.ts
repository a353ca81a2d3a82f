import { InputError } from '../../api/errors';
import { CONTENT_TYPE, simplifiedMessage } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { ChatMessage } from '../../api/types';
import { decimalFromInput } from '../../safety/decimal';
import { orderIdField } from '../../n8n/fields';
import { choiceFrom, collectionFrom, orderIdFrom, requiredText } from '../../n8n/parameters';
import type { Operation, OperationContext } from '../operation';
import type { Params } from '../../n8n/parameters';
import { chatFileFrom, type ChatFile } from './chatFile';
import { openChat } from './openChat';
import { sendOnce, sameAs, wasSentWithin } from './sendOnce';
import { splitText } from './splitText';

/** The most the exchange takes, counted in UTF-16 units: the strictest way to count, since the exchange does not say how it does. */
const MAX_TEXT_LENGTH = 1000;

export const sendMessage: Operation = {
	name: 'Send Message',
	value: 'sendMessage',
	action: 'Send a chat message',
	description: 'Write to the counterparty of an order, or send an image, a PDF or a video. It cannot be taken back.',
	properties: [
		orderIdField,
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'File', value: 'file', description: 'An image, a PDF or a video from the input item' },
				{ name: 'Text', value: 'text' },
			],
			default: 'text',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			description: 'At most 1,000 characters, unless Split Long Text is on',
			displayOptions: { show: { messageType: ['text'] } },
		},
		{
			displayName: 'Input Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input field that holds the file: jpg, jpeg, png, pdf or mp4',
			displayOptions: { show: { messageType: ['file'] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Skip If Sent Within Minutes',
					name: 'skipIfSentWithinMinutes',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 60,
					description:
						'Do not send what you wrote already for this order in the last so many minutes: for workflows that may run twice',
				},
				{
					displayName: 'Split Long Text',
					name: 'splitLongText',
					type: 'boolean',
					default: false,
					description: 'Whether to send text of more than 1,000 characters in several messages instead of refusing it',
				},
			],
		},
	],
	async execute(context) {
		const { params } = context;
		const orderId = orderIdFrom(params);
		const type = choiceFrom(params.get('messageType') ?? 'text', 'Message Type', ['text', 'file']);

		// One after the other: of two executions at once the second must see what the first has sent.
		return await context.api.runExclusive(`chat of order ${orderId}`, async () => ({
			json: type === 'text' ? await sentText(context, orderId) : await sentFile(context, orderId),
		}));
	},
};

async function sentText({ api, params }: OperationContext, orderId: string): Promise<object> {
	const text = requiredText(params, 'text', 'Text');
	const { splitLongText } = collectionFrom(params, 'options');
	const withinMs = skipWindowMs(params);
	if (text.length > MAX_TEXT_LENGTH && splitLongText !== true) {
		throw new InputError(
			`The message was not sent: it has ${text.length} characters, and Bybit takes at most ${MAX_TEXT_LENGTH}`,
			'Shorten the text, or turn on Split Long Text.',
		);
	}

	const chat = await openChat(api, orderId);
	let sent = 0;
	const parts = splitText(text, MAX_TEXT_LENGTH);
	for (const [index, message] of parts.entries()) {
		const outgoing = { message, contentType: CONTENT_TYPE.text };
		// Parts may be alike: each must stand in the chat once more than those before it.
		const times = parts.slice(0, index + 1).filter((part) => part === message).length;
		if (await wasSentWithin(api, chat, sameAs(outgoing), withinMs, times)) continue;
		await sendOnce(api, chat, outgoing, times);
		sent += 1;
	}

	return { orderId, sent: sent > 0, skipped: sent === 0, kind: 'text', text, fileUrl: '' };
}

async function sentFile({ api, origin, params, files }: OperationContext, orderId: string): Promise<object> {
	const file = chatFileFrom(await files.read(requiredText(params, 'binaryPropertyName', 'Input Data Field Name')));
	const withinMs = skipWindowMs(params);

	const chat = await openChat(api, orderId);
	if (await wasSentWithin(api, chat, (message) => isSameFile(message, file, origin), withinMs)) {
		return { orderId, sent: false, skipped: true, kind: file.kind, fileName: file.fileName, fileUrl: '' };
	}
	const url = textOf((await api.upload(file)).url);
	if (url === '') {
		throw new InputError(
			`The file "${file.fileName}" was not sent: Bybit gave no address for it`,
			'Nothing was written into the chat. Try again in a minute.',
		);
	}
	await sendOnce(api, chat, { message: url, contentType: CONTENT_TYPE[file.kind] });

	const fileUrl = URL.canParse(url, origin) ? new URL(url, origin).toString() : url;
	return { orderId, sent: true, skipped: false, kind: file.kind, fileName: file.fileName, fileUrl };
}

/** 0 when the option is not set. @throws InputError unless it is a number of minutes. */
function skipWindowMs(params: Params): number {
	const options = params.get('options');
	if (typeof options !== 'object' || options === null || !('skipIfSentWithinMinutes' in options)) return 0;
	// There and empty is refused: who sets it counts on it.
	const minutes = Number(decimalFromInput(options.skipIfSentWithinMinutes) ?? Number.NaN);
	if (minutes > 0) return minutes * 60_000;
	throw new InputError(
		'The message was not sent: Skip If Sent Within Minutes is not a number above zero',
		'Set a number of minutes, or remove the option.',
	);
}

/** The address changes with every upload; name and kind are what a repeated file has in common. */
function isSameFile(message: ChatMessage, file: ChatFile, origin: string): boolean {
	const { kind, fileName } = simplifiedMessage(message, '', '', origin);
	return kind === file.kind && fileName === file.fileName;
}
