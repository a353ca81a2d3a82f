import { readEnvelope } from '../../../nodes/BybitP2P/api/envelope';

const P2P = {
	ret_code: 0,
	ret_msg: 'SUCCESS',
	result: { id: '1' },
	ext_code: '',
	ext_info: {},
	time_now: '1790000000.123456',
};
const V5 = { retCode: 0, retMsg: 'OK', result: { id: '1' }, retExtInfo: {}, time: 1790000000123 };

describe('readEnvelope', () => {
	it.each([
		['of P2P calls', P2P, 'SUCCESS'],
		['of the gateway', V5, 'OK'],
	])('reads the envelope %s', (_, reply, text) => {
		expect(readEnvelope(JSON.stringify(reply))).toEqual({ code: 0, text, result: { id: '1' }, timeMs: 1790000000123 });
	});

	it.each([
		[{ ret_code: 912100027 }, 912100027],
		[{ ret_code: '0' }, 0],
		[{ ret_code: '10001' }, 10001],
		[{ retCode: 10003 }, 10003],
		[{ ret_code: null, retCode: 10003 }, 10003],
		[{ ret_code: -1 }, -1],
	])('reads the code of %j', (reply, code) => {
		expect(readEnvelope(JSON.stringify(reply))?.code).toBe(code);
	});

	it.each([
		{},
		{ ret_code: null },
		{ ret_code: '' },
		{ ret_code: 'OK' },
		{ ret_code: false },
		{ ret_code: [] },
		{ retCode: {} },
		{ code: 0 },
		{ result: { ret_code: 0 } },
	])('finds no code in %j, least of all 0', (reply) => {
		expect(readEnvelope(JSON.stringify(reply))?.code).toBeUndefined();
	});

	it.each([
		[{ ret_code: 0, result: null }, null],
		[{ ret_code: 0 }, undefined],
		[{ ret_code: 0, result: [] }, []],
		[{ ret_code: 0, result: '' }, ''],
	])('gives the result of %j as it is', (reply, result) => {
		expect(readEnvelope(JSON.stringify(reply))?.result).toEqual(result);
	});

	it.each([
		'',
		' ',
		'<html><body>Access too frequent</body></html>',
		'null',
		'[]',
		'[{"ret_code":0}]',
		'"ret_code"',
		'0',
		'true',
		'{"ret_code":0,',
	])('takes %j for no reply of the exchange', (text) => {
		expect(readEnvelope(text)).toBeUndefined();
	});

	it.each([
		[{ time_now: '1790000000' }, 1790000000000],
		[{ time_now: 1790000000.5 }, 1790000000500],
		[{ time: '1790000000123' }, 1790000000123],
		[{ time_now: '', time: 1790000000123 }, 1790000000123],
	])('reads the time of %j', (reply, timeMs) => {
		expect(readEnvelope(JSON.stringify(reply))?.timeMs).toBe(timeMs);
	});

	it.each([{}, { time: 0 }, { time_now: '0' }, { time_now: 'now' }, { time: null }, { time: '2026-10-01T00:00:00Z' }])(
		'knows no time of %j',
		(reply) => {
			expect(readEnvelope(JSON.stringify(reply))?.timeMs).toBeUndefined();
		},
	);

	it('gives the words of a refusal whichever name they come under', () => {
		expect([
			readEnvelope('{"ret_msg":"no"}')?.text,
			readEnvelope('{"retMsg":"no"}')?.text,
			readEnvelope('{}')?.text,
		]).toEqual(['no', 'no', '']);
	});
});
