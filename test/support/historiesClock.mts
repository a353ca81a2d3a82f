/**
 * Import it first. One clock for n8n, the node and the exchange, which moves by `later` only: waiting takes no time but moves it on.
 */
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number): Promise<void> => {
		later(ms);
	},
}));

export const START_MS = 1_790_000_000_000;

let nowMs = START_MS;
const machineClock = Date.now;

beforeAll(() => {
	Date.now = () => nowMs;
});
afterAll(() => {
	Date.now = machineClock;
});

export function later(ms: number): void {
	nowMs += Math.round(ms);
}

export function clockMs(): number {
	return nowMs;
}
