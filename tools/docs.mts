/**
 * `npm run docs`: writes the tables of README.md anew from the code: operations, events, safety checks, errors and examples; and
 * `examples/README.md` from the examples.
 * What stands between `<!-- name -->` and `<!-- /name -->` belongs to this tool; a test says when it is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { docsTables, withTables } from './docsTables.mts';
import { examplesReadme } from './examplesReadme.mts';
import { ROOT } from './install/layout.mjs';

const file = join(ROOT, 'README.md');
writeFileSync(file, withTables(readFileSync(file, 'utf8'), docsTables(ROOT)));
writeFileSync(join(ROOT, 'examples', 'README.md'), examplesReadme(ROOT));
