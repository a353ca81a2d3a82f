import { dryRunFrom } from '../../../nodes/BybitP2P/action/order/dryRun';

const read = (options: unknown): boolean => dryRunFrom({ get: () => options }, ['dryRun', 'paymentId']);

describe('Dry Run', () => {
	it.each([
		[{}, false],
		[{ dryRun: false }, false],
		[{ dryRun: true }, true],
		[{ dryRun: true, paymentId: '1' }, true],
	])('is read from %j as %s', (options, expected) => {
		expect(read(options)).toBe(expected);
	});

	it.each([
		[undefined, /^Options cannot be read/],
		['dryRun', /^Options cannot be read/],
		[{ dryrun: true }, /^Options has no field "dryrun"/],
		[{ dry_run: true }, /^Options has no field "dry_run"/],
		[{ dryRun: 'true' }, /^Dry Run is neither on nor off/],
		[{ dryRun: undefined }, /^Dry Run is neither on nor off/],
	])('refuses %j rather than to carry out in earnest', (options, message) => {
		expect(() => read(options)).toThrow(message);
	});
});
