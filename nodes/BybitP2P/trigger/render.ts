import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { nicknamesOf, simplifiedMessage } from '../api/simplify/message';
import { downloadThrough, type Client } from '../n8n/client';
import { itemsOf, type Shape, type TriggerEvent } from './events';
import type { Fact } from './domainEvents';
import { attachment } from '../n8n/attachments';
import type { TriggerSettings } from './settings';

export function shapeOf({ origin }: Client, { simplify, details }: TriggerSettings): Shape {
	return { simplify, details, origin };
}

/** The items of the trigger for one fact, with the file of a message where it is asked for. */
export async function executionItems(
	host: IPollFunctions,
	client: Client,
	settings: TriggerSettings,
	fact: Fact,
	events: readonly TriggerEvent[],
	isTimeUp: () => boolean,
): Promise<INodeExecutionData[]> {
	const items = itemsOf(fact, events, settings.filters, shapeOf(client, settings));
	if (items.length === 0) return [];
	const { json = {}, binary } = await fileOf(host, client, settings, fact, isTimeUp);
	return items.map((item) => ({
		json: { ...item, ...json } as unknown as IDataObject,
		...(binary === undefined ? {} : { binary }),
	}));
}

/** The file of a message. One that cannot be read does not hold back the message: `fileNotRead` tells why. */
async function fileOf(
	host: IPollFunctions,
	{ origin }: Client,
	{ filesInto }: TriggerSettings,
	fact: Fact,
	isTimeUp: () => boolean,
): Promise<Partial<Awaited<ReturnType<typeof attachment>>>> {
	if (fact.type !== 'message' || filesInto === undefined) return {};
	const message = simplifiedMessage(fact.message, fact.order.id, nicknamesOf(fact.order, fact.me), origin);
	if (message.fileUrl === '') return {};
	if (isTimeUp())
		return { json: { fileNotRead: 'There was no time left for it in this check; Chat: Get Messages can read it' } };
	try {
		return await attachment(
			{
				download: downloadThrough(host),
				prepare: async ({ content, fileName, mimeType }) =>
					await host.helpers.prepareBinaryData(content, fileName, mimeType),
			},
			message,
			filesInto,
			origin,
		);
	} catch (error) {
		return { json: { fileNotRead: error instanceof Error ? error.message : String(error) } };
	}
}
