/** Builds a value when it is first asked for: names are compared in few workflows, and the lists are long. */
export function once<T>(build: () => T): () => T {
	let value: { readonly built: T } | undefined;
	return () => (value ??= { built: build() }).built;
}

/** The words of a list. */
export function wordsOf(list: string): string[] {
	return list.trim().split(/\s+/);
}

/** Lists of words, apart by semicolons. */
export function entriesOf(list: string): string[][] {
	return list.split(';').map(wordsOf);
}
