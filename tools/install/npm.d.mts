export function npm(
	args: readonly string[],
	options: { readonly folder: string; readonly what: string; readonly expected: string },
): Promise<void>;
