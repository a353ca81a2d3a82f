/** What is known of earlier faults of one trigger. */
export interface FaultMemory {
	readonly name: string;
	/** When it was last reported, this machine's clock in ms; only differences count. */
	readonly reportedMs: number;
}

const REPORT_AGAIN_MS = 60 * 60 * 1000;

/**
 * Whether a fault is to be thrown, so that the error workflow hears of it: the first time, when it is another one, and then hourly, not
 * in every tick.
 */
export function isNews(name: string, reported: FaultMemory | undefined, nowMs: number): boolean {
	return reported === undefined || reported.name !== name || nowMs - reported.reportedMs >= REPORT_AGAIN_MS;
}
