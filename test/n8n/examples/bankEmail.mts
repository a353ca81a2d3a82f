import { asItIs, credential, dryRunOff, inNode, setting } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const BANK = 'notice@bank.example';
const VOUCHED = 'mx.mail.example; dkim=pass header.d=bank.example; dmarc=pass (p=REJECT) header.from=bank.example';
const NOT_VOUCHED = 'mx.mail.example; dkim=none; dmarc=fail (p=REJECT) header.from=bank.example';

type Notice = {
	readonly amount?: string;
	readonly payer?: string;
	readonly transaction?: string;
	readonly results?: readonly string[];
};

export function bankEmail(rig: () => ExampleRig): void {
	const example = (dryRun: boolean): Imported => ({
		file: 'bank-email-release',
		set: {
			'Bybit P2P API': credential,
			'Bank Mailbox': credential,
			Telegram: credential,
			'Bank Address': inNode('Bank Mail', (parameters) => ({
				...parameters,
				options: { customEmailConfig: `["UNSEEN", ["FROM", "${BANK}"]]` },
			})),
			'Bank Domain': setting('bankDomain', 'bank.example'),
			'Mail Server': setting('mailServer', 'mx.mail.example'),
			'Chat ID': setting('chatId', rig().services.telegram.chatId),
			'Maximum Amount': setting('maxFiatAmount', '500'),
			'Words of the Bank': asItIs,
			'Waiting Time': inNode('Give the Buyer Time', () => ({ amount: 2, unit: 'seconds' })),
			'Dry Run': dryRun ? asItIs : dryRunOff('Release the Coins'),
		},
	});
	const bankWrites = ({
		amount = '93.50',
		payer = 'SCHMIDT ANNA',
		transaction = 'T-1001',
		results = [VOUCHED],
	}: Notice) =>
		rig().services.mail.deliver({
			from: `Example Bank <${BANK}>`,
			subject: 'A payment has arrived',
			text: `Dear customer,\n\nAmount: ${amount} EUR\nFrom: ${payer}\nTransaction: ${transaction}\n`,
			headers: results.map((result) => ['Authentication-Results', result] as const),
		});
	const orderOf = (counterpartyName: string, amount = '93.50') =>
		rig().exchange.openOrder({
			side: 'sell',
			amount,
			counterparty: counterpartyName.replace(/\W/g, ''),
			counterpartyName,
		});
	const paidOrderOf = (counterpartyName: string, amount?: string) =>
		rig().exchange.buyerPays(orderOf(counterpartyName, amount).id);
	const releasesOf = ({ id }: { id: string }) => rig().exchange.effects(id).releases;
	const sentText = (index = 0) => rig().services.telegram.sent[index]?.text;

	it('releases the order that a genuine e-mail is for, and thanks', async () => {
		await rig().publish(example(false));
		const order = paidOrderOf('Anna Schmidt');
		const other = paidOrderOf('Bernd Vogel');

		bankWrites({});
		await rig().until('the thanks', () => rig().written(order.id).length === 1);

		expect([releasesOf(order), releasesOf(other)]).toEqual([1, 0]);
		expect(rig().services.telegram.sent).toEqual([]);
	});

	it('says what it would do, and releases nothing, while Dry Run is on', async () => {
		await rig().publish(example(true));
		const order = paidOrderOf('Anna Schmidt');

		bankWrites({});
		await rig().until('the report', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toContain(`Dry Run. Order ${order.id} would be released`);
		expect(sentText()).toMatch(/passes expectedPayerName/);
		expect(rig().sentTo('/v5/p2p/order/finish')).toEqual([]);
	});

	it('does not believe an e-mail that the mail server does not vouch for, whatever else it says of itself', async () => {
		await rig().publish(example(false));
		const order = paidOrderOf('Anna Schmidt');

		bankWrites({ results: [NOT_VOUCHED, VOUCHED] });
		await rig().until('the warning', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toContain('does not vouch for the sender');
		expect(releasesOf(order)).toBe(0);
	});

	it('asks the merchant when somebody else than the buyer has paid', async () => {
		await rig().publish(example(false));
		const order = paidOrderOf('Anna Schmidt');

		bankWrites({ payer: 'Viktor <Petrov>' });
		await rig().until('the question', () => rig().services.telegram.sent.length === 1);

		expect(sentText()).toMatch(/93\.50 EUR from Viktor <Petrov>, transaction T-1001\nnameMismatch/);
		expect(releasesOf(order)).toBe(0);
	});

	it('uses a payment for one order only, however often the bank writes', async () => {
		await rig().publish(example(false));
		const first = paidOrderOf('Anna Schmidt');
		bankWrites({ transaction: 'T-2001' });
		await rig().until('the thanks', () => rig().written(first.id).length === 1);

		const second = paidOrderOf('Anna Schmidt');
		bankWrites({ transaction: 'T-2001' });
		const third = paidOrderOf('Bernd Vogel');
		bankWrites({ transaction: 'T-2002', payer: 'Bernd Vogel' });
		await rig().until('the later payment', () => rig().written(third.id).length === 1);

		expect([releasesOf(first), releasesOf(second), releasesOf(third)]).toEqual([1, 0, 1]);
	});

	it('waits for a buyer who has paid and not pressed the button yet', async () => {
		await rig().publish(example(false));
		const order = orderOf('Anna Schmidt');

		bankWrites({ transaction: 'T-3001' });
		await rig().until('the first match', () => rig().sentTo('/v5/p2p/order/info').length >= 1);
		rig().exchange.buyerPays(order.id);
		await rig().until('the thanks', () => rig().written(order.id).length === 1);

		expect(releasesOf(order)).toBe(1);
		expect(rig().services.telegram.sent).toEqual([]);
	});
}
