/** What may go wrong with a write, and with the reads around it. */
import type { FaultOptions } from '../../simulator/exchange.mts';

/** A fault without its place. */
type Kind = Omit<FaultOptions, 'path' | 'times' | 'skip'>;

/** Longer than any call waits. */
const TOO_LONG_MS = 200_000;
const NO_CODE = '{"ret_msg":"SUCCESS","result":{}}';
const CLEAR_REFUSALS = [10001, 10002, 10005, 10006, 912100027, 912999999] as const;
export const UNCLEAR_REFUSALS = [10000, 10016] as const;

const unreadable: readonly Kind[] = [
	...[500, 503, 401, 404, 429].map((status): Kind => ({ kind: 'status', status })),
	{ kind: 'html403' },
	{ kind: 'html502' },
	{ kind: 'garbage' },
	{ kind: 'emptyBody' },
	{ kind: 'status', status: 200, message: NO_CODE },
];

/** What may happen to a write; `undefined` is nothing. A clear refusal is played after the effect too: someone else did it first. */
export const WRITE_FAULTS: ReadonlyArray<Kind | undefined> = [
	undefined,
	{ kind: 'lostBefore' },
	{ kind: 'lostAfter' },
	{ kind: 'delay', delayMs: 1_000 },
	{ kind: 'delay', delayMs: TOO_LONG_MS },
	...[...unreadable, ...[...CLEAR_REFUSALS, ...UNCLEAR_REFUSALS].map((code): Kind => ({ kind: 'code', code }))].flatMap(
		(fault) => [
			{ ...fault, when: 'before' as const },
			{ ...fault, when: 'after' as const },
		],
	),
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

/** Faults that stand for their like where not everything is combined with everything. */
export const thinWrites = WRITE_FAULTS.filter(
	(fault) =>
		fault === undefined ||
		fault.kind === 'lostBefore' ||
		fault.kind === 'lostAfter' ||
		(fault.code === 10002 && fault.when === 'before') ||
		(fault.code === 10016 && fault.when === 'after') ||
		(fault.code === 912100027 && fault.when === 'after'),
);
export const thinReads = READ_FAULTS.filter(
	(read) => read === undefined || read.fault.kind === 'lostBefore' || read.fault.kind === 'stale',
);
