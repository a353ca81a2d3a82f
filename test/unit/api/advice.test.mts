import { BybitError, NoReply } from '../../../nodes/BybitP2P/api/errors';
import { HTTP_REFUSALS, REFUSAL_CODES } from '../../../nodes/BybitP2P/api/refusalCodes';
import { ADVICE, adviceFor, HTTP_ADVICE } from '../../../nodes/BybitP2P/n8n/advice';

/** Every code of the exchange that this package knows, and what kind of matter it is. */
const CODES: readonly (readonly [number, string, 'access' | 'rateLimit' | undefined])[] = [
	[10000, 'server timeout', undefined],
	[10001, 'bad parameter', undefined],
	[10002, 'timestamp outside the window', 'access'],
	[10003, 'key unknown here', 'access'],
	[10004, 'bad signature', 'access'],
	[10005, 'permission missing', 'access'],
	[10006, 'too many requests', 'rateLimit'],
	[10009, 'address banned', 'access'],
	[10010, 'address not on the list', 'access'],
	[10016, 'server error', undefined],
	[10024, 'compliance', 'access'],
	[10027, 'banned', 'access'],
	[33004, 'key expired', 'access'],
	[912000014, 'no General Advertiser', 'access'],
	[912200387, 'closed chat call', undefined],
	[913100009, 'page size', undefined],
	[912120022, 'ad price outside bounds', undefined],
	[912120023, 'ad minimum above total', undefined],
	[912120024, 'balance too low', undefined],
	[912120030, 'price changed', undefined],
	[912120031, 'ad taken offline', undefined],
	[912120050, 'too many edits', undefined],
	[912300001, 'ad stock too low', undefined],
	[912300013, 'payment id unknown', undefined],
];
const PAGES = [401, 403, 404, 429];
/** What the words of this package leave to others. */
const ALARM = /\b(error|problem|failure|failed|oops|sorry)\b/i;

describe('the advice', () => {
	it('covers the documented codes, each of them and no other', () => {
		const documented = CODES.map(([code]) => code).sort();

		expect(Object.keys(REFUSAL_CODES).map(Number).sort()).toEqual(documented);
		expect(Object.keys(ADVICE).map(Number).sort()).toEqual(documented);
	});

	it('covers the replies of the network in front of the exchange', () => {
		expect(Object.keys(HTTP_REFUSALS).map(Number)).toEqual(PAGES);
		expect(Object.keys(HTTP_ADVICE).map(Number)).toEqual(PAGES);
	});

	it.each(CODES)('for code %i (%s) concerns what it should', (code, _, concerns) => {
		const error = new BybitError('list the orders', code, 'Refused');

		expect({ access: error.isAccessDenied, rateLimit: error.isRateLimited }).toEqual({
			access: concerns === 'access',
			rateLimit: concerns === 'rateLimit',
		});
	});

	it.each(CODES)('for code %i (%s) is a next step in whole sentences', (code) => {
		expect(ADVICE[code]).toMatch(/^[A-Z].{15,}\.$/);
	});

	it.each(CODES)('for code %i (%s) has a meaning that follows a colon', (code) => {
		expect(REFUSAL_CODES[code].meaning).toMatch(/^(?:[a-z]|API|Bybit).{5,}[^.\s]$/);
	});

	it.each([
		...CODES.map(([code]) => [code, REFUSAL_CODES[code], ADVICE[code]] as const),
		...PAGES.map((status) => [status, HTTP_REFUSALS[status], HTTP_ADVICE[status]] as const),
	])('for %i raises no alarm', (_, { meaning }, advice) => {
		expect(`${meaning} ${advice}`).not.toMatch(ALARM);
	});

	it.each([10000, 10016])('for code %i says to look at the order before money is sent again', (code) => {
		expect(ADVICE[code]).toContain('look at the order first');
	});

	it('gives none for a code that is not documented, rather than a guess', () => {
		expect(adviceFor(new BybitError('release the coins', 912999999, 'Order is frozen'))).toBe(
			'Bybit does not document this code. Look at the order or ad on Bybit.',
		);
	});
});

describe('the message of a refusal', () => {
	it.each(CODES)('with code %i (%s) names what did not happen, the reason and the code', (code) => {
		const { message } = new BybitError('release the coins', code, '');

		expect(message).toBe(`Bybit did not release the coins: ${REFUSAL_CODES[code].meaning} (${code})`);
	});

	it('keeps the words of Bybit where they say more', () => {
		expect(new BybitError('create the ad', 10001, 'price is missing').message).toBe(
			'Bybit did not create the ad: a value in the request is not accepted, "price is missing" (10001)',
		);
	});

	it.each(['', '  ', 'OK', 'SUCCESS', '成功'])('leaves out the words "%s", which say nothing', (text) => {
		expect(new BybitError('create the ad', 10001, text).message).toBe(
			'Bybit did not create the ad: a value in the request is not accepted (10001)',
		);
	});

	it('shows an unknown code with the words of Bybit as they are', () => {
		expect(new BybitError('release the coins', 912999999, 'Order is frozen').message).toBe(
			'Bybit did not release the coins: "Order is frozen" (912999999)',
		);
	});

	it('says so when an unknown code comes without words', () => {
		expect(new BybitError('release the coins', 912999999, '').message).toBe(
			'Bybit did not release the coins: no reason given (912999999)',
		);
	});

	it.each(PAGES)('names the HTTP status %i of a page that is no reply', (status) => {
		expect(new BybitError('list the orders', undefined, '', status).message).toContain(`(HTTP ${status})`);
	});

	it.each([
		[401, 'access'],
		[403, 'access'],
		[404, 'nothing'],
		[429, 'rateLimit'],
	])('counts HTTP %i as a matter of %s', (status, matter) => {
		const error = new BybitError('list the orders', undefined, '', status);

		expect(error.isAccessDenied ? 'access' : error.isRateLimited ? 'rateLimit' : 'nothing').toBe(matter);
	});

	it.each([10000, 10016])('with code %i leaves open whether a write was carried out', (code) => {
		expect(new BybitError('release the coins', code, '').leavesOutcomeOpen).toBe(true);
	});

	it.each(CODES.filter(([code]) => code !== 10000 && code !== 10016))(
		'with code %i (%s) says that nothing was carried out',
		(code) => {
			expect(new BybitError('release the coins', code, '').leavesOutcomeOpen).toBe(false);
		},
	);
});

describe('the message of a missing reply', () => {
	it('names what was asked and why there is no answer, with a next step and without alarm', () => {
		const error = new NoReply('show the order', 'the connection was lost or timed out');

		expect(error.message).toBe(
			'Bybit gave no answer when asked to show the order: the connection was lost or timed out',
		);
		expect(error.advice).toMatch(/^Check the connection/);
		expect(`${error.message} ${error.advice}`).not.toMatch(ALARM);
	});
});
