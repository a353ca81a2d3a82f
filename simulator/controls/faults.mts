import type { Core } from '../core.mts';
import type { FaultOptions } from '../http/faults.mts';

function fault({ faults }: Core, options: FaultOptions): void {
	faults.add(options);
}

function clearFaults({ faults }: Core): void {
	faults.clear();
}

function activeFaults({ faults }: Core): FaultOptions[] {
	return faults.list();
}

/** Forgets the calls of the log; effects and limits stay. */
function clearCalls({ log }: Core): void {
	log.clear();
}

/** What goes wrong on purpose, and the record of calls. */
export const faultControls = { fault, clearFaults, activeFaults, clearCalls };
