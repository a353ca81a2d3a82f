import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { BybitP2P } from '../../../nodes/BybitP2P/BybitP2P.node';
import { assertNothingDropped, declaredFields } from '../../../nodes/BybitP2P/n8n/droppedParameters';
import { misplacedNames, savedCopies, type DeclaredOperation } from '../../../nodes/BybitP2P/n8n/hiddenFields';
import { thrownBy } from '../../support/thrown.mts';

const text = (name: string): INodeProperties => ({
	displayName: name.toUpperCase(),
	name,
	type: 'string',
	default: '',
});
const collection = (name: string, options: INodeProperties[]): INodeProperties => ({
	displayName: name,
	name,
	type: 'collection',
	default: {},
	options,
});
const PAY: DeclaredOperation = {
	name: 'Pay',
	isMoneyAction: true,
	properties: [
		text('orderId'),
		collection('bounds', [
			text('maxPrice'),
			collection('inner', [text('deepest')]),
			{
				displayName: 'Rules',
				name: 'rules',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [{ displayName: 'Rule', name: 'rule', values: [text('country'), text('limit')] }],
			},
		]),
	],
};
const check = (
	saved: Record<string, unknown>,
	isDeclaredElsewhere: (name: string, field: string) => boolean = () => false,
) => {
	assertNothingDropped(
		PAY,
		saved,
		misplacedNames(PAY, new Set(['orderId', 'bounds', 'options', 'safetyChecks'])),
		isDeclaredElsewhere,
	);
};

describe('what is saved for an operation', () => {
	it.each([
		[{ bounds: { maxPrice: '1', inner: { deepest: '2' } } }],
		[{ bounds: { rules: { rule: [{ country: 'DE' }, { limit: '5' }] } } }],
		[{ bounds: { rules: { rule: { country: 'DE' } } } }],
		[{ bounds: {} }],
		[{}],
		[{ bounds: { maxPrice: '={{ $json.price }}' } }],
		[{ options: {} }],
		[{ options: { dryRun: false, reference: 'x' } }],
	])('is taken when all of it is declared: %j', (saved) => {
		expect(() => check(saved)).not.toThrow();
	});

	it.each<[object, string]>([
		[{ bounds: { inner: { deeper: '2' } } }, 'inner has no field "deeper"'],
		[{ bounds: { inner: [] } }, 'inner is a list and not a set of fields'],
		[{ bounds: { inner: '={{ $json.inner }}' } }, 'inner is one expression for all of its fields'],
		[{ bounds: { rules: { rules: [] } } }, 'Rules has no field "rules"'],
		[{ bounds: { rules: [{ country: 'DE' }] } }, 'Rules is a list and not a set of fields'],
		[{ bounds: { rules: { rule: [{ country: 'DE' }, { Limit: '5' }] } } }, 'Rule has no field "Limit"'],
		[{ bounds: { rules: { rule: ['={{ $json.rule }}'] } } }, 'Rule is one expression for all of its fields'],
		[{ bounds: { rules: { rule: [[]] } } }, 'Rule is a list and not a set of fields'],
		[{ bounds: { maxprice: '1' } }, 'bounds has no field "maxprice"'],
		[{ Bounds: {} }, 'Pay has no parameter "Bounds"'],
		[{ bound: {} }, 'Pay has no parameter "bound"'],
		[{ maxPrice: '1' }, 'Pay has no parameter "maxPrice"'],
		[{ max_price: '1' }, 'Pay has no parameter "max_price"'],
		[{ options: { dryRun: true } }, 'Pay has no Dry Run, but the node has it in Options'],
		[{ options: { dryRun: '={{ true }}' } }, 'Pay has no Dry Run, but the node has it in Options'],
		[{ options: '={{ $json.options }}' }, 'Options is one expression for all of its fields'],
		[{ options: [{ dryRun: true }] }, 'Options is a list and not a set of fields'],
	])('is refused by name, however deep it lies: %j', (saved, message) => {
		expect(thrownBy(() => check(saved as Record<string, unknown>)).message).toBe(`${message}, so nothing was sent`);
	});

	it('may be left over from another operation, which the operation does not see', () => {
		const saved = { bounds: { maxPrice: '1', step: '2' } };
		const isLeftOver = (name: string, field: string): boolean => name === 'bounds' && field === 'step';

		expect(() => check(saved, isLeftOver)).not.toThrow();
		expect(declaredFields(PAY, 'bounds', saved.bounds)).toEqual({ maxPrice: '1' });
	});

	it('is never left over when it is a safety check of another operation', () => {
		const release = { ...PAY, properties: [collection('safetyChecks', [text('expectedFiat')])] };

		expect(
			thrownBy(() => assertNothingDropped(release, { safetyChecks: { expectedPayerName: 'x' } }, [], () => true))
				.message,
		).toBe('safetyChecks has no field "expectedPayerName", so nothing was sent');
	});

	it('is never left over when the operation declares it elsewhere', () => {
		const two = {
			...PAY,
			properties: [collection('safetyChecks', [text('limit')]), collection('options', [text('x')])],
		};

		expect(thrownBy(() => assertNothingDropped(two, { options: { limit: '5' } }, [], () => true)).message).toBe(
			'options has no field "limit", so nothing was sent',
		);
	});
});

it('an operation that only reads has no hidden fields but the copies of its collections', () => {
	const read: DeclaredOperation = { name: 'List', properties: [collection('filters', [text('coin')])] };

	expect(savedCopies(read)).toEqual([{ displayName: 'filters', name: 'filters', type: 'hidden', default: {} }]);
	expect(misplacedNames(read, new Set(['filters']))).toEqual([]);
});

describe('n8n, with the description of the node', () => {
	const { description } = new BybitP2P();
	const node = { typeVersion: 1 } as INode;
	const built = (saved: object, withDefaults: boolean): INodeParameters =>
		NodeHelpers.getNodeParameters(
			description.properties,
			saved as INodeParameters,
			withDefaults,
			false,
			node,
			description,
		) ?? {};
	const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));
	const RELEASE = { operation: 'release', orderId: { __rl: true, mode: 'id', value: '1' } };

	it('makes a new node of the declared fields alone', () => {
		expect(asJson(built({ operation: 'release' }, true))).toEqual({
			resource: 'order',
			operation: 'release',
			orderId: expect.objectContaining({ __rl: true }) as object,
			noChecksNotice: '',
			safetyChecks: {},
			options: {},
		});
	});

	it('saves what the editor set and nothing else', () => {
		const saved = { ...RELEASE, safetyChecks: { expectedFiat: 'EUR' }, options: { dryRun: false } };

		expect(asJson(built(saved, false))).toEqual(saved);
	});

	it('keeps an odd parameter however often it builds the node anew', () => {
		const odd = { ...RELEASE, safetyChecks: { expectedfiat: 'USD' }, options: ['x'], dry_run: true };
		const once = built(odd, true);
		const stored = asJson(once) as object;

		for (const parameters of [once, built(once, true), built(stored, true), built(built(stored, false), true)]) {
			expect(parameters).toMatchObject({ safetyChecks: { expectedfiat: 'USD' }, options: ['x'], dry_run: true });
		}
	});

	it('shows none of the hidden fields, and each only where a money action may miss it', () => {
		const hidden = description.properties.filter(({ type }) => type === 'hidden');

		expect(hidden.length).toBeGreaterThan(50);
		expect(hidden.filter(({ displayOptions }) => displayOptions?.show?.operation === undefined)).toEqual([]);
	});
});
