import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../api/errors';
import { downloadThrough } from './client';
import type { Files } from './attachments';
import { declaredFields } from './droppedParameters';
import type { DeclaredOperation } from './hiddenFields';
import type { Params } from './parameters';

/** One input item, as operations see it. */

/** @param saved - `getNode().parameters`. */
export function paramsOf(
	host: IExecuteFunctions,
	itemIndex: number,
	operation: DeclaredOperation,
	saved: Readonly<Record<string, unknown>>,
): Params {
	return {
		// With no fallback, or undefined as one, n8n throws for a parameter that is not shown.
		get: (name) => declaredFields(operation, name, host.getNodeParameter(name, itemIndex, null) ?? undefined),
		raw: (name) => saved[name],
	};
}

export function filesOf(host: IExecuteFunctions, itemIndex: number): Files {
	return {
		async read(field) {
			const binary = host.getInputData()[itemIndex]?.binary?.[field];
			if (binary === undefined) throw missingFile(field);
			return {
				fileName: binary.fileName ?? '',
				mimeType: binary.mimeType ?? '',
				content: await host.helpers.getBinaryDataBuffer(itemIndex, field),
			};
		},
		prepare: async ({ content, fileName, mimeType }) =>
			await host.helpers.prepareBinaryData(content, fileName, mimeType),
		download: downloadThrough(host),
	};
}

function missingFile(field: string): InputError {
	return new InputError(
		`The file was not sent: the input item has no file in the field "${field}"`,
		'Set Input Data Field Name to the field that holds the file; the node before shows it under Binary.',
	);
}
