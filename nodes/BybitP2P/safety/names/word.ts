import { cyrillicSkeletons, latinSkeletons, strictLatinSkeletons, type Alphabet } from './cyrillic';
import { scriptOf, unmixed, withoutMarks, type Script } from './fold';
import { fatherNameKeys, givenNameKeys, hasRole, type Role } from './lexicon';
import { once, wordsOf } from './once';
import { katakana, latinForms, shortHan } from './romanise';
import { fatherWords } from './data/words';

/** One word of a name, with what its form and the lists say. */
export interface NameWord {
	/** Lower case, marks kept. */
	readonly text: string;
	/** Without marks; equal bases are the same letters. */
	readonly base: string;
	readonly script: Script;
	/** Printed with marks. */
	readonly marked: boolean;
	/** `masked`: only the first letters are known (`J***`). */
	readonly kind: 'full' | 'initial' | 'masked';
	/** Words of one hyphenated name have the same number. */
	readonly compound: number;
	/** Latin and Cyrillic letters were mixed in it. */
	readonly mixed: boolean;
	/** `de`, `van`, `bin`, `al`: a small word, where the name is of no East Asian. */
	readonly particle: boolean;
	readonly particleBefore?: string;
	readonly patronymic?: Patronymic;
	readonly givenNames: () => ReadonlySet<string>;
	/** Its spellings in Latin letters, where it is in letters that are read one by one. */
	readonly latin: () => ReadonlySet<string>;
	/** What it is in rough Cyrillic: in the letters of a passport, or with the liberties between two Latin spellings. */
	readonly cyrillic: (how: Alphabet | 'oneCountry' | 'twoCountries') => ReadonlySet<string>;
	/** Its plain Latin forms: Müller is Muller or Mueller, Đorđević is Dordevic or Djordjevic. */
	readonly plain: () => ReadonlySet<string>;
	readonly is: (role: Role) => boolean;
}

/** A name after the father: Сергеевич, Serhiivna, Ерболқызы, Rashid oglu. */
export interface Patronymic {
	readonly of: 'son' | 'daughter';
	readonly father: () => ReadonlySet<string>;
}

export interface Token {
	readonly text: string;
	readonly compound: number;
	/** A father's name and the word for son or daughter, written apart: Rashid oglu. */
	readonly afterFather?: boolean;
}

export function wordOf({ text: raw, compound, afterFather }: Token): NameWord {
	const { text, mixed } = unmixed(raw);
	const script = scriptOf(text);
	const base = baseOf(text, script);
	const isAlphabet = script === 'latin' || script === 'cyrillic' || script === 'other';
	const marked = text.toLowerCase() !== base;
	const kind = base.includes('*') ? 'masked' : isAlphabet && [...base].length === 1 ? 'initial' : 'full';
	const latin = once(() => latinForms(base, script));
	// The lists are in Latin and Cyrillic letters.
	const spellings = once(() => (script === 'devanagari' ? [...latin()] : [base]));
	return {
		text,
		base,
		script,
		marked,
		kind,
		compound,
		mixed,
		particle: false,
		patronymic: kind === 'full' ? patronymicOf(base, script, afterFather ?? false) : undefined,
		givenNames: once(() => (kind === 'full' ? givenNameKeys(base, script) : new Set<string>())),
		latin,
		cyrillic: remembered((how) => {
			if (script === 'cyrillic') return cyrillicSkeletons(text);
			if (how === 'oneCountry' || how === 'twoCountries')
				return strictLatinSkeletons(base, how === 'oneCountry' ? 1 : 2);
			return latinSkeletons(marked ? romanised(text) : base, how);
		}),
		plain: once(() => (marked ? plainForms(text, base) : new Set([base]))),
		is: (role) => kind === 'full' && spellings().some((spelling) => hasRole(spelling, role)),
	};
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const made = new Map<Key, Value>();
	return (key) => {
		const known = made.get(key) ?? make(key);
		made.set(key, known);
		return known;
	};
}

const DIGRAPHS: Readonly<Record<string, readonly string[]>> = {
	...{ ä: ['a', 'ae'], ö: ['o', 'oe'], ü: ['u', 'ue'], ø: ['o', 'oe'], å: ['a', 'aa'], æ: ['ae'], đ: ['d', 'dj'] },
	...{ ə: ['a', 'e'], ş: ['s', 'sh'], š: ['s', 'sh'], č: ['c', 'ch'], ç: ['c', 'ch'], ć: ['c', 'ch'], ž: ['z', 'zh'] },
};

function plainForms(text: string, base: string): ReadonlySet<string> {
	let forms = [''];
	for (const letter of text) {
		// In short words Đ is Vietnamese, and only D.
		const options = letter === 'đ' && base.length < 5 ? ['d'] : (DIGRAPHS[letter] ?? [letter]);
		forms = forms.flatMap((form) => options.slice(0, forms.length > 16 ? 1 : undefined).map((option) => form + option));
	}
	return new Set([base, ...forms.map(withoutMarks)]);
}

function romanised(text: string): string {
	return withoutMarks(text.replace(/[čšžşçćđ]/g, (letter) => DIGRAPHS[letter][1]));
}

function baseOf(text: string, script: Script): string {
	if (script === 'kana') return katakana(text);
	return script === 'han' ? shortHan(text) : withoutMarks(text);
}

/** The word two or more words make when they are written together: `Mac Donald`, `Vanden Berg`, `O Brien`. */
export function joinedWord(words: readonly NameWord[]): NameWord {
	return wordOf({ text: words.map(({ text }) => text).join(''), compound: words[0].compound });
}

export const isFatherWord = (() => {
	const words = once(() => new Set(wordsOf(fatherWords()).map(withoutMarks)));
	return (text: string) => words().has(withoutMarks(text));
})();

// Written together, -oglu is a Turkish family; only after a blank it names the father.
const CYRILLIC_FATHER =
	/(?:[оеь]вич|йович|[оеь]вна|[іи]вна|ївна|[иі]чна|ильич|ілліч|кузьмич|фомич|лукич|ұлы|улы|[қк]ызы)$/;
const LATIN_FATHER =
	/(?:[oe]v[iy]ch|[oe]witsch|[oe]vna|[oe]wna|[iy]vna|[iy]chna|ilyich|ilich|uly|[kq][iy]zy|[kqg]izi)$/;
const DAUGHTER = /(?:на|ызы|na|zy|zi)$/;

function patronymicOf(base: string, script: Script, afterFather: boolean): Patronymic | undefined {
	if ((script !== 'latin' && script !== 'cyrillic') || base.length < 6) return undefined;
	if (!afterFather && !(script === 'cyrillic' ? CYRILLIC_FATHER : LATIN_FATHER).test(base)) return undefined;
	return {
		of: DAUGHTER.test(base) ? 'daughter' : 'son',
		father: once(() => {
			const stems = new Set<string>();
			for (const skeleton of script === 'cyrillic' ? cyrillicSkeletons(base) : latinSkeletons(base)) {
				const stem = skeleton.replace(/(?:[ое]в[иы]ч|[иы]вна|[ое]вна|[иы]чна|[иы]ч)$/, '');
				stems.add(stem).add(stem.replace(/и$/, ''));
			}
			return fatherNameKeys(stems);
		}),
	};
}
