/** The tables of the README say what the code says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { docsTables, withTables } from '../../tools/docsTables.mts';
import { ROOT } from '../support/packedPackage.mts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
	it.each(Object.entries(docsTables(ROOT)))(
		'shows the table of %s as the code has it (`npm run docs` writes it)',
		(name, markdown) => {
			expect(withTables(README, { [name]: markdown })).toBe(README);
		},
	);

	it('does not pass with a table that is out of date', () => {
		const outdated = README.replace('| **Release** |', '| **Let Go** |');

		expect(withTables(outdated, docsTables(ROOT))).not.toBe(outdated);
	});
});
