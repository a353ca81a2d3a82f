/** What the panel of the action node shows, by n8n's own rules. */
import type { INodeParameters } from 'n8n-workflow';

import { shownFields, TOOL } from '../support/n8nCore.mts';

/** The names of what a person sees. */
const seen = (parameters: INodeParameters, type?: string): readonly string[] =>
	shownFields(parameters, type)
		.filter(({ type: kind }) => kind !== 'hidden')
		.map(({ name }) => name);

describe('Output', () => {
	const read = { resource: 'order', operation: 'get' };

	it('stands in the place of Simplify in a tool', () => {
		expect(seen(read)).toContain('simplify');
		expect(seen(read)).not.toContain('output');
		expect(seen(read, TOOL)).toContain('output');
		expect(seen(read, TOOL)).not.toContain('simplify');
	});

	it('shows Fields only with Selected Fields', () => {
		expect(seen(read, TOOL)).not.toContain('selectedFields');
		expect(seen({ ...read, output: 'selectedFields' }, TOOL)).toContain('selectedFields');
	});

	it('gives way to a note in a tool in which Simplify was turned off before', () => {
		expect(seen({ ...read, simplify: false }, TOOL)).toContain('simplifyOffNotice');
		expect(seen(read, TOOL)).not.toContain('simplifyOffNotice');
		expect(seen({ ...read, simplify: false }, TOOL)).not.toContain('output');
	});

	it('is not there for a money action', () => {
		expect(seen({ resource: 'order', operation: 'release' }, TOOL)).not.toContain('output');
	});
});

describe('the notice of Release', () => {
	const release = { resource: 'order', operation: 'release' };

	it('is there while no safety check is set', () => {
		expect(seen(release)).toContain('noChecksNotice');
		expect(seen({ ...release, safetyChecks: {} })).toContain('noChecksNotice');
		expect(seen(release, TOOL)).toContain('noChecksNotice');
	});

	it('goes with the first check, also with an empty one', () => {
		expect(seen({ ...release, safetyChecks: { expectedFiatAmount: '92' } })).not.toContain('noChecksNotice');
		expect(seen({ ...release, safetyChecks: { expectedFiatAmount: '' } })).not.toContain('noChecksNotice');
	});

	it('is there for no other operation', () => {
		expect(seen({ resource: 'order', operation: 'markAsPaid' })).not.toContain('noChecksNotice');
	});
});
