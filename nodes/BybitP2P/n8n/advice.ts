import { BybitError, InputError, NoReply } from '../api/errors';
import { NotConfirmed } from '../safety/outcome';

/** What a merchant can do about a return code of the exchange; one text for each code that `api/refusalCodes.ts` knows. */
export const ADVICE: Readonly<Record<number, string>> = {
	10000: 'Try again in a minute. For a release or a payment look at the order first: it may have been carried out.',
	10001: 'Check the fields of this node. The words of Bybit above name the value, if Bybit gave any.',
	10002:
		'Synchronise the clock of the machine that runs n8n (turn on NTP), or raise the Receive Window in the credential.',
	10003:
		'Choose the environment in which the key was made (mainnet, testnet or your region), and check that the key is copied whole and not deleted.',
	10004:
		'Copy the API secret again (for a self-generated key: choose Key Type RSA and paste the private key that belongs to it).',
	10005: 'On Bybit, give the key the P2P permissions (Orders, and Ads if you use ads) with read and write access.',
	10006:
		'Wait a moment and try again. Bybit allows 10 reads and 5 writes per second for one account, all programs together.',
	10009:
		'Wait ten minutes. If it stays, the country or network of this machine is not served by Bybit in this environment.',
	10010: 'On Bybit, add the public IP address of the machine that runs n8n to the list of the key.',
	10016: 'Try again in a minute. For a release or a payment look at the order first: it may have been carried out.',
	10024: 'Look for open checks (identity, region) in the account on Bybit, or ask the Bybit support.',
	10027: 'Ask the Bybit support why. No other key of this account will work.',
	33004: 'Make a new key on Bybit and put it into the credential. A key that is bound to IP addresses does not expire.',
	912000014:
		'Bybit opens the P2P API for General Advertisers and above only. Apply for it on Bybit under P2P, Become an Advertiser.',
	912200387: 'Update this package: the chat moved to other calls in September 2026.',
	913100009: 'Ask for fewer chats at once.',
	912120022: 'Choose a price closer to the market price of the pair.',
	912120023: 'Lower the minimum amount, or raise the quantity.',
	912120024: 'Move coins to the Funding account, or lower the quantity of the ad.',
	912120030: 'Read the ad again and repeat with the current price.',
	912120031: 'Read the ad (Ad: Get) or look at it on Bybit: it shows its status and the reason.',
	912120050: 'Wait five minutes: Bybit allows ten edits of one ad in that time.',
	912300001: 'Raise the quantity of the ad.',
	912300013: 'Take the IDs from Account: Get Payment Methods.',
};

/** What to do about a reply of the network in front of the exchange, by HTTP status. */
export const HTTP_ADVICE: Readonly<Record<number, string>> = {
	401: 'Check the API key and its environment in the credential.',
	403: 'Either the address of this machine sent too many requests (wait ten minutes), or its country is not served in this environment.',
	404: 'Check the environment and the Base URL in the credential.',
	429: 'Wait a moment and try again.',
};

/** The next step after any of our errors; undefined for an error of somebody else. */
export function adviceFor(error: unknown): string | undefined {
	if (error instanceof BybitError) return adviceForRefusal(error);
	const isOurs = error instanceof InputError || error instanceof NoReply || error instanceof NotConfirmed;
	return isOurs ? error.advice : undefined;
}

/** Of a code that nobody documents there is no advice but to look. */
function adviceForRefusal({ code, httpStatus }: BybitError): string {
	const known = code === undefined ? HTTP_ADVICE[httpStatus] : ADVICE[code];
	if (known !== undefined) return known;
	return code === undefined
		? 'The reply of Bybit was not what it documents. Try again in a minute, or look at it on Bybit.'
		: 'Bybit does not document this code. Look at the order or ad on Bybit.';
}
