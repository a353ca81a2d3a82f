import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, Order } from '../simulator/exchange.mts';
import { textOf } from './n8n/json.mts';
import type { N8nRest } from './n8n/rest.mts';
import { POLL_EVERY_SECONDS } from './workflow.mts';

const STEP_WITHIN_MS = 30_000;

/** Somebody else, with another amount, than the page proposes to those who play at the same time: the bank's notice fits one order. */
const BUYER = { nickName: 'SofiaPays', name: 'Sofia Lindberg' } as const;
const AMOUNT = '58';

type ScenarioOptions = {
	readonly exchange: Exchange;
	readonly rest: N8nRest;
	readonly workflowId: string;
	/** Rejects when n8n ends. */
	readonly died: Promise<never>;
	readonly report: (what: string) => void;
};

/**
 * A buyer orders, chats and pays; the published workflow greets, releases and thanks.
 * What n8n did is judged by the exchange: its messages, its effects, its list of calls.
 *
 * @throws naming the step that did not happen
 */
export async function playScenario(options: ScenarioOptions): Promise<void> {
	const { exchange, died, report } = options;
	const order = openSale(options);
	await playTrade(options, order);
	report('waiting for one more poll: nothing may happen twice');
	await failingWith('n8n did not poll once more', died, sleep((POLL_EVERY_SECONDS + 1) * 1000));
	assertOnce('released the coins', exchange.effects(order.id).releases);
	assertMessages(merchantMessages(exchange, order));
	const { status } = exchange.order(order.id);
	if (status !== 50) throw new Error(`The order is in status ${status} at the exchange, not completed (50).`);
	report('the exchange counts one greeting, one release and one thank-you; the order is completed');
}

function openSale({ exchange, report }: ScenarioOptions): Order {
	const order = exchange.openOrder({
		side: 'sell',
		coin: 'USDT',
		fiat: 'EUR',
		amount: AMOUNT,
		counterparty: BUYER.nickName,
		counterpartyName: BUYER.name,
	});
	report(
		`${BUYER.nickName} opened order ${order.id}: ${order.quantity} ${order.tokenId} for ${order.amount} ${order.currencyId}`,
	);
	return order;
}

/** Each step of the buyer, and what n8n has to do after it. */
async function playTrade({ exchange, rest, workflowId, died, report }: ScenarioOptions, { id }: Order): Promise<void> {
	const happens = (what: string, hasHappened: () => boolean) =>
		failingWith(
			`n8n did not ${what}`,
			died,
			awaitStep(what, hasHappened, () => failedExecutions(rest, workflowId)),
		);

	await happens('greet the buyer in chat', () => merchantMessages(exchange, { id }).length >= 1);
	exchange.say(id, 'Hello! I am paying now.');
	report(`${BUYER.nickName} wrote: "Hello! I am paying now."`);
	exchange.buyerPays(id);
	report(`${BUYER.nickName} paid`);
	await happens('read the paid order', () =>
		exchange.calls.some(
			({ path, at }) => path === '/v5/p2p/order/info' && at >= (exchange.order(id).paidAt ?? Infinity),
		),
	);
	await happens('release the coins', () => exchange.effects(id).releases >= 1);
	await happens('thank the buyer', () => merchantMessages(exchange, { id }).length >= 2);
}

function merchantMessages(exchange: Exchange, { id }: Pick<Order, 'id'>) {
	return exchange
		.messagesOf(id)
		.filter(({ from }) => from === 'merchant')
		.map(({ content }) => content);
}

/** One greeting and one thank-you, and nothing else. */
function assertMessages(written: ReturnType<typeof merchantMessages>): void {
	const [greeting, thanks, ...more] = written;
	assertOnce('greeted the buyer', written.filter((text) => text === greeting).length);
	assertOnce('thanked the buyer', written.filter((text) => text === thanks).length);
	if (more.length > 0)
		throw new Error(
			`n8n wrote ${more.length + 2} messages instead of two: ${more.map((text) => `"${text}"`).join(', ')}`,
		);
	if (!greeting?.includes(BUYER.nickName)) throw new Error(`The first message is not the greeting: "${greeting}"`);
}

/** Waits for `work`, but not for an n8n that has ended: then says what did not happen because of it. */
export function failingWith<T>(notHappened: string, died: Promise<never>, work: Promise<T>): Promise<T> {
	const ended = died.catch((cause: Error) => {
		throw new Error(
			`${notHappened}: ${cause.message}\nStart again; n8n takes about 700 MB of memory, so free some when it was killed.`,
		);
	});
	return Promise.race([work, ended]);
}

async function awaitStep(what: string, hasHappened: () => boolean, reasons: () => Promise<string>): Promise<void> {
	const giveUpAt = Date.now() + STEP_WITHIN_MS;
	while (!hasHappened()) {
		if (Date.now() > giveUpAt)
			throw new Error(`n8n did not ${what} within ${STEP_WITHIN_MS / 1000} s.${await reasons()}`);
		await sleep(50);
	}
}

function assertOnce(what: string, times: number): void {
	if (times !== 1) throw new Error(`n8n ${what} ${times} times instead of once.`);
}

async function failedExecutions(rest: N8nRest, workflowId: string): Promise<string> {
	const all = await rest.executionsOf(workflowId);
	const failed = all.filter(({ status }) => status === 'error' || status === 'crashed').slice(0, 3);
	const reasons = await Promise.all(failed.map(async ({ id }) => (await rest.execution(textOf(id))).error));
	if (failed.length === 0) return ` It ran the workflow ${all.length} times, without an error.`;
	return ` Its latest failed runs:\n${reasons.map((reason) => `    ${reason ?? 'no reason given'}`).join('\n')}`;
}
