import fc from 'fast-check';

import { DEFAULT_MIN_NAME_SCORE, explainNameScore, nameScore } from '../../../nodes/BybitP2P/safety/names';

const SEED = { seed: 20240603 };

describe('nameScore', () => {
	it('is 1 for the same name, whatever its case, order and diacritics', () => {
		expect(nameScore('José García', 'GARCIA JOSE')).toBe(1);
	});

	it.each<[string, string, number]>([
		['Sergey Volkov', 'Сергей Волков', 0.97],
		['ФОП Коваленко Олена', 'Олена Коваленко', 0.95],
		['John M. Smith', 'John Michael Smith', 0.93],
		['Петров Иван', 'Петров Иван Сергеевич', 0.9],
		['Aleksandr Kuznetsov', 'Aleksandr Kuznetosv', 0.88],
		['Erik Petersen', 'Erik Peterson', 0.8],
		// A slip is one in seven letters or more: shorter words are other names.
		['Pavel Smirnov', 'Pavel Smirnvo', 0.88],
		['Pavel Petrov', 'Pavel Petrvo', 0.25],
		['Erik Jensen', 'Erik Jansen', 0.25],
		['Ivan Petrov LLC', 'Ivan Petrov', 0.8],
		['John Smith Jr', 'John Smith', 0.8],
		['Ahmed Ali', 'Ali Ahmed', 0.8],
		['I. Petrov', 'Ivan Petrov', 0.75],
		['ИВАН ИВАНОВИЧ П.', 'Петров Иван Иванович', 0.75],
		['Michael Smith', 'John Michael Smith', 0.7],
		['J*** S***', 'John Smith', 0.6],
		['Maria', 'Maria', 0.6],
		['Ivanov Ivan', 'Ivanov Igor', 0.25],
		['John Smith', 'Maria Garcia', 0],
		['', '', 0],
	])('of %j and %j is %d', (a, b, score) => {
		expect(nameScore(a, b)).toBe(score);
	});

	it('keeps a name that can be a relative between the different and the same', () => {
		const relative = nameScore('I. Petrov', 'Ivan Petrov');

		expect(relative).toBeLessThan(DEFAULT_MIN_NAME_SCORE);
		expect(relative).toBeGreaterThan(nameScore('Sergey Petrov', 'Ivan Petrov'));
	});

	it('says in words what the score rests on', () => {
		expect(explainNameScore('Ivan Petrov LLC', 'Ivan Petrov').reasons).toEqual([
			'One of them is a company, or they are companies of different forms: a company is not the person.',
		]);
		expect(explainNameScore('Иванов Иван Петрович', 'Иванов Иван Сергеевич').reasons).toEqual([
			'The patronymics differ: it may be a relative.',
		]);
		expect(explainNameScore('Erik Petersen', 'PETERSON ERIK').reasons).toEqual([
			'One letter differs: it may be a slip, or another family.',
		]);
		expect(explainNameScore('', 'Ivan Petrov')).toEqual({
			score: 0,
			reasons: ['One of the names is empty or cannot be read.'],
		});
	});

	it.each([undefined, null, 5, {}, NaN])('is 0 for %p, which is no text', (value) => {
		expect(nameScore(value as unknown as string, 'John Smith')).toBe(0);
		expect(nameScore('John Smith', value as unknown as string)).toBe(0);
	});
});

/** People of one family, whose given names are as near to each other as real ones get. */
const FAMILY = `
	Ivan Ivana Igor Irina Arina Inna Ilya Anna Hanna Alina Alla Olena Alyona Olha Oleh Oleksii Oleksandr Oleksandra
	Andrii Anton Artem Maria Marina Mario Maryana Martin Martina Marta Daria Daryna Karina Kira Mira Vera Viktor
	Viktoria Valentin Valentina Valery Valeria Vasily Vadim Vladimir Vladislav Yaroslav Stanislav Sergey Semyon Yulia
	Yuliy Yury Yan Yana Ian Evgeny Evgenia Nikita Nikolay Natalia Nadezhda Roman Ruslan Ruslana Rustam Daniel Daniela
	Daniil Danila Danylo Dmitry Diana Dinara Pavel Petr Paul Paula Polina Kirill Konstantin Kristina Khrystyna Ksenia
	Oksana Tatiana Tamara Taras Timur Timofey Temir Michael Michal Mikhail Michaela Nurlan Nurbek Nursultan Serik Berik
	Kanat Sanat Samat Aidar Aidos Aidana Aigerim Aigul Asel Asem Aliya Alisher Emil Emilia Gabriel Gabriela Aizhan
	Aizhana Erkin Erkina Zarina Zarema Fatima Farida Bakhyt Bakyt Chinedu Chidi Rohit Mohit Priya Riya`
	.trim()
	.split(/\s+/);

describe('brothers and sisters', () => {
	const prints: ReadonlyArray<(given: string, surname: string) => string> = [
		(given, surname) => `${given} ${surname}`,
		(given, surname) => `${surname} ${given}`.toUpperCase(),
		(given, surname) => `${surname} ${given} Sergeevich`,
		(given, surname) => `${given} K. ${surname}`,
		(given, surname) => `${given[0]}. ${surname}`,
		(given, surname) => `FOP ${surname} ${given}`,
	];

	it('never match, however their names are printed', () => {
		const matches: string[] = [];
		let compared = 0;
		for (const [index, first] of FAMILY.entries()) {
			for (const second of FAMILY.slice(index + 1)) {
				for (const [turn, print] of prints.entries()) {
					const surname = (turn + index) % 2 === 0 ? 'Smith' : 'Petrov';
					const [a, b] = [prints[0](first, surname), print(second, surname)];
					compared += 1;
					if (nameScore(a, b) >= DEFAULT_MIN_NAME_SCORE) matches.push(`${a} / ${b}`);
				}
			}
		}

		expect(matches).toEqual([]);
		expect(compared).toBeGreaterThan(40_000);
	});
});

/** Families whose names are near to each other. */
const SURNAMES = `
	Petrov Petrova Petrenko Petryk Pedroza Petersen Peterson Ivanov Ivanova Ivanenko Ivanchenko Kovalenko Kovalchuk
	Koval Kovalev Shevchenko Shevchuk Sheremet Chernov Chernenko Shubin Chubin Zhukov Jukov Yukov Garin Kharin Myshkin
	Mishkin Tsoi Choi Smith Smyth Schmidt Schmitt Schmitz Meier Meyer Mayer Maier Hoffman Hoffmann Johnson Johnston
	Johansson Bauer Baur Muller Moller Miller Garcia Garza Gonzalez Gonzales Hernandez Fernandez Rodriguez Rodrigues
	Akhmetov Akhmedov Amanov Omarov Umarov Karimov Kasymov Kasenov Nurlanov Abramov Abramovich Sokolov Sokolovsky Sokol
	Belov Belyi Belaya Lee Li Lie Wang Wong Huang Zhang Zheng Chen Cheng Nguyen Tran Okafor Okeke Sharma Varma`
	.trim()
	.split(/\s+/);

describe('people with the same given name', () => {
	it('never match when their families differ', () => {
		const matches: string[] = [];
		for (const [index, first] of SURNAMES.entries()) {
			for (const second of SURNAMES.slice(index + 1)) {
				const given = index % 2 === 0 ? 'Anna' : 'Юлия';
				for (const b of [`${given} ${second}`, `${second} ${given}`, `${given} M ${second}`]) {
					if (nameScore(`${given} ${first}`, b) >= DEFAULT_MIN_NAME_SCORE) matches.push(`${given} ${first} / ${b}`);
				}
			}
		}

		expect(matches).toEqual([]);
	});
});

describe('nameScore of any text', () => {
	const name = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.string({ unit: 'grapheme', maxLength: 30 }),
		fc
			.array(
				fc.constantFrom(
					...FAMILY,
					...SURNAMES,
					'Иван',
					'Петрович',
					'Сергійович',
					'LLC',
					'ФОП',
					'J.',
					'de',
					'van',
					'Jr',
					'P***',
					'&',
					'и',
					'王伟',
				),
				{ maxLength: 6 },
			)
			.map((words) => words.join(' ')),
	);

	it('lies between 0 and 1, with two decimals at most', () => {
		fc.assert(
			fc.property(name, name, (a, b) => {
				const score = nameScore(a, b);

				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				expect(score).toBe(Math.round(score * 100) / 100);
			}),
			{ ...SEED, numRuns: 3000 },
		);
	});

	it('is the same in both directions', () => {
		fc.assert(
			fc.property(name, name, (a, b) => expect(explainNameScore(a, b)).toEqual(explainNameScore(b, a))),
			{
				...SEED,
				numRuns: 3000,
			},
		);
	});

	it('does not depend on the case', () => {
		fc.assert(
			fc.property(name, name, (a, b) => expect(nameScore(a.toUpperCase(), b)).toBe(nameScore(a, b))),
			{
				...SEED,
				numRuns: 3000,
			},
		);
	});

	it('does not depend on where the surname stands', () => {
		const surname = fc.constantFrom(...SURNAMES);
		const given = fc.constantFrom(...FAMILY);
		fc.assert(
			fc.property(given, surname, name, (first, last, other) => {
				expect(nameScore(`${first} ${last}`, `${last} ${first}`)).toBe(1);
				expect(nameScore(`${first} ${last}`, `${last}, ${first}`)).toBe(1);
				expect(nameScore(`${first} ${last}`, other)).toBeLessThanOrEqual(1);
			}),
			SEED,
		);
	});

	it('never reaches the threshold with a masked or a single word', () => {
		const word = fc.constantFrom(...FAMILY, ...SURNAMES);
		fc.assert(
			fc.property(word, word, name, (first, last, other) => {
				for (const masked of [
					`${first[0]}*** ${last}`,
					`${first} ${last.slice(0, 2)}***`,
					first,
					`${first[0]}. ${last}`,
				]) {
					expect(nameScore(masked, `${first} ${last}`)).toBeLessThan(DEFAULT_MIN_NAME_SCORE);
					expect(nameScore(masked, masked)).toBeLessThan(DEFAULT_MIN_NAME_SCORE);
					expect(nameScore(masked, other)).toBeLessThan(DEFAULT_MIN_NAME_SCORE);
				}
			}),
			SEED,
		);
	});

	it('takes text too long to be a name for unreadable, at once', () => {
		const long = 'schtschyojoie '.repeat(1000);

		expect(nameScore(long, long)).toBe(0);
		expect(nameScore('a'.repeat(10_000), 'John Smith')).toBe(0);
	});

	it('stays quick for the worst text that is read', () => {
		const worst = 'schjoyechxhyoucj '.repeat(11).trim();
		const started = process.hrtime.bigint();

		for (let index = 0; index < 20; index += 1) nameScore(worst, worst.split(' ').reverse().join('q '));

		expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000);
	});
});
