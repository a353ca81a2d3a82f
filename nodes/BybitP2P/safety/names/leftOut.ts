import { looksSlavic } from './cyrillic';
import { surnameEnding } from './data/surnames';
import { NameWord } from './word';

const MAX_LEFT_OUT = 2;

/** Which words of a name are whose: the first given name and the family must be there, the others may be missing. */
interface Reading {
	readonly first: number;
	readonly family: number;
	readonly mayBeLeftOut: readonly number[];
}

/**
 * True if the words of `full` at the matched places are the whole person, and what is left out is a middle name, a
 * patronymic or a second surname of a culture whose banks leave it out.
 *
 * Which word is which is known by a patronymic or by the lists; where nothing shows, nothing may be left out.
 *
 * @param matched - places in `full` that have a full counterpart; the others are missing or only initials.
 * @param shortened - places in `full` that have their initial as counterpart.
 */
export function isWholePerson(
	full: readonly NameWord[],
	matched: ReadonlySet<number>,
	shortened: ReadonlySet<number>,
): boolean {
	const leftOut = full.map((_, place) => place).filter((place) => !matched.has(place));
	if (matched.size < 2 || leftOut.length > MAX_LEFT_OUT) return false;
	return readings(full.map((word, place) => (shortened.has(place) && !word.patronymic ? asInitial(word) : word))).some(
		({ first, family, mayBeLeftOut }) =>
			matched.has(first) &&
			matched.has(family) &&
			leftOut.every((place) => mayBeLeftOut.includes(place)) &&
			!leftOut.some((place) => isHalfOf(full, first, place)),
	);
}

/** Thomas may be a family; but where it stands beside its initial, it is what the initial stands for. */
function asInitial(word: NameWord): NameWord {
	return new NameWord({ text: word.text.slice(0, 1), compound: word.compound });
}

function readings(full: readonly NameWord[]): Reading[] {
	const patronymic = withPatronymic(full);
	if (patronymic.length > 0) return patronymic;
	return [...givenFirst(full), ...familyFirst(full), ...middleInitial(full)];
}

/**
 * Иванов Иван Петрович: the given name stands before the patronymic, the family at either end. The father has a known
 * name, or a word says that it is a father: Андрухович is a family.
 */
function withPatronymic(full: readonly NameWord[]): Reading[] {
	const place = full.findIndex((word, index) => index > 0 && isFatherKnown(word) && !full[index - 1].patronymic);
	if (place === -1 || !isOfSlavsOrTurks(full)) return [];
	const first = place - 1;
	return full
		.map((_, index) => index)
		.filter((index) => index !== place && index !== first && full[index].kind === 'full' && !isGiven(full[index]))
		.map((family) => ({ first, family, mayBeLeftOut: [place] }));
}

/** No Smith has a patronymic. */
function isOfSlavsOrTurks(full: readonly NameWord[]): boolean {
	return full.some(
		(word) =>
			word.script === 'cyrillic' ||
			(!word.patronymic && (looksSlavic(word.base) || (isGiven(word) && !word.is('western') && !word.is('indian')))),
	);
}

function isFatherKnown({ base, patronymic }: NameWord): boolean {
	return patronymic !== undefined && (!/(?:ич|на|ch|na)$/.test(base) || patronymic.father().size > 0);
}

/** John Michael Smith; Maria Garcia Lopez; Carlos Alberto da Silva Santos. */
function givenFirst(full: readonly NameWord[]): Reading[] {
	const names = placesOfNames(full);
	const start = names.findIndex((place, index) => index > 0 && !isMiddle(full[place], full[0]));
	const [one, two, ...more] = names.slice(start);
	if (names[0] !== 0 || !isFirst(full[0]) || start === -1 || more.length > 0) return [];
	if ([one, two].some((place) => place !== undefined && isGiven(full[place]))) return [];
	const middle = names.slice(1, start);
	if (two === undefined) {
		// James Michael Ross may be of the family James; John Michael Ross is of the family Ross.
		const isKnown = isFamily(full[one]) || (full[one].is('alsoFamily') && !full[0].is('alsoFamily'));
		return isKnown ? [{ first: 0, family: one, mayBeLeftOut: middle }] : [];
	}
	if (!full[0].is('iberian') || !isIberianFamily(full[one]) || !isIberianFamily(full[two])) return [];
	const spanish = { first: 0, family: one, mayBeLeftOut: [...middle, two] };
	// In Portugal and Brazil the father's family comes last.
	const isPortuguese = full.some(({ particleBefore }) => /^d[ao]s?$/.test(particleBefore ?? ''));
	return isPortuguese ? [spanish, { first: 0, family: two, mayBeLeftOut: [...middle, one] }] : [spanish];
}

/** SMITH JOHN MICHAEL; GARCIA LOPEZ MARIA. */
function familyFirst(full: readonly NameWord[]): Reading[] {
	const names = placesOfNames(full);
	const start = names.findIndex((place) => isFirst(full[place]) && !full[place].is('alsoFamily'));
	const [families, [first, ...middle]] = [names.slice(0, start), names.slice(start)];
	if (start < 1 || start > 2 || !middle.every((place) => isMiddle(full[place], full[first]))) return [];
	if (families.some((place) => isGiven(full[place]))) return [];
	const [family, second] = families;
	if (second === undefined) return isFamily(full[family]) ? [{ first, family, mayBeLeftOut: middle }] : [];
	const isIberian = full[first].is('iberian') && [family, second].every((place) => isIberianFamily(full[place]));
	return isIberian ? [{ first, family, mayBeLeftOut: [...middle, second] }] : [];
}

function placesOfNames(full: readonly NameWord[]): number[] {
	return full.map((_, place) => place).filter((place) => !full[place].particle);
}

/** Chidi M. Okeke, Petrenko Oksana V.: one initial beside two full words, in no East Asian name. */
function middleInitial(full: readonly NameWord[]): Reading[] {
	const initials = full.map((_, place) => place).filter((place) => full[place].kind === 'initial');
	if (full.length !== 3 || initials.length !== 1 || full.some((word) => word.is('eastSurname'))) return [];
	// Not Smith J. Michael: his son may be Michael Smith.
	const isGivenFirst = initials[0] === 1 && isGiven(full[0]) && !isGiven(full[2]);
	if (isGivenFirst) return [{ first: 0, family: 2, mayBeLeftOut: initials }];
	const isFamilyFirst =
		initials[0] === 2 && !isGiven(full[0]) && isGiven(full[1]) && (isFamily(full[0]) || looksSlavic(full[0].base));
	return isFamilyFirst ? [{ first: 1, family: 0, mayBeLeftOut: initials }] : [];
}

/** Jean for Jean-Pierre, Maria for Maria Teresa: the part left out is what distinguishes him from his brother, her from her sister. */
function isHalfOf(full: readonly NameWord[], first: number, leftOut: number): boolean {
	if (leftOut !== first + 1) return false;
	const isOne = full[leftOut].compound === full[first].compound;
	return isOne || (full[first].is('double') && full[leftOut].kind === 'full' && full[leftOut].patronymic === undefined);
}

/** No Martin: Martin Anna Maria is Anna of the family Martin. */
function isFirst(word: NameWord): boolean {
	return (word.is('western') || word.is('indian')) && !word.is('surname');
}

/** A second given name that banks leave out, or its initial; no word that may be a family (Thomas, Kelly). */
function isMiddle(word: NameWord, first: NameWord): boolean {
	if (word.kind === 'initial') return true;
	if ((word.is('surname') || word.is('alsoFamily')) && !word.is('indianMiddle')) return false;
	return (first.is('western') && word.is('western')) || (first.is('indian') && word.is('indianMiddle'));
}

/** No -ov and no -enko: East Slavs have no second given name that could be left out. */
function isFamily(word: NameWord): boolean {
	if (word.is('surname') || word.is('eastSurname')) return true;
	return surnameEnding().test(word.base) && !word.is('alsoFamily');
}

function isIberianFamily(word: NameWord): boolean {
	return word.is('iberianSurname') && !isGiven(word);
}

function isGiven(word: NameWord): boolean {
	return word.givenNames().size > 0;
}
