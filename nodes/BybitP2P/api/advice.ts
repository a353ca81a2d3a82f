/** What a return code means and what the user can do about it. */
export interface Advice {
	/** The code in plain words, to follow "Bybit did not ...: ". */
	readonly meaning: string;
	/** The next step, for a merchant. */
	readonly todo: string;
	/** `access`: about the key or the account, so every other call would be refused as well. `pace`: too many calls. */
	readonly concerns?: 'access' | 'pace';
}

/**
 * Codes whose meaning is documented or was observed. A code that is not listed gets no advice rather than a guess.
 *
 * @see https://bybit-exchange.github.io/docs/v5/error
 */
export const ADVICE: Readonly<Record<number, Advice>> = {
	10000: {
		meaning: 'the server took too long',
		todo: 'Try again in a minute. For a release or a payment look at the order first: it may have been carried out.',
	},
	10001: {
		meaning: 'a value in the request is not accepted',
		todo: 'Check the fields of this node. The words of Bybit above name the value, if Bybit gave any.',
	},
	10002: {
		meaning: 'the clock of this machine differs too much from the clock of Bybit',
		todo: 'Synchronise the clock of the machine that runs n8n (turn on NTP), or raise the Receive Window in the credential.',
		concerns: 'access',
	},
	10003: {
		meaning: 'the API key is not known in this environment',
		todo: 'Choose the environment in which the key was made (mainnet, testnet or your region), and check that the key is copied whole and not deleted.',
		concerns: 'access',
	},
	10004: {
		meaning: 'the signature is not valid',
		todo: 'Copy the API secret again (for a self-generated key: choose Key Type RSA and paste the private key that belongs to it).',
		concerns: 'access',
	},
	10005: {
		meaning: 'the API key lacks a permission',
		todo: 'On Bybit, give the key the P2P permissions (Orders, and Ads if you use ads) with read and write access.',
		concerns: 'access',
	},
	10006: {
		meaning: 'too many requests in a short time',
		todo: 'Wait a moment and try again. Bybit allows 10 reads and 5 writes per second for one account, all programs together.',
		concerns: 'pace',
	},
	10009: {
		meaning: 'the address of this machine is banned',
		todo: 'Wait ten minutes. If it stays, the country or network of this machine is not served by Bybit in this environment.',
		concerns: 'access',
	},
	10010: {
		meaning: 'this machine is not on the IP list of the API key',
		todo: 'On Bybit, add the public IP address of the machine that runs n8n to the list of the key.',
		concerns: 'access',
	},
	10016: {
		meaning: 'Bybit has an internal fault',
		todo: 'Try again in a minute. For a release or a payment look at the order first: it may have been carried out.',
	},
	10024: {
		meaning: 'the compliance rules of Bybit do not allow this for the account',
		todo: 'Look for open checks (identity, region) in the account on Bybit, or ask the Bybit support.',
		concerns: 'access',
	},
	10027: {
		meaning: 'trading is banned for this account',
		todo: 'Ask the Bybit support why. No other key of this account will work.',
		concerns: 'access',
	},
	33004: {
		meaning: 'the API key has expired',
		todo: 'Make a new key on Bybit and put it into the credential. A key that is bound to IP addresses does not expire.',
		concerns: 'access',
	},
	912000014: {
		meaning: 'the account is not a General Advertiser',
		todo: 'Bybit opens the P2P API for General Advertisers and above only. Apply for it on Bybit under P2P, Become an Advertiser.',
		concerns: 'access',
	},
	912200387: {
		meaning: 'this chat call was closed by Bybit',
		todo: 'Update this package: the chat moved to other calls in September 2026.',
	},
	913100009: {
		meaning: 'the page is larger than Bybit allows',
		todo: 'Ask for fewer chats at once.',
	},
	912120022: {
		meaning: 'the price lies outside the allowed range',
		todo: 'Choose a price closer to the market price of the pair.',
	},
	912120023: {
		meaning: 'the minimum of an order is above the total of the ad',
		todo: 'Lower the minimum amount, or raise the quantity.',
	},
	912120024: {
		meaning: 'the balance is too low',
		todo: 'Move coins to the Funding account, or lower the quantity of the ad.',
	},
	912120030: {
		meaning: 'the price has changed meanwhile',
		todo: 'Read the ad again and repeat with the current price.',
	},
	912120031: {
		meaning: 'the ad was taken offline',
		todo: 'Look at the ad on Bybit: it shows the reason. Activate it again after that is settled.',
	},
	912120050: {
		meaning: 'the ad was edited too often',
		todo: 'Wait five minutes: Bybit allows ten edits of one ad in that time.',
	},
	912300001: {
		meaning: 'the stock of the ad is too low',
		todo: 'Raise the quantity of the ad.',
	},
	912300013: {
		meaning: 'a payment method is not known',
		todo: 'Take the IDs from Account: Get Payment Methods.',
	},
};

/** Advice for replies of the network in front of the exchange, which carry no return code. */
export const HTTP_ADVICE: Readonly<Record<number, Advice>> = {
	401: {
		meaning: 'the API key is not accepted (HTTP 401)',
		todo: 'Check the API key and its environment in the credential.',
		concerns: 'access',
	},
	403: {
		meaning: 'access is blocked (HTTP 403)',
		todo: 'Either the address of this machine sent too many requests (wait ten minutes), or its country is not served in this environment.',
		concerns: 'access',
	},
	404: {
		meaning: 'the address does not exist there (HTTP 404)',
		todo: 'Check the environment and the Base URL in the credential.',
	},
	429: {
		meaning: 'too many requests in a short time (HTTP 429)',
		todo: 'Wait a moment and try again.',
		concerns: 'pace',
	},
};
