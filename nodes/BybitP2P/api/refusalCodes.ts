/** What a return code of the exchange says. */
export interface RefusalMeaning {
	/** The code in plain words, to follow "Bybit did not ...: ". */
	readonly meaning: string;
	/** `access`: about the key or the account, so every other call would be refused as well. `rateLimit`: too many calls. */
	readonly concerns?: 'access' | 'rateLimit';
}

/**
 * Codes whose meaning is documented or was observed. A code that is not listed gets no words of ours rather than a guess.
 *
 * @see https://bybit-exchange.github.io/docs/v5/error
 */
export const REFUSAL_CODES: Readonly<Record<number, RefusalMeaning>> = {
	10000: { meaning: 'the server took too long' },
	10001: { meaning: 'a value in the request is not accepted' },
	10002: { meaning: 'the clock of this machine differs too much from the clock of Bybit', concerns: 'access' },
	10003: { meaning: 'the API key is not known in this environment', concerns: 'access' },
	10004: { meaning: 'the signature is not valid', concerns: 'access' },
	10005: { meaning: 'the API key lacks a permission', concerns: 'access' },
	10006: { meaning: 'too many requests in a short time', concerns: 'rateLimit' },
	10009: { meaning: 'the address of this machine is banned', concerns: 'access' },
	10010: { meaning: 'this machine is not on the IP list of the API key', concerns: 'access' },
	10016: { meaning: 'Bybit has an internal fault' },
	10024: { meaning: 'the compliance rules of Bybit do not allow this for the account', concerns: 'access' },
	10027: { meaning: 'trading is banned for this account', concerns: 'access' },
	33004: { meaning: 'the API key has expired', concerns: 'access' },
	912000014: { meaning: 'the account is not a General Advertiser', concerns: 'access' },
	912200387: { meaning: 'this chat call was closed by Bybit' },
	913100009: { meaning: 'the page is larger than Bybit allows' },
	912120022: { meaning: 'the price lies outside the allowed range' },
	912120023: { meaning: 'the minimum of an order is above the total of the ad' },
	912120024: { meaning: 'the balance is too low' },
	912120030: { meaning: 'the price has changed meanwhile' },
	912120031: { meaning: 'the ad was taken offline' },
	912120050: { meaning: 'the ad was edited too often' },
	912300001: { meaning: 'the stock of the ad is too low' },
	912300013: { meaning: 'a payment method is not known' },
};

/** Replies of the network in front of the exchange, which carry no return code, by HTTP status. */
export const HTTP_REFUSALS: Readonly<Record<number, RefusalMeaning>> = {
	401: { meaning: 'the API key is not accepted (HTTP 401)', concerns: 'access' },
	403: { meaning: 'access is blocked (HTTP 403)', concerns: 'access' },
	404: { meaning: 'the address does not exist there (HTTP 404)' },
	429: { meaning: 'too many requests in a short time (HTTP 429)', concerns: 'rateLimit' },
};
