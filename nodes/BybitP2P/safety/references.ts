/**
 * Whether the reference of a payment is among those that were used before. Banks print one reference in several ways: with and without
 * blanks, dashes and leading zeros, in capitals or not.
 *
 * @param reference - text with at least one letter or digit; see {@link isReference}.
 * @param used - references; one that was written with commas may have come apart at them.
 */
export function isUsedReference(reference: string, used: readonly string[]): boolean {
	const wanted = partsOf([reference]);
	const parts = partsOf(used);
	return parts.some((_part, start) => wanted.every((part, index) => parts[start + index] === part));
}

/** True for text that distinguishes one payment from another: with a letter or digit. */
export function isReference(text: string): boolean {
	return plainReference(text) !== '';
}

function partsOf(references: readonly string[]): readonly string[] {
	return references
		.flatMap((reference) => reference.split(/[,;\n]/))
		.map(plainReference)
		.filter((part) => part !== '');
}

/** Its letters and digits, in capitals, without the zeros in front of a number. */
function plainReference(text: string): string {
	return text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/(?<!\d)0+(?=\d)/g, '');
}
