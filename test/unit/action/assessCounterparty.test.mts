/** What the exchange shows of the other side in a form in which nothing can be known of it. */
import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import { PATH } from '../../support/exchangePaths.mts';
import { anOrder } from '../../support/scriptedOrder.mts';
import { ORIGIN, operationCalled } from '../../support/workers.mts';

const assess = operationCalled('account', 'assessCounterparty');

async function verdictOf(targetUserId: unknown, rules: object): Promise<unknown> {
	const results: Readonly<Record<string, unknown>> = {
		[PATH.order]: anOrder({ targetUserId } as object),
		[PATH.counterparty]: { blocked: 'N' },
	};
	const api = {
		call: async ({ path }: { path: string }) => await Promise.resolve(results[path]),
		timedCall: async ({ path }: { path: string }) => await Promise.resolve({ result: results[path], timeMs: 0 }),
	} as unknown as BybitApi;
	const all: Readonly<Record<string, unknown>> = { orderId: '7', rules };
	const output = await assess.execute({
		api,
		origin: ORIGIN,
		params: { get: (name) => all[name] },
		files: {} as never,
	});
	return ([output].flat()[0].json as { verdict?: unknown }).verdict;
}

describe('a counterparty whose ID came as a number, which has lost its last digits', () => {
	const blockedCounterpartyIds = '1234567890123456789';

	it('is reviewed, because it may be the one that is blocked', async () => {
		expect(await verdictOf(blockedCounterpartyIds, { blockedCounterpartyIds })).toBe('block');
		expect(await verdictOf(Number(blockedCounterpartyIds), { blockedCounterpartyIds })).toBe('review');
	});

	it('is not the one that is trusted', async () => {
		const trustedCounterpartyIds = String(Number(blockedCounterpartyIds));

		expect(await verdictOf(Number(blockedCounterpartyIds), { trustedCounterpartyIds })).toBe('review');
	});
});
