import type { Core } from '../core.mts';

type Control = (core: Core, ...args: never[]) => unknown;

/** The same controls without their first parameter. */
export type Bound<C> = {
	[Name in keyof C]: C[Name] extends (core: Core, ...args: infer Args) => infer Result
		? (...args: Args) => Result
		: never;
};

/** Turns functions of the exchange's state into methods of an exchange. */
export function bindControls<C extends Readonly<Record<string, Control>>>(core: Core, controls: C): Bound<C> {
	return Object.fromEntries(
		Object.entries(controls).map(([name, control]) => [name, (...args: never[]) => control(core, ...args)]),
	) as Bound<C>;
}
