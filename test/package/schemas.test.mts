/** The output schemas beside the nodes are those of the types, and n8n finds them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import type { INodePropertyOptions } from 'n8n-workflow';

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

describe('the fields an AI agent can be given', () => {
	const selectable = resources.flatMap(({ value: resource, operations: all }) =>
		all.flatMap(({ value: operation, properties }) => {
			const fields = properties.find(({ name }) => name === 'selectedFields');
			return fields === undefined ? [] : [{ resource, operation, fields }];
		}),
	);

	it.each(selectable)('are those of the output schema: $resource, $operation', ({ resource, operation, fields }) => {
		const schema = loadOutputSchema({ nodeDir, version: 1, resource, operation }) as { properties: object };
		const values = (fields.options as INodePropertyOptions[]).map(({ value }) => value);

		expect([...values].sort()).toEqual(Object.keys(schema.properties).sort());
	});

	it('can be chosen wherever a result can be simplified', () => {
		const simplifiable = resources.flatMap(({ operations: all }) =>
			all.filter(({ properties }) => properties.some(({ name }) => name === 'simplify')),
		);

		expect(selectable).toHaveLength(simplifiable.length);
		expect(simplifiable.length).toBeGreaterThan(8);
	});
});
