import type { Person, Word } from './person.mts';
import type { Letters } from './print.mts';
import type { Random } from './random.mts';

/** Somebody else whose name is near, and in which letters the two can be compared (all, or the one that was changed). */
export interface NearPerson {
	readonly person: Person;
	readonly letters?: Letters;
}

/** The ways to come from one name to the name of somebody else; undefined where the result may be the same person. */
export const NEAR: Readonly<Record<string, (person: Person, random: Random) => NearPerson | undefined>> = {
	'word dropped': dropped,
	'word added': added,
	'word exchanged': exchanged,
	'words swapped': swapped,
	'near name': nearName,
	'letter changed': letterChanged,
	'mark changed': markChanged,
};

function replaced(person: Person, place: number, ...words: readonly Word[]): Person {
	return { ...person, words: [...person.words.slice(0, place), ...words, ...person.words.slice(place + 1)] };
}

function dropped(person: Person, random: Random): NearPerson | undefined {
	const place = random.below(person.words.length);
	const word = person.words[place];
	const rest = person.words.filter((_, index) => index !== place);
	const isWhole = rest.filter(({ role }) => role !== 'particle' && role !== 'initial').length >= 2;
	if (rest.length === 0 || (person.people.leftOut.includes(word.role) && isWhole)) return undefined;
	return { person: replaced(person, place) };
}

/** A word more, unless it is one that banks leave out at that place. */
function added(person: Person, random: Random): NearPerson | undefined {
	const { words, people } = person;
	const place = random.below(words.length + 1);
	const isGiven = random.chance(0.5);
	const word = random.pick(isGiven ? people.given : people.family);
	const mayBeGiven = !isGiven && [...people.given, ...(people.middle ?? [])].some(({ latin }) => latin === word.latin);
	const isMiddle = people.leftOut.includes('middle') && (mayBeGiven || (isGiven && place > 0));
	const isSecond =
		!isGiven && people.leftOut.includes('second') && words.slice(place).every(({ role }) => role === 'second');
	const isFather = !isGiven && people.leftOut.includes('family');
	const isDouble = words.some(({ latin, native }) => latin === word.latin && native === word.native);
	if (isMiddle || isSecond || isFather || isDouble) return undefined;
	return { person: { ...person, words: [...words.slice(0, place), word, ...words.slice(place)] } };
}

function exchanged(person: Person, random: Random): NearPerson | undefined {
	const place = random.below(person.words.length);
	const old = person.words[place];
	if (old.role === 'particle' || old.role === 'initial') return undefined;
	const { given, family } = person.people;
	const list = old.role === 'family' || old.role === 'second' ? family : given;
	const word: Word = { ...random.pick(list), role: old.role };
	if (old.role !== 'father') return { person: replaced(person, place, word) };
	const other = person.people.make(random).find(({ role }) => role === 'father');
	return other && { person: replaced(person, place, other) };
}

/** Two words in each other's place, where the family does not move: Wei Min and Min Wei. */
function swapped(person: Person, random: Random): NearPerson | undefined {
	const places = person.words.map((_, place) => place).filter((place) => person.words[place].role === 'given');
	if (places.length < 2) return undefined;
	const at = random.below(places.length - 1);
	const words = [...person.words];
	[words[places[at]], words[places[at + 1]]] = [words[places[at + 1]], words[places[at]]];
	return { person: { ...person, words } };
}

/** A name of the lists that differs in one or two letters. */
function nearName(person: Person, random: Random): NearPerson | undefined {
	const place = random.below(person.words.length);
	const old = person.words[place];
	if (old.role === 'particle' || old.role === 'father' || old.role === 'initial') return undefined;
	const list = old.role === 'family' || old.role === 'second' ? person.people.family : person.people.given;
	const near = nearest(old, list);
	return near.length > 0 ? { person: replaced(person, place, { ...random.pick(near), role: old.role }) } : undefined;
}

const known = new Map<string, readonly Word[]>();

function nearest(word: Word, list: readonly Word[]): readonly Word[] {
	const key = `${word.role} ${word.native} ${word.latin}`;
	const found =
		known.get(key) ??
		list.filter((other) => {
			const isNear = (a?: string, b?: string) => a && b && a !== b && distance(a.toLowerCase(), b.toLowerCase()) <= 2;
			return isNear(word.latin, other.latin) || isNear(word.native, other.native);
		});
	known.set(key, found);
	return found;
}

function distance(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 2) return 3;
	let row = [...b, ''].map((_, index) => index);
	for (const [index, letter] of [...a].entries()) {
		const next = [index + 1];
		for (const [at, other] of [...b].entries()) {
			next.push(Math.min(row[at] + (letter === other ? 0 : 1), row[at + 1] + 1, next[at] + 1));
		}
		row = next;
	}
	return row[row.length - 1];
}

const ALPHABETS: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
	[/^\p{Script=Cyrillic}/u, 'абвгдежзийклмнопрстуфхцчшщыьэюя'],
	[/^\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
	[/^\p{Script=Devanagari}/u, 'कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह'],
	[/^\p{Script=Bengali}/u, 'কখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ'],
	[/^\p{Script=Tamil}/u, 'கஙசஞடணதநபமயரலவழளறன'],
	[/^\p{Script=Telugu}/u, 'కఖగఘచఛజటఠడఢణతథదధనపఫబభమయరలవశషసహ'],
	[/^\p{Script=Thai}/u, 'กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผพฟภมยรลวศษสหอ'],
	[
		/^\p{Script=Katakana}/u,
		'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン',
	],
];

/** One letter put in, taken out or replaced by another one of the alphabet, in one word. */
function letterChanged(person: Person, random: Random): NearPerson | undefined {
	return changed(person, random, (text) => {
		const letters = [...text];
		const at = random.below(letters.length);
		const alphabet = ALPHABETS.find(([script]) => script.test(letters[at]))?.[1];
		if (alphabet === undefined || letters.length < 2) return undefined;
		const other = random.pick([...alphabet]);
		const capital = at === 0 && letters[0] !== letters[0].toLowerCase() ? other.toUpperCase() : other;
		const kind = random.below(3);
		if (kind === 0) letters.splice(at, 1);
		else letters.splice(at, kind === 1 ? 1 : 0, capital);
		return letters.join('');
	});
}

/** What one mark more, less or other makes of a letter. */
const MARKS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\p{Script=Devanagari}/u, 'ािीुूेैोौंृ'],
	[/\p{Script=Bengali}/u, 'ািীুূেোৌং'],
	[/\p{Script=Tamil}/u, 'ாிீுூெேைொோ'],
	[/\p{Script=Telugu}/u, 'ాిీుూెేొోం'],
	[/\p{Script=Thai}/u, 'ัาิีึืุู่้๊๋็์'],
];
const VOICED = [
	...'カガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボバパビピブプベペボポ',
];
const DOTTED = [...'بتتثجححخدذرزسشصضطظعغفقنتين'];
const MARKED = [...'ùúúũủụưừùưòóóõỏọôồồốơờòơàáãảảạâầàâăằàăèéẽẻêếèêìíỉịộổạặẹệũủứữễể'];

function markChanged(person: Person, random: Random): NearPerson | undefined {
	return changed(person, random, (text) => {
		const letters = [...text.normalize('NFC')];
		const at = random.below(letters.length);
		const signs = MARKS.find(([script]) => script.test(letters[at]))?.[1];
		if (signs !== undefined) {
			const isSign = signs.includes(letters[at]);
			letters.splice(
				at + (isSign ? 0 : 1),
				isSign ? 1 : 0,
				...(isSign && random.chance(0.4) ? [] : [random.pick([...signs])]),
			);
			return letters.join('');
		}
		if (/[\uac00-\ud7a3]/.test(letters[at])) {
			const code = letters[at].charCodeAt(0) - 0xac00;
			const step = random.pick([28 * (1 + random.below(20)), 1 + random.below(27)]);
			return letters.with(at, String.fromCharCode(0xac00 + ((code + step) % 11172))).join('');
		}
		for (const pairs of [VOICED, DOTTED, MARKED]) {
			const places = pairs.flatMap((letter, index) => (letter === letters[at] ? [index] : []));
			if (places.length > 0) return letters.with(at, pairs[random.pick(places) ^ 1] ?? letters[at]).join('');
		}
		return undefined;
	});
}

function changed(person: Person, random: Random, change: (text: string) => string | undefined): NearPerson | undefined {
	const place = random.below(person.words.length);
	const old = person.words[place];
	if (old.role === 'particle' || old.role === 'initial' || old.role === 'father') return undefined;
	const letters: Letters = old.native !== undefined && (old.latin === '' || random.chance(0.5)) ? 'native' : 'latin';
	const text = letters === 'native' ? old.native : old.latin;
	const now = text === undefined || text === '' ? undefined : change(text);
	if (now === undefined || now === text || now === '') return undefined;
	const word: Word = letters === 'native' ? { ...old, native: now } : { ...old, latin: now };
	return { person: replaced(person, place, word), letters };
}
