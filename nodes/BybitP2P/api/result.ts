/** What a task gave, or what it threw: for callers that decide by the error, outside a catch. */
export async function resultOf<T>(task: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
	try {
		return { value: await task() };
	} catch (error) {
		return { error };
	}
}

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
