/**
 * Spellings of Cyrillic names in Latin letters.
 *
 * A Latin spelling is read backwards: `latinSkeletons` gives all Cyrillic words it may stand for, in a rough Cyrillic
 * without soft signs and with one letter for и, і, ї, й. Two spellings fit if they may stand for one word. That is not
 * transitive, and must not be: Homenko may be Хоменко or Гоменко, but these two stay two.
 */

import { entriesOf, once } from './once';

/** How one passport office writes: h is х and y is ы in a Russian name, h is г and y is и in a Ukrainian one. */
export type Alphabet = 'russian' | 'ukrainian' | 'any';

const MAX_VARIANTS = 32;

const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
	...{ ё: 'е', є: 'е', э: 'е', і: 'и', ї: 'и', й: 'и', ј: 'и', ґ: 'г', ў: 'у', я: 'иа', ю: 'иу' },
	...{ қ: 'к', ғ: 'г', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', ҳ: 'х', ә: 'а' },
	...{ ћ: 'ч', ђ: 'дж', џ: 'дж', љ: 'ли', њ: 'ни' },
};

/** The rough forms of a Cyrillic word in lower case. */
export function cyrillicSkeletons(word: string): ReadonlySet<string> {
	const letters = [...word];
	const choices = letters.map((letter, index): readonly string[] => {
		const next = letters[index + 1] ?? '';
		if (letter === 'ь' || letter === 'ъ') {
			if (next === 'о') return ['и'];
			return next !== '' && 'еєёиіїюя'.includes(next) ? ['и', ''] : [''];
		}
		if (letter === 'ё' && 'жчшщ'.includes(letters[index - 1] ?? ' ')) return ['е', 'о'];
		return letter === 'ң' ? ['н', 'нг'] : [CYRILLIC_LETTERS[letter] ?? letter];
	});
	return withoutDoubleI(new Set([...combinations(choices)].map((text) => evened(text.replace(/тс/g, 'ц')))));
}

const NATIONAL = /[іїєґўәғқңөұүһ]/;

/**
 * True if two Cyrillic words are one in the spelling of two countries: Кравець and Кравец, Қанат and Канат, Алёшин and
 * Алешин. Two words with letters of a country of their own are two.
 */
export function isSameCyrillic(a: string, b: string): boolean {
	if (NATIONAL.test(a) && NATIONAL.test(b)) return false;
	// Ковальов is Ковалёв, and Соловйов is Соловьёв.
	return ['е', 'ье'].some((yo) => russianForm(a, yo) === russianForm(b, yo));
}

function russianForm(word: string, yo: string): string {
	return word
		.replace(/[ьй]о/g, yo)
		.replace(/[ёєіїґўәғқңөұүһ]/g, (letter) => (letter === 'ң' ? 'н' : CYRILLIC_LETTERS[letter]))
		.replace(/([сц])ь(?=к|$)/g, '$1')
		.replace(/[ыи]й$/, 'ий');
}

/** One way banks and passports write a Cyrillic sound: the Latin letters, and what they may stand for. */
type Reading = readonly [latin: string, cyrillic: readonly string[]];

// Longest first. ICAO 9303, BGN/PCGN, ISO 9, the Ukrainian and Kazakh tables, and German, French and Polish habits.
const READINGS =
	'schtsch щ; shtch щ; shch щ; tsch ч; shh щ; sch щ,ш; tch ч; sh ш; sz ш; ch ч,х; cz ч; zh ж; kh х; gh г; ts ц; tz ц; ' +
	'ph ф; th т; ck к; ss с,сс; ou у,оу; ya иа; yu иу; yi и; yo е,ио; io е,ио; jo е,ио,жо,джо; ye е,ие; ie е,ие; ' +
	'je е,ие,же,дже; a а; b б; c к,ц; d д; e е; f ф; g г; h г,х; i и; j и,ж,дж; k к; l л; m м; n н; o о; p п; q к; r р; ' +
	's с; t т; u у; v в; w в; x кс,х; y и,ы; z з';
const readingsByLetter = once(() => {
	const byLetter: Record<string, Reading[]> = {};
	for (const [latin, cyrillic] of entriesOf(READINGS)) (byLetter[latin[0]] ??= []).push([latin, cyrillic.split(',')]);
	return byLetter;
});

// Between two Latin spellings only what both alphabets of one passport may give; the looser habits would
// make one of Chubin and Shubin, Collin and Colin, Garin and Kharin, Scherbin and Sherbin.
const STRICT: Readonly<Record<string, readonly string[]>> = {
	...{ sch: ['щ'], ch: ['ч'], jo: ['е', 'ио'], je: ['е', 'ие'], j: ['и'], x: ['кс'], c: ['ц'], ss: ['сс'], ou: ['оу'] },
	...{ gh: ['гх'], q: ['q'], w: ['w'], ph: ['пх'], th: ['тх'], ck: ['цк'], sz: ['сз'], cz: ['цз'] },
};

/** All rough Cyrillic words a Latin spelling (lower case, no diacritics) may stand for. */
export function latinSkeletons(word: string, alphabet: Alphabet = 'any'): ReadonlySet<string> {
	const own: Readonly<Record<string, readonly string[]>> =
		alphabet === 'any' ? {} : alphabet === 'russian' ? { h: ['х'], y: ['ы'] } : { h: ['г'], y: ['и'] };
	// Serbian banks drop the mark of -ić.
	return withoutDoubleI(readBackwards(word.replace(/ic$/, 'ich'), (latin, cyrillic) => own[latin] ?? cyrillic));
}

/**
 * The same, with fewer liberties: to compare two Latin spellings with each other.
 *
 * @param countries - 1: `y` between consonants is ы and `h` nothing but itself: Myshkin and Mishkin are two families.
 *   2: one name is in a Russian spelling and the other in a Ukrainian one, so Mironov is Myronov.
 */
export function strictLatinSkeletons(word: string, countries: 1 | 2): ReadonlySet<string> {
	return readBackwards(word, (latin, cyrillic, before, after) => {
		const beforeV = /^(?:v|va|vich|vna)$/.test(after);
		// Jukov is Жуков in French and Юков in German, and Majer is not Mayer: j is й at the end, or after a consonant.
		if (latin.startsWith('j') && after !== '' && !beforeV && /(?:^|[aeiouy])$/.test(before)) return [latin];
		if (countries === 1 && latin === 'y') return [before === '' ? 'y' : 'ы'];
		if (countries === 1 && latin === 'h') return ['h'];
		// Vasiliev and Vasilev; but Pietrov is not Petrov.
		if (/^[yij]e$/.test(latin)) {
			if (before === '') return ['е'];
			if (/[^aeiouy]$/.test(before) && !beforeV) return ['ие'];
		}
		if (latin === 'yi' && /[^aeiouy]$/.test(before)) return ['ыи'];
		return STRICT[latin] ?? cyrillic;
	});
}

/** True for words whose shape says that the Latin letters stand for Cyrillic ones: -ov, -enko, -chuk, -sky, -ovich. */
export function looksSlavic(base: string): boolean {
	return /^.{2,}(?:[oeiy]v|[oe]va|enko|chuk|[iyj]uk|[ln]yk|sk[iy]y?|sk[iy]i|skij|ska|skaya|skaia|[oe]v[iy]ch|[oe]vna|ivna|uly|kyzy)$/.test(
		base,
	);
}

function readBackwards(
	word: string,
	readingsOf: (latin: string, cyrillic: readonly string[], before: string, after: string) => readonly string[],
): ReadonlySet<string> {
	const text = word.replace(/ff$/, 'v');
	const choices: Array<readonly string[]> = [];
	for (let at = 0; at < text.length; ) {
		const readings = readingsByLetter()[text[at]];
		const [latin, cyrillic] = readings?.find((reading) => text.startsWith(reading[0], at)) ?? [text[at], [text[at]]];
		const after = text.slice(at + latin.length);
		const between = /[^aeiouy]$/.test(text.slice(0, at)) && /^[^aeiouy]/.test(after);
		choices.push(latin === 'y' && !between ? ['и'] : readingsOf(latin, cyrillic, text.slice(0, at), after));
		at += latin.length;
	}
	return new Set([...combinations(choices)].map(evened));
}

/** Endings that differ only by habit: Bely, Belyy, Belyi; Dmitri, Dmitrii. */
function evened(skeleton: string): string {
	return skeleton.replace(/и{2,}(?=[аоуе]|$)/g, 'и').replace(/[иы]+$/, 'и');
}

function withoutDoubleI(skeletons: ReadonlySet<string>): ReadonlySet<string> {
	return new Set([...skeletons].map((skeleton) => skeleton.replace(/и{2,}/g, 'и')));
}

/** All ways to take one of each; past the limit only the first choice, so that no text can make it slow. */
function combinations(choices: ReadonlyArray<readonly string[]>): ReadonlySet<string> {
	let texts = [''];
	let common = '';
	for (const options of choices) {
		if (options.length === 1 || texts.length * options.length > MAX_VARIANTS) {
			common += options[0];
			continue;
		}
		texts = texts.flatMap((text) => options.map((option) => text + common + option));
		common = '';
	}
	return new Set(texts.map((text) => text + common));
}
