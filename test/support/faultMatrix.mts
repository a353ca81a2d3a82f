/**
 * Every fault at every moment of every deed that cannot be taken back, made by combining lists: what may go wrong with the write, what
 * may go wrong with the reads around it, and how the deed is run.
 */
import { resources } from '../../nodes/BybitP2P/action';
import type { Operation } from '../../nodes/BybitP2P/action/operation';
import type { Exchange, FaultOptions } from '../../simulator/exchange.mts';
import { anExchange, Workshop, type Job, type Settled, type WireCall } from './workers.mts';

export const PATH = {
	order: '/v5/p2p/order/info',
	release: '/v5/p2p/order/finish',
	pay: '/v5/p2p/order/pay',
	review: '/v5/p2p/order/buyer/examine/sellerCancelOrderApply',
	session: '/v5/p2p/chat/session/getSessionId',
	messages: '/v5/p2p/chat/message/listpage_v1',
	send: '/v5/p2p/chat/message/send_v1',
	upload: '/v5/p2p/oss/upload_file',
} as const;

export function operationCalled(resource: string, operation: string): Operation {
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (found === undefined) throw new Error(`There is no operation ${resource}.${operation}`);
	return found;
}

/** A deed that must not happen twice. */
export interface MoneyAction {
	readonly name: string;
	readonly writePath: string;
	/** The read that tells whether the deed is still to be done. */
	readonly lookPath: string;
	/** Other calls on the way to the deed. */
	readonly otherPaths: readonly string[];
	open(exchange: Exchange): string;
	job(orderId: string): Job;
	isDone(exchange: Exchange, orderId: string): boolean;
	effects(exchange: Exchange, orderId: string): number;
	/** Whether the result of the look shows the deed as done. */
	shows(result: unknown): boolean;
	/** What the output says: done or not. */
	told(json: Readonly<Record<string, unknown>>): unknown;
	/**
	 * A look that shows it as done, before anything was sent or after a no of the exchange, counts as done. Nothing shows a request that
	 * was turned down from one that the seller withdrew.
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
	lookPath: PATH.order,
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
	told: ({ released }) => released,
};

const markAsPaid: MoneyAction = {
	name: 'markAsPaid',
	writePath: PATH.pay,
	lookPath: PATH.order,
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
	told: ({ paid }) => paid,
};

const accept: MoneyAction = {
	name: 'reviewCancelRequest accept',
	writePath: PATH.review,
	lookPath: PATH.order,
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
	told: ({ reviewed }) => reviewed,
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
	lookPath: PATH.messages,
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
	told: ({ sent, skipped }) => sent === true || skipped === true,
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

export const DEEDS: readonly MoneyAction[] = [release, markAsPaid, accept, reject, sendText, sendFile];

/** A fault without its place. */
type Kind = Omit<FaultOptions, 'path' | 'times' | 'skip'>;

/** Longer than any call waits. */
const TOO_LONG_MS = 200_000;
const NO_CODE = '{"ret_msg":"SUCCESS","result":{}}';
const CLEAR_NO = [10001, 10002, 10005, 10006, 912100027, 912999999] as const;
const UNCLEAR_NO = [10000, 10016] as const;

const unreadable: readonly Kind[] = [
	...[500, 503, 401, 404, 429].map((status): Kind => ({ kind: 'status', status })),
	{ kind: 'html403' },
	{ kind: 'html502' },
	{ kind: 'garbage' },
	{ kind: 'emptyBody' },
	{ kind: 'status', status: 200, message: NO_CODE },
];

/** What may happen to a write; `undefined` is nothing. A clear no is played after the effect too: someone else did it first. */
export const WRITE_FAULTS: ReadonlyArray<Kind | undefined> = [
	undefined,
	{ kind: 'lostBefore' },
	{ kind: 'lostAfter' },
	{ kind: 'delay', delayMs: 1_000 },
	{ kind: 'delay', delayMs: TOO_LONG_MS },
	...[...unreadable, ...[...CLEAR_NO, ...UNCLEAR_NO].map((code): Kind => ({ kind: 'code', code }))].flatMap((fault) => [
		{ ...fault, when: 'before' as const },
		{ ...fault, when: 'after' as const },
	]),
];

const readFaults: readonly Kind[] = [
	{ kind: 'lostBefore' },
	{ kind: 'lostAfter' },
	{ kind: 'delay', delayMs: 1_000 },
	{ kind: 'delay', delayMs: TOO_LONG_MS },
	{ kind: 'status' },
	{ kind: 'html403' },
	{ kind: 'html502' },
	{ kind: 'stale' },
	{ kind: 'garbage' },
	{ kind: 'emptyBody' },
	{ kind: 'status', status: 200, message: NO_CODE },
	...[10000, 10002, 10006, 10016, 912999999].map((code): Kind => ({ kind: 'code', code })),
];

/** Which reads a fault hits: the one before, some of those after, or all. */
const PLACES = [
	{ name: 'the read before', skip: 0, times: 1 },
	{ name: 'every read', skip: 0, times: Number.POSITIVE_INFINITY },
	{ name: 'the 1st read after', skip: 1, times: 1 },
	{ name: 'the 2nd read after', skip: 2, times: 1 },
	{ name: 'the first 4 reads after', skip: 1, times: 4 },
	{ name: 'every read after', skip: 1, times: Number.POSITIVE_INFINITY },
] as const;

/** What may happen to the reads around a write; none is nothing. */
export const READ_FAULTS: ReadonlyArray<
	{ readonly place: string; readonly fault: Omit<FaultOptions, 'path'> } | undefined
> = [
	undefined,
	...PLACES.flatMap(({ name, skip, times }) =>
		readFaults.map((kind) => ({ place: name, fault: { ...kind, skip, times } })),
	),
];

/** How the deed is run. */
export const MODES = [
	'once',
	'again after it stopped, 3 tries',
	'twice at once in one process',
	'at once in two processes',
	'killed, then anew',
] as const;
export type Mode = (typeof MODES)[number];

export interface Cell {
	readonly deed: MoneyAction;
	readonly mode: Mode;
	readonly faults: readonly FaultOptions[];
	readonly death?: { readonly path: string; readonly nth: number; readonly moment: 'before' | 'after' };
}

/** Faults that stand for their like where not everything is combined with everything. */
const thinWrites = WRITE_FAULTS.filter(
	(fault) =>
		fault === undefined ||
		fault.kind === 'lostBefore' ||
		fault.kind === 'lostAfter' ||
		(fault.code === 10002 && fault.when === 'before') ||
		(fault.code === 10016 && fault.when === 'after') ||
		(fault.code === 912100027 && fault.when === 'after'),
);
const thinReads = READ_FAULTS.filter(
	(read) => read === undefined || read.fault.kind === 'lostBefore' || read.fault.kind === 'stale',
);

/**
 * The cells of a deed. `full` combines everything with everything, which takes minutes. Else each fault of the write meets the reads
 * that stand for their like and each fault of a read the writes that do; and those that do meet in every other mode.
 */
export function* cells(deed: MoneyAction, extent: 'thin' | 'full'): Generator<Cell> {
	for (const mode of MODES) {
		const isWhole = extent === 'full' || mode === 'once';
		for (const death of mode === 'killed, then anew' ? deathsOf(deed) : [undefined]) {
			for (const write of isWhole ? WRITE_FAULTS : thinWrites) {
				for (const read of isWhole ? READ_FAULTS : thinReads) {
					if (extent === 'thin' && !thinWrites.includes(write) && !thinReads.includes(read)) continue;
					yield {
						deed,
						mode,
						death,
						faults: [...placed(deed.writePath, write), ...placed(deed.lookPath, read?.fault)],
					};
				}
			}
			for (const path of deed.otherPaths) {
				for (const read of isWhole ? READ_FAULTS : thinReads)
					yield { deed, mode, death, faults: placed(path, read?.fault) };
			}
		}
	}
}

function placed(path: string, fault: Omit<FaultOptions, 'path'> | undefined): FaultOptions[] {
	return fault === undefined ? [] : [{ ...fault, path }];
}

function deathsOf({ writePath, lookPath }: MoneyAction): NonNullable<Cell['death']>[] {
	return [
		{ path: writePath, nth: 1, moment: 'before' },
		{ path: writePath, nth: 1, moment: 'after' },
		{ path: lookPath, nth: 2, moment: 'after' },
	];
}

/** Plays a cell. @returns what is wrong with it; nothing when all is well. */
export async function playedCell({ deed, mode, faults, death }: Cell): Promise<readonly string[]> {
	const workshop = new Workshop(anExchange());
	const { exchange } = workshop;
	const orderId = deed.open(exchange);
	const job = deed.job(orderId);
	faults.forEach((fault) => exchange.fault(fault));
	const wrong: string[] = [];

	const judged = async (settled: Promise<Settled & { run: number }>): Promise<Settled> => {
		const end = await settled;
		wrong.push(
			...untruths(
				deed,
				end,
				workshop.wire.filter(({ run }) => run === end.run),
				deed.isDone(exchange, orderId),
			),
		);
		return end;
	};
	const worker = workshop.worker();
	switch (mode) {
		case 'once':
			await judged(worker.run(job));
			break;
		case 'again after it stopped, 3 tries':
			for (let tries = 0; tries < 3; tries += 1) if ((await judged(worker.run(job))).type !== 'thrown') break;
			break;
		case 'twice at once in one process':
			await Promise.all([judged(worker.run(job)), judged(worker.run(job))]);
			break;
		case 'at once in two processes':
			await Promise.all([judged(worker.run(job)), judged(workshop.worker().run(job))]);
			break;
		case 'killed, then anew':
			await worker.run(job, death);
			await judged(workshop.worker().run(job));
			break;
	}
	return [...wrong, ...repetitions(deed, mode, workshop.wire), ...tooMany(deed, mode, deed.effects(exchange, orderId))];
}

/** Two processes that write into a chat at the same moment know nothing of each other, and the exchange has no idempotency key. */
function isBlind(deed: MoneyAction, mode: Mode): boolean {
	return mode === 'at once in two processes' && deed.lookPath === PATH.messages;
}

function tooMany(deed: MoneyAction, mode: Mode, effects: number): readonly string[] {
	return effects > (isBlind(deed, mode) ? 2 : 1) ? [`${effects} effects`] : [];
}

/** Each write needs, in its own run and after the write before, a successful look that shows the deed as not done. */
function repetitions(deed: MoneyAction, mode: Mode, wire: readonly WireCall[]): readonly string[] {
	const wrong: string[] = [];
	const mayWrite = new Set<number>();
	for (const { run, path, reply } of wire) {
		if (path === deed.lookPath && reply?.status === 200 && reply.code === 0) {
			// What another process has sent is not what this one was to send.
			if (deed.shows(reply.result) && !isBlind(deed, mode)) mayWrite.delete(run);
			else mayWrite.add(run);
		}
		if (path === deed.writePath) {
			if (!mayWrite.has(run)) wrong.push(`run ${run} wrote without a fresh read before`);
			mayWrite.delete(run);
		}
	}
	return wrong;
}

/** What a run said that is not so. */
function untruths(deed: MoneyAction, end: Settled, own: readonly WireCall[], isDone: boolean): readonly string[] {
	const writes = own.filter(({ path }) => path === deed.writePath);
	const lastWrite = own.map(({ path }) => path).lastIndexOf(deed.writePath);
	// A look that lied proves nothing.
	const looks = own.filter(({ path, reply }) => path === deed.lookPath && reply?.code === 0 && reply.status === 200);
	const wasRefused = isClearNo(writes.at(-1));
	const saw = own.some(
		(call, index) =>
			looks.includes(call) &&
			!call.isStale &&
			deed.shows(call.reply?.result) &&
			(deed.knowsAlready || (lastWrite >= 0 && index > lastWrite && !wasRefused)),
	);
	switch (end.type) {
		case 'died':
			return ['died without having been killed'];
		case 'given':
			if (wasRefused && !deed.knowsAlready) return [`gave ${JSON.stringify(end.json)} after a no of the exchange`];
			return deed.told(end.json) === isDone && isDone
				? []
				: [`gave ${JSON.stringify(end.json)}, and done is ${isDone}`];
		case 'thrown': {
			const said = `${end.name}: ${end.message}`;
			const wrong: string[] = [];
			if (saw) wrong.push(`saw it done and threw ${said}`);
			if (end.advice === '' && end.name !== 'BybitError') wrong.push(`gave no advice with ${said}`);
			if (/sent, not confirmed/.test(end.message))
				return writes.length > 0 ? wrong : [...wrong, `claims to have sent: ${said}`];
			if (/^Bybit did not accept /.test(end.message)) {
				return (writes.at(-1)?.reply?.code ?? 0) !== 0 ? wrong : [...wrong, `claims a no of the exchange: ${said}`];
			}
			if (/ was not (released|marked as paid|answered)/.test(end.message)) {
				// It rests on the look before, which it quotes; a read that lied looks like a true one.
				if (looks.at(-1)?.isStale === true) return wrong;
				return isDone && deed.knowsAlready ? [...wrong, `claims that it is not done: ${said}`] : wrong;
			}
			if (
				/^Bybit (did not|gave no answer when asked to) (show the order|open the chat|show the chat messages|take the file)/.test(
					end.message,
				)
			) {
				const isOpen = writes.some(({ reply }) => reply?.code !== 10002);
				return isOpen ? [...wrong, `does not show that it was sent: ${said}`] : wrong;
			}
			return [...wrong, `threw ${said}`];
		}
	}
}

/** The exchange said that it did not carry out the write. */
function isClearNo(write: WireCall | undefined): boolean {
	const { status, code = 0 } = write?.reply ?? { status: 0 };
	return status === 200 && code !== 0 && !UNCLEAR_NO.some((unclear) => unclear === code);
}

export function shownCell({ deed, mode, faults, death }: Cell): string {
	const killed = death === undefined ? '' : `, killed ${death.moment} call ${death.nth} to ${death.path}`;
	return `${deed.name}, ${mode}${killed}: ${JSON.stringify(faults, (_name, value: unknown) => (value === Number.POSITIVE_INFINITY ? 'always' : value))}`;
}

/** The tests of some deeds, with the size of their matrix printed. `FAULT_MATRIX=full` plays all cells, which takes some ten minutes. */
export function describeMatrix(title: string, deeds: readonly MoneyAction[]): void {
	const extent = process.env.FAULT_MATRIX === 'full' ? 'full' : 'thin';
	const sizes: string[] = [];

	describe.each(deeds.map((deed) => [deed.name, deed] as const))('%s', (name, deed) => {
		it('happens at most once and is reported truly, whatever goes wrong', async () => {
			const wrong: string[] = [];
			let [size, red] = [0, 0];

			for (const cell of cells(deed, extent)) {
				size += 1;
				const found = await playedCell(cell);
				if (found.length === 0) continue;
				red += 1;
				if (wrong.length < 20) wrong.push(`${shownCell(cell)} -> ${found.join('; ')}`);
			}

			sizes.push(`${name}: ${size} cells, ${red} wrong`);
			expect(wrong).toEqual([]);
		}, 1_200_000);
	});

	afterAll(() => {
		console.info(`Fault matrix of ${title}: ${sizes.join('; ')}.`);
	});
}
