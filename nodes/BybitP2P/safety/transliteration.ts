/**
 * Spellings of Cyrillic names in Latin letters.
 *
 * A Latin spelling is read backwards: `latinSkeletons` gives all Cyrillic words it may stand for, in a rough Cyrillic
 * without soft signs and with one letter for и, і, ї, й. Two spellings fit if they may stand for one word. That is not
 * transitive, and must not be: Scherbakov may be Щербаков or Шербаков, but these two stay two.
 */

const MAX_VARIANTS = 32;
const CYRILLIC_VOWELS_AFTER_SIGN = 'еєёиіїюя';

const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
	є: 'е',
	э: 'е',
	і: 'и',
	ї: 'и',
	й: 'и',
	ґ: 'г',
	ў: 'у',
	қ: 'к',
	ғ: 'г',
	ө: 'о',
	ұ: 'у',
	ү: 'у',
	һ: 'х',
	ә: 'а',
	я: 'иа',
	ю: 'иу',
};

/** The rough forms of a Cyrillic word in lower case: Ukrainian, Kazakh and Russian letters meet in one alphabet. */
export function cyrillicSkeletons(word: string): ReadonlySet<string> {
	const letters = [...word];
	const choices = letters.map((letter, index): readonly string[] => {
		const next = letters[index + 1] ?? '';
		switch (letter) {
			case 'ь':
			case 'ъ':
				if (next === 'о') return ['и'];
				return next !== '' && CYRILLIC_VOWELS_AFTER_SIGN.includes(next) ? ['и', ''] : [''];
			case 'ё':
				return 'жчшщ'.includes(letters[index - 1] ?? ' ') ? ['е', 'о'] : ['е'];
			case 'ң':
				return ['н', 'нг'];
			default:
				return [CYRILLIC_LETTERS[letter] ?? letter];
		}
	});
	return new Set([...combinations(choices)].map((text) => withoutDoubles(evened(text.replace(/тс/g, 'ц')))));
}

/** One way banks and passports write a Cyrillic sound: the Latin letters, and what they may stand for. */
type Reading = readonly [latin: string, cyrillic: readonly string[]];

// Longest first. ICAO 9303, BGN/PCGN, ISO 9, the Ukrainian and Kazakh tables, and German, French and Polish habits.
const READINGS: readonly Reading[] = [
	['schtsch', ['щ']],
	['shtch', ['щ']],
	['shch', ['щ']],
	['tsch', ['ч']],
	['shh', ['щ']],
	['sch', ['щ', 'ш']],
	['tch', ['ч']],
	['sh', ['ш']],
	['sz', ['ш']],
	['ch', ['ч', 'х']],
	['cz', ['ч']],
	['zh', ['ж']],
	['kh', ['х']],
	['gh', ['г']],
	['ts', ['ц']],
	['tz', ['ц']],
	['ph', ['ф']],
	['th', ['т']],
	['ck', ['к']],
	['ou', ['у', 'оу']],
	['ya', ['иа']],
	['yu', ['иу']],
	['yi', ['и']],
	['yo', ['е', 'ио']],
	['io', ['е', 'ио']],
	['jo', ['е', 'ио', 'жо', 'джо']],
	['ye', ['е', 'ие']],
	['ie', ['е', 'ие']],
	['je', ['е', 'ие', 'же', 'дже']],
	['a', ['а']],
	['b', ['б']],
	['c', ['к', 'ц']],
	['d', ['д']],
	['e', ['е']],
	['f', ['ф']],
	['g', ['г']],
	['h', ['г', 'х']],
	['i', ['и']],
	['j', ['и', 'ж', 'дж']],
	['k', ['к']],
	['l', ['л']],
	['m', ['м']],
	['n', ['н']],
	['o', ['о']],
	['p', ['п']],
	['q', ['к']],
	['r', ['р']],
	['s', ['с']],
	['t', ['т']],
	['u', ['у']],
	['v', ['в']],
	['w', ['в']],
	['x', ['кс', 'х']],
	['y', ['и', 'ы']],
	['z', ['з']],
];

const READINGS_BY_LETTER = new Map<string, Reading[]>();
for (const reading of READINGS) {
	const letter = reading[0][0];
	READINGS_BY_LETTER.set(letter, [...(READINGS_BY_LETTER.get(letter) ?? []), reading]);
}

// Between two Latin spellings only what both alphabets of one passport may give; the looser habits would
// make one of Chubin and Shubin, Collin and Colin, Garin and Kharin.
const STRICT: Readonly<Record<string, readonly string[]>> = {
	ch: ['ч'],
	jo: ['е', 'ио'],
	je: ['е', 'ие'],
	j: ['и'],
	x: ['кс'],
	c: ['ц'],
	ou: ['оу'],
	ph: ['пх'],
	th: ['тх'],
	ck: ['цк'],
	sz: ['сз'],
	cz: ['цз'],
};

/** All rough Cyrillic words a Latin spelling (lower case, no diacritics) may stand for. */
export function latinSkeletons(word: string): ReadonlySet<string> {
	return new Set([...readBackwards(word, (_, cyrillic) => cyrillic)].map(withoutDoubles));
}

/**
 * The same, with fewer liberties: to compare two Latin spellings with each other.
 *
 * In Russian-looking surnames `y` between consonants is ы and `h` is х, because Myshkin and Mishkin are two families.
 */
export function strictLatinSkeletons(word: string): ReadonlySet<string> {
	const russian = /(?:ov|ova|ev|eva|in|ina|yn|yna)$/.test(word);
	return readBackwards(word, (latin, cyrillic) => {
		// Jukov is Жуков in French and Юков in German.
		if (latin === 'j' && word.startsWith('ju')) return ['j'];
		if (russian && latin === 'y') return ['ы'];
		if (russian && latin === 'h') return ['х'];
		return STRICT[latin] ?? cyrillic;
	});
}

/** True for words whose shape says that the Latin letters stand for Cyrillic ones: -ov, -enko, -chuk, -sky, -ovich. */
export function looksSlavic(base: string): boolean {
	return /^.{2,}(?:[oeiy]v|[oe]va|enko|[uy]k|sk[iy]y?|sk[iy]i|skij|ska|skaya|skaia|[oe]v[iy]ch|[oe]vna|ivna|uly|kyzy)$/.test(
		base,
	);
}

function readBackwards(
	word: string,
	readingsOf: (latin: string, cyrillic: readonly string[]) => readonly string[],
): ReadonlySet<string> {
	const text = word.replace(/ff$/, 'v');
	const choices: Array<readonly string[]> = [];
	for (let at = 0; at < text.length; ) {
		const reading = READINGS_BY_LETTER.get(text[at])?.find(([latin]) => text.startsWith(latin, at));
		if (reading === undefined) {
			choices.push([text[at]]);
			at += 1;
			continue;
		}
		const [latin, cyrillic] = reading;
		const between = /^[^aeiouy]y[^aeiouy]$/.test(text.slice(at - 1, at + 2));
		choices.push(latin === 'y' && !(at > 0 && between) ? ['и'] : readingsOf(latin, cyrillic));
		at += latin.length;
	}
	return new Set([...combinations(choices)].map(evened));
}

/** Endings that differ only by habit: Bely, Belyy, Belyi; Dmitri, Dmitrii. */
function evened(skeleton: string): string {
	return skeleton.replace(/и{2,}/g, 'и').replace(/[иы]+$/, 'и');
}

function withoutDoubles(skeleton: string): string {
	return skeleton.replace(/(.)\1+/gu, '$1');
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
	if (common !== '') texts = texts.map((text) => text + common);
	return new Set(texts);
}
