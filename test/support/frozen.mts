/** The same value, which nothing can change any more at any depth. Bytes stay as they are: they cannot be frozen. */
export function frozen<T>(value: T): T {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
	for (const part of Object.values(value)) frozen(part);
	return Object.freeze(value);
}
