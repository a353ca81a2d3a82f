import { isSameOrder, isWholePerson, looksVietnamese } from './nameOrder';
import { WORD_MATCHES, wordMatch, type NamePairContext, type WordMatch } from './nameSpelling';
import { joinedWord, readName, type NameWord, type ReadName } from './nameWords';
import { looksSlavic } from './transliteration';

/** From this score on two names count as one person. */
export const DEFAULT_MIN_NAME_SCORE = 0.85;

/** A score between 0 and 1, and what it rests on, in sentences for the merchant. */
export interface NameScore {
	readonly score: number;
	readonly reasons: readonly string[];
}

/**
 * What each finding leaves of the score; the lowest counts. Above {@link DEFAULT_MIN_NAME_SCORE}: one person, differently
 * printed. Between 0.6 and it: nothing speaks against one person, but a relative may be meant. Up to 0.5: different people.
 *
 * Initials alone never reach the default, not even with a full surname: `I. Petrov` is Ivan and his brother Igor.
 */
const SCORES = {
	spelling: 0.97,
	soleProprietor: 0.95,
	particle: 0.95,
	middleInitial: 0.93,
	middleLeftOut: 0.9,
	swapped: 0.88,
	typo: 0.8,
	company: 0.8,
	generation: 0.8,
	order: 0.8,
	joint: 0.75,
	initials: 0.75,
	leftOut: 0.7,
	masked: 0.65,
	oneWord: 0.6,
	different: 0.5,
} as const;

/** How sure it is that two names are of one person: 0 to 1, two decimals, the same in both directions. */
export function nameScore(a: string, b: string): number {
	return explainNameScore(a, b).score;
}

/** {@link nameScore} with its reasons. Empty and unreadable names score 0. */
export function explainNameScore(a: string, b: string): NameScore {
	const nameA = readName(a);
	const nameB = readName(b);
	if (nameA.words.length === 0 || nameB.words.length === 0) {
		return { score: 0, reasons: ['One of the names is empty or cannot be read.'] };
	}
	const joined = { a: joinedLike(nameA.words, nameB.words), b: joinedLike(nameB.words, nameA.words) };
	// One fixed side is the longer one, so that both directions give the same.
	const [full, other] = isFuller(joined.a, joined.b) ? [joined.a, joined.b] : [joined.b, joined.a];
	const pairs = pairsOf(full, other);
	if (isContradicted(full, other, pairs)) return differentPeople(full, other, pairs);

	const findings = [
		...wholeNameFindings(nameA, nameB),
		...wordFindings(full, other, pairs, isSameCompany(nameA, nameB)),
	];
	const score = Math.min(1, ...findings.map((finding) => SCORES[finding]));
	return { score, reasons: reasonsOf(findings) };
}

type Finding = Exclude<keyof typeof SCORES, 'different'>;

const REASONS: Readonly<Record<Finding, string>> = {
	spelling: 'The names are the same, spelled in another way.',
	soleProprietor: 'One of them is printed as a sole proprietor.',
	particle: 'A small word of the name is left out on one side.',
	middleInitial: 'A middle name is only an initial on one side.',
	middleLeftOut: 'A middle name, patronymic or second surname is left out on one side.',
	swapped: 'Two neighbouring letters are swapped in one word.',
	typo: 'One letter differs: it may be a slip, or another family.',
	company: 'One of them is a company, or they are companies of different forms: a company is not the person.',
	generation: 'Only one says Jr, II or the like: it may be father and son.',
	order: 'The same given names stand in another order: it may be another person.',
	joint: 'One of them is an account of two holders.',
	initials: 'The given name or the surname is only an initial: it may be a relative.',
	leftOut: 'A part is left out that may tell relatives apart.',
	masked: 'A part of the name is hidden.',
	oneWord: 'Only one word can be compared, which is too little.',
};

/** Where something keeps the names apart, only that is told: harmless differences would contradict it. */
function reasonsOf(findings: readonly Finding[]): string[] {
	const grave = findings.filter((finding) => SCORES[finding] < DEFAULT_MIN_NAME_SCORE);
	const told = new Set(grave.length > 0 ? grave : findings);
	return told.size === 0 ? ['The names are the same.'] : [...told].map((finding) => REASONS[finding]);
}

interface Pair {
	readonly full: number;
	readonly other: number;
	readonly match: WordMatch;
}

const SURE: readonly WordMatch[] = ['same', 'spelling', 'swapped', 'typo'];

/** Pairs off the words, the surest first; each word has one partner at most. */
function pairsOf(full: readonly NameWord[], other: readonly NameWord[]): Pair[] {
	const context = contextOf(full, other);
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

function contextOf(a: readonly NameWord[], b: readonly NameWord[]): NamePairContext {
	const names = [a, b];
	return {
		slavic: names.every((words) => words.some(({ base }) => looksSlavic(base))),
		toned: names.every((words) => looksVietnamese(words) && words.some(({ text, base }) => text !== base)),
	};
}

/** Both have a word the other lacks, or nothing in common that is more than a small word. */
function isContradicted(full: readonly NameWord[], other: readonly NameWord[], pairs: readonly Pair[]): boolean {
	const lackingFull = full.length - pairs.length;
	const lackingOther = other.length - pairs.length;
	return (lackingFull > 0 && lackingOther > 0) || !pairs.some((pair) => !full[pair.full].particle || full.length === 1);
}

function differentPeople(full: readonly NameWord[], other: readonly NameWord[], pairs: readonly Pair[]): NameScore {
	const sure = pairs.filter(({ match }) => SURE.includes(match)).length;
	const share = (2 * sure) / (full.length + other.length);
	const patronymics = [full, other].map((words, side) =>
		words.some(
			(word, index) => word.patronymic && !pairs.some((pair) => (side === 0 ? pair.full : pair.other) === index),
		),
	);
	const reason =
		patronymics.every(Boolean) && sure >= 2
			? 'The patronymics differ: it may be a relative.'
			: sure > 0
				? 'Only a part of the words is the same: it may be a relative or another person.'
				: 'The names are different.';
	return { score: Math.round(share * SCORES.different * 100) / 100, reasons: [reason] };
}

function wholeNameFindings(a: ReadName, b: ReadName): Finding[] {
	const findings: Finding[] = [];
	if (a.company !== b.company) findings.push('company');
	if (a.soleProprietor !== b.soleProprietor) findings.push('soleProprietor');
	if (a.joint || b.joint) findings.push('joint');
	// A single Sr is Señor as often as senior.
	const [generationA, generationB] = [a.generation, b.generation];
	const onlySenior = (generationA ?? generationB) === 'sr' && (generationA === undefined || generationB === undefined);
	if (generationA !== generationB && !onlySenior) findings.push('generation');
	return findings;
}

function wordFindings(
	full: readonly NameWord[],
	other: readonly NameWord[],
	pairs: readonly Pair[],
	company: boolean,
): Finding[] {
	const findings: Finding[] = [];
	const sure = pairs.filter(({ match }) => SURE.includes(match));
	for (const { match } of pairs) {
		if (match === 'spelling' || match === 'swapped' || match === 'typo' || match === 'masked') findings.push(match);
	}
	if (company) return full.length === other.length ? findings : [...findings, 'company'];

	const kept = sure.filter(({ full: place }) => !full[place].particle || full.length === other.length);
	const isWholeHan =
		full.length === 1 && [...full[0].base].length > 1 && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(full[0].base);
	if (isWholeHan) return findings;
	if (kept.length < 2)
		findings.push(pairs.some(({ match }) => match === 'initial') && kept.length > 0 ? 'initials' : 'oneWord');

	const initials = pairs.filter(({ match }) => match === 'initial');
	const places = new Set(sure.map(({ full: place }) => place));
	const droppable = (place: number) =>
		!looksVietnamese(full) && full[place].particle && place > 0 && place < full.length - 1 && !places.has(place);
	const person = full.map((word, place) => ({ word, place })).filter(({ place }) => !droppable(place));
	if (person.length < full.length) findings.push('particle');
	const matched = new Set(
		person.map(({ place }, index) => (places.has(place) ? index : -1)).filter((index) => index >= 0),
	);
	if (matched.size < person.length) {
		const isWhole = isWholePerson(
			person.map(({ word }) => word),
			matched,
		);
		const onlyInitials = person.every(
			({ word, place }) => places.has(place) || word.kind === 'initial' || initials.some((pair) => pair.full === place),
		);
		if (isWhole) findings.push(onlyInitials ? 'middleInitial' : 'middleLeftOut');
		else findings.push(initials.length > 0 ? 'initials' : 'leftOut');
	}
	const inOrder = [...sure].sort((x, y) => x.other - y.other).map(({ full: place }) => place);
	if (
		!isSameOrder(
			inOrder.map((place) => full[place]),
			inOrder,
		)
	)
		findings.push('order');
	return findings;
}

function isSameCompany(a: ReadName, b: ReadName): boolean {
	return a.company !== undefined && a.company === b.company;
}

/** Writes words together that the other name writes together: `Mac Donald`, `O Brien`, `de la Cruz`. */
function joinedLike(words: readonly NameWord[], other: readonly NameWord[]): readonly NameWord[] {
	for (const length of [3, 2]) {
		for (let start = 0; start + length <= words.length; start += 1) {
			const run = words.slice(start, start + length);
			const together = joinedWord(run);
			const apart = run.some((word) => other.some(({ base }) => base === word.base));
			if (
				apart ||
				!isJoinable(run) ||
				!other.some((word) =>
					['same', 'spelling'].includes(wordMatch(together, word, { slavic: false, toned: false }) ?? ''),
				)
			)
				continue;
			return joinedLike([...words.slice(0, start), together, ...words.slice(start + length)], other);
		}
	}
	return words;
}

/** Not "Ann A": her name is not Anna. */
function isJoinable(run: readonly NameWord[]): boolean {
	return run.every(
		({ base, kind }, index) => (kind === 'full' && base.length > 1) || (index === 0 && /^[odl]$/.test(base)),
	);
}

/** An order of all names that depends on neither side: more full words, then more words, then the text. */
function isFuller(a: readonly NameWord[], b: readonly NameWord[]): boolean {
	const [fullA, fullB] = [a, b].map((words) => words.filter(({ kind }) => kind === 'full').length);
	if (fullA !== fullB) return fullA > fullB;
	if (a.length !== b.length) return a.length > b.length;
	return a.map(({ text }) => text).join(' ') <= b.map(({ text }) => text).join(' ');
}
