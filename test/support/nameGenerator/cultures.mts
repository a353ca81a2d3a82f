// Long: one table of rows, a row for each culture.
import * as asia from './names/asia.mts';
import * as eastern from './names/slavicTurkic.mts';
import * as south from './names/south.mts';
import * as west from './names/west.mts';
import { wordsFrom, withRole, type People, type Word } from './person.mts';
import { withoutMarks } from './print.mts';
import type { Random } from './random.mts';

const particle = (latin: string): Word => ({ role: 'particle', latin });

/** Given names, perhaps a second one, one or two families. */
function europeans(
	names: { readonly given: string; readonly family: string },
	shape: { readonly middle: number; readonly second?: number; readonly particles?: readonly string[] },
	more: Partial<People> = {},
): People {
	const given = wordsFrom(names.given, 'given');
	const family = wordsFrom(names.family, 'family');
	return {
		given,
		family,
		leftOut: ['middle', 'particle'],
		letters: 'latin',
		turns: 'latin',
		// Maria and Mariia.
		evened: (text) => text.toLowerCase().replace(/ii/g, 'i'),
		make: (random) => [
			random.pick(given),
			...(random.chance(shape.middle) ? [withRole(random.pick(given), 'middle')] : []),
			...(shape.particles && random.chance(0.1) ? [particle(random.pick(shape.particles))] : []),
			random.pick(family),
			...(random.chance(shape.second ?? 0) ? [withRole(random.pick(family), 'second')] : []),
		],
		...more,
	};
}

/** Family, given name, father; the family has a form for women. */
function eastSlavs(names: Readonly<Record<'men' | 'women' | 'families' | 'fathers', string>>): People {
	const [men, women] = [wordsFrom(names.men, 'given'), wordsFrom(names.women, 'given')];
	const families = wordsFrom(names.families, 'family');
	const fathers = wordsFrom(names.fathers, 'father');
	const ofWoman = (word: Word): Word => ({
		role: word.role,
		latin: word.latin.replace(/(ov|ev|in)$/, '$1a').replace(/([oe]v)[iy]ch$/, '$1na'),
		native: word.native
			?.replace(/(ов|ев|ёв|ин)$/, '$1а')
			.replace(/([ое]в)ич$/, '$1на')
			.replace(/йович$/, 'ївна'),
	});
	const form = (word: Word, isWoman: boolean) => (isWoman ? ofWoman(word) : word);
	return {
		given: [...men, ...women],
		family: [...families, ...families.map(ofWoman)],
		leftOut: ['father'],
		letters: 'both',
		turns: 'always',
		evened: evenedSlavic,
		make: (random) => {
			const isWoman = random.chance(0.5);
			const father = random.chance(0.6) ? [form(random.pick(fathers), isWoman)] : [];
			return [form(random.pick(families), isWoman), random.pick(isWoman ? women : men), ...father];
		},
	};
}

/** One letter for what passports and countries write in several ways. */
function evenedSlavic(text: string): string {
	return text
		.toLowerCase()
		.replace(/[čšž]/g, (letter) => ({ č: 'ch', š: 'sh', ž: 'zh' })[letter] ?? letter)
		.replace(/^[yei]+katerin/, 'katerin')
		.replace(/[ёєэ]/g, 'е')
		.replace(/[іїй]/g, 'и')
		.replace(/[ьъ]/g, '')
		.replace(
			/[қғңөұүһә]/g,
			(letter) => ({ қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', ә: 'а' })[letter] ?? letter,
		)
		.replace(/[yj]/g, 'i')
		.replace(/[iy]+(?=[ua])/g, '')
		.replace(/ui/g, 'u')
		.replace(/tch/g, 'ch')
		.replace(/i*[eo]/g, 'e')
		.replace(/kh|gh/g, 'h')
		.replace(/w/g, 'v')
		.replace(/q/g, 'k')
		.replace(/x/g, 'ks')
		.replace(/shch|sch/g, 'sh')
		.replace(/(.)\1+/g, '$1');
}

/** Letters that Turks and Azeris have of their own, as banks print them. */
function evenedTurkish(text: string): string {
	return text
		.toLowerCase()
		.replace(/[əaei]/g, 'e')
		.replace(/([oöuü])e/g, '$1')
		.replace(/[cç]h?/g, 'c')
		.replace(/[sş]h?/g, 's')
		.replace(/[gğ]h?/g, 'g')
		.replace(/(.)\1+/g, '$1');
}

const EAST_TURKS = { son: { azeri: 'oğlu', uzbek: 'o‘g‘li' }, daughter: { azeri: 'qızı', uzbek: 'qizi' } } as const;

/** Family, given name, the father with a word of his own. */
function azerisOrUzbeks(
	names: Readonly<Record<'given' | 'family' | 'fathers', string>>,
	people: 'azeri' | 'uzbek',
): People {
	const [given, family, fathers] = [
		wordsFrom(names.given, 'given'),
		wordsFrom(names.family, 'family'),
		wordsFrom(names.fathers, 'father'),
	];
	const father = (random: Random): Word => {
		const child = random.chance(0.5) ? 'son' : 'daughter';
		return { role: 'father', latin: `${random.pick(fathers).latin} ${EAST_TURKS[child][people]}` };
	};
	return {
		given,
		family,
		leftOut: ['father'],
		letters: 'latin',
		turns: 'always',
		evened: (text) => evenedTurkish(evenedSlavic(text)),
		make: (random) => [random.pick(family), random.pick(given), ...(random.chance(0.5) ? [father(random)] : [])],
	};
}

function kazakhs(): People {
	const { kazakh } = eastern;
	const fathers = (ending: { native: string; latin: string }) =>
		wordsFrom(kazakh.fathers, 'father')
			.map(({ native, latin }) => `${native}${ending.native}/${latin}${ending.latin}`)
			.join(' ');
	const sons = fathers({ native: 'ұлы', latin: 'uly' });
	const people = eastSlavs({ ...kazakh, fathers: sons });
	const daughters = wordsFrom(fathers({ native: 'қызы', latin: 'kyzy' }), 'father');
	return {
		...people,
		make: (random) =>
			people.make(random).map((word) => (word.role === 'father' && random.chance(0.5) ? random.pick(daughters) : word)),
	};
}

/** Given name, perhaps the father's, the family. */
function arabs(): People {
	const [given, family] = [wordsFrom(south.arabic.given, 'given'), wordsFrom(south.arabic.family, 'family')];
	const bin: Word = { role: 'particle', latin: 'bin', native: 'بن' };
	return {
		given,
		family,
		leftOut: ['particle'],
		letters: 'both',
		turns: 'latin',
		// Vowels and doubled letters are written as one likes, and so are the signs on alif.
		evened: (text) =>
			text
				.toLowerCase()
				.normalize('NFD')
				.replace(/\p{M}/gu, '')
				.replace(/[aeiouy]/g, '')
				.replace(/g/g, 'j')
				.replace(/ch/g, 'sh')
				.replace(/(.)\1+/g, '$1')
				.replace(/ى/g, 'ي')
				.replace(/ة/g, 'ه'),
		make: (random) => {
			const father = random.chance(0.4) ? [withRole(random.pick(given), 'given')] : [];
			return [
				random.pick(given),
				...(father.length > 0 && random.chance(0.4) ? [bin] : []),
				...father,
				random.pick(family),
			];
		},
	};
}

function hindus(): People {
	const [given, family, middle] = [
		wordsFrom(south.indian.given, 'given'),
		wordsFrom(south.indian.family, 'family'),
		wordsFrom(south.indian.middle, 'middle'),
	];
	const initials = 'ABCDGHJKLMNPRSTV'.split('').map((letter): Word => ({ role: 'initial', latin: `${letter}.` }));
	return {
		given,
		family,
		middle,
		leftOut: ['middle'],
		letters: 'both',
		turns: 'latin',
		titles: ['Shri', 'Smt', 'श्री', 'श्रीमती'],
		make: (random) => [
			...(random.chance(0.1) ? [random.pick(initials)] : []),
			random.pick(given),
			...(random.chance(0.3) ? [random.pick(middle)] : []),
			random.pick(family),
		],
	};
}

/** Two words, each from its list. */
function twoWords(
	names: { readonly given: string; readonly family: string },
	letters: People['letters'],
	more: Partial<People> = {},
): People {
	const [given, family] = [wordsFrom(names.given, 'given', letters), wordsFrom(names.family, 'family', letters)];
	return {
		given,
		family,
		leftOut: [],
		letters,
		turns: 'latin',
		make: (random) => [random.pick(given), random.pick(family)],
		...more,
	};
}

/** A family and one or two syllables. */
function syllables(names: { readonly given: string; readonly family: string }, letters: People['letters']): People {
	const people = twoWords(names, letters, { syllables: true, blanks: 'none' });
	return {
		...people,
		make: (random) => [
			random.pick(people.family),
			random.pick(people.given),
			...(random.chance(0.8) ? [random.pick(people.given)] : []),
		],
	};
}

function japanese(names: { readonly given: string; readonly family: string }, more: Partial<People>): People {
	const people = twoWords(names, more.letters ?? 'both', more);
	return { ...people, make: (random) => [random.pick(people.family), random.pick(people.given)] };
}

function vietnamese(): People {
	const middle = wordsFrom(asia.vietnamese.middle, 'given');
	const people = twoWords(asia.vietnamese, 'latin', { turns: 'never' });
	return {
		...people,
		make: (random) => [
			random.pick(people.family),
			...[0.8, 0.2].flatMap((share) => (random.chance(share) ? [random.pick(middle)] : [])),
			random.pick(people.given),
		],
	};
}

/** Korean letters sound alike in Latin ones: Ki and Gi, Kyung and Gyeong. */
function evenedKorean(text: string): string {
	return text
		.toLowerCase()
		.replace(/eo/g, 'u')
		.replace(/ou|oo|wu|yu?/g, 'u')
		.replace(/ee/g, 'i')
		.replace(/[kq]/g, 'g')
		.replace(/p/g, 'b')
		.replace(/ar(?![aeiou])/g, 'a')
		.replace(/t/g, 'd')
		.replace(/ch/g, 'j')
		.replace(/ui/g, 'i')
		.replace(/sh/g, 's')
		.replace(/h(?![aeiou])/g, '')
		.replace(/^l/, '');
}

/** Banks print small kana large, and long vowels in several ways. */
function evenedJapanese(text: string): string {
	return text
		.replace(/[ャュョッ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1))
		.toLowerCase()
		.replace(/oh(?=[^aeioun])/g, 'o');
}

/** The twelve cultures of the check. */
export const CULTURES: Readonly<Record<string, readonly People[]>> = {
	English: [
		europeans(west.english, { middle: 0.4 }, { titles: ['Mr', 'Mrs', 'Dr'] }),
		europeans(west.african, { middle: 0.3 }),
	],
	German: [
		europeans(
			west.german,
			{ middle: 0.3, second: 0.1, particles: ['von', 'zu'] },
			{
				titles: ['Herr', 'Frau', 'Dr.'],
				evened: (text) => withoutMarks(text.toLowerCase()).replace(/([aou])e/g, '$1'),
			},
		),
	],
	'Spanish, Portuguese': [
		europeans(
			west.spanish,
			{ middle: 0.3, second: 0.6, particles: ['de', 'de la'] },
			{ leftOut: ['middle', 'second', 'particle'] },
		),
		europeans(
			west.portuguese,
			{ middle: 0.3, second: 0.6, particles: ['da', 'dos'] },
			{ leftOut: ['middle', 'second', 'family', 'particle'] },
		),
	],
	Slavic: [
		eastSlavs(eastern.russian),
		eastSlavs(eastern.ukrainian),
		europeans(eastern.westSlavic, { middle: 0.2 }, { evened: evenedSlavic }),
	],
	Turkic: [
		europeans(eastern.turkish, { middle: 0.3 }, { leftOut: [], evened: evenedTurkish }),
		azerisOrUzbeks(eastern.azeri, 'azeri'),
		kazakhs(),
		azerisOrUzbeks(eastern.uzbek, 'uzbek'),
	],
	Arabic: [arabs()],
	Indian: [
		hindus(),
		...Object.values(south.indianScripts).map((names) => twoWords(names, 'native', { turns: 'never' })),
	],
	Chinese: [syllables(asia.chinese, 'both'), syllables(asia.cantonese, 'latin')],
	Korean: [{ ...syllables(asia.korean, 'both'), evened: evenedKorean }],
	Japanese: [
		japanese(asia.japanese, { letters: 'both', evened: evenedJapanese }),
		japanese(asia.japaneseKanji, { letters: 'native', turns: 'never', blanks: 'none' }),
	],
	Vietnamese: [vietnamese()],
	Thai: [twoWords(asia.thai, 'both', { titles: ['นาย', 'นางสาว', 'น.ส.', 'Mr.', 'Miss'] })],
};
