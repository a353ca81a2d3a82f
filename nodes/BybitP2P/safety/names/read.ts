import { companyForms, generations, jointWords, particles, soleProprietors, titles } from './data/words';
import { folded, withoutMarks } from './fold';
import { entriesOf, once, wordsOf } from './once';
import { isFatherWord, NameWord, type Token } from './word';

/** A name as a bank or the exchange prints it, taken apart. */
export interface ReadName {
	readonly words: readonly NameWord[];
	/** Legal form of a company (LLC, ТОВ, GmbH), as a class. */
	readonly company?: string;
	/** ФОП, ИП, FOP: a person's own business, so the person. */
	readonly soleProprietor: boolean;
	/** Jr, Filho, II: distinguishes a son from his father. */
	readonly generation?: string;
	/** Mr or Mrs, where the name says it. */
	readonly addressed?: 'man' | 'woman';
	/** Two people: `John & Mary Smith`, `Ivan Petrov c/o Maria Sidorova`. */
	readonly joint: boolean;
}

// Far more than a name: so no text can make a comparison slow.
const MAX_LENGTH = 200;
const MAX_WORDS = 12;

/** Takes a name apart. Text without letters, and text too long to be a name, gives no words. */
export function readName(name: string): ReadName {
	const nothing = { words: [], soleProprietor: false, joint: false };
	if (typeof name !== 'string' || name.length > MAX_LENGTH) return nothing;
	const { rest: untitled, addressed } = withoutTitles(folded(name));
	const tokens = tokensOf(untitled);
	const isJoint = tokens.map((_, index) => joinsTwo(tokens, index));
	let rest = tokens.filter(({ text }, index) => isWordLike(text) && !isJoint[index]);
	if (rest.length > MAX_WORDS) return nothing;

	const generation = generationOf(rest);
	rest = rest.filter((token) => token !== generation?.token && !/^\d+$/.test(token.text));
	const form = companyFormOf(rest);
	rest = rest.filter((token) => token !== form?.token);
	const persons = rest.filter((token, index) => !isSoleProprietor(token, index, rest));
	const soleProprietor = persons.length < rest.length;
	const words = wordsOfName(joinedWithFathers(joinedLetters(persons)));
	const joint = isJoint.includes(true) || namesTwo(untitled);
	return {
		words,
		company: form?.class,
		soleProprietor,
		generation: generation?.class,
		addressed,
		joint,
	};
}

/** `Ivan Petrov, Maria`: a given name in each part. Not `Garcia Lopez, Maria Jose`, nor `Martin Lopez, Maria`. */
function namesTwo(name: string): boolean {
	const parts = name.split(/[,;]/).map((part) => tokensOf(part).map((token) => new NameWord(token)));
	const isGiven = (word: NameWord) => word.is('given') && !word.is('surname') && !word.is('alsoFamily');
	return parts.length > 1 && parts[0].length > 1 && parts.every((words) => words.some(isGiven));
}

function isWordLike(text: string): boolean {
	return /\p{L}/u.test(text) || /^\*+$/.test(text) || generationClasses().has(text);
}

const titlePatterns = once((): ReadonlyArray<readonly ['man' | 'woman' | undefined, RegExp]> => {
	const lists = titles();
	const oneOf = (list: string) => `(?:${wordsOf(list).join('|').replace(/\./g, '\\.')})`;
	// Before a letter that can begin a Thai word: what goes on with a vowel sign is a name.
	const pattern = (front: string, glued: string, after: string) =>
		new RegExp(
			`^${oneOf(front)}[.\\s,]+(?=.)|^${oneOf(glued)}\\s*(?=[\\u0e01-\\u0e2e\\u0e40-\\u0e44])|[\\s,]+${oneOf(after)}\\.?$`,
			'iu',
		);
	return [
		['man', pattern(lists.man, lists.gluedMan, lists.afterMan)],
		['woman', pattern(lists.woman, lists.gluedWoman, lists.afterWoman)],
		[undefined, pattern(lists.anyone, lists.gluedAnyone, lists.afterAnyone)],
		[undefined, new RegExp(`^${oneOf(lists.withStop)}\\.\\s*(?=.)|(?<=..)${oneOf(lists.gluedAfter)}$`, 'iu')],
	];
});

const titleWords = once(() => new Set(wordsOf(Object.values(titles()).join(' '))));

/** Spares most of the work: a title is a known word, or glued to letters that are written without blanks. */
function mayHaveTitle(name: string): boolean {
	const ends = [/^[^\s.,]+/, /[^\s.,]+(?=\.?$)/].map((end) => lower(end.exec(name)?.[0] ?? ''));
	return ends.some((word) => titleWords().has(word)) || /[\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7a3]/.test(name);
}

/** Titles stand at either end; in the middle the same letters are a name. */
function withoutTitles(name: string): { readonly rest: string; readonly addressed?: 'man' | 'woman' } {
	let addressed: 'man' | 'woman' | undefined;
	let rest = name.trim();
	if (!mayHaveTitle(rest)) return { rest };
	for (let before = ''; before !== rest; ) {
		before = rest;
		for (const [who, pattern] of titlePatterns()) {
			if (pattern.test(rest)) addressed ??= who;
			rest = rest.replace(pattern, '').trim();
		}
	}
	return { rest, addressed };
}

function tokensOf(text: string): Token[] {
	const plain = text
		.replace(/(?<!\S)\S\.\S\.(?:\S\.)?$/u, dottedForm)
		.replace(/sp\.?\s*z\s*\.?\s*o\.?\s*o\.?$/, 'spzoo')
		.replace(/\bc\/o\b|[/|\\+]/g, ' & ')
		.replace(/&/g, ' & ');
	const tokens: Token[] = [];
	(plain.match(/[\p{L}\p{M}\p{N}*&-]+/gu) ?? []).forEach((group, compound) => {
		for (const part of group.split('-')) if (part !== '') tokens.push({ text: part, compound });
	});
	return tokens;
}

/** `S.A.` at the end is a company's form, if it is one; else initials. */
function dottedForm(dotted: string): string {
	const form = dotted.replace(/\./g, '');
	return isCompanyForm(form) ? form : dotted;
}

/** Each word of a list of classes with its class: the first word of it. */
function classes(list: string): ReadonlyMap<string, string> {
	return new Map(entriesOf(list).flatMap((words) => words.map((word) => [word, words[0]] as const)));
}

const joints = once(() => new Set(wordsOf(jointWords())));
const soleProprietorForms = once(() => new Set(wordsOf(soleProprietors())));
const generationClasses = once(() => classes(generations()));
const companies = once(() => ({
	anywhere: classes(companyForms().anywhere),
	atTheEnd: classes(companyForms().atTheEnd),
}));

/** A capital I is kept when a name is folded. */
function lower(text: string): string {
	return text.toLowerCase();
}

function isCompanyForm(text: string): boolean {
	return companies().anywhere.has(lower(text)) || companies().atTheEnd.has(lower(text));
}

/** A word for `and` between two words joins two holders; between initials it is one. */
function joinsTwo(tokens: readonly Token[], index: number): boolean {
	const { text } = tokens[index];
	if (text === '&') return true;
	const neighbours = [tokens[index - 1], tokens[index + 1]];
	return joints().has(lower(text)) && neighbours.every((token) => token !== undefined && token.text.length > 1);
}

interface Found {
	readonly class: string;
	readonly token: Token;
}

/** Not Junior Silva: that is his given name. Short ones are initials and surnames too, so only at the end. */
function generationOf(tokens: readonly Token[]): Found | undefined {
	const token = tokens.find(
		({ text }, index) =>
			index > 0 &&
			(tokens.length > 2 || /^\d$/.test(text)) &&
			generationClasses().has(withoutMarks(text)) &&
			(index === tokens.length - 1 || !/^(?:sr|ii|iv|мл|ст|\d.*)$/i.test(text)),
	);
	return token && { class: generationClasses().get(withoutMarks(token.text)) ?? '', token };
}

function companyFormOf(tokens: readonly Token[]): Found | undefined {
	const { anywhere, atTheEnd } = companies();
	const token = tokens.find(({ text }) => anywhere.has(lower(text)));
	if (token !== undefined) return { class: anywhere.get(lower(token.text)) ?? '', token };
	const last = tokens.at(-1);
	const short = last && atTheEnd.get(lower(last.text));
	return last && short && tokens.filter(({ text }) => text.length > 2).length >= 2
		? { class: short, token: last }
		: undefined;
}

/** At either end. `IP` is Russian for sole proprietor in Latin letters, and a surname in Hong Kong. */
function isSoleProprietor(token: Token, index: number, tokens: readonly Token[]): boolean {
	const text = lower(token.text);
	if (index > 0 && index < tokens.length - 1) return false;
	if (soleProprietorForms().has(text)) return true;
	const slavic = /(?:[oe]va?|enko|chuk|sk[iy]y?|skaya|vich|vna)$/;
	return text === 'ip' && tokens.length > 2 && tokens.some((other) => slavic.test(lower(other.text)));
}

/** Chinese, Japanese and Korean names are written without blanks, or with. */
function joinedLetters(tokens: readonly Token[]): Token[] {
	const isHan = tokens.every(({ text }) => /^[\p{Script=Han}\p{Script=Hangul}々ヶ]+$/u.test(text));
	return isHan && tokens.length > 1 ? [{ text: tokens.map(({ text }) => text).join(''), compound: 0 }] : [...tokens];
}

function joinedWithFathers(tokens: readonly Token[]): Token[] {
	const merged: Token[] = [];
	for (const token of tokens) {
		const previous = merged.at(-1);
		if (previous !== undefined && merged.length > 1 && isFatherWord(token.text)) {
			merged[merged.length - 1] = { ...previous, text: previous.text + token.text, afterFather: true };
		} else merged.push(token);
	}
	return merged;
}

const smallWords = once(() => {
	const { european, arabic, article } = particles();
	return { european: new Set(wordsOf(european)), arabic: new Set(wordsOf(arabic)), article: new Set(wordsOf(article)) };
});

/** Small words are names in a name with a family of East Asia, at the end, and where nothing else is European or Arab. */
function wordsOfName(tokens: readonly Token[]): readonly NameWord[] {
	const words = tokens.map((token) => new NameWord(token));
	const { european, arabic, article } = smallWords();
	const isListed = ({ base }: NameWord) => european.has(base) || arabic.has(base) || article.has(base);
	if (!words.some(isListed) || [words[0], words.at(-1)].some((word) => word?.is('eastSurname'))) return words;
	const [isEuropean, isArabic] = (['western', 'muslim'] as const).map((role) =>
		words.some((word) => word.is(role) && !word.is('african')),
	);
	const isSmall = ({ base, script }: NameWord, place: number) =>
		place < words.length - 1 &&
		((isEuropean && european.has(base)) ||
			((isArabic || script === 'arabic') && arabic.has(base)) ||
			(article.has(base) && (isArabic || place > 0)));
	return words.map((word, place) => {
		const before = place > 0 && isSmall(words[place - 1], place - 1) ? words[place - 1].base : undefined;
		return new NameWord(tokens[place], isSmall(word, place), before);
	});
}
