import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { BybitError, NoReply } from '../api/errors';
import { adviceFor } from './advice';
import { failureOf } from './failure';

/**
 * Any error as n8n shows it: the message says what did not happen, the description what to do.
 *
 * @param itemIndex - the input item it belongs to; none for the trigger.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const advice = adviceFor(error);
	const failure = failureOf(error);
	const options = {
		...(failure === undefined ? {} : { failure }),
		...(advice === undefined ? {} : { description: advice }),
		...(itemIndex === undefined ? {} : { itemIndex }),
	};
	if (error instanceof BybitError || error instanceof NoReply) {
		const httpCode = error instanceof NoReply ? '503' : httpCodeOf(error);
		return new NodeApiError(node, { message } as JsonObject, { message, httpCode, ...options });
	}
	return new NodeOperationError(node, message, options);
}

/** What n8n counts as rate-limited or as a matter of access. */
function httpCodeOf(error: BybitError): string {
	if (error.isRateLimited) return '429';
	if (error.isAccessDenied) return error.httpStatus === 401 ? '401' : '403';
	return String(error.httpStatus === 200 ? 400 : error.httpStatus);
}
