import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

/**
 * Hands items over to n8n, all together or each as an execution of its own; what is returned goes out last.
 *
 * Invariant: `write` runs before the last items go out and after all others have gone, so a crash repeats rather than loses.
 *
 * @param write - stores the state; n8n saves it with what goes out next.
 * @returns what `poll` returns.
 */
export function emitted(
	host: Pick<IPollFunctions, '__emit'>,
	items: readonly INodeExecutionData[],
	isSeparate: boolean,
	write: () => void,
	onTogether: () => void,
): INodeExecutionData[][] | null {
	const rest = isSeparate ? withoutSent(host, items, onTogether) : items;
	write();
	return rest.length === 0 ? null : [[...rest]];
}

/** Sends all but the last item; those that n8n does not take stay with the last. */
function withoutSent(
	host: Pick<IPollFunctions, '__emit'>,
	items: readonly INodeExecutionData[],
	onTogether: () => void,
): readonly INodeExecutionData[] {
	for (const [place, item] of items.slice(0, -1).entries()) {
		if (!isTaken(host, item)) {
			onTogether();
			return items.slice(place);
		}
	}
	return items.slice(-1);
}

/** False where n8n has no way to start an execution from within a poll: it is part of newer versions only. */
function isTaken(host: Pick<IPollFunctions, '__emit'>, item: INodeExecutionData): boolean {
	if (typeof host.__emit !== 'function') return false;
	try {
		host.__emit([[item]]);
		return true;
	} catch {
		return false;
	}
}
