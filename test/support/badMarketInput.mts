/** Inputs that cannot be right, of the operations about prices, books and people; see `test/node/badInput.test.mts`. */

interface Row {
	readonly operation: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly message: RegExp;
	readonly advice?: RegExp;
	readonly calls?: readonly string[];
}

const reprice = (params: Row['params'], message: RegExp): Row => ({
	operation: 'ad.reprice',
	params: {
		adId: '1',
		strategy: 'beat',
		step: '0.01',
		bounds: { minPrice: '0.9', maxPrice: '1' },
		options: {},
		...params,
	},
	message,
	advice: /\w/,
});
const repriceRows: readonly Row[] = [
	reprice({ strategy: 'win' }, /^Strategy /),
	reprice({ step: '' }, /^Step is empty, so nothing was sent$/),
	reprice({ step: '-0.01' }, /^Step is not an amount or a percentage from 0 \("-0\.01"\)/),
	reprice({ step: '100%' }, /^Step is not an amount or a percentage from 0/),
	reprice({ step: '1e-3' }, /^Step is not an amount or a percentage from 0/),
	reprice({ strategy: 'rank', rank: 0 }, /^Rank is not a whole number from 1/),
	reprice({ strategy: 'rank', rank: undefined }, /^Rank is not a whole number from 1/),
	reprice({ strategy: 'follow', followNickname: ' ' }, /^Follow Nickname is empty/),
	reprice({ strategy: 'reference', referencePrice: '0,92' }, /^Reference Price is not an amount above 0 \("0,92"\)/),
	reprice({ strategy: 'reference', referencePrice: undefined }, /^Reference Price is not an amount above 0/),
	reprice({ bounds: undefined }, /^Minimum Price is empty/),
	reprice({ bounds: { minPrice: '0.9' } }, /^Maximum Price is empty/),
	reprice(
		{ bounds: { minPrice: '1', maxPrice: '0.9' } },
		/^The Minimum Price \(1\) is above the Maximum Price \(0\.9\)/,
	),
	reprice({ bounds: { minPrice: '0', maxPrice: '1' } }, /^Minimum Price is not an amount above 0/),
	reprice({ bounds: { minPrice: '0.9', maxPrice: '1', maxChangePercent: '' } }, /^Maximum Change Percent is empty/),
	reprice(
		{ bounds: { minPrice: '0.9', maxPrice: '1', maxChangePercent: 0 } },
		/^Maximum Change Percent is not an amount above 0/,
	),
	reprice(
		{ bounds: { minPrice: '0.9', maxPrice: '1', minChange: 'a bit' } },
		/^Minimum Change is not an amount or a percentage/,
	),
	reprice({ bounds: { minPrice: '9'.repeat(30), maxPrice: '1' } }, /^Minimum Price is not an amount above 0/),
	reprice({ competitors: { amount: '' } }, /^Amount is empty/),
	reprice({ competitors: { onlineOnly: 'yes' } }, /^Online Only must be true or false/),
	reprice({ competitors: { minCompletionRate: 101 } }, /^Minimum Completion Rate is not a number from 0 to 100/),
	reprice({ competitors: { paymentTypes: 'Barter' } }, /^The payment method "Barter" is not known/),
	reprice({ options: { dryRun: 'true' } }, /^Dry Run must be true or false/),
	reprice({ options: undefined }, /^Options cannot be read/),
	reprice({ options: { dryrun: true } }, /^Options has no field "dryrun"/),
	reprice({ options: { putOnline: 1 } }, /^Put Online must be true or false/),
];

const search = (params: Row['params'], message: RegExp): Row => ({
	operation: 'ad.search',
	params: { side: 'sell', coin: 'USDT', fiat: 'EUR', ...params },
	message,
});
const searchRows: readonly Row[] = [
	search({ sort: 'cheapest' }, /^Sort /),
	search({ filters: { amount: '-5' } }, /^Amount is not an amount above 0 \("-5"\)/),
	search({ filters: { amount: '1,000' } }, /^Amount is not an amount above 0/),
	search({ filters: { minQuantity: 'all' } }, /^Minimum Quantity is not an amount above 0/),
	search({ filters: { minRecentOrders: -1 } }, /^Minimum Recent Orders is not a number from 0/),
	search({ filters: { minCompletionRate: 'high' } }, /^Minimum Completion Rate is not a number from 0 to 100/),
	search({ filters: { verifiedOnly: 1 } }, /^Verified Only must be true or false/),
	search({ filters: { paymentTypes: ['14', 'Barter'] } }, /^The payment method "Barter" is not known/),
	search({ filters: 'amount=5' }, /^Filters cannot be read/),
];

const summarize = (params: Row['params'], message: RegExp): Row => ({
	operation: 'order.summarize',
	params: { createdAfter: '2026-09-01', ...params },
	message,
});
const summarizeRows: readonly Row[] = [
	summarize({ createdAfter: undefined }, /^Created After is empty, so nothing was sent$/),
	summarize({ createdAfter: 'last month' }, /^Created After is not a time \("last month"\)/),
	summarize({ createdBefore: '2026-08-31' }, /^Created Before is earlier than Created After/),
	summarize({ createdBefore: 'now' }, /^Created Before is not a time/),
	summarize({ groupBy: ['week'] }, /^Group By /),
	summarize({ filters: { status: 'done' } }, /^Status /),
	summarize({ filters: { side: 'both' } }, /^Side /),
	summarize({ filters: { fiat: '€' } }, /^Fiat is not a code/),
	summarize({ options: { costMethod: 'lifo' } }, /^Cost Method /),
	summarize({ options: { timezone: 'Berlin' } }, /^Timezone is not known \("Berlin"\)/),
];

const assess = (rules: unknown, message: RegExp): Row => ({
	operation: 'account.assessCounterparty',
	params: { orderId: '1900004704665923584', rules },
	message,
	advice: /^Nothing was sent|Set the fields|Check that|^IDs of Bybit|^An ID/,
});
const assessRows: readonly Row[] = [
	assess(undefined, /^Rules is empty, so the counterparty was not assessed$/),
	assess({}, /^Rules is empty/),
	assess('minCompletedOrders=5', /^Rules cannot be read/),
	assess({ minCompletedOrder: 5 }, /^Rules has no rule "minCompletedOrder"/),
	assess({ minCompletedOrders: '' }, /^Minimum Completed Orders is empty/),
	assess({ minCompletedOrders: -1 }, /^Minimum Completed Orders is not a number from 0/),
	assess({ minCompletionRate: 101 }, /^Minimum Completion Rate is not a number from 0 to 100/),
	assess({ minAccountAgeDays: 'old' }, /^Minimum Account Age Days is not a number/),
	assess({ maxFiatAmount: '1,000' }, /^Maximum Fiat Amount is not an amount above zero \("1,000"\)/),
	assess({ maxFiatAmount: 0 }, /^Maximum Fiat Amount is not an amount above zero/),
	assess({ countries: 'Germany' }, /^Countries holds "Germany", which is no code of a country/),
	assess({ countries: ' , ' }, /^Countries is empty/),
	assess({ blockedNames: [] }, /^Blocked Names is empty/),
	assess({ blockedNames: '***' }, /^Blocked Names holds "\*\*\*", which cannot be compared/),
	assess({ blockedCounterpartyIds: 7 }, /^Blocked Counterparty IDs arrived as a number/),
	assess({ trustedCounterpartyIds: ['7', 8] }, /^Trusted Counterparty IDs arrived as a number/),
	assess({ trustedCounterpartyIds: 'anna' }, /^Trusted Counterparty IDs is not an ID of Bybit/),
];

export const marketRows: readonly Row[] = [...repriceRows, ...searchRows, ...summarizeRows, ...assessRows];
