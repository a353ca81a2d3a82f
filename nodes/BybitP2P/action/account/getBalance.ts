import { endpoints } from '../../api/endpoints';
import { textOf } from '../../api/text';
import type { Decimal } from '../../api/types';
import { untouched } from '../../api/simplify/untouched';
import { codeFrom, listFrom, simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';

interface CoinBalance {
	readonly coin: string;
	readonly walletBalance: Decimal;
	readonly transferableBalance: Decimal;
	readonly bonus: Decimal;
}

export const getBalance: Operation<CoinBalance> = {
	name: 'Get Balance',
	value: 'getBalance',
	action: 'Get balance of funding account',
	description: 'Read how many coins the Funding account holds, which P2P trades from',
	isReadOnly: true,
	properties: [
		{
			displayName: 'Coins',
			name: 'coins',
			type: 'string',
			default: '',
			placeholder: 'e.g. USDT, BTC',
			description: 'The coins to read, separated by commas; empty for all',
		},
		...resultFields(['coin', 'walletBalance', 'transferableBalance', 'bonus']),
	],
	async execute({ api, params }) {
		const coins = listFrom(params.get('coins')).map((coin) => codeFrom(coin, 'Coins'));

		const result = await api.call(endpoints.getBalance, {
			accountType: 'FUND',
			...(coins.length === 0 ? {} : { coin: coins.join(',') }),
		});

		const simplify = simplifyFrom(params);
		return (result?.balance ?? []).map((balance) => ({
			json: simplify
				? {
						coin: textOf(balance.coin),
						walletBalance: textOf(balance.walletBalance),
						transferableBalance: textOf(balance.transferBalance),
						bonus: textOf(balance.bonus),
					}
				: untouched(balance),
		}));
	},
};
