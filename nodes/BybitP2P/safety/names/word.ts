import { cyrillicSkeletons, latinSkeletons, strictLatinSkeletons, type Alphabet } from './cyrillic';
import { scriptOf, unmixed, withoutMarks, type Script } from './fold';
import { fatherNameKeys, givenNameKeys, hasRole, rolesOf, type Role } from './lexicon';
import { once, wordsOf } from './once';
import { katakana, latinForms, shortHan } from './romanise';
import { fatherWords } from './data/words';

/** A part of a name as it was cut out. */
export interface Token {
	readonly text: string;
	/** Parts of one hyphenated name have the same number. */
	readonly compound: number;
	/** A father's name and the word for son or daughter, written apart: Rashid oglu. */
	readonly afterFather?: boolean;
}

/** A name after the father: Сергеевич, Serhiivna, Ерболқызы, Rashid oglu. */
export interface Patronymic {
	readonly of: 'son' | 'daughter';
	readonly father: () => ReadonlySet<string>;
}

/** One word of a name, with what its form and the lists say; what takes time is asked once and when needed. */
export class NameWord {
	/** Lower case, marks kept. */
	readonly text: string;
	/** Without marks; equal bases are the same letters. */
	readonly base: string;
	readonly script: Script;
	/** Printed with marks. */
	readonly marked: boolean;
	/** `masked`: only the first letters are known (`J***`). */
	readonly kind: 'full' | 'initial' | 'masked';
	readonly compound: number;
	/** Latin and Cyrillic letters were mixed in it. */
	readonly mixed: boolean;
	readonly patronymic?: Patronymic;

	private roles?: number;
	private given?: ReadonlySet<string>;
	private latinForms?: ReadonlySet<string>;
	private plainForms?: ReadonlySet<string>;
	private skeletons?: Map<string, ReadonlySet<string>>;

	/**
	 * @param particle - a small word (`de`, `van`, `bin`, `al`), where the name is of no East Asian.
	 * @param particleBefore - the small word in front of it.
	 */
	constructor(
		token: Token,
		readonly particle = false,
		readonly particleBefore?: string,
	) {
		const { text, mixed } = unmixed(token.text);
		this.text = text;
		this.mixed = mixed;
		this.compound = token.compound;
		this.script = scriptOf(text);
		this.base = baseOf(text, this.script);
		this.marked = text.toLowerCase() !== this.base;
		const isInitial = /^(?:latin|cyrillic|other)$/.test(this.script) && [...this.base].length === 1;
		this.kind = this.base.includes('*') ? 'masked' : isInitial ? 'initial' : 'full';
		if (this.kind === 'full') this.patronymic = patronymicOf(this.base, this.script, token.afterFather ?? false);
	}

	/** Which given names it may be; empty where it is none that is known. */
	givenNames(): ReadonlySet<string> {
		return (this.given ??= this.kind === 'full' ? givenNameKeys(this.base, this.script) : NONE);
	}

	is(role: Role): boolean {
		// The lists are in Latin and Cyrillic letters.
		this.roles ??=
			this.script === 'devanagari'
				? [...this.latin()].reduce((sum, form) => sum | rolesOf(form), 0)
				: rolesOf(this.base);
		return this.kind === 'full' && hasRole(this.roles, role);
	}

	/** Its spellings in Latin letters, where it is in letters that are read one by one. */
	latin(): ReadonlySet<string> {
		return (this.latinForms ??= latinForms(this.base, this.script));
	}

	/** Its plain Latin forms: Müller is Muller or Mueller, Đorđević is Dordevic or Djordjevic. */
	plain(): ReadonlySet<string> {
		return (this.plainForms ??= this.marked ? plainForms(this.text, this.base) : new Set([this.base]));
	}

	/** What it is in rough Cyrillic: in the letters of a passport, or with the liberties between two Latin spellings. */
	cyrillic(how: Alphabet | 'oneCountry' | 'twoCountries'): ReadonlySet<string> {
		this.skeletons ??= new Map();
		const known = this.skeletons.get(how) ?? skeletonsOf(this, how);
		this.skeletons.set(how, known);
		return known;
	}
}

const NONE: ReadonlySet<string> = new Set();

function skeletonsOf(
	{ text, base, script, marked }: NameWord,
	how: Alphabet | 'oneCountry' | 'twoCountries',
): ReadonlySet<string> {
	if (script === 'cyrillic') return cyrillicSkeletons(text);
	if (how === 'oneCountry') return strictLatinSkeletons(base, 1);
	if (how === 'twoCountries') return strictLatinSkeletons(base, 2);
	return latinSkeletons(marked ? romanised(text) : base, how);
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
	return new NameWord({ text: words.map(({ text }) => text).join(''), compound: words[0].compound });
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
