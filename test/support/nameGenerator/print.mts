import type { Person, Word } from './person.mts';
import type { Random } from './random.mts';

export type Letters = 'latin' | 'native';

/** A name as somebody prints it. */
export interface Print {
	readonly text: string;
	readonly letters: Letters;
}

/** The letters in which this person's name can be printed. */
export function lettersOf({ words, people }: Person): readonly Letters[] {
	if (people.letters !== 'both') return [people.letters];
	return words.every(({ native }) => native !== undefined) ? ['latin', 'native'] : ['latin'];
}

/** As at home: no title, no capitals, the family where it stands. */
export function plainPrint(person: Person, letters: Letters): Print {
	return {
		text: wordsIn(person.words, letters).join(person.people.blanks && letters === 'native' ? '' : ' '),
		letters,
	};
}

/** In one of the ways of banks: capitals, family first or last, without marks, syllables together, a title in front. */
export function bankPrint(person: Person, letters: Letters, random: Random): Print {
	const { people } = person;
	const turns = people.turns === 'always' || (people.turns === 'latin' && letters === 'latin');
	const words = turns && random.chance(0.4) ? turned(person.words) : person.words;
	let text =
		letters === 'native' && people.blanks && random.chance(0.8)
			? wordsIn(words, letters).join('')
			: joined(words, letters, people.syllables === true, random);
	if (letters === 'latin' && random.chance(0.4)) text = withoutMarks(text);
	if (random.chance(0.4)) text = text.toUpperCase();
	const titles = people.titles?.filter((title) => /[A-Z]/.test(title) === (letters === 'latin')) ?? [];
	if (titles.length > 0 && random.chance(0.1)) text = `${random.pick(titles)} ${text}`;
	return { text, letters };
}

export function wordsIn(words: readonly Word[], letters: Letters): string[] {
	return words.map(({ latin, native }) => (letters === 'latin' ? latin : (native ?? latin)));
}

function joined(words: readonly Word[], letters: Letters, syllables: boolean, random: Random): string {
	const glue = syllables && letters === 'latin' ? random.pick([' ', '', '-']) : ' ';
	return wordsIn(words, letters).reduce((text, word, index) => {
		const isSyllable = words[index].role === 'given' && words[index - 1].role === 'given';
		return text + (isSyllable ? glue : ' ') + (isSyllable && glue === '' ? word.toLowerCase() : word);
	});
}

/** The family at the other end. */
export function turned(words: readonly Word[]): readonly Word[] {
	const isOfFamily = ({ role }: Word) => role === 'family' || role === 'second';
	// A small word goes with the word after it.
	const isFamily = (word: Word, place: number) =>
		isOfFamily(word) || (word.role === 'particle' && isOfFamily(words[place + 1] ?? word));
	const [families, others] = [words.filter(isFamily), words.filter((word, place) => !isFamily(word, place))];
	return isFamily(words[0], 0) ? [...others, ...families] : [...families, ...others];
}

/** As banks print that have only the plain alphabet. */
export function withoutMarks(text: string): string {
	return text
		.replace(/[øœæłđðþəıßĐŁØƏ]/g, (letter) => PLAIN[letter] ?? letter)
		.normalize('NFD')
		.replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
		.normalize('NFC');
}

const PLAIN: Readonly<Record<string, string>> = {
	...{ ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ə: 'a', ı: 'i', ß: 'ss' },
	...{ Đ: 'D', Ł: 'L', Ø: 'O', Ə: 'A' },
};
