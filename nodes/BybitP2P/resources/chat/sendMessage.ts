import { CONTENT_TYPE } from '../../api/message';
import { Refusal } from '../../api/errors';
import { textOf } from '../../api/order';
import { orderIdField } from '../fields';
import { choiceFrom, orderIdFrom, requiredText } from '../input';
import type { Operation, OperationContext } from '../operation';
import { chatOf } from './chatOf';
import { chatFileFrom } from './chatFile';
import { delivered } from './delivered';

/** The most the exchange takes, counted in UTF-16 units: the strictest way to count, since the exchange does not say how it does. */
export const MAX_TEXT_LENGTH = 1000;

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
			description: 'At most 1,000 characters',
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
	],
	async execute(context) {
		const { params } = context;
		const orderId = orderIdFrom(params);
		const type = choiceFrom(params.get('messageType') ?? 'text', 'Message Type', ['text', 'file']);

		return { json: type === 'text' ? await sentText(context, orderId) : await sentFile(context, orderId) };
	},
};

async function sentText({ api, params }: OperationContext, orderId: string): Promise<object> {
	const text = requiredText(params, 'text', 'Text');
	if (text.length > MAX_TEXT_LENGTH) {
		throw new Refusal(
			`The message was not sent: it has ${text.length} characters, and Bybit takes at most ${MAX_TEXT_LENGTH}`,
			'Shorten the text, or send it in parts.',
		);
	}

	const chat = await chatOf(api, orderId);
	await delivered(api, chat, { message: text, contentType: CONTENT_TYPE.text });

	return { orderId, sent: true, skipped: false, kind: 'text', text, fileUrl: '' };
}

async function sentFile({ api, origin, params, files }: OperationContext, orderId: string): Promise<object> {
	const file = chatFileFrom(await files.read(requiredText(params, 'binaryPropertyName', 'Input Data Field Name')));

	const chat = await chatOf(api, orderId);
	const url = textOf((await api.upload(file)).url);
	if (url === '') {
		throw new Refusal(
			`The file "${file.fileName}" was not sent: Bybit gave no address for it`,
			'Nothing was written into the chat. Try again in a minute.',
		);
	}
	await delivered(api, chat, { message: url, contentType: CONTENT_TYPE[file.kind] });

	const fileUrl = URL.canParse(url, origin) ? new URL(url, origin).toString() : url;
	return { orderId, sent: true, skipped: false, kind: file.kind, fileName: file.fileName, fileUrl };
}
