/**
 * Made-up pairs of two people in twelve cultures: strangers, and people whose names are one step apart.
 *
 * A pair is left out where the prints cannot tell the two apart (equal letters), or where the step is one that banks make
 * with one person's name (see `People.leftOut` and `People.evened`).
 */
import { CULTURES } from './cultures.mts';
import { NEAR } from './nearPeople.mts';
import type { People, Person, Word } from './person.mts';
import { bankPrint, lettersOf, plainPrint, turned, withoutMarks, wordsIn, type Letters } from './print.mts';
import { seededRandom, type Random } from './random.mts';

export { CULTURES } from './cultures.mts';

export interface DifferentPair {
	readonly a: string;
	readonly b: string;
	/** `stranger`, or the step from one name to the other. */
	readonly kind: string;
}

/** @yields so many pairs of two people of one culture, the same for the same seed. */
export function* differentPeople(culture: string, pairs: number, seed: number): Generator<DifferentPair> {
	const random = seededRandom(seed);
	const kinds = Object.keys(NEAR);
	for (let made = 0; made < pairs; ) {
		const people = random.pick(CULTURES[culture]);
		const pair = random.chance(0.3) ? strangers(people, random) : nearPair(people, random.pick(kinds), random);
		if (pair === undefined) continue;
		made += 1;
		yield pair;
	}
}

function someone(people: People, random: Random): Person {
	const words = people.make(random);
	const isRepeated = words.some(({ latin, native }, place) =>
		words.slice(place + 1).some((word) => word.latin === latin && word.native === native),
	);
	return isRepeated && !people.syllables ? someone(people, random) : { people, words };
}

function strangers(people: People, random: Random): DifferentPair | undefined {
	return printed(someone(people, random), someone(people, random), 'stranger', random);
}

function nearPair(people: People, kind: string, random: Random): DifferentPair | undefined {
	const person = someone(people, random);
	const near = NEAR[kind](person, random);
	if (near === undefined) return undefined;
	if (kind === 'mark changed') return asAtHome(person, near.person, near.letters ?? 'latin', kind);
	return printed(person, near.person, kind, random, near.letters);
}

/** Marks are compared where both are printed with them. */
function asAtHome(a: Person, b: Person, letters: Letters, kind: string): DifferentPair | undefined {
	const [one, two] = [plainPrint(a, letters).text, plainPrint(b, letters).text];
	if (one === two || isOne(a, b, letters)) return undefined;
	return { a: one, b: two, kind };
}

function printed(a: Person, b: Person, kind: string, random: Random, only?: Letters): DifferentPair | undefined {
	const [lettersA, lettersB] = [a, b].map((person) => only ?? random.pick(lettersOf(person)));
	// What is one in either alphabet cannot be told apart by a print in two.
	const shared = lettersA === lettersB ? [lettersA] : (['latin', 'native'] as const);
	if (shared.some((letters) => isOne(a, b, letters)) || isCutShort(a, b) || isCutShort(b, a)) return undefined;
	const [printA, printB] = [bankPrint(a, lettersA, random).text, bankPrint(b, lettersB, random).text];
	const isOneOf = (print: string, prints: readonly string[]) =>
		prints.some((other) => lettersOnly(other) === lettersOnly(print));
	const isSame = isOneOf(printB, [printA, ...orders(a, lettersB)]) || isOneOf(printA, orders(b, lettersA));
	return isSame ? undefined : { a: printA, b: printB, kind };
}

/** The print of `b` may be that of `a` with the family at the other end: Hao Da Hao. */
function orders({ words }: Person, letters: Letters): string[] {
	return [words, turned(words)].map((ordered) => wordsIn(ordered, letters).join(''));
}

function isOne(a: Person, b: Person, letters: Letters): boolean {
	const even = a.people.evened ?? ((text: string) => text);
	const [one, two] = [a, b].map(({ words }) =>
		wordsIn(words, letters)
			.map((word) => even(lettersOnly(word, letters === 'native')))
			.join(''),
	);
	return one === two;
}

/** One is the other without what banks leave out. */
function isCutShort(short: Person, long: Person): boolean {
	if (short.words.length >= long.words.length) return false;
	const isThere = (words: readonly Word[], { latin, native }: Word) =>
		words.some((word) => word.latin === latin && word.native === native);
	return (
		short.words.every((word) => isThere(long.words, word)) &&
		long.words.every((word) => long.people.leftOut.includes(word.role) || isThere(short.words, word))
	);
}

function lettersOnly(text: string, keepMarks = false): string {
	return (keepMarks ? text : withoutMarks(text)).toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
}
