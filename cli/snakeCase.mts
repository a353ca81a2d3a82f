/** `order_id` to `orderId`. */
export function camelCase(name: string): string {
	return name.replace(/_+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The same value with all field names in snake_case, however deep. */
export function inSnakeCase(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inSnakeCase);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [snakeCase(name), inSnakeCase(one)]));
}

/** `orderId` to `order_id`. */
export function snakeCase(name: string): string {
	return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
