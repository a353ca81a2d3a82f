import {
	isConfirmedByAuthor,
	moneyOptionsField,
	moneyOptionsFrom,
} from '../../../nodes/BybitP2P/action/order/moneyOptions';
import { thrownBy } from '../../support/thrown.mts';

const field = moneyOptionsField([
	{ displayName: 'Payment ID', name: 'paymentId', type: 'string', default: '' },
	{ displayName: 'Confirm Not Paid', name: 'confirmNotPaid', type: 'boolean', default: false },
]);
const read = (options: unknown, raw: unknown = options) =>
	moneyOptionsFrom({ get: () => options, raw: () => raw }, field);

describe('Dry Run', () => {
	it.each([
		[{}, false],
		[{ dryRun: false }, false],
		[{ dryRun: true }, true],
		[{ dryRun: true, paymentId: '1' }, true],
	])('is read from %j as %s', (options, expected) => {
		expect(read(options).dryRun).toBe(expected);
	});

	it.each<[unknown, RegExp]>([
		[undefined, /^Options cannot be read/],
		[null, /^Options cannot be read/],
		['dryRun', /^Options cannot be read/],
		[[], /^Options cannot be read/],
		[{ dryrun: true }, /^Options has no field "dryrun"/],
		[{ dry_run: true }, /^Options has no field "dry_run"/],
		[{ dryRun: 'true' }, /^Dry Run must be true or false/],
		[{ dryRun: 'false' }, /^Dry Run must be true or false/],
		[{ dryRun: 1 }, /^Dry Run must be true or false/],
		[{ dryRun: null }, /^Dry Run must be true or false/],
		[{ dryRun: undefined }, /^Dry Run must be true or false/],
	])('refuses %j rather than to send in earnest', (options, message) => {
		expect(() => read(options)).toThrow(message);
	});

	it('is in the options of every money action, in alphabetical order', () => {
		expect((field.options ?? []).map(({ name }) => name)).toEqual(['confirmNotPaid', 'dryRun', 'paymentId']);
	});
});

it('an option whose expression gives nothing is refused by name', () => {
	expect(thrownBy(() => read({ paymentId: '' }, { paymentId: '={{ $json.id }}' })).message).toBe(
		'Payment ID is empty: its expression gives nothing, so nothing was sent',
	);
	expect(read({ paymentId: '' })).toEqual({ dryRun: false });
});

describe('a confirmation by the author', () => {
	const confirmed = (options: unknown, raw: unknown = options) =>
		isConfirmedByAuthor({ get: () => options, raw: () => raw }, field, 'confirmNotPaid');

	it.each([
		[{}, false],
		[{ confirmNotPaid: false }, false],
		[{ confirmNotPaid: true }, true],
	])('is read from %j as %s', (options, expected) => {
		expect(confirmed(options)).toBe(expected);
	});

	it.each<[object, object]>([
		[{ confirmNotPaid: true }, { confirmNotPaid: '={{ true }}' }],
		[{ confirmNotPaid: true }, { confirmNotPaid: "={{ $fromAI('paid', '', 'boolean') }}" }],
		[{ confirmNotPaid: true }, {}],
		[{ confirmNotPaid: 'true' }, { confirmNotPaid: 'true' }],
		[{ confirmNotPaid: 1 }, { confirmNotPaid: 1 }],
		[{ confirmNotPaid: null }, { confirmNotPaid: null }],
	])('does not count when %j comes from %j', (options, raw) => {
		expect(thrownBy(() => confirmed(options, raw))).toMatchObject({
			name: 'InputError',
			message: 'Confirm Not Paid must be true or false, so nothing was sent',
		});
	});

	it('counts as given where nothing is saved', () => {
		const params = { get: () => ({ confirmNotPaid: true }) };

		expect(isConfirmedByAuthor(params, field, 'confirmNotPaid')).toBe(true);
	});
});
