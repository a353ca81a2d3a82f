const shape = /^(\d+)(?:\.(\d+))?$/;
const scale = 18;

/** Whether the text is a plain, unsigned decimal of at most 18 decimals. */
export function isDecimal(text: string): boolean {
	const match = shape.exec(text);
	return match !== null && (match[2] ?? '').length <= scale;
}

/** The number as whole units of its 18th decimal: numbers that are compared often. */
export function units(text: string): bigint {
	const negative = text.startsWith('-');
	const match = shape.exec(negative ? text.slice(1) : text);
	if (match === null || (match[2] ?? '').length > scale) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
	const value = BigInt(match[1] + (match[2] ?? '').padEnd(scale, '0'));
	return negative ? -value : value;
}

function asText(value: bigint): string {
	const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
	const fraction = digits.slice(-scale).replace(/0+$/, '');
	return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

export function compare(a: string, b: string): number {
	const [left, right] = [units(a), units(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}

export function add(a: string, b: string): string {
	return asText(units(a) + units(b));
}

export function subtract(a: string, b: string): string {
	return asText(units(a) - units(b));
}

/** Cut, not rounded, to `decimals`. */
export function multiply(a: string, b: string, decimals: number): string {
	return cut((units(a) * units(b)) / 10n ** BigInt(scale), decimals);
}

/** Cut, not rounded, to `decimals`. */
export function divide(a: string, b: string, decimals: number): string {
	return cut((units(a) * 10n ** BigInt(scale)) / units(b), decimals);
}

export function sum(values: readonly string[]): string {
	return values.reduce(add, '0');
}

function cut(value: bigint, decimals: number): string {
	const unit = 10n ** BigInt(scale - decimals);
	return asText((value / unit) * unit);
}

/** With exactly `decimals` decimals, as the exchange spells amounts ("46.000"); digits beyond them are cut. */
export function toScale(value: string, decimals: number): string {
	const [whole, fraction = ''] = cut(units(value), decimals).split('.');
	return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}
