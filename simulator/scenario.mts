import type { AdTerms } from './entities/ads.mts';
import { multiply } from './entities/decimal.mts';
import { paymentTerm } from './entities/paymentTerms.mts';
import type { Merchant } from './entities/users.mts';
import type { Store } from './store.mts';

const advertisers = ['NordicCoins', 'AlpineDesk', 'LisbonLiquidity', 'DanubeTrader', 'BalticExchange'] as const;
const day = 24 * 60 * 60 * 1000;

/** The account whose keys are used, its ads and balances, and a market of other advertisers. */
export function populateStore(store: Omit<Store, 'merchant'>): Merchant {
	const now = store.clock.now();
	const merchant = addMerchant(store, now);
	for (const [coin, quantity] of [
		['USDT', '25000'],
		['BTC', '1.5'],
		['ETH', '20'],
		['USDC', '5000'],
	])
		store.wallet.credit(coin, quantity);
	store.keys.add({ apiKey: merchant.apiKey, apiSecret: merchant.apiSecret }, merchant.userId, now);

	const ids = merchant.paymentTerms.map((term) => term.id);
	const pair = { tokenId: 'USDT', currencyId: 'EUR', itemType: 'ORIGIN' };
	store.ads.create(
		{ ...pair, userId: merchant.userId, side: 1 },
		adTerms({ price: '0.93', quantity: '5000', paymentIds: ids.slice(0, 1) }),
		now,
	);
	store.ads.create(
		{ ...pair, userId: merchant.userId, side: 0 },
		adTerms({ price: '0.91', quantity: '3000', paymentIds: ids.slice(0, 2) }),
		now,
	);

	advertisers.forEach((nickName, index) => {
		const advertiser = store.users.findOrCreate(nickName, undefined, now);
		for (const side of [0, 1] as const) {
			const cents = BigInt(parseInt(store.ids.opaque(`price ${nickName} ${side}`, 2), 16) % 8);
			const price = multiply('0.92', side === 1 ? `1.0${cents + 1n}` : `0.9${9n - cents}`, 3);
			const terms = adTerms({
				price,
				quantity: String(800 * (index + 1)),
				paymentIds: [advertiser.paymentTerms[0].id],
			});
			store.ads.create({ ...pair, userId: advertiser.userId, side }, terms, now);
		}
	});
	return merchant;
}

function addMerchant(store: Omit<Store, 'merchant'>, now: number): Merchant {
	const realName = 'Maria Keller';
	return store.users.addMerchant({
		...store.users.newUser('SimMerchant', realName, now),
		country: 'DE',
		finishedOrders: 1284,
		recentOrders: 4,
		completionRate: 98,
		registeredAt: now - 900 * day,
		apiKey: 'sim-key',
		apiSecret: 'sim-secret',
		paymentTerms: [
			paymentTerm({
				id: '7110',
				realName,
				paymentType: 14,
				bankName: 'Example Bank',
				branchName: 'Berlin',
				accountNo: 'DE89 3704 0044 0532 0130 00',
			}),
			paymentTerm({ id: '7111', realName, paymentType: 64, accountNo: '@mariakeller', mobile: '+49 30 5550101' }),
			paymentTerm({
				id: '7112',
				realName,
				paymentType: 78,
				accountNo: 'maria@example.com',
				payMessage: 'No reference, please',
			}),
		],
	});
}

/** Terms as an advertiser would have them, amounts spelled as the exchange does. */
export function adTerms(given: Pick<AdTerms, 'price' | 'quantity' | 'paymentIds'> & Partial<AdTerms>): AdTerms {
	return {
		priceType: 0,
		premium: '',
		minAmount: '20.000',
		maxAmount: '2000.000',
		remark: 'Only from an account in your own name.',
		tradingPreferenceSet: {},
		paymentPeriod: 15,
		...given,
	};
}
