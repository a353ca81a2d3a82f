import type { Resource } from '../operation';
import { assessCounterparty } from './assessCounterparty';
import { checkAccess } from './checkAccess';
import { get } from './get';
import { getBalance } from './getBalance';
import { getCounterparty } from './getCounterparty';
import { getPaymentMethods } from './getPaymentMethods';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	defaultOperation: 'get',
	operations: [assessCounterparty, checkAccess, get, getBalance, getCounterparty, getPaymentMethods],
};
