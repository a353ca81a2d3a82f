import type { Random } from './random.mts';

/** What a word of a name is. A `middle` given name, a `father` and a `second` family may be what banks leave out. */
export type Role = 'given' | 'middle' | 'father' | 'particle' | 'initial' | 'family' | 'second';

export interface Word {
	readonly role: Role;
	readonly latin: string;
	/** In the letters of the people; absent where the word is known in Latin letters only. */
	readonly native?: string;
}

/** A made-up person: the words of the name as they are written at home. */
export interface Person {
	readonly words: readonly Word[];
	readonly people: People;
}

/** Those who make and write names in one way; a culture is one or more of them. */
export interface People {
	readonly given: readonly Word[];
	readonly family: readonly Word[];
	/** Second given names that are no first ones. */
	readonly middle?: readonly Word[];
	readonly make: (random: Random) => readonly Word[];
	/** Roles that the banks of these people leave out when two full words stay. */
	readonly leftOut: readonly Role[];
	/** `latin`: only Latin letters are known; `native`: only the others. */
	readonly letters: 'latin' | 'native' | 'both';
	/** How the native name is written: with blanks, in one, or one of the two. */
	readonly blanks?: 'none';
	/** Given names of one syllable each, that are written apart, together or with a hyphen. */
	readonly syllables?: boolean;
	/** The family may be printed at the other end. */
	readonly turns: 'latin' | 'always' | 'never';
	/** Titles that stand in front, each for either script. */
	readonly titles?: readonly string[];
	/** Makes one of two spellings that banks use for one name: such a pair is no pair of two people. */
	readonly evened?: (text: string) => string;
}

/** `Иван/Ivan Пётр/Petr`, or `Hans Peter` where there are only Latin letters. */
export function wordsFrom(list: string, role: Role, letters: 'latin' | 'native' | 'both' = 'both'): Word[] {
	return [...new Set(list.trim().split(/\s+/))].map((entry) => {
		const [native, latin] = entry.split('/');
		if (latin !== undefined) return { role, native, latin: latin.replace(/_/g, ' ') };
		return letters === 'native' ? { role, native, latin: '' } : { role, latin: native };
	});
}

export function withRole(word: Word, role: Role): Word {
	return { ...word, role };
}
