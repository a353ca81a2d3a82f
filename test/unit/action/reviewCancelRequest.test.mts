import { BybitError } from '../../../nodes/BybitP2P/api/errors';
import { PATH } from '../../support/exchangePaths.mts';
import { anApi, anApiThat, asked, purchase, review, run } from '../../support/scriptedOrder.mts';
import { rejectionOf } from '../../support/thrown.mts';

describe('an answer to a cancel request', () => {
	it('does not take a request that ended with the order for one that was rejected', async () => {
		const { api } = anApi(asked, { ...purchase, status: 40, needBuyerExamineCancel: false });

		const { message } = await rejectionOf(
			run(review, api, { decision: 'reject', rejectReason: 'others', rejectProofs: '/a.png' }),
		);

		expect(message).toMatch(/sent, not confirmed; nothing was repeated: the order shows as cancelled \(40\)$/);
	});

	it('does not take an order without the field for one whose request was rejected', async () => {
		const { api } = anApi(asked, { ...purchase, needBuyerExamineCancel: undefined });

		const { message } = await rejectionOf(
			run(review, api, { decision: 'reject', rejectReason: 'others', rejectProofs: '/a.png' }),
		);

		expect(message).toMatch(/sent, not confirmed/);
	});

	const statuses = [5, 20, 30, 50, 60, 70, 80, 90, 100, 110, 777];

	it.each(statuses)(
		'does not give up an order in status %i unless its author says that nothing is paid',
		async (status) => {
			for (const options of [{}, { confirmNotPaid: false }]) {
				const { api, writes } = anApi({ ...asked, status }, { ...asked, status: 40 });

				expect(await rejectionOf(run(review, api, { decision: 'accept', options }))).toMatchObject({
					name: 'InputError',
					message: expect.stringMatching(
						/^The cancel request of order 7 was not answered: the order is .* so it may be paid, and to accept would give the coins back to the seller$/,
					) as string,
				});
				expect(writes).toEqual([]);
			}
		},
	);

	it('gives up an order that is marked as paid when its author says that nothing is paid', async () => {
		const { api, writes } = anApi({ ...asked, status: 20 }, { ...asked, status: 40, needBuyerExamineCancel: false });

		expect(await run(review, api, { decision: 'accept', options: { confirmNotPaid: true } })).toEqual({
			orderId: '7',
			decision: 'accept',
			reviewed: true,
			alreadyReviewed: false,
			status: 'cancelled',
			dryRun: false,
		});
		expect(writes).toEqual([PATH.review]);
	});

	it('gives up an order that waits for the payment without more', async () => {
		const { api } = anApi(asked, { ...asked, status: 40, needBuyerExamineCancel: false });

		expect(await run(review, api, { decision: 'accept' })).toMatchObject({ reviewed: true, status: 'cancelled' });
	});

	it.each([
		['accept', {}],
		['reject', { rejectReason: 'others', rejectProofs: '/a.png' }],
	])('is rehearsed in a dry run: %s sends nothing', async (decision, more) => {
		const { api, writes } = anApi(asked);

		expect(await run(review, api, { decision, ...more, options: { dryRun: true } })).toEqual({
			orderId: '7',
			decision,
			reviewed: false,
			alreadyReviewed: false,
			status: 'waitingForPayment',
			dryRun: true,
		});
		expect(writes).toEqual([]);
	});

	it('refuses in a dry run what it would refuse in earnest', async () => {
		const { api } = anApi({ ...asked, status: 20 });

		expect((await rejectionOf(run(review, api, { decision: 'accept', options: { dryRun: true } }))).message).toMatch(
			/may be paid/,
		);
	});

	const rejection = { decision: 'reject', rejectReason: 'others', rejectProofs: '/a.png' };
	const withdrawn = { ...asked, needBuyerExamineCancel: false };
	const refusedWith = (code: number) => async () =>
		await Promise.reject(new BybitError('take the answer to the cancel request', code, 'No'));

	it('that the exchange refused while the seller withdrew the request is not reported as reviewed', async () => {
		const { api, writes } = anApiThat(refusedWith(912100027), [asked, withdrawn]);

		expect(await rejectionOf(run(review, api, rejection))).toMatchObject({
			name: 'BybitError',
			message: expect.stringMatching(/^Bybit did not accept the answer to the cancel request of order 7, /) as string,
		});
		expect(writes).toEqual([PATH.review]);
	});

	it('that was refused because of the clock while the seller withdrew the request is not reported as reviewed', async () => {
		const { api, writes } = anApiThat(refusedWith(10002), [asked, withdrawn]);

		expect((await rejectionOf(run(review, api, rejection))).message).toMatch(/was not answered: there is none open/);
		expect(writes).toEqual([PATH.review]);
	});

	it('that the exchange took is known by the request that is gone', async () => {
		const { api } = anApi(asked, withdrawn);

		expect(await run(review, api, rejection)).toMatchObject({ decision: 'reject', reviewed: true, dryRun: false });
	});
});
