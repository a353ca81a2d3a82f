import { createCircuitBreaker } from '../../../nodes/BybitP2P/api/circuitBreaker';
import { BybitError } from '../../../nodes/BybitP2P/api/errors';
import { aLostReply, aRefusal } from '../../support/pollingBuilders.mts';

const gives = async (): Promise<string> => 'value';
const throws = (error: Error) => async (): Promise<string> => {
	throw error;
};

describe('a circuit breaker', () => {
	it('gives the value of a read that went well', async () => {
		expect(await createCircuitBreaker().attempt(gives)).toEqual({ value: 'value' });
	});

	it.each([
		['a refusal of one thing', aRefusal(), true],
		['a code that nobody knows', aRefusal(99), true],
		['a server fault', aRefusal(10016), false],
		['a lost reply', aLostReply(), false],
	])('gives the reason for %s, and whether it counts as a try', async (_name, error, isRefusal) => {
		expect(await createCircuitBreaker().attempt(throws(error))).toEqual({ reason: error.message, isRefusal });
	});

	it('throws a fault of our own', async () => {
		const fault = new TypeError('x');

		await expect(createCircuitBreaker().attempt(throws(fault))).rejects.toBe(fault);
	});

	it('opens at the third lost reply in a row', async () => {
		const breaker = createCircuitBreaker();
		await breaker.attempt(throws(aLostReply()));
		await breaker.attempt(throws(aRefusal(10016)));
		const before = breaker.isOpen();

		await breaker.attempt(throws(aLostReply()));

		expect([before, breaker.isOpen()]).toEqual([false, true]);
	});

	it.each([
		['a value', gives],
		['a refusal', throws(aRefusal())],
	])('counts anew after %s', async (_name, read) => {
		const breaker = createCircuitBreaker();
		for (const one of [throws(aLostReply()), throws(aLostReply()), read, throws(aLostReply())])
			await breaker.attempt(one);

		expect(breaker.isOpen()).toBe(false);
	});

	it.each([
		['a refused key', aRefusal(10003)],
		['a permission that is missing', aRefusal(10005)],
		['too many requests', aRefusal(10006)],
		['a blocked address', new BybitError('x', undefined, '', 403)],
	])('opens at once for %s, which says nothing about the one thing that was read', async (_name, error) => {
		const breaker = createCircuitBreaker();
		const attempted = await breaker.attempt(throws(error));

		expect([attempted, breaker.isOpen(), breaker.refusedAll()]).toEqual([
			{ reason: error.message, isRefusal: false },
			true,
			error,
		]);
	});
});
