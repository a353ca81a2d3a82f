/** What is wrong with the calls and the words of a money action. */
import { PATH } from './exchangePaths.mts';
import type { MoneyAction } from './moneyActions.mts';
import { UNCLEAR_REFUSALS } from './moneyFaults.mts';
import type { Settled, WireCall } from './workers.mts';

/** How the action is run. */
export const MODES = [
	'once',
	'again after it stopped, 3 tries',
	'twice at once in one process',
	'at once in two processes',
	'killed, then anew',
] as const;
export type Mode = (typeof MODES)[number];

/** Each write needs, in its own run and after the write before, a successful read that shows the action as not done. */
export function repetitions(action: MoneyAction, mode: Mode, wire: readonly WireCall[]): readonly string[] {
	const wrong: string[] = [];
	const mayWrite = new Set<number>();
	for (const { run, path, reply } of wire) {
		if (path === action.readPath && reply?.status === 200 && reply.code === 0) {
			// What another process has sent is not what this one was to send.
			if (action.shows(reply.result) && !isBlind(action, mode)) mayWrite.delete(run);
			else mayWrite.add(run);
		}
		if (path === action.writePath) {
			if (!mayWrite.has(run)) wrong.push(`run ${run} wrote without a fresh read before`);
			mayWrite.delete(run);
		}
	}
	return wrong;
}

/** A money action that ran to its end, with the calls of that run. */
interface EndedRun {
	readonly action: MoneyAction;
	readonly own: readonly WireCall[];
	readonly isDone: boolean;
}

/** What a run said that is not so. */
export function untruths(end: Settled, run: EndedRun): readonly string[] {
	const { action, own, isDone } = run;
	switch (end.type) {
		case 'killed':
			return ['ended as killed without having been killed'];
		case 'given':
			if (isClearRefusal(writesOf(run).at(-1)) && !action.knowsAlready)
				return [`gave ${JSON.stringify(end.json)} after a refusal of the exchange`];
			return action.reports(end.json) === isDone && isDone
				? []
				: [`gave ${JSON.stringify(end.json)}, and done is ${isDone}`];
		case 'thrown':
			return [
				...(own.some((_call, index) => showsItDone(run, index))
					? [`saw it done and threw ${end.name}: ${end.message}`]
					: []),
				...(end.advice === '' && end.name !== 'BybitError' ? [`gave no advice with ${end.name}: ${end.message}`] : []),
				...wrongClaims(end, run),
			];
	}
}

/** What the message of an error claims and is not so. */
function wrongClaims({ name, message }: Settled & { readonly type: 'thrown' }, run: EndedRun): readonly string[] {
	const said = `${name}: ${message}`;
	const writes = writesOf(run);
	if (/sent, not confirmed/.test(message)) return writes.length > 0 ? [] : [`claims to have sent: ${said}`];
	if (/^Bybit did not accept /.test(message)) {
		return (writes.at(-1)?.reply?.code ?? 0) !== 0 ? [] : [`claims a refusal of the exchange: ${said}`];
	}
	if (/ was not (released|marked as paid|answered)/.test(message)) {
		// It rests on the read before, which it quotes; a stale read cannot be distinguished from a true one.
		if (readsOf(run).at(-1)?.isStale === true) return [];
		return run.isDone && run.action.knowsAlready ? [`claims that it is not done: ${said}`] : [];
	}
	if (
		/^Bybit (did not|gave no answer when asked to) (show the order|open the chat|show the chat messages|take the file)/.test(
			message,
		)
	) {
		const isOpen = writes.some(({ reply }) => reply?.code !== 10002);
		return isOpen ? [`does not show that it was sent: ${said}`] : [];
	}
	return [`threw ${said}`];
}

/** Whether a call of the run showed that the action is done. A stale read proves nothing. */
function showsItDone(run: EndedRun, index: number): boolean {
	const { action, own } = run;
	const call = own[index];
	if (!readsOf(run).includes(call) || call.isStale || !action.shows(call.reply?.result)) return false;
	const lastWrite = own.map(({ path }) => path).lastIndexOf(action.writePath);
	return action.knowsAlready || (lastWrite >= 0 && index > lastWrite && !isClearRefusal(writesOf(run).at(-1)));
}

function writesOf({ action, own }: EndedRun): readonly WireCall[] {
	return own.filter(({ path }) => path === action.writePath);
}

function readsOf({ action, own }: EndedRun): readonly WireCall[] {
	return own.filter(({ path, reply }) => path === action.readPath && reply?.code === 0 && reply.status === 200);
}

/** The exchange said that it did not carry out the write. */
function isClearRefusal(write: WireCall | undefined): boolean {
	const { status, code = 0 } = write?.reply ?? { status: 0 };
	return status === 200 && code !== 0 && !UNCLEAR_REFUSALS.some((unclear) => unclear === code);
}

/** Two processes that write into a chat at the same moment know nothing of each other, and the exchange has no idempotency key. */
function isBlind(action: MoneyAction, mode: Mode): boolean {
	return mode === 'at once in two processes' && action.readPath === PATH.messages;
}

export function tooMany(action: MoneyAction, mode: Mode, effects: number): readonly string[] {
	return effects > (isBlind(action, mode) ? 2 : 1) ? [`${effects} effects`] : [];
}
