import type { Resource } from '../operation';
import { get } from './get';
import { getMany } from './getMany';
import { getPending } from './getPending';
import { markAsPaid } from './markAsPaid';
import { matchPayment } from './matchPayment';
import { release } from './release';
import { reviewCancelRequest } from './reviewCancelRequest';
import { summarize } from './summarize';

export const order: Resource = {
	name: 'Order',
	value: 'order',
	defaultOperation: 'get',
	operations: [get, getMany, getPending, markAsPaid, matchPayment, release, reviewCancelRequest, summarize],
};
