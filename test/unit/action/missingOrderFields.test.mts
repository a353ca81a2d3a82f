/** A reply that leaves out the side, the status or the amount of an order: nothing is decided by it. */
import { PATH } from '../../support/exchangePaths.mts';
import { anApi, asked, markAsPaid, paidSale, purchase, release, review, run } from '../../support/scriptedOrder.mts';
import { rejectionOf } from '../../support/thrown.mts';

describe('a reply that leaves out what it is about', () => {
	const values: readonly unknown[] = [undefined, null, '', ' ', false, [], {}, 'sell', -1, 0.5, Number.NaN];
	const shown = (value: unknown): string => `${typeof value} ${JSON.stringify(value) ?? ''}`;
	const wrongAmounts: readonly unknown[] = [...values, '0', '0.00', '-92', '1e2', '92,00', '92 EUR', 92];

	it.each(values.map((side) => [shown(side), side] as const))(
		'never counts as my purchase or my sale: a side of %s',
		async (_shown, side) => {
			for (const [operation, order] of [
				[markAsPaid, purchase],
				[release, paidSale],
				[review, asked],
			] as const) {
				const { api, writes } = anApi({ ...order, side });

				expect(await rejectionOf(run(operation, api, { decision: 'accept' }))).toMatchObject({
					name: 'InputError',
					message: 'Bybit does not show the side of order 7, so nothing was sent',
				});
				expect(writes).toEqual([]);
			}
		},
	);

	it.each(values.map((status) => [shown(status), status] as const))(
		'never counts as open or as done: a status of %s',
		async (_shown, status) => {
			for (const [operation, order] of [
				[markAsPaid, purchase],
				[release, paidSale],
				[review, asked],
			] as const) {
				const { api, writes } = anApi({ ...order, status });

				expect((await rejectionOf(run(operation, api, { decision: 'accept' }))).message).toBe(
					'Bybit does not show the status of order 7, so nothing was sent',
				);
				expect(writes).toEqual([]);
			}
		},
	);

	it.each(wrongAmounts.map((amount) => [shown(amount), amount] as const))(
		'is not acted on without any check either: an amount of %s',
		async (_shown, amount) => {
			for (const [operation, order] of [
				[markAsPaid, purchase],
				[release, paidSale],
			] as const) {
				const { api, writes } = anApi({ ...order, amount });

				expect((await rejectionOf(run(operation, api, {}))).message).toBe(
					'Bybit does not show the amount of order 7, so nothing was sent',
				);
				expect(writes).toEqual([]);
			}
		},
	);

	it('is named with all that it leaves out, in a dry run as well', async () => {
		const { api } = anApi({ id: '7' });

		expect((await rejectionOf(run(release, api, { options: { dryRun: true } }))).message).toBe(
			'Bybit does not show the side and the status and the amount of order 7, so nothing was sent',
		);
	});

	it.each([
		['as text', { side: '1', status: '20' }],
		['with blanks', { side: ' 1 ', status: ' 20 ' }],
	])('is understood when it gives numbers %s', async (_name, more) => {
		const { api } = anApi({ ...paidSale, ...more }, { ...paidSale, ...more, status: '50' });

		expect(await run(release, api, {})).toMatchObject({ released: true, alreadyReleased: false, status: 'completed' });
	});

	it.each([null, undefined, '', false])('does not confirm a release after the call: a status of %j', async (status) => {
		const { api, writes } = anApi(paidSale, { ...paidSale, status });

		expect((await rejectionOf(run(release, api, {}))).message).toMatch(/was sent, not confirmed; nothing was repeated/);
		expect(writes).toEqual([PATH.release]);
	});
});
