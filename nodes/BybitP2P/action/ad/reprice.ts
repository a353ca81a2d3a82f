import { AD_STATUS, simplifiedMarketAd, termsOf, type MarketAd } from '../../api/simplify/ad';
import { CODE } from '../../api/codes';
import { BybitError } from '../../api/errors';
import { fetchTimedAd } from '../../api/fetchOne';
import { paymentName } from '../../api/paymentNames';
import { resultOf } from '../../api/result';
import type { Ad, Decimal, Id } from '../../api/types';
import { repricingDecision } from '../../safety/repricing';
import { withPriceSet } from '../../safety/repricing/memory';
import type { OwnAd, RepricingDecision } from '../../safety/repricing/types';
import type { Operation, OperationContext, Output } from '../operation';
import { dryRunHint } from '../order/moneyOptions';
import { changeAd } from './adWrite';
import { marketPages } from './market';
import { ownAdFrom } from './ownAd';
import { repriceFields } from './repriceFields';
import { repriceSettingsFrom, type RepriceSettings } from './repriceSettings';
import { memoryOf, remember } from './repricingMemory';
import { assertConsistentTerms, assertTermsShown } from './terms';

interface RepricedAd extends Pick<RepricingDecision, 'newPrice' | 'reason' | 'competitors' | 'rejected'> {
	readonly adId: Id;
	readonly oldPrice: Decimal;
	readonly changed: boolean;
	/** Null where the market was not read. */
	readonly rank: number | null;
	readonly dryRun: boolean;
}

export const reprice: Operation<RepricedAd> = {
	name: 'Reprice',
	value: 'reprice',
	action: 'Reprice ad by the market',
	description:
		'Read the market, decide the price of your ad within your bounds, and change it if it must. Only ads with a fixed price.',
	isMoneyAction: true,
	hint: dryRunHint('the price was not changed'),
	// It quotes numbers alone.
	ownTexts: ['reason'],
	properties: repriceFields,
	async execute(context) {
		const settings = repriceSettingsFrom(context.params);
		// One after the other: each decides by the price as the one before left it.
		return await context.api.runExclusive(`ad ${settings.adId}`, async () => await repriced(context, settings));
	},
};

async function repriced(context: OperationContext, settings: RepriceSettings): Promise<Output<RepricedAd>> {
	const { api, origin } = context;
	const { adId, strategy, filter, bounds, dryRun, putOnline } = settings;
	const { ad, timeMs: nowMs } = await fetchTimedAd(api, adId);
	const own = await ownAdFrom(api, ad);
	const isOnline = Number(ad.status) === AD_STATUS.online;
	if (Number(ad.status) === AD_STATUS.completed) {
		return kept(settings, own, 'The ad is sold out: raise its Quantity with Ad: Update; the price stays');
	}
	if (!isOnline && !putOnline) return kept(settings, own, 'The ad is offline and Put Online is off; the price stays');

	const market = await marketAds(context, own);
	const memory = memoryOf(origin, adId);
	const decision = repricingDecision({ own, market, strategy, filter, bounds, memory, nowMs });
	if (!dryRun) remember(origin, adId, { ...memory, ...decision.remembered });

	const goesOnline = !isOnline && decision.isDecided;
	if (!decision.changed && !goesOnline) return output(settings, own, decision, false);
	if (dryRun) {
		const what = `Dry Run: nothing was sent. ${goesOnline ? 'The ad would go online. ' : ''}`;
		return output(settings, own, { ...decision, reason: `${what}${decision.reason}` }, false);
	}
	return await sentPrice(context, settings, { ad, own, decision, goesOnline, nowMs });
}

interface Change {
	readonly ad: Ad;
	readonly own: OwnAd;
	readonly decision: RepricingDecision;
	readonly goesOnline: boolean;
	readonly nowMs: number;
}

/** Sends the price with all other terms as they are. @throws BybitError, NotConfirmed, InputError as `changeAd` does. */
async function sentPrice(
	context: OperationContext,
	settings: RepriceSettings,
	{ ad, own, decision, goesOnline, nowMs }: Change,
): Promise<Output<RepricedAd>> {
	const { adId, strategy } = settings;
	const { newPrice, against } = decision;
	assertTermsShown(ad, { price: newPrice });
	const terms = { ...termsOf(ad), price: newPrice };
	assertConsistentTerms(terms);
	const change = { what: `new price of ad ${adId}`, before: ad, terms } as const;
	const sent = await resultOf(
		async () => await changeAd(context, { ...change, actionType: goesOnline ? 'ACTIVE' : 'MODIFY' }),
	);
	if ('error' in sent) return refusedPrice(settings, own, decision, sent.error);
	if (against !== undefined) {
		const set = { side: own.side, price: newPrice, step: strategy.step, atMs: nowMs };
		remember(context.origin, adId, withPriceSet(memoryOf(context.origin, adId), against, set));
	}
	const reason = goesOnline ? `Put online. ${decision.reason}` : decision.reason;
	return output(settings, own, { ...decision, reason }, true);
}

/** What a refusal of a price means for a run that comes again in a minute: the price stays, which is no fault. */
const EXPECTED_REFUSALS: Readonly<Record<number, string>> = {
	[CODE.adEditedTooOften]: 'Bybit takes no more edits of the ad for five minutes',
	[CODE.adPriceOutsideBand]: 'Bybit does not allow this price: it lies outside the band around the market price',
};

function refusedPrice(
	settings: RepriceSettings,
	own: OwnAd,
	decision: RepricingDecision,
	error: unknown,
): Output<RepricedAd> {
	const code = error instanceof BybitError ? error.code : undefined;
	const expected = code === undefined ? undefined : EXPECTED_REFUSALS[code];
	if (expected === undefined) throw error;
	const reason = `${expected} (${code}). Wanted was ${decision.newPrice}; the price stays`;
	return output(settings, own, { ...decision, newPrice: own.price, reason }, false);
}

async function marketAds({ api }: OperationContext, { coin, fiat, side }: OwnAd): Promise<readonly MarketAd[]> {
	const ads: MarketAd[] = [];
	for await (const rows of marketPages(api, { coin, fiat, side })) {
		ads.push(...rows.map((row) => simplifiedMarketAd(row, paymentName)));
	}
	return ads;
}

/** The ad is left alone before the market is read. */
function kept(settings: RepriceSettings, own: OwnAd, reason: string): Output<RepricedAd> {
	const nothing = { rank: null, competitors: [], rejected: [] };
	return output(settings, own, { ...nothing, newPrice: own.price, reason }, false);
}

function output(
	{ adId, dryRun }: RepriceSettings,
	own: OwnAd,
	decision: Pick<RepricedAd, 'newPrice' | 'reason' | 'competitors' | 'rejected' | 'rank'>,
	changed: boolean,
): Output<RepricedAd> {
	const { newPrice, reason, rank, competitors, rejected } = decision;
	return { json: { adId, oldPrice: own.price, newPrice, changed, reason, rank, competitors, rejected, dryRun } };
}
