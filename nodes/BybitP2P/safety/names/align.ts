import { contextOf, isSameParticle, WORD_MATCHES, wordMatch, type NamePairContext, type WordMatch } from './compare';
import type { Alphabet } from './cyrillic';
import { familyAndGiven } from './romanise';
import { joinedWord, NameWord } from './word';

export interface Pair {
	readonly full: number;
	readonly other: number;
	readonly match: WordMatch;
}

/** Two names, word by word. `full` is the longer one, whichever side it came from. */
export interface Alignment {
	readonly full: readonly NameWord[];
	readonly other: readonly NameWord[];
	readonly pairs: readonly Pair[];
	/** On which side a small word was taken away that stands there only and that banks leave out. */
	readonly particleLeftOut?: 'full' | 'other' | 'both';
}

const SURE: readonly WordMatch[] = ['same', 'spelling', 'swapped', 'typo'];

/** The pairs in which both words are there in full. */
export function surePairs({ pairs }: Alignment): readonly Pair[] {
	return pairs.filter(({ match }) => SURE.includes(match));
}

export function aligned(a: readonly NameWord[], b: readonly NameWord[], alphabet: Alphabet): Alignment {
	const [partsA, partsB] = [inPartsLike(a, b), inPartsLike(b, a)];
	const context = contextOf(partsA, partsB, alphabet);
	const joined = { a: joinedLike(partsA, partsB, context), b: joinedLike(partsB, partsA, context) };
	const [wordsA, wordsB] = [withoutParticles(joined.a, joined.b), withoutParticles(joined.b, joined.a)];
	// One fixed side is the longer one, so that both directions give the same.
	const isFirstFuller = isFuller(wordsA, wordsB);
	const [full, other] = isFirstFuller ? [wordsA, wordsB] : [wordsB, wordsA];
	const lengths = [joined.a.length, joined.b.length];
	const [fullLength, otherLength] = isFirstFuller ? lengths : lengths.reverse();
	return {
		full,
		other,
		pairs: pairsOf(full, other, context),
		particleLeftOut: sideLeftOut(full.length < fullLength, other.length < otherLength),
	};
}

function sideLeftOut(isFull: boolean, isOther: boolean): Alignment['particleLeftOut'] {
	if (isFull) return isOther ? 'both' : 'full';
	return isOther ? 'other' : undefined;
}

/** Pairs off the words, the surest first; each word has one partner at most. */
function pairsOf(full: readonly NameWord[], other: readonly NameWord[], context: NamePairContext): Pair[] {
	const possible: Pair[] = [];
	full.forEach((wordA, indexA) => {
		other.forEach((wordB, indexB) => {
			const match = wordMatch(wordA, wordB, context);
			if (match !== undefined) possible.push({ full: indexA, other: indexB, match });
		});
	});
	possible.sort((x, y) => WORD_MATCHES.indexOf(x.match) - WORD_MATCHES.indexOf(y.match));
	const pairs: Pair[] = [];
	for (const pair of possible) {
		if (!pairs.some((taken) => taken.full === pair.full || taken.other === pair.other)) pairs.push(pair);
	}
	return pairs;
}

const BLANKLESS =
	/^[\p{Script=Katakana}\p{Script=Hiragana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u;

/** A name in letters that are written without blanks, in the parts in which the other name is printed. */
function inPartsLike(words: readonly NameWord[], other: readonly NameWord[]): readonly NameWord[] {
	const [whole, ...more] = words;
	if (whole !== undefined && more.length === 0 && other.some(({ script }) => script === 'latin')) {
		const { script, base } = whole;
		if ((script === 'han' || script === 'hangul') && [...base].length > 1) {
			return familyAndGiven(base).map((text, compound) => new NameWord({ text, compound }));
		}
	}
	if (words.length >= other.length) return words;
	const [mine, theirs] = [words, other].map((parts) => parts.map(({ base }) => base).join(''));
	return mine === theirs && BLANKLESS.test(mine) ? other : words;
}

/**
 * Writes words together that the other name writes together: `Mac Donald`, `O Brien`, `de la Cruz`, `Da Wei`.
 *
 * In an East Asian name the family stays apart: Do An Binh is no Doan Binh.
 */
function joinedLike(
	words: readonly NameWord[],
	other: readonly NameWord[],
	context: NamePairContext,
): readonly NameWord[] {
	for (const length of [3, 2]) {
		for (let start = 0; start + length <= words.length; start += 1) {
			const run = words.slice(start, start + length);
			const rest = [...words.slice(0, start), ...words.slice(start + length)];
			const isApart = run.some((word) => other.some(({ base }) => base === word.base));
			if (isApart || !isJoinable(run, rest) || !isLongEnough(run, other)) continue;
			const together = joinedWord(run);
			const isOneOf = (word: NameWord, words: readonly NameWord[]) =>
				words.some((one) => ['same', 'spelling'].includes(wordMatch(word, one, context) ?? ''));
			const isEast = [words[0], words[words.length - 1]].some((word) => word.is('eastSurname'));
			if (!isOneOf(together, other)) continue;
			if (isEast && !keepsFamily(together, run, rest, (word) => isOneOf(word, other))) continue;
			return joinedLike([...words.slice(0, start), together, ...words.slice(start + length)], other, context);
		}
	}
	return words;
}

/** Spares most of the work: no word of the other name can be as long as these together. */
function isLongEnough(run: readonly NameWord[], other: readonly NameWord[]): boolean {
	const length = run.reduce((sum, { base }) => sum + base.length, 0);
	return other.some(({ base, script }) => script !== run[0].script || Math.abs(base.length - length) < 4);
}

/** Not "Ann A": her name is not Anna. Nor Sung Hee of Sung Hee-Sung. */
function isJoinable(run: readonly NameWord[], rest: readonly NameWord[]): boolean {
	if (run.some((word) => rest.some(({ compound }) => compound === word.compound))) return false;
	return run.every(
		({ base, kind }, index) => (kind === 'full' && base.length > 1) || (index === 0 && /^[odl]$/.test(base)),
	);
}

/** Ou Yang is Ouyang. */
const LONG_FAMILY = /^(?:ouyang|zhuge|sima|shangguan|situ|szeto|huangfu|namgung|seonwoo|hwangbo|jegal|dokgo)$/;

function keepsFamily(
	together: NameWord,
	run: readonly NameWord[],
	rest: readonly NameWord[],
	isShared: (word: NameWord) => boolean,
): boolean {
	const isFamily = (word: NameWord) => word.is('eastSurname');
	if (isFamily(together)) return LONG_FAMILY.test(together.base);
	return !run.some(isFamily) || rest.some((word) => isFamily(word) && isShared(word));
}

/** Takes out the small words that the other name lacks, where banks leave them out: before a family, or inside a double name. */
function withoutParticles(words: readonly NameWord[], other: readonly NameWord[]): readonly NameWord[] {
	return words.filter(({ particle, base }, place) => {
		if (!particle || /^[ae]l$/.test(base) || other.some((word) => isSameParticle(word.base, base))) return true;
		// Van Morrison and Della Smith have it as a given name.
		if (place === 0 && !/^(?:von|zu|zum|d[aeo]s?|du)$/.test(base)) return true;
		const isGiven = (word?: NameWord) => word !== undefined && word.is('given') && !word.is('surname');
		const next = words.slice(place).find((word) => !word.particle);
		const isInside = isGiven(words[place - 1]) && !/^[ye]$/.test(base);
		return isGiven(next) && !next?.is('alsoFamily') && !isInside;
	});
}

/** An order of all names that depends on neither side: more full words, then more words, then the text. */
function isFuller(a: readonly NameWord[], b: readonly NameWord[]): boolean {
	const [fullA, fullB] = [a, b].map((words) => words.filter(({ kind }) => kind === 'full').length);
	if (fullA !== fullB) return fullA > fullB;
	if (a.length !== b.length) return a.length > b.length;
	return a.map(({ base }) => base).join(' ') <= b.map(({ base }) => base).join(' ');
}
