import { textOf } from '../../api/text';
import { fetchAccount } from '../../api/fetchOne';
import type { Id } from '../../api/types';
import { simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';
import { figuresOf } from '../../api/simplify/tradingStats';
import { untouched } from '../../api/simplify/untouched';

/** My own account, with its trading figures. */
type OwnAccount = {
	readonly nickname: string;
	readonly userId: Id;
	readonly accountId: Id;
	readonly realName: string;
	readonly kycLevel: string;
	readonly privileges: readonly string[];
	readonly apiEnabled: boolean;
} & ReturnType<typeof figuresOf>;

const OWN_ACCOUNT_FIELDS: ReadonlyArray<keyof OwnAccount> = [
	'nickname',
	'userId',
	'accountId',
	'realName',
	'kycLevel',
	'completionRatePercent',
	'completedOrders',
	'completedOrders30Days',
	'averageReleaseMinutes',
	'averagePaymentMinutes',
	'goodRatingPercent',
	'accountAgeDays',
	'privileges',
	'apiEnabled',
];

export const get: Operation<OwnAccount> = {
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Read your own P2P account: nickname, verification and trading figures',
	isReadOnly: true,
	ownTexts: ['nickname', 'accountId', 'realName', 'privileges'],
	properties: [...resultFields(OWN_ACCOUNT_FIELDS)],
	async execute({ api, params }) {
		const info = await fetchAccount(api);
		if (!simplifyFrom(params)) return { json: untouched(info) };
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
