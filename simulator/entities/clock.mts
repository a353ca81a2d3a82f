/** Exchange time in milliseconds: frozen when a start is given, else the machine's clock plus what was advanced. */
export class Clock {
	private offsetMs = 0;

	constructor(private readonly frozenAtMs?: number) {
		if (frozenAtMs !== undefined && !Number.isSafeInteger(frozenAtMs))
			throw new RangeError('now takes whole milliseconds');
	}

	now(): number {
		return (this.frozenAtMs ?? Date.now()) + this.offsetMs;
	}

	advance(ms: number): void {
		if (!Number.isFinite(ms)) throw new RangeError('advance takes a number of milliseconds');
		this.offsetMs += Math.trunc(ms);
	}
}
