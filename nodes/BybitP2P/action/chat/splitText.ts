/**
 * Text in parts of at most so many UTF-16 units, cut between lines, else between words, else anywhere but inside a character.
 *
 * Nothing but the white space at the cuts is lost.
 */
export function splitText(text: string, maxLength: number): readonly string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > maxLength) {
		const at = cutIn(rest, maxLength);
		parts.push(rest.slice(0, at).trimEnd());
		rest = rest.slice(at).trimStart();
	}
	return [...parts, rest].filter((part) => part.trim() !== '');
}

function cutIn(text: string, maxLength: number): number {
	// One more: a blank right behind the part is a fine place to cut.
	const head = text.slice(0, maxLength + 1);
	for (const mark of ['\n', ' ']) {
		const at = head.lastIndexOf(mark);
		// A cut far at the front would make many small parts.
		if (at > maxLength / 2) return at;
	}
	const isInsideCharacter = /[\uD800-\uDBFF]/.test(text[maxLength - 1]);
	return isInsideCharacter ? maxLength - 1 : maxLength;
}
