/** The output schemas beside the nodes are those of the types, and n8n finds them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';

import { resources } from '../../nodes/BybitP2P/action';
import { outputSchemas, SCHEMAS } from '../../tools/outputSchemas.mts';
import { ROOT } from '../support/packedPackage.mts';

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation }) => ({ resource, operation })),
);
const nodeDir = join(ROOT, SCHEMAS, '..');

describe('the output schemas', () => {
	it('are those of the types, no more and no fewer (`npm run docs` writes them)', () => {
		const made = outputSchemas(ROOT);
		const files = readdirSync(join(ROOT, SCHEMAS), { recursive: true })
			.map(String)
			.filter((file) => file.endsWith('.json'));

		expect(Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, SCHEMAS, file), 'utf8')]))).toEqual(
			made,
		);
	});

	it.each(operations)('are found by n8n: $resource, $operation', ({ resource, operation }) => {
		expect(loadOutputSchema({ nodeDir, version: 1, resource, operation })).toMatchObject({ type: 'object' });
	});

	it('are found by n8n for the trigger, which has no operations', () => {
		const schema = loadOutputSchema({ nodeDir, version: 1, versionFallback: true });

		expect(schema).toMatchObject({ properties: { event: { type: 'string' }, order: { type: 'object' } } });
	});

	it('lie where the file of the node lies', () => {
		expect(existsSync(join(nodeDir, 'BybitP2P.node.ts'))).toBe(true);
	});
});
