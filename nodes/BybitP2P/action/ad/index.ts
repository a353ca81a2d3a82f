import type { Resource } from '../operation';
import { activate } from './activate';
import { create } from './create';
import { deleteAd } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { reprice } from './reprice';
import { search } from './search';
import { update } from './update';

export const ad: Resource = {
	name: 'Ad',
	value: 'ad',
	defaultOperation: 'getMany',
	operations: [activate, create, deleteAd, get, getMany, reprice, search, update],
};
