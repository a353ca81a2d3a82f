import type { BybitApi } from '../../api/client';
import { sideName } from '../../api/codes';
import { InputError } from '../../api/errors';
import { fetchAccount } from '../../api/fetchOne';
import { AD_STATUS } from '../../api/simplify/ad';
import { textOf } from '../../api/text';
import type { Ad, Id } from '../../api/types';
import { compareDecimals, isDecimal } from '../../safety/decimal';
import type { OwnAd } from '../../safety/repricing/types';

/** Longer text is no price, and its products would be no decimals any more. */
const MAX_PRICE_LENGTH = 20;
const MAX_SCALE = 12;

/**
 * What a decision about the price of my ad rests on.
 *
 * @throws InputError for an ad with a floating price, and for one of which the exchange does not show what is needed.
 */
export async function ownAdFrom(api: BybitApi, ad: Ad): Promise<OwnAd> {
	const id = textOf(ad.id);
	const side = sideName(ad.side);
	const price = textOf(ad.price);
	assertFixedPrice(id, ad);
	if (side === 'unknown') throw missing(id, 'whether it buys or sells');
	if (!isDecimal(price) || price.length > MAX_PRICE_LENGTH || compareDecimals(price, '0') <= 0) {
		throw missing(id, 'its price');
	}
	if (!Object.values<number>(AD_STATUS).includes(Number(textOf(ad.status) || Number.NaN))) {
		throw missing(id, 'a status that is known');
	}
	const priceScale = priceScaleOf(ad);
	return {
		adId: id,
		userId: await userIdOf(api, ad),
		side,
		coin: textOf(ad.tokenId),
		fiat: textOf(ad.currencyId),
		price,
		...(priceScale === undefined ? {} : { priceScale }),
	};
}

/** A floating price follows the market by itself, and what it is taken from is not shown: a new premium would be a guess. */
function assertFixedPrice(id: Id, { priceType }: Ad): void {
	if (textOf(priceType) === '0') return;
	if (textOf(priceType) !== '1') throw missing(id, 'whether its price is fixed');
	throw new InputError(
		`The price of ad ${id} was not changed: it is a floating price, which follows the market by itself`,
		'Nothing was sent. Change its Premium with Ad: Update, or set its Price Type to Fixed there.',
	);
}

/** Without it my other ads would count as competitors. */
async function userIdOf(api: BybitApi, ad: Ad): Promise<Id> {
	const userId = textOf(ad.userId) || textOf((await fetchAccount(api)).userId);
	if (userId === '') throw missing(textOf(ad.id), 'whose it is');
	return userId;
}

function priceScaleOf({ symbolInfo }: Ad): number | undefined {
	const scale = Number(textOf(symbolInfo?.currency?.scale) || Number.NaN);
	return Number.isInteger(scale) && scale >= 0 && scale <= MAX_SCALE ? scale : undefined;
}

function missing(id: Id, what: string): InputError {
	return new InputError(
		`The price of ad ${id} was not changed: Bybit does not show ${what}`,
		'Nothing was sent. Read the ad (Ad: Get, with Simplify off), or look at it on Bybit.',
	);
}
