import { textOf } from '../../api/text';
import { fetchAccount } from '../../api/fetchOne';
import { simplifyField } from '../../n8n/fields';
import { simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { figuresOf } from '../../api/simplify/tradingStats';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Read your own P2P account: nickname, verification and trading figures',
	isReadOnly: true,
	ownTexts: ['nickname', 'accountId', 'realName', 'privileges'],
	properties: [simplifyField],
	async execute({ api, params }) {
		const info = await fetchAccount(api);
		if (!simplifyFrom(params)) return { json: info };
		const { userCurPrivilege, openApiSwitch } = info;
		return {
			json: {
				nickname: textOf(info.nickName),
				userId: textOf(info.userId),
				accountId: textOf(info.accountId),
				realName: textOf(info.realName),
				kycLevel: textOf(info.kycLevel),
				...figuresOf(info),
				privileges: Array.isArray(userCurPrivilege) ? userCurPrivilege.map(textOf) : [],
				apiEnabled: textOf(openApiSwitch) === '1',
			},
		};
	},
};
