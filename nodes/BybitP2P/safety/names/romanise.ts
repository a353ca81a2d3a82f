/** Latin spellings of names in scripts that are read letter by letter, and only where the reading is certain. */
import { hanVariants, japaneseKanjiSurnames, koreanSyllables, pinyin } from './data/east';
import { indianSpellings } from './data/spellings';
import type { Script } from './fold';
import { entriesOf, once, wordsOf } from './once';

/**
 * The Latin forms of one word in lower case, without marks.
 *
 * @returns empty where the script is not read here, or a letter of the word has no certain reading.
 */
export function latinForms(word: string, script: Script): ReadonlySet<string> {
	switch (script) {
		case 'kana':
			return new Set(hepburn(word));
		case 'hangul':
			return new Set([revisedRoman(word)]);
		case 'han':
			return new Set(mandarin(word));
		case 'devanagari':
			return new Set([...hindi(word), ...(indianFamilies().get(word) ?? [])]);
		case 'latin':
		case 'cyrillic':
		case 'arabic':
		case 'other':
			return new Set();
	}
}

const indianFamilies = once(() => new Map(entriesOf(indianSpellings()).map(([word, ...latin]) => [word, latin])));

/** Hiragana and full-width letters as katakana: one sound, two ways to write it. */
export function katakana(word: string): string {
	return word.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/** Banks of Japan print small kana large: ショウ as シヨウ. */
export function withLargeKana(word: string): string {
	return word.replace(/[ァィゥェォッャュョヮ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
}

const kana = once(() =>
	pairs(
		'アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ノno ' +
			'ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ガga ギgi グgu ゲge ゴgo ' +
			'ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu',
	),
);

/** One letter and its reading: `カka`. */
function pairs(list: string): ReadonlyMap<string, string> {
	return new Map(wordsOf(list).map((entry) => [entry[0], entry.slice(1)]));
}

// A short vowel makes another name of these: Yuki (ユキ) and Yuuki (ユウキ), Ono and Ohno.
const OTHER_WHEN_SHORT = /^(?:yu+ki|o+no|yu+ri|yu+mi|yu+na|yu+ka|yu+ma|o+ta)$/;

function hepburn(word: string): string[] {
	let latin = '';
	for (const letter of katakana(word)) {
		const small = 'ャュョ'.indexOf(letter);
		if (letter === 'ー') latin += latin.slice(-1);
		else if (letter === 'ッ') latin += '~';
		else if (small >= 0)
			latin = latin.replace(/(sh|ch|j)?i$/, (_, head?: string) => (head ?? '') + (head ? '' : 'y')) + 'auo'[small];
		else if (kana().has(letter)) latin += kana().get(letter);
		else return [];
	}
	const full = latin
		.replace(/~(.)/g, (_, next: string) => (next === 'c' ? 'tc' : next + next))
		.replace(/n(?=[bmp])/g, 'n');
	const short = full.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
	const spoken = [
		full,
		full.replace(/ou|oo/g, 'oh'),
		...(OTHER_WHEN_SHORT.test(full) && short !== full ? [] : [short]),
	];
	return spoken.flatMap((form) => [form, form.replace(/n(?=[bmp])/g, 'm')]);
}

const LEADS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const TAILS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p h'.split(' ');

function revisedRoman(word: string): string {
	return [...word]
		.map((syllable) => {
			const code = syllable.charCodeAt(0) - 0xac00;
			const parts = [LEADS[Math.floor(code / 588)], VOWELS[Math.floor((code % 588) / 28)], TAILS[code % 28]];
			return parts.join('').replace(/-/g, '');
		})
		.join('');
}

const KOREAN_HABITS: ReadonlyArray<readonly [RegExp, string]> = [
	[/young/g, 'yeong'],
	[/(?<=[js])ung/g, 'eong'],
	// Sun is 선 or 순, Suk 석 or 숙: nobody can tell.
	[/s(?=u[nk])/g, 's?'],
	[/(?<=[hk]y|my)u(?=n|k)/g, 'eo'],
	[/byung/g, 'byeong'],
	[/duk/g, 'deok'],
	[/ah(?![aeiouy])/g, 'a'],
	[/k(?=y|i|w|eun)/g, 'g'],
	[/chul/g, 'cheol'],
	[/bum/g, 'beom'],
	[/(?<![bdfjlmprst])woo/g, 'u'],
	[/(?<=[bcdfghjklmnprsty])oo/g, 'u'],
	[/hee/g, 'hui'],
	[/(?<=[bcdfghjklmnprst])ee/g, 'i'],
];

/** A Korean given name in Latin letters as the official table writes it: Hyunwoo and Hyeonu are one. */
export function koreanSpelling(base: string): string {
	if (/yong/.test(base)) return base;
	return KOREAN_HABITS.reduce((text, [habit, official]) => text.replace(habit, official), base);
}

const koreanRow = once(() => new RegExp(`^(?:${wordsOf(koreanSyllables()).join('|')})+$`));

/** True for a row of syllables of Korean given names. */
export function isKorean(base: string): boolean {
	return koreanRow().test(base);
}

/** True for a row of syllables of Mandarin. */
export function isMandarin(base: string): boolean {
	return /^(?:[bpmfw]o|ai?|ao|ang?|e[nr]?|ou?|(?:zh|ch|sh|[bpmdtnlgkhjqxrzcsyfw])(?:ai?|ao|ang?|ei?|eng?|ia?|ie|iao|iu|iang?|ing?|iong|ou|ong|ua?|uo|uai|ui|uang?|un|ue))+$/.test(
		base,
	);
}

const syllables = once(
	(): ReadonlyMap<string, string> =>
		new Map(
			wordsOf(pinyin()).flatMap((entry) => {
				const latin = /^[a-z]+/.exec(entry)?.[0] ?? '';
				return [...entry.slice(latin.length)].map((letter) => [letter, latin] as const);
			}),
		),
);

function mandarin(word: string): string[] {
	const read = [...word].map((letter) => syllables().get(letter));
	return read.includes(undefined) ? [] : [read.join('')];
}

/** Chinese letters in their short form, so that 張偉 and 张伟 are one. */
export function shortHan(word: string): string {
	return [...word].map((letter) => shortForms().get(letter) ?? letter).join('');
}

const shortForms = once(
	() =>
		new Map(
			[
				...hanVariants()
					.replace(/\s/g, '')
					.matchAll(/(.)(.)/gu),
			].map(([, old, now]) => [old, now]),
		),
);

const COMPOUND_SURNAMES = /^(?:欧阳|上官|司马|诸葛|司徒|皇甫|남궁|선우|황보|제갈|독고)/;

/** Family and given name of a name in Chinese or Korean letters. */
export function familyAndGiven(word: string): readonly [string, string] {
	const length = word.length > 2 && COMPOUND_SURNAMES.test(word) ? 2 : 1;
	return [word.slice(0, length), word.slice(length)];
}

/** Two letters that are a Japanese or long Chinese family: no whole name. */
export function isKanjiFamily(word: string): boolean {
	return wordsOf(japaneseKanjiSurnames()).includes(word);
}

const CONSONANTS =
	'कk खkh गg घgh ङn चch छchh,ch जj झjh ञn टt ठth डd ढdh णn तt थth दd धdh नn पp फph,f बb भbh मm यy रr लl वv,w शsh षsh सs हh';
const WITH_NUKTA = 'कq,k खkh गg जz,j डd,r ढdh,rh फf';
const VOWEL_SIGNS = 'ाa,aa िi ीi,ee ुu ूu,oo ृri ेe ैai ोo ौau,ou';
const VOWEL_LETTERS = 'अa आa,aa इi ईi,ee उu ऊu,oo ऋri एe ऐai ओo औau,ou';
const hindiLetters = once(() => ({
	consonants: pairs(CONSONANTS),
	withNukta: pairs(WITH_NUKTA),
	signs: pairs(VOWEL_SIGNS),
	letters: pairs(VOWEL_LETTERS),
}));

function hindi(word: string): string[] {
	const { consonants, withNukta, signs, letters: vowels } = hindiLetters();
	const letters = [...word.normalize('NFD')];
	let forms = [''];
	const append = (options: string) => {
		const taken = options.split(',').slice(0, forms.length > 32 ? 1 : undefined);
		forms = forms.flatMap((form) => taken.map((option) => form + option));
	};
	for (let at = 0; at < letters.length; at += 1) {
		const dotted = letters[at + 1] === NUKTA;
		const consonant = (dotted ? withNukta : consonants).get(letters[at]);
		const vowel = vowels.get(letters[at]) ?? signs.get(letters[at]);
		if (consonant !== undefined) {
			append(consonant);
			if (dotted) at += 1;
			if (letters[at + 1] === VIRAMA) at += 1;
			else append(unwrittenVowel(letters, at));
		} else if (vowel !== undefined) append(vowel);
		else if (/[ंँ]/.test(letters[at])) append(nasal(letters[at + 1]));
		else return [];
	}
	return forms.flatMap((form) => [form, form.replace(/iya/g, 'ia')]);
}

const NUKTA = '\u093c';
const VIRAMA = '\u094d';

/** Read, but not at the end of a word; between two syllables with vowels of their own (कमला) people print both. */
function unwrittenVowel(letters: readonly string[], at: number): string {
	const { consonants, signs } = hindiLetters();
	const next = letters[at + 1];
	if (next === undefined) return letters[at - 1] === VIRAMA ? ',a' : '';
	if (signs.has(next)) return '';
	const after = letters[at + 2] === NUKTA ? letters[at + 3] : letters[at + 2];
	return at > 0 && consonants.has(next) && signs.has(after ?? '') ? 'a,' : 'a';
}

function nasal(next: string | undefined): string {
	if (next === 'ह') return 'ng';
	return /^[पफबभम]/.test(next ?? '') ? 'm' : 'n';
}
