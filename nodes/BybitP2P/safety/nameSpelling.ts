import { withoutDiacritics, type NameWord } from './nameWords';
import { cyrillicSkeletons, latinSkeletons, strictLatinSkeletons } from './transliteration';

/** How two words of a name relate, the surest first. `initial` and `masked` say only that nothing speaks against it. */
export const WORD_MATCHES = ['same', 'spelling', 'swapped', 'typo', 'masked', 'initial'] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

const MIN_TYPO_LENGTH = 7;

/** What both whole names say about the way their words are spelled. */
export interface NamePairContext {
	/** Both look Slavic, so Latin letters may stand for Cyrillic ones in both. */
	readonly slavic: boolean;
	/** Both are printed with tone marks, so a word without one has none: Dung is not Dũng. */
	readonly toned: boolean;
}

/**
 * Compares two words.
 *
 * @returns undefined for words of different names.
 */
export function wordMatch(a: NameWord, b: NameWord, { slavic, toned }: NamePairContext): WordMatch | undefined {
	if (a.kind !== 'full' || b.kind !== 'full') return partialMatch(a, b);
	if (a.text === b.text) return a.mixed || b.mixed ? 'spelling' : 'same';
	// Hùng and Hưng are two names; Hung may be either.
	const bothMarked = toned || (a.text !== a.base && b.text !== b.base && a.script === 'latin' && b.script === 'latin');
	if (a.base === b.base) return bothMarked ? undefined : a.mixed || b.mixed ? 'spelling' : 'same';
	if (a.givenNames.size > 0 && b.givenNames.size > 0) {
		const isUmlaut = a.text !== a.base || b.text !== b.base;
		return shareOne(a.givenNames, b.givenNames) || (isUmlaut && shareOne(plainForms(a), plainForms(b)))
			? 'spelling'
			: undefined;
	}
	if (sameFather(a, b) || sameSpelling(a, b, slavic)) return 'spelling';
	return bothMarked ? undefined : mistyped(a, b);
}

/** The plain Latin forms of a word with diacritics: Müller is Muller or Mueller, Đorđević is Dordevic or Djordjevic. */
function plainForms({ text, base }: NameWord): ReadonlySet<string> {
	const plain = new Set([base]);
	if (text !== base) {
		let forms = [''];
		for (const letter of text) {
			const options = DIGRAPHS[letter] ?? [letter];
			forms = forms.flatMap((form) =>
				(forms.length > 16 ? options.slice(0, 1) : options).map((option) => form + option),
			);
		}
		for (const form of forms) plain.add(withoutDiacritics(form));
	}
	// A bank without umlauts prints Mueller for one Müller and Muller for another. Not Bauer, Huerta, Michael.
	if (text === base && !/[ao]$/.test(base)) plain.add(base.replace(/(?<=[^aeiouyq])([aou])e(?=[^aeiouy])/g, '$1'));
	return plain;
}

const DIGRAPHS: Readonly<Record<string, readonly string[]>> = {
	ä: ['a', 'ae'],
	ö: ['o', 'oe'],
	ü: ['u', 'ue'],
	ø: ['o', 'oe'],
	å: ['a', 'aa'],
	đ: ['d', 'dj'],
	ə: ['a', 'e'],
	ş: ['s', 'sh'],
	ș: ['s', 'sh'],
	š: ['s', 'sh'],
	č: ['c', 'ch'],
	ç: ['c', 'ch'],
	ž: ['z', 'zh'],
};

function sameSpelling(a: NameWord, b: NameWord, slavic: boolean): boolean {
	if (a.script === 'other' || b.script === 'other') return false;
	if (a.script !== b.script || a.script === 'cyrillic') return shareOne(skeletons(a), skeletons(b));
	if (shareOne(plainForms(a), plainForms(b))) return true;
	if (slavic) return shareOne(strictLatinSkeletons(a.base), strictLatinSkeletons(b.base));
	// Chaykin and Chaikin; -in alone is no sign of a Slavic name (Collin is not Colin).
	return [a, b].every(({ base }) => /.{3,}ina?$/.test(base)) && vowelsEvened(a.base) === vowelsEvened(b.base);
}

function vowelsEvened(base: string): string {
	return base.replace(/(?<=[aeou])y|y(?=[aeou])/g, 'i');
}

function skeletons({ text, base, script }: NameWord): ReadonlySet<string> {
	if (script === 'cyrillic') return cyrillicSkeletons(text);
	const romanised = text.replace(/[čšžşç]/g, (letter) => DIGRAPHS[letter][1]);
	return romanised === text ? latinSkeletons(base) : latinSkeletons(withoutDiacritics(romanised));
}

function sameFather({ patronymic: a }: NameWord, { patronymic: b }: NameWord): boolean {
	return a !== undefined && b !== undefined && a.of === b.of && shareOne(a.father, b.father);
}

/** A word cut short against a full one, or two of them. */
function partialMatch(a: NameWord, b: NameWord): WordMatch | undefined {
	const starts = a.script !== b.script && a.script !== 'other' && b.script !== 'other' ? skeletonStarts : plainStarts;
	const [beginA, beginB] = [starts(a), starts(b)];
	const fits = [...beginA].some((x) => [...beginB].some((y) => x.startsWith(y) || y.startsWith(x)));
	if (!fits) return undefined;
	return a.kind === 'masked' || b.kind === 'masked' ? 'masked' : 'initial';
}

function plainStarts({ base }: NameWord): ReadonlySet<string> {
	return new Set([base.replace(/\*.*$/, '')]);
}

function skeletonStarts(word: NameWord): ReadonlySet<string> {
	return skeletons({ ...word, text: word.text.replace(/\*.*$/, ''), base: word.base.replace(/\*.*$/, '') });
}

/**
 * One slip of the finger in a long word that is no given name on both sides.
 *
 * Two neighbours swapped make no other name; one letter more, less or other does (Petersen and Peterson).
 */
function mistyped({ base: a }: NameWord, { base: b }: NameWord): 'swapped' | 'typo' | undefined {
	if (Math.min(a.length, b.length) < MIN_TYPO_LENGTH || Math.abs(a.length - b.length) > 1) return undefined;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start += 1;
	if (a.length === b.length) {
		const isSwap = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
		if (isSwap) return 'swapped';
		return a.slice(start + 1) === b.slice(start + 1) ? 'typo' : undefined;
	}
	const [long, short] = a.length > b.length ? [a, b] : [b, a];
	return long.slice(start + 1) === short.slice(start) ? 'typo' : undefined;
}

function shareOne<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
	for (const value of a) if (b.has(value)) return true;
	return false;
}
