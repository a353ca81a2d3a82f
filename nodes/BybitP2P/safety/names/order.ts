import { koreanFamilyKeys, type Role } from './lexicon';
import { isKorean } from './romanise';
import type { NameWord } from './word';

/**
 * True if the words stand in an order in which one person's name is printed: the same, or with the family moved from
 * one end to the other.
 *
 * @param words - the words of one name that have a full counterpart, in the order of the other name.
 * @param others - their counterparts.
 * @param places - where each of `words` stands in its own name.
 */
export function isSameOrder(
	words: readonly NameWord[],
	others: readonly NameWord[],
	places: readonly number[],
): boolean {
	const ranks = [...places].sort((a, b) => a - b);
	const order = places.map((place) => ranks.indexOf(place));
	if (order.every((rank, index) => rank === index)) return true;
	// Only in these letters it does: in all others the family has its place.
	const isFixed = ({ script }: NameWord) => script !== 'latin' && script !== 'cyrillic';
	if (words.some(isFixed) && others.some(isFixed)) return false;
	if (isAmbiguousInEast(words)) return false;
	if (words.length > 2 && words.some((word) => word.patronymic)) {
		return !words.filter((word) => !word.patronymic).every(isGiven);
	}
	const moved = order[0];
	if (!order.every((rank, index) => rank === (moved + index) % order.length)) return false;
	// Da-Wei is not cut in two.
	const cut = order.length - moved;
	const isCut = (before: NameWord, after: NameWord) => before.compound === after.compound;
	if (isCut(others[cut - 1], others[cut]) || isCut(words[order.length - 1], words[0])) return false;
	const [front, back] = [words.slice(0, cut), words.slice(cut)];
	const families = [front, back].filter((family) => canBeFamily(family, family === front ? back : front));
	// James Kelly and Kelly James, Ahmed Ali and Ali Ahmed: two people, or father and son.
	const mayBeGiven = (word: NameWord) => isGiven(word) || word.is('alsoFamily');
	return families.length === 1 || (families.length === 2 && !words.every(mayBeGiven));
}

/** Wei Yang and Yang Wei; Jung Min and Min Jung, whose syllables are families as well. */
function isAmbiguousInEast(words: readonly NameWord[]): boolean {
	const isSyllableAndFamily = (word: NameWord) => koreanFamilyKeys(word.base).size > 0 && isKorean(word.base);
	return words.length === 2 && (words.every((word) => word.is('eastGiven')) || words.every(isSyllableAndFamily));
}

/**
 * A family is no word that is only a given name, and the article stands before a family only. In East Asia it is one known
 * word, and no word at the other end may be taken for it: Min Zhang Wei is no Zhang Wei Min.
 */
function canBeFamily(family: readonly NameWord[], given: readonly NameWord[]): boolean {
	if (family.some(isOnlyGiven) || given.some(({ base, particle }) => particle && /^[ae]l$/.test(base))) return false;
	const isEast = [...family, ...given].some((word) => word.is('eastSurname')) && !given.some(isGiven);
	if (!isEast || family.length + given.length === 2) return true;
	const isOtherFamily = [given[0], given[given.length - 1]].some((word) => word.is('eastSurname'));
	return family.length === 1 && family[0].is('eastSurname') && !(isOtherFamily && family[0].is('eastGiven'));
}

/** Among Arabs and in Africa a father's name may stand for the family. */
function isOnlyGiven(word: NameWord): boolean {
	const roles: readonly Role[] = ['surname', 'alsoFamily', 'eastSurname', 'muslim', 'african'];
	return isGiven(word) && !roles.some((role) => word.is(role));
}

function isGiven(word: NameWord): boolean {
	return word.givenNames().size > 0;
}
