import { BybitError } from '../../../nodes/BybitP2P/api/errors';
import { createCircuitBreaker } from '../../../nodes/BybitP2P/trigger/circuitBreaker';
import { aLostReply, aRefusal } from '../../support/pollingBuilders.mts';

const gives = async (): Promise<string> => 'value';
const throws = (error: Error) => async (): Promise<string> => {
	throw error;
};

describe('patience', () => {
	it('gives the value of a read that went well', async () => {
		expect(await createCircuitBreaker().attempt(gives)).toEqual({ value: 'value' });
	});

	it.each([
		['a refusal of one thing', aRefusal(), false],
		['a code that nobody knows', aRefusal(99), false],
		['a server fault', aRefusal(10016), true],
		['a lost reply', aLostReply(), true],
	])('gives the reason for %s, and whether it was weather', async (_name, error, isLost) => {
		expect(await createCircuitBreaker().attempt(throws(error))).toEqual({ reason: error.message, isLost });
	});

	it.each([
		['a refused key', aRefusal(10003)],
		['a permission that is missing', aRefusal(10005)],
		['too many requests', aRefusal(10006)],
		['a blocked address', new BybitError('x', undefined, '', 403)],
		['a fault of our own', new TypeError('x')],
	])('throws %s', async (_name, error) => {
		await expect(createCircuitBreaker().attempt(throws(error))).rejects.toBe(error);
	});

	it('is worn out by the third lost reply in a row', async () => {
		const patience = createCircuitBreaker();
		await patience.attempt(throws(aLostReply()));
		await patience.attempt(throws(aRefusal(10016)));
		const before = patience.isOpen();

		await patience.attempt(throws(aLostReply()));

		expect([before, patience.isOpen()]).toEqual([false, true]);
	});

	it.each([
		['a value', gives],
		['a refusal', throws(aRefusal())],
	])('counts anew after %s', async (_name, read) => {
		const patience = createCircuitBreaker();
		for (const one of [throws(aLostReply()), throws(aLostReply()), read, throws(aLostReply())])
			await patience.attempt(one);

		expect(patience.isOpen()).toBe(false);
	});
});
