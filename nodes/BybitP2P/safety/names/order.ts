import type { NameWord } from './word';

/**
 * True if the words stand in an order in which one person's name is printed: the same, or with the family moved from
 * one end to the other.
 *
 * @param words - the words of one name in its order that have a full counterpart.
 * @param places - for each of them the place of its counterpart in the other name.
 */
export function isSameOrder(words: readonly NameWord[], places: readonly number[]): boolean {
	const ranks = [...places].sort((a, b) => a - b);
	const order = places.map((place) => ranks.indexOf(place));
	if (order.every((rank, index) => rank === index)) return true;
	// Arabs print the family last; ahmad ali and ali ahmad are father and son.
	if (words.some(({ script }) => script !== 'latin' && script !== 'cyrillic')) return false;
	const unlikeFathers = words.length > 2 ? words.filter((word) => !word.patronymic) : words;
	// James Thomas and Thomas James, Ahmed Ali and Ali Ahmed, Lin Wei and Wei Lin: two people.
	if (unlikeFathers.every(isGiven) || isAmbiguousInEast(unlikeFathers)) return false;
	if (unlikeFathers.length < words.length) return true;
	const moved = order[0];
	if (!order.every((rank, index) => rank === (moved + index) % order.length)) return false;
	const [front, back] = [words.slice(0, order.length - moved), words.slice(order.length - moved)];
	return canBeFamily(front, back) || canBeFamily(back, front);
}

function isAmbiguousInEast(words: readonly NameWord[]): boolean {
	return words.length === 2 && words.every((word) => word.is('eastGiven'));
}

/** A family is no list of given names; in East Asia it is one known word, and no other one is left at the end. */
function canBeFamily(family: readonly NameWord[], given: readonly NameWord[]): boolean {
	if (family.some((word) => isGiven(word) && !word.is('surname') && !word.is('eastSurname'))) return false;
	const isEast = [...family, ...given].some((word) => word.is('eastSurname')) && !given.some(isGiven);
	if (!isEast || family.length + given.length === 2) return true;
	return (
		family.length === 1 &&
		family[0].is('eastSurname') &&
		!given.some((word) => word.is('eastSurname') && !word.is('eastGiven'))
	);
}

function isGiven(word: NameWord): boolean {
	return word.givenNames().size > 0;
}
