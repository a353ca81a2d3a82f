/** What a call threw, as an error; fails when it threw nothing. `instanceof` is of no use across the realms of a test run. */
export function thrownBy(call: () => unknown): Error {
	try {
		call();
	} catch (error) {
		return error as Error;
	}
	throw new Error('Nothing was thrown');
}

/** What a promise was rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
	const settled = await promise.then(
		() => undefined,
		(error: unknown) => ({ error: error as Error }),
	);
	if (settled === undefined) throw new Error('Nothing was thrown');
	return settled.error;
}
