import { statusStep } from '../../../../nodes/BybitP2P/trigger/detect/statusSteps';

describe('statusStep', () => {
	it.each([
		[[10], 10, 'same'],
		[[10], 20, 'forward'],
		[[5], 10, 'unsure'],
		[[5, 10], 5, 'old'],
		[[10], 60, 'forward'],
		[[10, 60], 20, 'forward'],
		[[10, 60], 70, 'forward'],
		[[10, 60], 10, 'old'],
		[[10], 40, 'forward'],
		[[20], 50, 'forward'],
		[[20], 10, 'old'],
		[[20], 60, 'old'],
		[[20], 90, 'old'],
		[[10, 20], 10, 'old'],
	] as const)('after %j takes %i for %s', (statuses, status, step) => {
		expect(statusStep(statuses, status)).toBe(step);
	});

	it.each([
		[[10, 20], 30, 'unsure'],
		[[10, 20, 30], 20, 'unsure'],
		[[10, 20, 30], 50, 'unsure'],
		[[10, 20, 30], 100, 'unsure'],
		[[10, 20, 30, 20], 30, 'unsure'],
		[[10, 20, 30, 20], 50, 'forward'],
		[[10, 20, 30, 20], 10, 'old'],
		[[10, 20, 30], 10, 'old'],
		[[10, 30], 10, 'unsure'],
		[[10, 20, 50, 30, 20], 50, 'unsure'],
		[[10, 20, 50, 30, 20], 40, 'forward'],
		[[30], 20, 'unsure'],
		[[100], 110, 'unsure'],
	] as const)('of an appeal or objection, after %j takes %i for %s', (statuses, status, step) => {
		expect(statusStep(statuses, status)).toBe(step);
	});

	it.each([
		[[10, 20, 50], 20, 'old'],
		[[10, 20, 50], 10, 'old'],
		[[10, 20, 50], 30, 'unsure'],
		[[10, 40], 100, 'unsure'],
		[[10, 40], 50, 'unsure'],
		[[10, 40, 30, 50], 40, 'unsure'],
	] as const)('of an ended order, after %j takes %i for %s', (statuses, status, step) => {
		expect(statusStep(statuses, status)).toBe(step);
	});

	it.each([
		[[10], 777, 'forward'],
		[[10, 777], 20, 'forward'],
		[[10, 777], 10, 'old'],
		[[10, 777, 20], 777, 'old'],
		[[50], 777, 'unsure'],
	] as const)('of a status that nobody documents, after %j takes %i for %s', (statuses, status, step) => {
		expect(statusStep(statuses, status)).toBe(step);
	});
});
