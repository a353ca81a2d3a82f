import { all, asItIs, credential, dryRunOff, inNode } from '../support/examples/edits.mts';
import type { Imported, ExampleRig } from '../support/examples/exampleRig.mts';

const START = 'Every Five Minutes';

export function reprice(rig: () => ExampleRig): void {
	const ownAd = () => {
		const found = rig()
			.exchange.ownAds()
			.find(({ side }) => Number(side) === 1);
		if (found === undefined) throw new Error('The merchant has no ad that sells');
		return String(found.id);
	};
	const priceOf = (adId: string) => String(rig().exchange.ad(adId).price);
	const toChat = (node: string) =>
		inNode(node, (parameters) => ({ ...parameters, chatId: rig().services.telegram.chatId }));
	const example = (
		adId: string,
		{ dryRun = false, bounds = { minPrice: '0.90', maxPrice: '0.99' } } = {},
	): Imported => ({
		file: 'reprice-within-bounds',
		set: {
			'Bybit P2P API': credential,
			Telegram: credential,
			Ad: inNode('Reprice the Ad', (parameters) => ({ ...parameters, adId: { __rl: true, mode: 'id', value: adId } })),
			Bounds: inNode('Reprice the Ad', (parameters) => ({
				...parameters,
				bounds: { ...(parameters.bounds as object), ...bounds },
			})),
			Competitors: asItIs,
			'Chat ID': all(toChat('Tell Me the Price'), toChat('Tell Me Why Not')),
			Schedule: asItIs,
			'Dry Run': dryRun ? asItIs : dryRunOff('Reprice the Ad'),
		},
	});
	/** A market of one good competitor, and one whose price is mistyped. */
	const competitorAsks = (price: string) => {
		const { exchange } = rig();
		const [good, mistyped] = exchange.seedMarket({ rivals: 2, side: 'sell', replace: true });
		for (const rival of [good, mistyped]) {
			if (rival === undefined) throw new Error('The market has no rivals');
			exchange.setUser(rival.nickName, { isOnline: true, recentOrders: 200, completionRate: 99 });
		}
		exchange.setAd(String(good?.itemId), { price, quantity: '5000' });
		exchange.setAd(String(mistyped?.itemId), { price: '0.093', quantity: '5000' });
	};

	it('goes a step under the best competitor, and passes over a mistyped price', async () => {
		const adId = ownAd();
		competitorAsks('0.928');
		const id = await rig().import(example(adId));

		await rig().rest.runManually(id, START);

		expect(priceOf(adId)).toMatch(/^0\.927/);
		expect(rig().services.telegram.sent[0]?.text).toMatch(/^0\.93 → 0\.927/);
	});

	it('changes the price by no more than a percent in one run', async () => {
		const adId = ownAd();
		competitorAsks('0.905');
		const id = await rig().import(example(adId));

		await rig().rest.runManually(id, START);

		expect(Number(priceOf(adId))).toBeCloseTo(0.93 * 0.99, 3);
	});

	it('shows the price it would set, and changes nothing, while Dry Run is on', async () => {
		const adId = ownAd();
		competitorAsks('0.928');
		const id = await rig().import(example(adId, { dryRun: true }));

		await rig().rest.runManually(id, START);

		expect(priceOf(adId)).toBe('0.93');
		expect(rig().services.telegram.sent[0]?.text).toMatch(/^Dry Run: 0\.93 → 0\.927/);
		expect(rig().sentTo('/v5/p2p/item/update')).toEqual([]);
	});

	it('does nothing without bounds, and says so', async () => {
		const adId = ownAd();
		competitorAsks('0.928');
		const id = await rig().import(example(adId, { bounds: { minPrice: '', maxPrice: '' } }));

		await rig().rest.runManually(id, START);

		expect(priceOf(adId)).toBe('0.93');
		expect(rig().services.telegram.sent[0]?.text).toMatch(/^The price was not looked after\.\n.*Minimum Price/);
	});
}
