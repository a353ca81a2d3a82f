import {
	booleanFrom,
	collectionFrom,
	labelOf,
	limitFrom,
	optionalFrom,
	orderIdFrom,
	simplifyFrom,
	type Params,
} from '../../../nodes/BybitP2P/n8n/parameters';
import { thrownBy } from '../../support/thrown.mts';

/** Parameters as n8n gives them: what the author saved, and what came of it. */
const params = (raw: Record<string, unknown>, values: Record<string, unknown> = raw): Params => ({
	get: (name) => values[name],
	raw: (name) => raw[name],
});
const EXPRESSION = '={{ $json.missing }}';

describe('a field of a collection', () => {
	const blanks: readonly unknown[] = [undefined, null, '', '   ', '\u200b', [], [''], [null, ' ']];

	it.each(blanks.map((value) => [JSON.stringify(value) ?? 'undefined', value] as const))(
		'that its expression leaves as %s is refused by name, never passed over',
		(_shown, value) => {
			const read = () =>
				collectionFrom(
					params({ filters: { counterpartyId: EXPRESSION } }, { filters: { counterpartyId: value } }),
					'filters',
				);

			expect(thrownBy(read)).toMatchObject({
				name: 'InputError',
				message: 'Counterparty ID is empty: its expression gives nothing, so nothing was sent',
			});
		},
	);

	it('that is text with an expression in it counts as one', () => {
		const read = () =>
			collectionFrom(params({ filters: { coin: '= {{ $json.a }}' } }, { filters: { coin: ' ' } }), 'filters');

		expect(thrownBy(read).message).toMatch(/^Coin is empty: its expression gives nothing/);
	});

	it('that is a list with an expression in it counts as one', () => {
		const read = () =>
			collectionFrom(params({ filters: { status: [EXPRESSION] } }, { filters: { status: [''] } }), 'filters');

		expect(thrownBy(read).message).toMatch(/^Status is empty: its expression gives nothing/);
	});

	it('that its author left empty is not set', () => {
		expect(collectionFrom(params({ filters: { coin: '', fiat: ' ', status: [], side: 'buy' } }), 'filters')).toEqual({
			status: [],
			side: 'buy',
		});
	});

	it('whose expression gives a value has it, also 0 and false', () => {
		const raw = { options: { a: EXPRESSION, b: EXPRESSION, c: EXPRESSION } };

		expect(collectionFrom(params(raw, { options: { a: 0, b: false, c: '0' } }), 'options')).toEqual({
			a: 0,
			b: false,
			c: '0',
		});
	});
});

describe('a collection', () => {
	it.each<unknown>(['text', 7, true, [], [{ side: 'buy' }]])('that is %j is refused', (value) => {
		expect(thrownBy(() => collectionFrom(params({ updateFields: value }), 'updateFields')).message).toBe(
			'Update Fields cannot be read, so nothing was sent',
		);
	});

	it('that is not there has no fields', () => {
		expect(collectionFrom({ get: () => undefined }, 'filters')).toEqual({});
	});
});

describe('a parameter that may be left empty', () => {
	it('is nothing when its author left it empty, and refused when an expression did', () => {
		expect(optionalFrom(params({ remark: '' }), 'remark', 'Remark')).toBeUndefined();
		expect(thrownBy(() => optionalFrom(params({ remark: EXPRESSION }, {}), 'remark', 'Remark')).message).toBe(
			'Remark is empty: its expression gives nothing, so nothing was sent',
		);
	});

	it('is the limit of 50, Return All off and Simplify on only where no expression stands', () => {
		const none = params({});
		const empty = (name: string) => params({ [name]: EXPRESSION }, {});

		expect([limitFrom(none), simplifyFrom(none)]).toEqual([50, true]);
		expect(thrownBy(() => limitFrom(empty('limit'))).message).toMatch(/^Limit is empty: its expression/);
		expect(thrownBy(() => limitFrom(empty('returnAll'))).message).toMatch(/^Return All is empty: its expression/);
		expect(thrownBy(() => simplifyFrom(empty('simplify'))).message).toMatch(/^Simplify is empty: its expression/);
	});
});

it.each<unknown>(['true', 'false', 1, 0, '', null, undefined, {}, []])('%j is neither true nor false', (value) => {
	expect(thrownBy(() => booleanFrom(value, 'Simplify')).message).toBe(
		'Simplify must be true or false, so nothing was sent',
	);
});

it('an order cannot be named in a way that the node does not offer', () => {
	const read = () => orderIdFrom(params({ orderId: { __rl: true, mode: 'ID', value: '1900004704665923584' } }));

	expect(thrownBy(read).message).toBe('The mode of Order ID cannot be "ID", so nothing was sent');
});

it.each([
	['adIds', 'Ad IDs'],
	['expectedCounterpartyId', 'Expected Counterparty ID'],
	['minNameScore', 'Minimum Name Score'],
	['maxFiatAmount', 'Maximum Fiat Amount'],
	['safetyChecks', 'Safety Checks'],
	['completedOrders30Days', 'Completed Orders 30 Days'],
	['kycLevel', 'KYC Level'],
	['fileUrl', 'File URL'],
])('%s is shown as %s', (name, label) => {
	expect(labelOf(name)).toBe(label);
});
