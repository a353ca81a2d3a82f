/** The middle one; of an even number the mean of the two in the middle. @throws RangeError for no values. */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new RangeError('There is no median of nothing');
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How often the second goes into the first: 1.25 when ours takes a quarter longer. */
export function ratio(ours: number, other: number): number {
	return ours / other;
}

/** A figure for people: three digits that count, thousands apart. */
export function shown(value: number): string {
	if (!Number.isFinite(value)) return 'none';
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
	const [whole, part] = value.toFixed(digits).split('.');
	const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return part === undefined || /^0+$/.test(part) ? apart : `${apart}.${part}`;
}
