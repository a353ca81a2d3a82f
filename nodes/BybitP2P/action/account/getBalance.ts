import { endpoints } from '../../api/endpoints';
import { textOf } from '../../api/text';
import { simplifyField } from '../../n8n/fields';
import { codeFrom, listFrom, simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';

export const getBalance: Operation = {
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
		simplifyField,
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
				: balance,
		}));
	},
};
