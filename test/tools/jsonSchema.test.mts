import { deviations } from '../support/jsonSchema.mts';

const schema = {
	type: 'object',
	properties: {
		id: { type: 'string' },
		status: { type: 'string', enum: ['open', 'ended'] },
		score: { type: ['number', 'null'] },
		order: { type: 'object', nullable: true, properties: { id: { type: 'string' } }, required: ['id'] },
		names: { type: 'array', items: { type: 'string' } },
	},
	required: ['id', 'status'],
};
const whole = { id: '1', status: 'open', score: null, order: { id: '2' }, names: ['Anna'] };

describe('deviations', () => {
	it('finds none in a value of the schema', () => {
		expect(deviations(schema, whole)).toEqual([]);
		expect(deviations(schema, { ...whole, score: 0.5, order: null, names: [] })).toEqual([]);
	});

	it.each([
		[{ status: 'open' }, 'json.id is missing'],
		[{ ...whole, id: 1 }, 'json.id is number, not string'],
		[{ ...whole, id: null }, 'json.id is null, not string'],
		[{ ...whole, status: 'paid' }, 'json.status is "paid"'],
		[{ ...whole, score: 'high' }, 'json.score is string, not number or null'],
		[{ ...whole, order: {} }, 'json.order.id is missing'],
		[{ ...whole, names: [1] }, 'json.names[0] is number, not string'],
		[{ ...whole, extra: 1 }, 'json.extra is not in the schema'],
	])('names what is not as the schema says: %j', (value, line) => {
		expect(deviations(schema, value)).toEqual([line]);
	});
});
