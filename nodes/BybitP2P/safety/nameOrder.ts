import type { NameWord } from './nameWords';

// Words that are surnames and little else where the given name comes last and its parts are short.
const VIETNAMESE = new Set('nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly'.split(' '));

const MAX_LEFT_OUT = 2;

/** Vietnamese names are told apart by their middle and last words, which are short and many people's. */
export function looksVietnamese(words: readonly NameWord[]): boolean {
	return words.length > 1 && [words[0], words[words.length - 1]].some(({ base }) => VIETNAMESE.has(base));
}

/**
 * True if the words of `full` at the matched places can be the whole person, and what is left out is a middle name,
 * a patronymic or a second surname.
 *
 * The first given name and a surname must be among the matched. Which word is which is told by a patronymic or by a
 * known given name; where nothing tells, nothing may be left out.
 *
 * @param matched - places in `full` that have a full counterpart; the others are left out or only initials.
 */
export function isWholePerson(full: readonly NameWord[], matched: ReadonlySet<number>): boolean {
	const last = full.length - 1;
	const leftOut = full.map((_, place) => place).filter((place) => !matched.has(place));
	if (leftOut.length === 0) return true;
	if (matched.size < 2 || leftOut.length > MAX_LEFT_OUT || looksVietnamese(full)) return false;

	const patronymic = full.findIndex((word, place) => place > 0 && word.patronymic && !full[place - 1].patronymic);
	if (patronymic > 0) {
		const surnames = full.map((_, place) => place).filter((place) => place !== patronymic && place !== patronymic - 1);
		if (leftOut.some((place) => place !== patronymic && isGiven(full[place]))) return false;
		return matched.has(patronymic - 1) && surnames.some((place) => matched.has(place));
	}

	const given = full.findIndex(isGiven);
	if (given === -1)
		return matched.has(0) && matched.has(last) && leftOut.every((place) => full[place].kind === 'initial');
	if (!matched.has(given) || sharesFirstName(full, given, leftOut)) return false;
	if (given === 0) {
		// All of them given names: "Martin Anna Maria" may be Anna Maria of the family Martin.
		if (full.every((word) => isGiven(word) || word.kind !== 'full')) {
			return matched.has(last) && leftOut.every((place) => full[place].kind === 'initial');
		}
		const surname = [...matched].find((place) => place !== given && (!isGiven(full[place]) || place === last));
		// "Ivan Petrov Maria": a given name after the surname is another person's.
		return surname !== undefined && !leftOut.some((place) => place > surname && isGiven(full[place]));
	}
	if (given === last) return matched.has(0);
	return (
		matched.has(0) &&
		leftOut.every((place) => place > given && (isGiven(full[place]) || full[place].kind === 'initial'))
	);
}

/** Jean for Jean-Pierre, Muhammad for Muhammad Ali: the part left out is what tells him from his brother. */
function sharesFirstName(full: readonly NameWord[], given: number, leftOut: readonly number[]): boolean {
	const next = full[given + 1];
	if (next === undefined || !leftOut.includes(given + 1)) return false;
	if (next.compound === full[given].compound) return true;
	switch (full[given].sharedFirstName) {
		case 'half':
			return true;
		case 'double':
			return isGiven(next) || next.kind !== 'full';
		case undefined:
			return false;
	}
}

/**
 * True if the words stand in an order in which one person's name is printed: the same, or with the surname moved from
 * one end to the other.
 *
 * @param places - for each word of one name in its order, the place of its counterpart in the other.
 */
export function isSameOrder(words: readonly NameWord[], places: readonly number[]): boolean {
	const ranks = [...places].sort((a, b) => a - b);
	const order = places.map((place) => ranks.indexOf(place));
	if (order.every((rank, index) => rank === index)) return true;
	// James Thomas and Thomas James, Ahmed Ali and Ali Ahmed: two people, or father and son.
	const unlikeFathers = words.length > 2 ? words.filter((word) => !word.patronymic) : words;
	if (unlikeFathers.every(isGiven)) return false;
	if (unlikeFathers.length < words.length) return true;
	return order.every((rank, index) => rank === (order[0] + index) % order.length);
}

function isGiven(word: NameWord): boolean {
	return word.givenNames.size > 0;
}
