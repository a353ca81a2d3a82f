import { cyrillicSkeletons, isSameCyrillic, latinSkeletons, looksSlavic, type Alphabet } from './cyrillic';
import { marksAgree } from './fold';
import { familyKeys, koreanFamilyKeys } from './lexicon';
import { isKorean, isMandarin, koreanSpelling, withLargeKana } from './romanise';
import type { NameWord } from './word';

/** How two words of a name relate, the surest first. `initial` and `masked` say only that nothing speaks against it. */
export const WORD_MATCHES = ['same', 'spelling', 'swapped', 'typo', 'masked', 'initial'] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

const PARTICLES = [/^[ae]l$/, /^(?:bin|ibn|بن|ابن)$/];

export function isSameParticle(a: string, b: string): boolean {
	return a === b || PARTICLES.some((forms) => forms.test(a) && forms.test(b));
}

const MIN_TYPO_LENGTH = 7;
// Spares most of the work: no two spellings of one word are further apart.
const MAX_LENGTH_DIFFERENCE = 3;

/** What both whole names say about the way their words are spelled. */
export interface NamePairContext {
	/** Both look Slavic, so Latin letters may stand for Cyrillic ones in both: of one country, or of Russia and Ukraine. */
	readonly slavic?: 'oneCountry' | 'twoCountries';
	/** Both have a Korean family and given name, and are no Chinese. */
	readonly korean: boolean;
	/** Both have two names of the Arab world. */
	readonly arabic: boolean;
	/** One has a family of the West. */
	readonly western: boolean;
	/** Both are printed with marks: then Dung is not Dũng (Vietnamese), nor Yildız Yıldız (Turkish). */
	readonly marks: 'all' | 'dot' | 'none';
	readonly alphabet: Alphabet;
}

export function contextOf(a: readonly NameWord[], b: readonly NameWord[], alphabet: Alphabet): NamePairContext {
	const names = [a, b];
	const marked = names.every((words) => words.some(({ script, marked }) => script === 'latin' && marked));
	const vietnamese = names.some((words) =>
		words.some((word) => word.is('vietnamese') || VIETNAMESE_LETTER.test(word.text)),
	);
	return {
		slavic: names.every(isSlavic) ? (areOfTwoCountries(a, b) ? 'twoCountries' : 'oneCountry') : undefined,
		korean: names.every(isKoreanName),
		arabic: names.every(
			(words) => words.filter((word) => word.is('muslim') || /^[ae]l(?:$|.{4})/.test(word.base)).length > 1,
		),
		western: names.some((words) => words.some((word) => word.is('surname'))),
		marks: !marked ? 'none' : vietnamese ? 'all' : 'dot',
		alphabet,
	};
}

function isSlavic(words: readonly NameWord[]): boolean {
	if (words.some((word) => word.is('eastSurname'))) return false;
	// Chaykin, but not Collin.
	const mayBeFamily = (word: NameWord) => /...ina?$/.test(word.base) && !word.is('given');
	return (
		words.some(({ base }) => looksSlavic(base)) || (words.some((word) => word.is('slavic')) && words.some(mayBeFamily))
	);
}

/** The given name is printed as in Russia here and as in Ukraine there: Sergey and Serhii. */
function areOfTwoCountries(a: readonly NameWord[], b: readonly NameWord[]): boolean {
	const isOther = (one: NameWord, two: NameWord) =>
		one.base !== two.base && shareOne(one.givenNames(), two.givenNames());
	return a.some((one) => one.is('slavic') && b.some((two) => two.is('slavic') && isOther(one, two)));
}

const VIETNAMESE_LETTER = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỵỷỹ]/;

function isKoreanName(words: readonly NameWord[]): boolean {
	const family = [words[0], words[words.length - 1]].find((word) => koreanFamilyKeys(word.base).size > 0);
	const given = words.filter((word) => word !== family);
	if (family === undefined || !given.every(({ base }) => isKorean(base))) return false;
	return !family.is('chineseSurname') || !given.every(({ base }) => isMandarin(base));
}

/**
 * Compares two words.
 *
 * @returns undefined for words of different names.
 */
export function wordMatch(a: NameWord, b: NameWord, context: NamePairContext): WordMatch | undefined {
	if (a.kind !== 'full' || b.kind !== 'full') return partialMatch(a, b);
	if (a.base === b.base) {
		if (a.text !== b.text && !marksAgree(a.text, b.text, context.marks)) return undefined;
		return a.mixed || b.mixed ? 'spelling' : 'same';
	}
	if (a.script === b.script && Math.abs(a.base.length - b.base.length) > MAX_LENGTH_DIFFERENCE) return undefined;
	if (a.particle && b.particle && isSameParticle(a.base, b.base)) return 'spelling';
	const [givenA, givenB] = [a.givenNames(), b.givenNames()];
	if (givenA.size > 0 && givenB.size > 0) {
		const isUmlaut = a.marked !== b.marked;
		if (isUmlaut && shareOne(a.plain(), b.plain())) return 'spelling';
		// A spelling that no list has is one of a listed name only by the rules.
		const isListed = a.is('given') && b.is('given') && !isForeign(a, b, context);
		return shareOne(givenA, givenB) && (isListed || sameSpelling(a, b, context)) ? 'spelling' : undefined;
	}
	if (sameFather(a, b) || sameFamily(a, b, context) || sameSpelling(a, b, context)) return 'spelling';
	return a.marked && b.marked ? undefined : mistyped(a, b);
}

/** Maria and Mariya are one in a Slavic name only, Sara and Sarah in an Arab one. */
function isForeign(a: NameWord, b: NameWord, { slavic, arabic, western }: NamePairContext): boolean {
	if (a.script !== 'latin' || b.script !== 'latin' || slavic !== undefined) return false;
	const words = [a, b];
	const isWestern = words.some((word) => word.is('western'));
	if (words.every((word) => word.is('slavic'))) return isWestern || western;
	return isWestern && !arabic;
}

function sameFather({ patronymic: a }: NameWord, { patronymic: b }: NameWord): boolean {
	return a !== undefined && b !== undefined && a.of === b.of && shareOne(a.father(), b.father());
}

function sameFamily(a: NameWord, b: NameWord, { korean, arabic }: NamePairContext): boolean {
	if (shareOne(familyKeys(a.base), familyKeys(b.base))) return true;
	if (a.script === 'hangul' || b.script === 'hangul' || korean) {
		if (shareOne(koreanFamilyKeys(a.base), koreanFamilyKeys(b.base))) return true;
	}
	// El-Masry and Al-Masri: the article is spelled in two ways, the family in one.
	if (!arabic) return false;
	const [restA, restB] = [a.base, b.base].map((base) => /^[ae]l(.{4,})$/.exec(base)?.[1]);
	return restA !== undefined && restA === restB;
}

function sameSpelling(a: NameWord, b: NameWord, context: NamePairContext): boolean {
	const scripts = `${a.script} ${b.script}`;
	if (scripts === 'latin latin') return sameLatin(a, b, context);
	if (scripts === 'cyrillic cyrillic') return isSameCyrillic(a.text, b.text);
	if (scripts === 'kana kana') return isSameKana(a.base, b.base);
	if (a.script === b.script) return false;
	const [native, latin] = a.script === 'latin' ? [b, a] : [a, b];
	if (latin.script !== 'latin') return false;
	if (native.script === 'cyrillic') {
		return shareOne(native.cyrillic(context.alphabet), latin.cyrillic(context.alphabet));
	}
	return native.latin().has(native.script === 'hangul' ? koreanSpelling(latin.base) : latin.base);
}

function sameLatin(a: NameWord, b: NameWord, { korean, slavic }: NamePairContext): boolean {
	if (a.marked !== b.marked && shareOne(a.plain(), b.plain())) return true;
	if (korean && koreanSpelling(a.base) === koreanSpelling(b.base)) return true;
	return slavic !== undefined && shareOne(a.cyrillic(slavic), b.cyrillic(slavic));
}

/** Small kana printed large, on one side. */
function isSameKana(a: string, b: string): boolean {
	const [largeA, largeB] = [withLargeKana(a), withLargeKana(b)];
	return largeA === largeB && (a === largeA || b === largeB);
}

/** A word cut short against a full one, or two of them. */
function partialMatch(a: NameWord, b: NameWord): WordMatch | undefined {
	// Nobody shortens Al to A.
	if (a.particle || b.particle) return undefined;
	const alphabets = [a.script, b.script].every((script) => script === 'latin' || script === 'cyrillic');
	const [beginA, beginB] = [a, b].map((word) => startsOf(word, alphabets && a.script !== b.script));
	const fits = [...beginA].some((x) => [...beginB].some((y) => x.startsWith(y) || y.startsWith(x)));
	if (!fits) return undefined;
	return a.kind === 'masked' || b.kind === 'masked' ? 'masked' : 'initial';
}

function startsOf({ text, base, script }: NameWord, asCyrillic: boolean): ReadonlySet<string> {
	const [textStart, baseStart] = [text, base].map((word) => word.replace(/\*.*$/, ''));
	if (!asCyrillic) return new Set([baseStart]);
	return script === 'cyrillic' ? cyrillicSkeletons(textStart) : latinSkeletons(baseStart);
}

/**
 * One slip of the finger in a long word that is no given name on both sides.
 *
 * Two neighbours swapped are a slip where the ending is lost by it (Kuznetosv); elsewhere that may make another name
 * (Grabowski and Garbowski), and so do one letter more, less or other (Petersen and Peterson).
 */
function mistyped(a: NameWord, b: NameWord): 'swapped' | 'typo' | undefined {
	if (a.script !== b.script || (a.script !== 'latin' && a.script !== 'cyrillic')) return undefined;
	const [short, long] = [a.base, b.base].sort((x, y) => x.length - y.length);
	if (short.length < MIN_TYPO_LENGTH || long.length - short.length > 1) return undefined;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start += 1;
	if (short.length < long.length) return long.slice(start + 1) === short.slice(start) ? 'typo' : undefined;
	const isSwap = short[start] === long[start + 1] && short[start + 1] === long[start];
	if (!isSwap || short.slice(start + 2) !== long.slice(start + 2)) {
		return short.slice(start + 1) === long.slice(start + 1) ? 'typo' : undefined;
	}
	return looksSlavic(a.base) !== looksSlavic(b.base) ? 'swapped' : 'typo';
}

function shareOne<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
	for (const value of a) if (b.has(value)) return true;
	return false;
}
