/** The error of a trigger that was reported last. */
export interface ReportedError {
	readonly name: string;
	/** This machine's clock, ms; only differences count. */
	readonly reportedMs: number;
}

const REPORT_AGAIN_MS = 60 * 60 * 1000;

/**
 * Whether an error is to be thrown, so that the error workflow runs: the first time, when it is another one, and then hourly, not
 * in every poll.
 */
export function isReportDue(name: string, reported: ReportedError | undefined, nowMs: number): boolean {
	return reported === undefined || reported.name !== name || nowMs - reported.reportedMs >= REPORT_AGAIN_MS;
}
