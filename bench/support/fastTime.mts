/** Waiting takes no time: `sleep` of n8n moves the clock on instead. Import it before the nodes are loaded. */
import { createRequire } from 'node:module';

const workflowPackage = createRequire(import.meta.url)('n8n-workflow') as object;
const realNow = Date.now.bind(Date);
let aheadMs = 0;
let tell: (ms: number) => Promise<unknown> = async () => undefined;

Date.now = () => Math.floor(realNow() + aheadMs);
Object.defineProperty(workflowPackage, 'sleep', { get: () => later });

/** Moves this process on, and whoever else is told. */
export async function later(ms: number): Promise<void> {
	const wholeMs = Math.max(0, Math.ceil(ms));
	aheadMs += wholeMs;
	await tell(wholeMs);
}

/** The exchange moves on together with us, from now on. */
export async function tellTime(told: (ms: number) => Promise<unknown>): Promise<void> {
	tell = told;
	await told(aheadMs);
}
