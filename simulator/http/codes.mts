/** Codes this exchange answers with. Marked "own": the documentation says that a refusal exists, but not its code. */
export const codes = {
	badParameter: 10001,
	timestampOutsideWindow: 10002,
	keyUnknown: 10003,
	badSignature: 10004,
	permissionMissing: 10005,
	tooManyRequests: 10006,
	ipNotOnList: 10010,
	keyExpired: 33004,
	notAnAdvertiser: 912000014,
	closedChatCall: 912200387,
	pageSize: 913100009,
	adPriceOutsideBounds: 912120022,
	adMinimumAboveTotal: 912120023,
	adBalanceTooLow: 912120024,
	adTakenOffline: 912120031,
	adTooManyEdits: 912120050,
	paymentIdUnknown: 912300013,
	/** own */
	orderUnknown: 912100004,
	/** own */
	orderNotInThisState: 912100027,
	/** own */
	notYourRole: 912100028,
	/** own */
	paymentMethodNotUsable: 912100033,
	/** own */
	sessionUnknown: 913100004,
	/** own */
	adPriceTooClose: 912120035,
	/** own */
	adUnknown: 912120001,
	/** own */
	userUnknown: 912000004,
} as const;

/** Codes that the gateway gives before a P2P service sees the call; they come in the camelCase envelope. */
const gatewayCodes: ReadonlySet<number> = new Set([
	10000, 10002, 10003, 10004, 10005, 10006, 10009, 10010, 10016, 10024, 10027, 33004,
]);

export function isGatewayCode(code: number): boolean {
	return gatewayCodes.has(code);
}
