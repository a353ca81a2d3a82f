import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defaultBehaviour } from '../../simulator/behaviour.mts';
import { faultGroups, faultKinds } from '../../simulator/http/faults.mts';
import { anExchange } from './support.mts';

const readme = readFileSync(join(__dirname, '../../simulator/README.md'), 'utf8');

describe('the README', () => {
	const methods = Object.entries(anExchange()).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

	it.each([
		['control', methods],
		['switch', Object.keys(defaultBehaviour())],
		['fault', [...faultKinds, ...faultGroups]],
	])('names every %s', (_, names) => {
		expect(names.length).toBeGreaterThan(5);
		expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(readme))).toEqual([]);
	});
});
