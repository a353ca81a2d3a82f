import type { OrderInFull } from '../../api/types';

/** The money actions that have safety checks. */
export type CheckedAction = 'release' | 'markAsPaid';

/** The fields of the collection Safety Checks, as set; a field that is there counts even when its value is empty. */
export type CheckFields = Readonly<Record<string, unknown>>;

/** The input of a check in the editor, but for its name and label. */
export interface CheckField {
	readonly type: 'string' | 'number';
	readonly default: string | number;
	readonly placeholder?: string;
	readonly typeOptions?: { readonly minValue?: number; readonly maxValue?: number; readonly numberPrecision?: number };
}

/** What a check found in the order. */
export interface Finding {
	readonly found: string;
	readonly passed: boolean;
	/** Why it did not pass, or what the comparison rests on. */
	readonly note?: string;
}

/** One safety check: all that there is of it. */
export interface CheckRow {
	/** Saved in users' workflows. */
	readonly name: string;
	readonly label: string;
	readonly field: CheckField;
	/** What the field is for, for each action that has it. */
	readonly descriptions: Readonly<Partial<Record<CheckedAction, string>>>;
	/** The checks that it only refines: it says nothing by itself, and is listed only when none of them is set. */
	readonly refines?: readonly string[];
	/**
	 * @param fields - all that is set: an amount comes with a tolerance, a name with a score.
	 * @param nowMs - the exchange's clock.
	 */
	evaluate(order: OrderInFull, fields: CheckFields, nowMs: number): Finding;
}

export function unreadable(found: string): Finding {
	return { found, passed: false, note: 'The expected value is empty or unreadable' };
}

/** How a check that refines others is evaluated. */
export function refining(checks: readonly string[]): Pick<CheckRow, 'refines' | 'evaluate'> {
	return {
		refines: checks,
		evaluate: (_order, fields) =>
			checks.some((check) => check in fields)
				? { found: '', passed: true }
				: { found: '', passed: false, note: `It checks nothing without ${checks.join(' or ')}` },
	};
}
