import { markedStart, markStart } from '../../../nodes/BybitP2P/trigger/startMarker';

describe('the mark of when a workflow was published', () => {
	it('is kept for each node, beside what others keep there', () => {
		const data: Record<string, unknown> = { counter: 5 };
		markStart(data, 'a', 1);
		markStart(data, 'b', 2);
		markStart(data, 'a', 3);

		expect([markedStart(data, 'a'), markedStart(data, 'b'), markedStart(data, 'c'), data.counter]).toEqual([
			3,
			2,
			undefined,
			5,
		]);
	});

	it.each([[undefined], [{}], [{ bybitP2PTrigger: 5 }], [{ bybitP2PTrigger: { a: 'x' } }]])('is none in %j', (data) => {
		expect(markedStart(data, 'a')).toBeUndefined();
	});
});
