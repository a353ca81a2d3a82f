/** The house has two wings, one door to n8n and one to the exchange; this test holds the direction of its imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { brokenRules, type ImportEdge } from '../support/importRules.mts';

const ROOT = resolve(__dirname, '../..');
const IMPORT = /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;

describe('the imports of the house', () => {
	it('point from the nodes down to the exchange, and never across', () => {
		const edges = ['nodes', 'credentials', 'simulator'].flatMap(importsBelow);

		expect(edges.length).toBeGreaterThan(300);
		expect(edges.flatMap(brokenRules)).toEqual([]);
	});

	it.each([
		['an exchange module that knows the action node', 'api/client.ts', 'action/index.ts'],
		['a decision about money that asks the exchange', 'safety/outcome.ts', 'api/client.ts'],
		['a decision about money that knows the editor', 'safety/outcome.ts', 'n8n/parameters.ts'],
		['the trigger that borrows from an operation', 'trigger/poll.ts', 'action/order/release.ts'],
		['an operation that borrows from the trigger', 'action/order/release.ts', 'trigger/poll.ts'],
		['the door to n8n that knows an operation', 'n8n/agentGuard.ts', 'action/operation.ts'],
		['detection that reads the exchange', 'trigger/detect/orders.ts', 'api/pages.ts'],
	])('refuse %s', (_, from, to) => {
		const edge = { from: `nodes/BybitP2P/${from}`, to: `nodes/BybitP2P/${to}`, isTypeOnly: true };

		expect(brokenRules(edge)).not.toEqual([]);
	});

	it.each([
		['nodes/BybitP2P/safety/outcome.ts', 'n8n-workflow', true],
		['nodes/BybitP2P/api/client.ts', 'simulator/exchange.mts', true],
		['simulator/gateway.mts', 'nodes/BybitP2P/api/sign.ts', false],
	])('refuse %s with %s', (from, to, isTypeOnly) => {
		expect(brokenRules({ from, to, isTypeOnly })).not.toEqual([]);
	});

	it('let the simulator share the shapes of the exchange, not its behaviour', () => {
		const edge = { from: 'simulator/store.mts', to: 'nodes/BybitP2P/api/types.ts', isTypeOnly: true };

		expect(brokenRules(edge)).toEqual([]);
	});
});

function importsBelow(folder: string): ImportEdge[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.m?ts$/.test(name))
		.flatMap((name) => importsOf(join(folder, name)));
}

function importsOf(path: string): ImportEdge[] {
	return [...readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)].map(([, type, named, bare]) => {
		const specifier = named ?? bare;
		const to = specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), specifier)) : specifier;
		return { from: path, to: withFile(to), isTypeOnly: type !== undefined };
	});
}

/** A folder is imported by its index. */
function withFile(path: string): string {
	return [`${path}.ts`, `${path}/index.ts`].find((file) => existsSync(join(ROOT, file))) ?? path;
}
