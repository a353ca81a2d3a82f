/**
 * How sure it is that two names are of one person. Strict by a few rules; what they cannot decide stays below the default.
 *
 * 1. Every full word has its counterpart on the other side: the same letters, or another spelling of the same name.
 * 2. A full word on one side only keeps the score below the default, unless banks leave it out: a small word of a European
 *    name, a patronymic, a second given name, a second surname in Spain and Portugal. Then two full words match, the first
 *    given name and the family among them. Where no list and no ending shows which word is which, nothing is left out.
 * 3. Initials and hidden words speak against a person, never for one.
 * 4. A mark may be missing on one side where it is spelling (García, Артём, أحمد); it may not differ. Vowels and voicing
 *    are no marks: राम and रमा, タ and ダ are two.
 * 5. The family may move from one end to the other; where it may be a given name too, nobody can tell.
 * 6. A company is the same only word by word, with the same legal form.
 */
import { aligned, surePairs, type Alignment, type Pair } from './align';
import type { Alphabet } from './cyrillic';
import { isWholePerson } from './leftOut';
import { isSameOrder } from './order';
import { readName, type ReadName } from './read';
import { isKanjiFamily } from './romanise';
import { DEFAULT_MIN_NAME_SCORE, type NameScore } from './threshold';
import type { NameWord } from './word';

/**
 * What each finding leaves of the score; the lowest counts. Above {@link DEFAULT_MIN_NAME_SCORE}: one person, differently
 * printed. Between 0.6 and it: nothing speaks against one person, but a relative may be meant. Up to 0.5: different people.
 */
const FINDINGS = {
	spelling: [0.97, 'The names are the same, spelled in another way.'],
	soleProprietor: [0.95, 'One of them is printed as a sole proprietor.'],
	particle: [0.95, 'A small word of the name is left out on one side.'],
	middleInitial: [0.93, 'A middle name is only an initial on one side.'],
	middleLeftOut: [0.9, 'A middle name, patronymic or second surname is left out on one side.'],
	swapped: [0.88, 'Two neighbouring letters are swapped in one word.'],
	typo: [0.8, 'One letter differs: it may be a slip, or another family.'],
	company: [0.8, 'One of them is a company, or they are companies of different forms: a company is not the person.'],
	generation: [0.8, 'Only one says Jr, II or the like: it may be father and son.'],
	order: [0.8, 'The same given names stand in another order: it may be another person.'],
	addressed: [0.8, 'One is addressed as a man, the other as a woman.'],
	joint: [0.75, 'One of them is an account of two holders.'],
	// `I. Petrov` is Ivan and his brother Igor.
	initials: [0.75, 'The given name or the surname is only an initial: it may be a relative.'],
	leftOut: [0.7, 'A part is left out that may tell relatives apart.'],
	masked: [0.65, 'A part of the name is hidden.'],
	oneWord: [0.6, 'Only one word can be compared, which is too little.'],
} as const;

type Finding = keyof typeof FINDINGS;

const HIGHEST_OF_DIFFERENT_PEOPLE = 0.5;

/** How sure it is that two names are of one person, with reasons. Empty, wholly hidden and unreadable names score 0. */
export function explainNameScore(a: string, b: string): NameScore {
	const names = [readName(a), readName(b)] as const;
	if (names.some(({ words }) => words.length === 0)) {
		return { score: 0, reasons: ['One of the names is empty or cannot be read.'] };
	}
	if (names.some(({ words }) => words.every(({ base }) => !/\p{L}/u.test(base)))) {
		return { score: 0, reasons: ['One of the names is hidden.'] };
	}
	const scores = alphabetsOf(names).map((alphabet) =>
		scoreOf(names, aligned(names[0].words, names[1].words, alphabet)),
	);
	return scores.reduce((best, next) => (next.score > best.score ? next : best));
}

/** In which passport alphabets Cyrillic and Latin letters may stand for each other: one for the whole name. */
function alphabetsOf(names: ReadonlyArray<ReadName>): readonly Alphabet[] {
	const [cyrillic, latin] = (['cyrillic', 'latin'] as const).map((letters) =>
		names.flatMap(({ words }) => words.filter(({ script }) => script === letters)),
	);
	if (latin.length === 0 || cyrillic.length === 0 || cyrillic.some(({ text }) => /[әғқңөұүһ]/.test(text))) {
		return ['any'];
	}
	if (cyrillic.some(({ text }) => /[іїєґ]/.test(text))) return ['ukrainian'];
	// Where г is printed as g, no h stands for it.
	const isRussian = cyrillic.some(({ text }) => /[ыэёъ]/.test(text)) || latin.some(({ base }) => /g(?!h)/.test(base));
	return isRussian ? ['russian'] : ['russian', 'ukrainian'];
}

function scoreOf(names: readonly [ReadName, ReadName], alignment: Alignment): NameScore {
	if (isContradicted(alignment)) return differentPeople(alignment);
	const findings = [...new Set([...wholeNameFindings(...names), ...wordFindings(names, alignment)])];
	const score = Math.min(1, ...findings.map((finding) => FINDINGS[finding][0]));
	return { score, reasons: reasonsOf(findings) };
}

/** Where something keeps the names apart, only that is reported: harmless differences would contradict it. */
function reasonsOf(findings: readonly Finding[]): string[] {
	const grave = findings.filter((finding) => FINDINGS[finding][0] < DEFAULT_MIN_NAME_SCORE);
	const reported = grave.length > 0 ? grave : findings;
	return reported.length === 0 ? ['The names are the same.'] : reported.map((finding) => FINDINGS[finding][1]);
}

/** Both have a word the other lacks, or nothing in common that is more than a small word. */
function isContradicted({ full, other, pairs, particleLeftOut }: Alignment): boolean {
	const isFullMore = full.length > pairs.length || particleLeftOut === 'full';
	const isOtherMore = other.length > pairs.length || particleLeftOut === 'other';
	return (isFullMore && isOtherMore) || particleLeftOut === 'both' || !pairs.some((pair) => !full[pair.full].particle);
}

function differentPeople(alignment: Alignment): NameScore {
	const { full, other, pairs } = alignment;
	const sure = surePairs(alignment).length;
	const share = (2 * sure) / (full.length + other.length);
	const fathersDiffer =
		full.some(({ patronymic }, place) => patronymic && !pairs.some((pair) => pair.full === place)) &&
		other.some(({ patronymic }, place) => patronymic && !pairs.some((pair) => pair.other === place));
	const reason =
		fathersDiffer && sure >= 2
			? 'The patronymics differ: it may be a relative.'
			: sure > 0
				? 'Only a part of the words is the same: it may be a relative or another person.'
				: 'The names are different.';
	return { score: Math.round(share * HIGHEST_OF_DIFFERENT_PEOPLE * 100) / 100, reasons: [reason] };
}

function wholeNameFindings(a: ReadName, b: ReadName): Finding[] {
	const findings: Finding[] = [];
	if (a.company !== b.company) findings.push('company');
	if (a.soleProprietor !== b.soleProprietor) findings.push('soleProprietor');
	if (a.joint || b.joint) findings.push('joint');
	if (a.generation !== b.generation) findings.push('generation');
	if (a.addressed && b.addressed && a.addressed !== b.addressed) findings.push('addressed');
	return findings;
}

function wordFindings(names: readonly [ReadName, ReadName], alignment: Alignment): Finding[] {
	const { full, other, pairs, particleLeftOut } = alignment;
	const findings: Finding[] = particleLeftOut === undefined ? [] : ['particle'];
	for (const { match } of pairs) if (match !== 'same' && match !== 'initial') findings.push(match);

	const sure = surePairs(alignment);
	const initials = pairs.filter(({ match }) => match === 'initial');
	const isAlike = ({ full: place, other: otherPlace }: Pair) => full[place].kind === other[otherPlace].kind;
	const matched = new Set([...sure, ...initials.filter(isAlike)].map((pair) => pair.full));
	const ordered = [...sure].sort((x, y) => x.other - y.other);
	const inOrder = ordered.map((pair) => pair.full);
	const isOrdered = isSameOrder(
		inOrder.map((place) => full[place]),
		ordered.map((pair) => other[pair.other]),
		inOrder,
	);
	if (names[0].company !== undefined && names[0].company === names[1].company) {
		if (full.length > other.length) findings.push('company');
		if (initials.length > 0) findings.push('initials');
		return inOrder.every((place, index) => place === index) ? findings : [...findings, 'order'];
	}
	const kept = sure.filter((pair) => !full[pair.full].particle);
	if (kept.length < 2 && !isWholeName(full))
		findings.push(initials.length > 0 && kept.length > 0 ? 'initials' : 'oneWord');
	if (initials.some(isAlike)) findings.push('middleInitial');
	if (matched.size < full.length) {
		const isOnlyInitials = full.every(
			({ kind }, place) => matched.has(place) || kind === 'initial' || initials.some((pair) => pair.full === place),
		);
		const shortened = new Set(initials.filter((pair) => !isAlike(pair)).map((pair) => pair.full));
		if (isWholePerson(full, matched, shortened)) findings.push(isOnlyInitials ? 'middleInitial' : 'middleLeftOut');
		else findings.push(initials.length > 0 ? 'initials' : 'leftOut');
	}
	return isOrdered ? findings : [...findings, 'order'];
}

/** A Chinese, Japanese or Korean name is one word of two letters or more. */
function isWholeName(words: readonly NameWord[]): boolean {
	const [{ script, base }] = words;
	const isOneWord = words.length === 1 && (script === 'han' || script === 'hangul');
	return isOneWord && [...base].length > 1 && !isKanjiFamily(base);
}
