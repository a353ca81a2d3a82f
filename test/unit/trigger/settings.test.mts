import { triggerSettings } from '../../../nodes/BybitP2P/trigger/settings';

/** Settings from parameters as n8n gives them; as saved they are the same unless given otherwise. */
function settingsOf(values: Readonly<Record<string, unknown>>, saved: Readonly<Record<string, unknown>> = values) {
	const all = { events: ['orderCreated'], ...values };
	return triggerSettings({
		get: (name) => (all as Record<string, unknown>)[name],
		raw: (name) => ({ ...all, ...saved })[name],
	});
}

describe('the settings of the trigger', () => {
	it('have defaults', () => {
		expect(settingsOf({})).toEqual({
			events: ['orderCreated'],
			filters: {
				coins: [],
				fiats: [],
				adIds: [],
				counterpartyIds: [],
				excludeCounterpartyIds: [],
				statuses: [],
				messageFrom: ['counterparty', 'system'],
				messageKinds: [],
			},
			simplify: true,
			details: false,
			expiringSeconds: 300,
			repeatMs: 300_000,
			separateExecutions: false,
			filesInto: undefined,
		});
	});

	it('take what is set', () => {
		const filters = {
			side: 'buy',
			coins: 'usdt, btc',
			excludeCounterpartyIds: '1,2',
			statuses: ['appeal'],
			minFiatAmount: 100,
			messageFrom: ['me'],
		};
		const options = { repeatMinutes: 1, separateExecutions: true, downloadFiles: true, outputField: 'receipt' };

		expect(settingsOf({ filters, options })).toMatchObject({
			filters: {
				side: 'buy',
				coins: ['USDT', 'BTC'],
				excludeCounterpartyIds: ['1', '2'],
				statuses: ['appeal'],
				minFiatAmount: '100',
				messageFrom: ['me'],
			},
			repeatMs: 60_000,
			separateExecutions: true,
			filesInto: 'receipt',
		});
	});

	it.each([
		[{ events: [] }, /Trigger On is empty/],
		[{ events: ['orderDreamt'] }, /Trigger On/],
		[{ options: { repeatMinutes: 0.5 } }, /Repeat Every Minutes is not a number from 1/],
		[{ options: { repeatMinutes: 'often' } }, /Repeat Every Minutes is not a number from 1/],
		[{ options: { expiringSeconds: 0 } }, /Expiring Seconds is not a number above zero/],
		[{ filters: { statuses: ['paid'] } }, /Statuses/],
		[{ filters: { excludeCounterpartyIds: 'ann' } }, /Exclude Counterparty IDs is not an ID/],
		[{ filters: { minFiatAmount: 'lots' } }, /Minimum Fiat Amount is not an amount \("lots"\)/],
	])('that cannot be right are refused: %j', (values, message) => {
		expect(() => settingsOf(values)).toThrow(message);
	});
});

describe('a filter', () => {
	it('left empty is none', () => {
		expect(settingsOf({ filters: { coins: '' } }).filters.coins).toEqual([]);
	});

	it.each([
		['text', { coins: '' }, { coins: '={{ $json.coin }}' }, /Coins is empty: its expression gives nothing/],
		['a blank', { counterpartyIds: ' ' }, { counterpartyIds: '={{ $json.id }}' }, /Counterparty IDs is empty/],
		['no value', { fiats: undefined }, { fiats: '={{ $json.fiat }}' }, /Fiats is empty/],
		['an empty list', { statuses: [] }, { statuses: '={{ [] }}' }, /Statuses is empty/],
	])('that an expression leaves empty is refused, not ignored: %s', (_name, filters, saved, message) => {
		expect(() => settingsOf({ filters }, { filters: saved })).toThrow(message);
	});

	it('that an expression fills is taken', () => {
		expect(settingsOf({ filters: { coins: 'btc' } }, { filters: { coins: '={{ "btc" }}' } }).filters.coins).toEqual([
			'BTC',
		]);
	});

	it.each([
		['a name that is misspelt', {}, { coin: 'BTC' }, /Filters has no field "coin"/],
		['all by one expression', {}, '={{ $json.filters }}', /Filters cannot be read as a whole/],
		['a list', {}, [], /Filters cannot be read as a whole/],
	])('that n8n would drop is refused: %s', (_name, filters, saved, message) => {
		expect(() => settingsOf({ filters }, { filters: saved })).toThrow(message);
	});

	it('of the options is held to the same', () => {
		expect(() => settingsOf({ options: {} }, { options: { repeatMinute: 1 } })).toThrow(
			/Options has no field "repeatMinute"/,
		);
	});
});
