/**
 * Import it first. Waiting takes no time: `sleep` of n8n moves the clock on instead, which the nodes and the simulator share.
 * Only `Date` is faked, so that requests go on as they are.
 */
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number): Promise<void> => {
		later(ms);
	},
}));

const START_MS = 1_790_000_000_000;

beforeEach(() => {
	jest.useFakeTimers({
		now: START_MS,
		doNotFake: [
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'setImmediate',
			'clearImmediate',
			'setInterval',
			'clearInterval',
			'setTimeout',
			'clearTimeout',
		],
	});
});

afterEach(() => {
	jest.useRealTimers();
});

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export function later(ms: number): void {
	jest.setSystemTime(Date.now() + ms);
}
