import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { brokenMoneyRules } from './exampleRulesMoney.mts';
import type { Example } from './exampleRulesGraph.mts';
import { brokenShapeRules } from './exampleRulesShape.mts';

export { missingIn } from './exampleRulesMoney.mts';
export { pointsToSet } from './exampleRulesShape.mts';

const FOLDER = join(resolve(__dirname, '../..'), 'examples');

export const exampleFiles = (): readonly string[] =>
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.sort();

export const readExample = (file: string): Example => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Example;

/** The rules that an example breaks, in words; none for one that may be published. */
export function brokenExampleRules(example: Example): readonly string[] {
	return [...brokenShapeRules(example), ...brokenMoneyRules(example)];
}
