import type { Behaviour } from '../behaviour.mts';
import type { Store } from '../store.mts';

/** A date of an order as replies spell it: milliseconds as text, or whole seconds (a public project saw `1765116364000`). */
export function orderDate({ behaviour }: Store, ms: number): string {
	return String(ofGrain(behaviour.orderDates, ms));
}

/** The same as a number. */
export function orderDateMs({ behaviour }: Store, ms: number): number {
	return ofGrain(behaviour.orderDates, ms);
}

export function messageDate({ behaviour }: Store, ms: number): string {
	return String(ofGrain(behaviour.messageDates, ms));
}

function ofGrain(grain: Behaviour['orderDates'], ms: number): number {
	return grain === 'seconds' ? Math.floor(ms / 1000) * 1000 : ms;
}
