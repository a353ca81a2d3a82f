/**
 * `npm run docs`: writes what is made of the code anew: the tables of README.md (operations, events, safety checks, errors and examples),
 * `examples/README.md`, and the output schemas of the nodes.
 * What stands between `<!-- name -->` and `<!-- /name -->` belongs to this tool; a test says when it is out of date.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { docsTables, withTables } from './docsTables.mts';
import { examplesReadme } from './examplesReadme.mts';
import { ROOT } from './install/layout.mjs';
import { outputSchemas, SCHEMAS } from './outputSchemas.mts';

const file = join(ROOT, 'README.md');
writeFileSync(file, withTables(readFileSync(file, 'utf8'), docsTables(ROOT)));
writeFileSync(join(ROOT, 'examples', 'README.md'), examplesReadme(ROOT));

const schemas = join(ROOT, SCHEMAS);
rmSync(schemas, { recursive: true, force: true });
for (const [path, text] of Object.entries(outputSchemas(ROOT))) {
	mkdirSync(dirname(join(schemas, path)), { recursive: true });
	writeFileSync(join(schemas, path), text);
}
