import { jsonText } from '../../../nodes/BybitP2P/api/wire';

describe('jsonText', () => {
	it.each([
		[{ page: 1, size: 30 }, '{"page":1,"size":30}'],
		[{}, '{}'],
		[{ orderId: '1900004704665923584', gone: undefined }, '{"orderId":"1900004704665923584"}'],
		[{ lastId: 9_007_199_254_740_993n }, '{"lastId":9007199254740993}'],
		[{ lastId: 9_223_372_036_854_775_807n, limit: 30 }, '{"lastId":9223372036854775807,"limit":30}'],
		[{ lastId: 0n }, '{"lastId":0}'],
		[{ deep: { list: ['1', { a: null }] } }, '{"deep":{"list":["1",{"a":null}]}}'],
	])('writes %p as %s', (request, text) => {
		expect(jsonText(request)).toBe(text);
	});

	it.each(['5', '9007199254740993', '5n', '"}', '\u0000int:5'])(
		'leaves the text %j a text, whatever is in it',
		(message) => {
			expect(JSON.parse(jsonText({ message }))).toEqual({ message });
		},
	);

	it('writes cursors bare although another package taught BigInt to print itself as text', () => {
		const prototype = BigInt.prototype as { toJSON?: () => string };
		prototype.toJSON = function (this: bigint) {
			return String(this);
		};
		try {
			expect(jsonText({ lastId: 9_007_199_254_740_993n })).toBe('{"lastId":9007199254740993}');
		} finally {
			delete prototype.toJSON;
		}
	});
});
