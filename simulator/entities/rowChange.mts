/** What a reply shows in the place of the truth. */
export interface RowChange {
	/** Values, `null` included, for fields of the row; a field that the row does not have is added. */
	readonly fields?: Readonly<Record<string, unknown>>;
	/** Fields that the row does not have then. */
	readonly without?: readonly string[];
}

/** The row as the change wants it; the same row when there is none. */
export function changedRow(row: Record<string, unknown>, change: RowChange | undefined): Record<string, unknown> {
	if (change === undefined) return row;
	const missing = new Set(change.without);
	return Object.fromEntries(Object.entries({ ...row, ...change.fields }).filter(([name]) => !missing.has(name)));
}

/** Takes a change from outside, such as JSON. @throws TypeError when it is none. */
export function readRowChange({ fields, without }: RowChange): RowChange | undefined {
	if (fields === undefined && without === undefined) return undefined;
	if (fields !== undefined && (typeof fields !== 'object' || fields === null || Array.isArray(fields)))
		throw new TypeError('fields must be an object');
	if (without !== undefined && !(Array.isArray(without) && without.every((name) => typeof name === 'string')))
		throw new TypeError('without must be a list of names');
	return { fields, without };
}
