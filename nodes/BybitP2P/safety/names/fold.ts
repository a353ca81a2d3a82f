/** Letters and their marks: what is spelling and may be missing in print, and what belongs to the name. */

const PLAIN: Readonly<Record<string, string>> = {
	ø: 'o',
	œ: 'oe',
	æ: 'ae',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	þ: 'th',
	ə: 'a',
	ı: 'i',
	I: 'i',
	ى: 'ي',
	ة: 'ه',
};

/**
 * Lower case, one form of each letter, nothing invisible, one sign for what is hidden.
 *
 * A capital I stays one: in a name from Turkey it may be ı or i, and nobody can tell which.
 */
export function folded(name: string): string {
	// What is printed in plain letters needs no more.
	if (/^[A-Za-z ,-]*$/.test(name))
		return name.replace(/[A-HJ-Z]+/g, (letters) => letters.toLowerCase()).replace(MASKING_X, '*');
	const text = [...name.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '')]
		// Upper case first: ß and ς get the form in which a bank prints them.
		.map((letter) => (letter === 'I' || letter === 'ı' ? letter : letter.toUpperCase().toLowerCase()))
		.join('');
	return text
		.replace(/i\u0307/g, 'i')
		.normalize('NFC')
		.replace(/[șțکیـ]/g, (letter) => ONE_FORM[letter])
		.replace(HIDDEN, '*')
		.replace(MASKING_X, '*')
		.replace(/\p{Pd}/gu, '-');
}

const ONE_FORM: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ', ک: 'ك', ی: 'ي', ـ: '' };
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}'’‘ʼʹ`´ʻ＇׳]/gu;
const HIDDEN = /(?:\.{2,}|_{2,}|[*•●○◦▪■□⬤…×#█∗＊✱⁎?\uFFFD])+/gu;
const MASKING_X = /(?<=\S)x{3,}(?=[\s,.;]|$)/g;

/** Without marks where they are spelling: Latin, Cyrillic (but й and ї are letters), Greek, Arabic, Hebrew. */
export function withoutMarks(text: string): string {
	if (/^[a-zа-я]*$/.test(text)) return text;
	if (/^[a-zI]*$/.test(text)) return text.toLowerCase();
	return text
		.replace(/[øœæłđðħþəıIىة]/g, (letter) => PLAIN[letter])
		.normalize('NFD')
		.replace(MARKS, (_, letter?: string) => letter ?? '')
		.normalize('NFC');
}

const MARKS =
	/(и\u0306|і\u0308)|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;

/**
 * True if two spellings with the same plain letters can be one: a mark may be missing on one side, it may not differ.
 *
 * @param strict - what may not be missing either: every mark (Vietnamese), the dot of the i (Turkish), or nothing.
 */
export function marksAgree(a: string, b: string, strict: 'all' | 'dot' | 'none'): boolean {
	const [lettersA, lettersB] = [a, b].map((text) => text.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? []);
	if (lettersA.length !== lettersB.length) return strict !== 'all';
	return lettersA.every((letterA, index) => {
		const letterB = lettersB[index];
		if (letterA === letterB || (`${letterA}${letterB}`.includes('I') && /^[iıI]+$/.test(letterA + letterB)))
			return true;
		if (strict === 'all') return false;
		if (/^[iı]+$/.test(letterA + letterB)) return strict === 'none';
		return [letterA, letterB].some((letter) => withoutMarks(letter) === letter.toLowerCase());
	});
}

export type Script = 'latin' | 'cyrillic' | 'han' | 'kana' | 'hangul' | 'arabic' | 'devanagari' | 'other';

const SCRIPTS: ReadonlyArray<readonly [Script, RegExp]> = [
	['latin', /^\p{Script=Latin}+$/u],
	['cyrillic', /^\p{Script=Cyrillic}+$/u],
	['kana', /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u],
	['han', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々ヶ]+$/u],
	['hangul', /^\p{Script=Hangul}+$/u],
	['arabic', /^\p{Script=Arabic}+$/u],
	['devanagari', /^\p{Script=Devanagari}+$/u],
];

export function scriptOf(text: string): Script {
	if (/^[a-z*]+$/i.test(text)) return 'latin';
	if (/^[а-яё*]+$/.test(text)) return 'cyrillic';
	const letters = withoutMarks(text).replace(/[^\p{L}\p{M}ー]/gu, '');
	return SCRIPTS.find(([, pattern]) => pattern.test(letters))?.[0] ?? 'other';
}

// Letters that look alike in two alphabets, Latin first.
const TWINS = [...'aаeеoоpрcсxхyуiіIіkкmмhнtтbв'.matchAll(/(.)(.)/gu)].map(([, latin, cyrillic]) => [latin, cyrillic]);

/** A word of both alphabets is read in the one in which all its letters have a place. */
export function unmixed(text: string): { text: string; mixed: boolean } {
	if (/^(?:[a-z]+|[а-яё]+)$/i.test(text)) return { text, mixed: false };
	if (!/\p{Script=Latin}/u.test(text) || !/\p{Script=Cyrillic}/u.test(text)) return { text, mixed: false };
	const replaced = (from: number, to: number) =>
		[...text].map((letter) => TWINS.find((twin) => twin[from] === letter)?.[to] ?? letter).join('');
	const cyrillic = replaced(0, 1);
	return { text: /\p{Script=Latin}/u.test(cyrillic) ? replaced(1, 0) : cyrillic, mixed: true };
}
