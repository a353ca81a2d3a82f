import type { BybitApi } from '../../api/client';
import { InputError } from '../../api/errors';
import type { MessageKind } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { Id } from '../../api/types';
import { decimalFromInput } from '../../safety/decimal';
import { orderIdField } from '../../n8n/fields';
import { choiceFrom, collectionFrom, orderIdFrom, requiredText, type Params } from '../../n8n/parameters';
import type { Operation, OperationContext } from '../operation';
import { readChatBefore, type ChatBefore } from './chatBefore';
import { chatFileFrom, type ChatFile } from './chatFile';
import { createChatMemory } from './chatMemory';
import { openChat } from './openChat';
import { outgoingFile, outgoingText, type OutgoingMessage } from './outgoingMessage';
import { sendOnce } from './sendOnce';
import { splitText } from './splitText';

/** The most the exchange takes, counted in UTF-16 units: the strictest way to count, since the exchange does not say how it does. */
const MAX_TEXT_LENGTH = 1000;

type SentMessage = { readonly orderId: Id } & Delivery;

/** What became of a message. */
interface Delivery {
	readonly sent: boolean;
	/** It was sent before. */
	readonly skipped: boolean;
	readonly kind: MessageKind;
	readonly text?: string;
	readonly fileName?: string;
	readonly fileUrl: string;
}

export const sendMessage: Operation<SentMessage> = {
	name: 'Send Message',
	value: 'sendMessage',
	action: 'Send chat message',
	description: 'Write to the counterparty of an order, or send an image, a PDF or a video. It cannot be taken back.',
	ownTexts: ['text', 'fileName', 'fileUrl'],
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
						'Do not send again what you sent for this order in the last so many minutes, for workflows that may run twice. People with several orders share one chat, and messages do not show their order: where that leaves a doubt after a restart of n8n, the message is sent again rather than left out. A text that holds the order ID leaves none. A file is known again by its content until n8n restarts, then by its size if Bybit keeps it.',
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
		const { api, params } = context;
		const orderId = orderIdFrom(params);
		const send = await senderFrom(context);
		const withinMs = skipWindowMs(params);

		const chat = await openChat(api, orderId);
		// One after the other, for all orders with the person: of two at once the second must see what the first has sent.
		return await api.runExclusive(`chat ${chat.userMaskId}`, async () => {
			const before = await readChatBefore(api, chat, withinMs);
			return { json: { orderId, ...(await send(before)) } };
		});
	},
};

/** Sends what the parameters name, and reports what became of it. */
type Sender = (before: ChatBefore) => Promise<Delivery>;

/** @throws InputError for what cannot be sent, before anything is asked of the exchange. */
async function senderFrom({ api, origin, params, files }: OperationContext): Promise<Sender> {
	const type = choiceFrom(params.get('messageType') ?? 'text', 'Message Type', ['text', 'file']);
	if (type === 'text') {
		const text = textFrom(params);
		return async (before) => await sendText(api, before, text);
	}
	const file = chatFileFrom(await files.read(requiredText(params, 'binaryPropertyName', 'Input Data Field Name')));
	return async (before) => await sendFile(api, before, file, origin);
}

function textFrom(params: Params): string {
	const text = requiredText(params, 'text', 'Text');
	const { splitLongText } = collectionFrom(params, 'options');
	if (text.length <= MAX_TEXT_LENGTH || splitLongText === true) return text;
	throw new InputError(
		`The message was not sent: it has ${text.length} characters, and Bybit takes at most ${MAX_TEXT_LENGTH}`,
		'Shorten the text, or turn on Split Long Text.',
	);
}

async function sendText(api: BybitApi, before: ChatBefore, text: string): Promise<Delivery> {
	const parts = splitText(text, MAX_TEXT_LENGTH);
	const sent: string[] = [];
	for (const [index, part] of parts.entries()) {
		const outgoing = outgoingText(part);
		const isAlike = (other: string): boolean => other === part;
		// Parts may be alike: each must stand in the chat once more than those before it.
		if (await before.wasSent(outgoing, parts.slice(0, index + 1).filter(isAlike).length)) continue;
		sent.push(part);
		await sendAndNote(api, before, outgoing, sent.filter(isAlike).length);
	}
	return { sent: sent.length > 0, skipped: sent.length === 0, kind: 'text', text, fileUrl: '' };
}

async function sendFile(api: BybitApi, before: ChatBefore, file: ChatFile, origin: string): Promise<Delivery> {
	const { kind, fileName } = file;
	if (await before.wasSent(outgoingFile(file), 1)) return { sent: false, skipped: true, kind, fileName, fileUrl: '' };
	const url = textOf((await api.upload(file)).url);
	if (url === '') {
		throw new InputError(
			`The file "${fileName}" was not sent: Bybit gave no address for it`,
			'Nothing was written into the chat. Try again in a minute.',
		);
	}
	await sendAndNote(api, before, outgoingFile(file, url), 1);

	const fileUrl = URL.canParse(url, origin) ? new URL(url, origin).toString() : url;
	return { sent: true, skipped: false, kind, fileName, fileUrl };
}

async function sendAndNote(
	api: BybitApi,
	{ chat, mark }: ChatBefore,
	outgoing: OutgoingMessage,
	times: number,
): Promise<void> {
	await sendOnce(api, chat, outgoing, mark, times);
	api.shared(createChatMemory).noteSent(chat.order.id, outgoing.fingerprint, chat.timeMs);
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
