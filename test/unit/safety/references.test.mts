import { isReference, isUsedReference } from '../../../nodes/BybitP2P/safety/references';

describe('isUsedReference', () => {
	it.each([
		['TX-000123', ['TX-000123']],
		['TX-000123', ['tx 123']],
		['tx_123', [' TX/0000123 ']],
		['000123', ['123']],
		['０００１２３', ['123']],
		['ABC 12', ['x', 'y', 'abc12']],
		['Rent, May', ['Rent', 'May']],
		['Miete für Mai', ['MIETE FÜR MAI']],
	])('knows %s again among %j', (reference, used) => {
		expect(isUsedReference(reference, used)).toBe(true);
	});

	it.each([
		['TX-123', ['TX-124', 'TX-1230', '0TX-12', '']],
		['100', ['1', '10', '001', '1000']],
		['A10', ['A1', 'A100', 'A01']],
		['Rent, May', ['Rent', 'B2', 'May']],
		['x', []],
		['x', ['', ' ', '--']],
	])('takes %s for new among %j', (reference, used) => {
		expect(isUsedReference(reference, used)).toBe(false);
	});
});

it.each([
	['TX-1', true],
	['привет', true],
	['', false],
	[' -- ', false],
	['\u200b', false],
])('%j distinguishes one payment from another: %s', (text, expected) => {
	expect(isReference(text)).toBe(expected);
});
