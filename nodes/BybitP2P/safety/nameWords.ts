import { fatherNameGroups, givenNameGroups, sharedFirstName } from './givenNames';
import { cyrillicSkeletons, latinSkeletons } from './transliteration';

/** One word of a name, with what its form alone says. */
export interface NameWord {
	/** Lower case, diacritics kept. */
	readonly text: string;
	/** Without diacritics; equal bases are the same spelling. */
	readonly base: string;
	readonly script: 'latin' | 'cyrillic' | 'other';
	/** `masked`: only the first letters are known (`J***`). */
	readonly kind: 'full' | 'initial' | 'masked';
	readonly givenNames: ReadonlySet<number>;
	/** See {@link sharedFirstName}. */
	readonly sharedFirstName?: 'half' | 'double';
	readonly patronymic?: Patronymic;
	readonly particle: boolean;
	/** Words of one hyphenated name have the same number. */
	readonly compound: number;
	/** Latin and Cyrillic letters were mixed in it. */
	readonly mixed: boolean;
}

/** A name after the father: Сергеевич, Serhiivna, Ерболқызы, Rashid oglu. */
export interface Patronymic {
	readonly of: 'son' | 'daughter';
	readonly father: ReadonlySet<number>;
}

/** A name as a bank or the exchange prints it, taken apart. */
export interface ReadName {
	readonly words: readonly NameWord[];
	/** Legal form of a company (LLC, ТОВ, GmbH), as a class. */
	readonly company?: string;
	/** ФОП, ИП, FOP: a person's own business, so the person. */
	readonly soleProprietor: boolean;
	/** Jr, Filho, II: tells a son from his father. */
	readonly generation?: string;
	/** Two people: `John & Mary Smith`, `Ivan Petrov c/o Maria Sidorova`. */
	readonly joint: boolean;
}

const MAX_LENGTH = 200;
const MAX_WORDS = 12;

const TITLES = new Set(
	'mr mrs ms miss mx dr prof professor herr frau mme mlle sr sra srta shri smt hon rev ing dipl пан пані гн господин госпожа'.split(
		' ',
	),
);
const PARTICLES = new Set(
	'de da do dos das di du del della la le los las van von der den ten ter zu zum el al bin ibn bint binti af av y e'.split(
		' ',
	),
);
const COMPANY_FORMS: Readonly<Record<string, string>> = {
	llc: 'llc',
	ооо: 'llc',
	ooo: 'llc',
	тов: 'llc',
	tov: 'llc',
	тоо: 'llc',
	too: 'llc',
	жшс: 'llc',
	ltd: 'ltd',
	limited: 'ltd',
	gmbh: 'gmbh',
	srl: 'srl',
	sarl: 'srl',
	inc: 'inc',
	incorporated: 'inc',
	corp: 'inc',
	corporation: 'inc',
	plc: 'plc',
	ltda: 'ltda',
	eireli: 'eireli',
	kft: 'kft',
	пп: 'pp',
	чп: 'pp',
	ао: 'jsc',
	оао: 'jsc',
	зао: 'jsc',
	пао: 'jsc',
	ат: 'jsc',
	jsc: 'jsc',
	llp: 'llp',
	pvt: 'ltd',
	spzoo: 'spzoo',
	bv: 'bv',
	nv: 'nv',
	kg: 'kg',
};
// Surnames and initials too (Ivanov S. A.; Sá), so they count only after two full words.
const SHORT_COMPANY_FORMS: Readonly<Record<string, string>> = {
	sa: 'sa',
	ag: 'ag',
	ab: 'ab',
	oy: 'oy',
	as: 'as',
	spa: 'spa',
	co: 'co',
};
const SOLE_PROPRIETOR = new Set('фоп fop ип жк спд'.split(' '));
const GENERATIONS: Readonly<Record<string, string>> = {
	jr: 'jr',
	junior: 'jr',
	filho: 'jr',
	мл: 'jr',
	sr: 'sr',
	senior: 'sr',
	ст: 'sr',
	neto: 'neto',
	sobrinho: 'sobrinho',
	ii: 'ii',
	iii: 'iii',
	iv: 'iv',
};
const JOINT_WORDS = new Set('and und и та і və және from for via behalf obo от за для'.split(' '));
const FATHER_WORDS =
	/^(?:oglu|ogly|ogli|ugli|оглы|оглу|огли|угли|улы|ұлы|uly|kyzy|qyzy|kizi|qizi|gizi|qızı|кызы|қызы|кизи|гызы)$/;

/** Takes a name apart. Text without letters, and text too long to be a name, gives no words. */
export function readName(name: string): ReadName {
	const nothing = { words: [], soleProprietor: false, joint: false };
	if (typeof name !== 'string' || name.length > MAX_LENGTH) return nothing;
	const tokens = tokensOf(name);
	const joint = namesTwoPeople(name) || tokens.some((_, index) => isJoint(tokens, index));
	let rest = tokens.filter(({ text }, index) => (/\p{L}/u.test(text) || /^\*+$/.test(text)) && !isJoint(tokens, index));
	if (rest.length > MAX_WORDS) return nothing;

	const marker = rest.find((token, index) => isGeneration(token, index, rest));
	const generation = marker && GENERATIONS[marker.text];
	rest = rest.filter((token) => token !== marker);
	const company = companyOf(rest);
	if (company !== undefined) rest = rest.filter((token) => !(token.text in COMPANY_FORMS) && !isShortForm(token, rest));
	const persons = rest.filter((token) => !SOLE_PROPRIETOR.has(token.text) && !isLatinIp(token, rest));
	const soleProprietor = persons.length < rest.length;
	rest = persons.filter((token) => !TITLES.has(token.text));
	const words = withFatherWords(rest).map(wordOf);
	return { words, company, soleProprietor, generation, joint };
}

/** The word two or more words make when they are written together: `Mac Donald`, `Vanden Berg`, `O Brien`. */
export function joinedWord(words: readonly NameWord[]): NameWord {
	return wordOf({ text: words.map(({ text }) => text).join(''), compound: words[0].compound });
}

/** Letters without their marks, and letters that have no mark but a plain sister (ø, ł, đ). й and ї are letters of their own. */
export function withoutDiacritics(text: string): string {
	return text
		.replace(/[øœæłđðþəı]/g, (letter) => PLAIN[letter])
		.normalize('NFD')
		.replace(/(и\u0306|і\u0308)|\p{M}/gu, (_, letter?: string) => letter ?? '')
		.normalize('NFC');
}

const PLAIN: Readonly<Record<string, string>> = {
	ø: 'o',
	œ: 'oe',
	æ: 'ae',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ə: 'a',
	ı: 'i',
};

interface Token {
	readonly text: string;
	readonly compound: number;
}

function tokensOf(name: string): Token[] {
	// Upper case first: ß and ſ get the form in which a bank prints them, and both cases of a text become one.
	const folded = name
		.toUpperCase()
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFC')
		.replace(/ß/g, 'ss')
		.replace(/i\u0307/g, 'i')
		.replace(/[\p{Cf}'’‘ʼʹ`´ʻ]/gu, '')
		.replace(/(?:\.{2,}|[*•●…×#█])+/g, '*')
		.replace(/([\p{L}*])x{3,}(?![\p{L}])/gu, '$1*')
		.replace(/(^|\s)([\p{L}])\.([\p{L}])\.([\p{L}]\.)?$/u, dottedForm)
		.replace(/sp\.?\s*z\s*\.?\s*o\.?\s*o\.?$/, 'spzoo')
		.replace(/\bc\/o\b/g, ' via ')
		.replace(/([&+])/g, ' $1 ')
		.replace(/[-‐‑–]/g, '-');
	const tokens: Token[] = [];
	folded.split(/[^\p{L}\p{M}\p{N}*&+-]+/u).forEach((group, compound) => {
		for (const text of group.split('-')) if (text !== '') tokens.push({ text, compound });
	});
	return joinedHan(tokens);
}

/** Not Junior Silva: that is his given name. Señor stands in front. */
function isGeneration({ text }: Token, index: number, tokens: readonly Token[]): boolean {
	if (!(text in GENERATIONS) || index === 0 || tokens.length < 3) return false;
	return index === tokens.length - 1 || !/^(?:sr|iv|мл|ст)$/.test(text);
}

/** `Ivan Petrov, Maria Petrova`: each part alone is a person. Not `Garcia Lopez, Maria Jose`. */
function namesTwoPeople(name: string): boolean {
	const parts = name.toLowerCase().split(/[,;/|\\]/);
	const persons = parts.filter((part) => {
		const words = part
			.split(/\s+/)
			.filter((word) => /\p{L}{2}/u.test(word))
			.map((text) => wordOf({ text, compound: 0 }));
		return words.length > 1 && words.some(({ givenNames }) => givenNames.size > 0);
	});
	return persons.length > 1;
}

/** `и` between two words joins two holders; between initials it is one. */
function isJoint(tokens: readonly Token[], index: number): boolean {
	const neighbours = [tokens[index - 1], tokens[index + 1]];
	const { text } = tokens[index];
	if (/^[&+]$/.test(text)) return true;
	return JOINT_WORDS.has(text) && neighbours.every((token) => token !== undefined && token.text.length > 1);
}

/** `S.A.` at the end is a company's form, if it is one; else initials. */
function dottedForm(dotted: string, blank: string, ...letters: Array<string | undefined>): string {
	const joined = letters
		.slice(0, 3)
		.map((letter) => (letter ?? '').replace('.', ''))
		.join('');
	return joined in COMPANY_FORMS || joined in SHORT_COMPANY_FORMS ? `${blank}${joined}` : dotted;
}

/** Chinese, Japanese and Korean names are written without blanks, or with. */
function joinedHan(tokens: Token[]): Token[] {
	const letters = tokens.filter(({ text }) => /\p{L}/u.test(text));
	const isHan = letters.length > 0 && letters.every(({ text }) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(text));
	return isHan ? [{ text: letters.map(({ text }) => text).join(''), compound: 0 }] : tokens;
}

function companyOf(tokens: readonly Token[]): string | undefined {
	const form = tokens.find(({ text }) => text in COMPANY_FORMS);
	if (form !== undefined) return COMPANY_FORMS[form.text];
	const short = tokens.find((token) => isShortForm(token, tokens));
	return short && SHORT_COMPANY_FORMS[short.text];
}

function isShortForm(token: Token, tokens: readonly Token[]): boolean {
	return (
		token === tokens.at(-1) &&
		token.text in SHORT_COMPANY_FORMS &&
		tokens.filter(({ text }) => text.length > 2).length >= 2
	);
}

/** `IP` is Russian for sole proprietor in Latin letters, and a surname in Hong Kong. */
function isLatinIp(token: Token, tokens: readonly Token[]): boolean {
	return (
		token.text === 'ip' &&
		tokens.length > 2 &&
		tokens.some(({ text }) => /(?:[oe]va?|enko|chuk|sk[iy]y?|skaya|vich|vna)$/.test(text))
	);
}

function withFatherWords(tokens: readonly Token[]): Token[] {
	const merged: Token[] = [];
	for (const token of tokens) {
		const previous = merged.at(-1);
		if (previous !== undefined && merged.length > 1 && FATHER_WORDS.test(token.text)) {
			merged[merged.length - 1] = { ...previous, text: previous.text + token.text };
		} else merged.push(token);
	}
	return merged;
}

function wordOf({ text: raw, compound }: Token): NameWord {
	const { text, mixed } = unmixed(raw);
	const script = scriptOf(text);
	const base = withoutDiacritics(text);
	const letters = [...base.replace(/\P{L}/gu, '')].length;
	const masked = base.includes('*');
	const kind = masked ? 'masked' : letters === 1 && script !== 'other' ? 'initial' : 'full';
	const givenNames = kind === 'full' && letters > 1 ? givenNameGroups(base, script) : new Set<number>();
	return {
		text,
		base,
		script,
		kind,
		givenNames,
		sharedFirstName: sharedFirstName(base, givenNames),
		patronymic: kind === 'full' ? patronymicOf(base, script) : undefined,
		particle: PARTICLES.has(base),
		compound,
		mixed,
	};
}

function scriptOf(text: string): NameWord['script'] {
	const letters = text.replace(/\P{L}/gu, '');
	if (/^\p{Script=Latin}+$/u.test(letters)) return 'latin';
	return /^\p{Script=Cyrillic}+$/u.test(letters) ? 'cyrillic' : 'other';
}

const TWINS = new Map(
	[...'aаeеoоpрcсxхyуiіkкmмhнtтbв'.matchAll(/(.)(.)/gu)].map(([, latin, cyrillic]) => [latin, cyrillic]),
);
const CYRILLIC_TWINS = new Map([...TWINS].map(([latin, cyrillic]) => [cyrillic, latin]));

/** A word of both alphabets is read in the one in which all its letters have a place. */
function unmixed(text: string): { text: string; mixed: boolean } {
	if (!/\p{Script=Latin}/u.test(text) || !/\p{Script=Cyrillic}/u.test(text)) return { text, mixed: false };
	const cyrillic = text.replace(/\p{Script=Latin}/gu, (letter) => TWINS.get(letter) ?? letter);
	if (!/\p{Script=Latin}/u.test(cyrillic)) return { text: cyrillic, mixed: true };
	const latin = text.replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC_TWINS.get(letter) ?? letter);
	return { text: latin, mixed: true };
}

const CYRILLIC_FATHER =
	/(?:[оеь]вич|йович|[оеь]вна|[іи]вна|ївна|[иі]чна|ильич|ілліч|кузьмич|фомич|лукич|ұлы|улы|[қк]ызы|огл[ыуи]|угли)$/;
const LATIN_FATHER =
	/(?:[oe]v[iy]ch|[oe]witsch|[oe]vna|[oe]wna|[iy]vna|[iy]chna|ilyich|ilich|uly|[kq][iy]zy|[kqg]izi|ogl[uyi]|ugli)$/;
const DAUGHTER = /(?:на|ызы|na|zy|zi)$/;

function patronymicOf(base: string, script: NameWord['script']): Patronymic | undefined {
	if (script === 'other' || base.length < 6) return undefined;
	if (!(script === 'cyrillic' ? CYRILLIC_FATHER : LATIN_FATHER).test(base)) return undefined;
	const skeletons = script === 'cyrillic' ? cyrillicSkeletons(base) : latinSkeletons(base);
	const stems = new Set<string>();
	for (const skeleton of skeletons) {
		const stem = skeleton.replace(/(?:[ое]в[иы]ч|[иы]вна|[ое]вна|[иы]чна|[иы]ч)$/, '');
		stems.add(stem).add(stem.replace(/и$/, ''));
	}
	return { of: DAUGHTER.test(base) ? 'daughter' : 'son', father: fatherNameGroups(stems) };
}
