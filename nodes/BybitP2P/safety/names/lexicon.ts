import { cyrillicSkeletons, latinSkeletons } from './cyrillic';
import * as east from './data/east';
import * as given from './data/given';
import * as spellings from './data/spellings';
import { surnames } from './data/surnames';
import { withoutMarks, type Script } from './fold';
import { entriesOf, once, wordsOf } from './once';

/** What the lists say about a word; a word may be several of these. */
const ROLES = {
	given: 1,
	/** Banks leave out a second one. */
	western: 2,
	iberian: 4,
	indian: 8,
	indianMiddle: 16,
	muslim: 32,
	double: 64,
	surname: 128,
	/** A given name that is a family too. */
	alsoFamily: 8192,
	iberianSurname: 256,
	eastSurname: 512,
	eastGiven: 1024,
	chineseSurname: 32768,
	vietnamese: 2048,
	slavic: 4096,
	african: 16384,
} as const;
export type Role = keyof typeof ROLES;

/** The spellings of one name share a key; so does a name that is spelled in one way only with itself. */
type Keys = ReadonlySet<string>;

const NONE: Keys = new Set();

/** @param base - lower case, without marks. */
export function rolesOf(base: string): number {
	return roles().get(base) ?? 0;
}

export function hasRole(rolesOfWord: number, role: Role): boolean {
	return (rolesOfWord & ROLES[role]) !== 0;
}

/**
 * Which given names a word may be.
 *
 * @returns empty for a word that is no known given name.
 */
export function givenNameKeys(base: string, script: Script): Keys {
	const listed = givenSpellings().get(base);
	if (listed !== undefined) return listed;
	if (hasRole(rolesOf(base), 'given')) return new Set([base]);
	return script === 'latin' ? union(latinSkeletons(base), slavicNames().bySkeleton) : NONE;
}

/** Which given names the father may have had, by the stem of a patronymic: `серге` of Сергеевич. */
export function fatherNameKeys(stems: Iterable<string>): Keys {
	return union(stems, slavicNames().byFatherStem);
}

/** Which families with several spellings a word may be: Müller, Mueller and Muller; المصري, Almasri and El-Masri. */
export function familyKeys(base: string): Keys {
	const form = base.startsWith('el') ? base.replace(/^el(?=.{4})/, 'al') : base;
	return familySpellings().get(form) ?? NONE;
}

/** Which Korean families a word may be: 이, Lee and Yi. */
export function koreanFamilyKeys(base: string): Keys {
	return koreanSpellings().get(base) ?? NONE;
}

type Index = Map<string, Set<string>>;

function union(forms: Iterable<string>, index: Index): Keys {
	const found = new Set<string>();
	for (const form of forms) for (const key of index.get(form) ?? NONE) found.add(key);
	return found;
}

function add(index: Index, form: string, key: string) {
	const keys = index.get(form);
	if (keys === undefined) index.set(form, new Set([key]));
	else keys.add(key);
}

const roles = once(() => {
	const known = new Map<string, number>();
	const give = (list: string, ...names: readonly Role[]) => {
		const bits = names.reduce((sum, role) => sum | ROLES[role], 0);
		for (const name of wordsOf(list)) known.set(name, (known.get(name) ?? 0) | bits);
		for (const name of marked(list)) {
			for (const form of plainForms(name)) known.set(form, (known.get(form) ?? 0) | bits);
		}
	};
	const names = given.givenNames();
	give(names.western, 'given', 'western');
	give(names.african, 'given', 'western', 'african');
	give(names.iberian, 'given', 'western', 'iberian');
	give(names.indian, 'given', 'indian');
	give(names.indianMiddle, 'indianMiddle');
	give(names.muslim, 'given', 'muslim');
	give(`${names.turkic} ${names.other}`, 'given');
	give(given.doubleFirstNames(), 'double');
	const { slavic, arabic } = spellings.givenNameSpellings();
	give(slavic.replace(/;/g, ' '), 'given', 'slavic');
	give(arabic.replace(/;/g, ' '), 'given', 'muslim');
	const families = surnames();
	give(`${families.western} ${families.african} ${families.turkic} ${families.indian}`, 'surname');
	give(spellings.familySpellings().replace(/;/g, ' '), 'surname');
	give(families.alsoGiven, 'alsoFamily');
	give(families.iberian, 'surname', 'iberianSurname');
	const eastern = east.eastSurnames();
	give(Object.values(eastern).join(' '), 'eastSurname');
	give(east.koreanSurnames().replace(/;/g, ' '), 'eastSurname');
	give(`${eastern.chinese} ${eastern.cantonese}`, 'chineseSurname');
	give(eastern.vietnamese, 'vietnamese');
	give(`${east.eastGivenNames()} ${east.japaneseGivenNames()}`, 'eastGiven');
	return known;
});

const givenSpellings = once(() => {
	const { slavic, arabic } = spellings.givenNameSpellings();
	const index = indexOf(`${slavic}; ${arabic}`);
	for (const name of marked(given.givenNames().western)) addUmlaut(index, name);
	return index;
});

const familySpellings = once(() => {
	const index = indexOf(`${spellings.familySpellings()}; ${east.japaneseSurnames()}`);
	for (const name of marked(surnames().western)) addUmlaut(index, name);
	return index;
});

const koreanSpellings = once(() => indexOf(east.koreanSurnames()));

/** The first form of an entry is the key of all. */
function indexOf(entries: string): Index {
	const index: Index = new Map();
	for (const [key, ...more] of entriesOf(entries))
		for (const form of [key, ...more]) add(index, withoutMarks(form), key);
	return index;
}

function addUmlaut(index: Index, name: string) {
	for (const form of plainForms(name)) add(index, form, name);
}

/** The words with letters that are not in the plain alphabets. */
function marked(list: string): readonly string[] {
	return list.match(/[^\s;]*[^\s;a-zа-я][^\s;]*/g) ?? [];
}

/** Slavic given names in rough Cyrillic: so a spelling is known that no list has. */
const slavicNames = once(() => {
	const [bySkeleton, byFatherStem]: Index[] = [new Map(), new Map()];
	for (const [key, ...more] of entriesOf(spellings.givenNameSpellings().slavic)) {
		for (const form of [key, ...more]) {
			if (/^[a-z]/.test(form)) continue;
			for (const skeleton of cyrillicSkeletons(form)) {
				add(bySkeleton, skeleton, key);
				add(byFatherStem, skeleton, key);
				add(byFatherStem, skeleton.replace(/[иао]$/, ''), key);
			}
		}
	}
	return { bySkeleton, byFatherStem };
});

/** Müller in a bank's letters: Muller and Mueller. */
function plainForms(name: string): readonly string[] {
	const short = withoutMarks(name.replace(/ß/g, 'ss'));
	const long = withoutMarks(name.replace(/ß/g, 'ss').replace(/[äöü]/g, (letter) => `${withoutMarks(letter)}e`));
	return short === long ? [short] : [short, long];
}
