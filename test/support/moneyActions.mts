/** Every money action, with what a test needs to run it and to see whether it happened. */
import type { Exchange } from '../../simulator/exchange.mts';
import { PATH } from './exchangePaths.mts';
import { operationCalled, type Job } from './workers.mts';

/** A money action: it must not happen twice. */
export interface MoneyAction {
	readonly name: string;
	readonly writePath: string;
	/** The read that shows whether the action is still to be done. */
	readonly readPath: string;
	/** Other calls on the way to the action. */
	readonly otherPaths: readonly string[];
	open(exchange: Exchange): string;
	job(orderId: string): Job;
	isDone(exchange: Exchange, orderId: string): boolean;
	effects(exchange: Exchange, orderId: string): number;
	/** Whether the result of the read shows the action as done. */
	shows(result: unknown): boolean;
	/** What the output says: done or not. */
	reports(json: Readonly<Record<string, unknown>>): unknown;
	/**
	 * A read that shows it as done, before anything was sent or after a refusal of the exchange, counts as done. Nothing distinguishes a request that
	 * was rejected from one that the seller withdrew.
	 */
	readonly knowsAlready: boolean;
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (result: unknown): result is Row => typeof result === 'object' && result !== null;
const opensCancelRequest = (exchange: Exchange): string => {
	const { id } = exchange.openOrder({ side: 'buy' });
	exchange.advance(1_000);
	exchange.requestCancel(id);
	return id;
};

const release: MoneyAction = {
	name: 'release',
	writePath: PATH.release,
	readPath: PATH.order,
	otherPaths: [],
	knowsAlready: true,
	open(exchange) {
		const { id } = exchange.openOrder({ side: 'sell' });
		exchange.advance(1_000);
		exchange.buyerPays(id);
		return id;
	},
	job: (orderId) => ({
		operation: operationCalled('order', 'release'),
		params: { orderId, safetyChecks: { expectedFiatAmount: '92' }, options: {} },
	}),
	isDone: (exchange, id) => exchange.order(id).status === 50,
	effects: (exchange, id) => exchange.effects(id).releases,
	shows: (result) => isRow(result) && result.status === 50,
	reports: ({ released }) => released,
};

const markAsPaid: MoneyAction = {
	name: 'markAsPaid',
	writePath: PATH.pay,
	readPath: PATH.order,
	otherPaths: [],
	knowsAlready: true,
	open: (exchange) => exchange.openOrder({ side: 'buy' }).id,
	job: (orderId) => ({
		operation: operationCalled('order', 'markAsPaid'),
		params: { orderId, safetyChecks: { expectedFiatAmount: '92' }, options: {} },
	}),
	isDone: (exchange, id) => exchange.order(id).status === 20,
	effects: (exchange, id) => exchange.effects(id).pays,
	shows: (result) => isRow(result) && result.status === 20,
	reports: ({ paid }) => paid,
};

const accept: MoneyAction = {
	name: 'reviewCancelRequest accept',
	writePath: PATH.review,
	readPath: PATH.order,
	otherPaths: [],
	knowsAlready: true,
	open: opensCancelRequest,
	job: (orderId) => ({
		operation: operationCalled('order', 'reviewCancelRequest'),
		params: { orderId, decision: 'accept', options: {} },
	}),
	isDone: (exchange, id) => exchange.order(id).status === 40,
	effects: (exchange, id) => exchange.effects(id).cancelReviews,
	shows: (result) => isRow(result) && result.status === 40,
	reports: ({ reviewed }) => reviewed,
};

const reject: MoneyAction = {
	...accept,
	name: 'reviewCancelRequest reject',
	// Nothing distinguishes a request that was rejected from one that never was.
	knowsAlready: false,
	job: (orderId) => ({
		operation: operationCalled('order', 'reviewCancelRequest'),
		params: {
			orderId,
			decision: 'reject',
			rejectReason: 'haveMadePayment',
			rejectProofs: 'https://files.test/receipt.png',
			options: {},
		},
	}),
	isDone: (exchange, id) => !exchange.order(id).needBuyerExamineCancel,
	shows: (result) => isRow(result) && result.needBuyerExamineCancel === false,
};

export const MESSAGE = 'The money is on its way';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RECEIPT = { fileName: 'receipt.png', mimeType: 'image/png', content: PNG };

const sendText: MoneyAction = {
	name: 'sendMessage text',
	writePath: PATH.send,
	readPath: PATH.messages,
	otherPaths: [PATH.order, PATH.session],
	knowsAlready: true,
	open: (exchange) => exchange.openOrder({ side: 'buy' }).id,
	job: (orderId) => ({
		operation: operationCalled('chat', 'sendMessage'),
		params: { orderId, messageType: 'text', text: MESSAGE, options: { skipIfSentWithinMinutes: 60 } },
	}),
	isDone: (exchange, id) => exchange.messagesOf(id).some(({ from }) => from === 'merchant'),
	effects: (exchange, id) => exchange.effects(id).messages,
	shows: (result) => JSON.stringify(result ?? '').includes(MESSAGE),
	reports: ({ sent, skipped }) => sent === true || skipped === true,
};

const sendFile: MoneyAction = {
	...sendText,
	name: 'sendMessage file',
	otherPaths: [PATH.order, PATH.session, PATH.upload],
	job: (orderId) => ({
		operation: operationCalled('chat', 'sendMessage'),
		params: { orderId, messageType: 'file', binaryPropertyName: 'data', options: { skipIfSentWithinMinutes: 60 } },
		file: RECEIPT,
	}),
	shows: (result) => JSON.stringify(result ?? '').includes(RECEIPT.fileName),
};

export const MONEY_ACTIONS: readonly MoneyAction[] = [release, markAsPaid, accept, reject, sendText, sendFile];
