/** Numbers the exchange sends as text, so that no digit is lost ("64.400"). */
export type Decimal = string;
/** Ids have up to 19 digits, beyond what a number can hold: text from end to end. */
export type Id = string;
/** Milliseconds since the epoch, as text. */
export type MsText = string;

/** A row of the order lists. Real names are cut short here; only the order in full has them whole. */
export interface OrderRow {
	readonly id: Id;
	readonly side: number;
	readonly tokenId: string;
	readonly orderType?: string;
	readonly amount: Decimal;
	readonly currencyId: string;
	readonly price: Decimal;
	readonly notifyTokenId?: string;
	readonly notifyTokenQuantity?: Decimal;
	readonly fee?: Decimal;
	readonly targetNickName: string;
	readonly targetUserId: Id;
	/** Seen on a live account, not documented: asked for in the order in full where it is missing. */
	readonly targetUserMaskId?: string;
	readonly status: number;
	readonly createDate: MsText;
	readonly transferLastSeconds?: string | number;
	readonly sellerRealName?: string;
	readonly buyerRealName?: string;
	readonly selfUnreadMsgCount?: string | number;
	readonly unreadMsgCount?: string | number;
}

/** One way to pay. Bank data may sit in any field; an empty placeholder has id "0" and type 0. */
export interface PaymentTerm {
	readonly id?: Id;
	readonly paymentType?: number | string;
	readonly paymentConfigVo?: { readonly paymentName?: string } | null;
	/** The same in ads, by the example of the documentation. */
	readonly paymentConfig?: { readonly paymentName?: string } | null;
	readonly [field: string]: unknown;
}

/** The order in full. */
export interface OrderInFull extends OrderRow {
	readonly itemId?: Id;
	/** My own nickname. */
	readonly nickName?: string;
	readonly quantity?: Decimal;
	readonly paymentType?: number | string;
	readonly transferDate?: MsText;
	readonly paymentTermList?: readonly PaymentTerm[] | null;
	readonly paymentTermResult?: PaymentTerm | null;
	readonly confirmedPayTerm?: PaymentTerm | null;
	readonly remark?: string;
	readonly appealContent?: string;
	readonly appealType?: string | number;
	readonly appealNickName?: string;
	readonly canAppeal?: string;
	readonly needBuyerExamineCancel?: boolean;
	readonly sellerCancelExamineRemainTime?: string | number;
	readonly updateDate?: MsText;
}

export interface OrderPage {
	readonly count?: number;
	readonly items?: readonly OrderRow[] | null;
}

/** A chat message as sent. */
export interface ChatMessage {
	readonly id: Id;
	readonly sendUserNickName?: string;
	/** `str|pic|pdf|video`, in any case. */
	readonly contentType?: string;
	/** JSON text with the content inside, as a rule: see `contentOf`. */
	readonly message?: unknown;
	readonly createDate: MsText;
}

export interface ChatMessagePage {
	readonly messages?: readonly ChatMessage[] | null;
}

/** One row of the list of chats. */
export interface ChatSession {
	readonly sessionName?: string;
	readonly sessionId?: string;
	readonly type?: string;
	/** Cursor of the list. */
	readonly id?: Id;
	readonly unreadCount?: string | number;
}

/** My own account on the exchange. */
export interface PersonalInfo {
	readonly nickName?: string;
	readonly userId?: Id;
	readonly accountId?: Id;
	readonly [field: string]: unknown;
}

export interface UploadedFile {
	/** Relative, signed, valid for about 72 hours. */
	readonly url?: string;
	readonly type?: string;
}

/** An ad as listed. `side` is the advertiser's, 0 buys and 1 sells. */
export interface Ad {
	readonly id: Id;
	readonly tokenId: string;
	readonly currencyId: string;
	readonly side: number | string;
	/** 0 fixed, 1 floating. */
	readonly priceType?: number | string;
	readonly price?: Decimal;
	/** Percent of the market price, of a floating price. */
	readonly premium?: Decimal;
	/** What is left to trade. */
	readonly lastQuantity?: Decimal;
	readonly quantity?: Decimal;
	readonly frozenQuantity?: Decimal;
	readonly executedQuantity?: Decimal;
	readonly minAmount?: Decimal;
	readonly maxAmount?: Decimal;
	readonly remark?: string;
	/** 10 online, 20 offline, 30 completed. */
	readonly status?: number | string;
	readonly createDate?: MsText;
	readonly updateDate?: MsText;
	/** Payment types. */
	readonly payments?: readonly string[] | null;
	/** My own payment methods; empty in ads of others. */
	readonly paymentTerms?: readonly PaymentTerm[] | null;
	readonly tradingPreferenceSet?: Readonly<Record<string, unknown>> | null;
	/** Minutes. */
	readonly paymentPeriod?: number | string;
	readonly itemType?: string;
	readonly nickName?: string;
	readonly userId?: Id;
	/** Why my ad is not shown on the market; since February 2026. */
	readonly hiddenReason?: string | null;
	/** `currency.scale`: decimals of a price (assumed: the documentation names the field only). */
	readonly symbolInfo?: { readonly currency?: { readonly scale?: number | string } | null } | null;
}

/** A row of the market: an ad with the record of its advertiser. The documentation calls the figures text, its example has numbers. */
export interface MarketRow extends Ad {
	/** Orders of the last 30 days. */
	readonly recentOrderNum?: number | string;
	/** Percent of the orders of the last 30 days. */
	readonly recentExecuteRate?: number | string;
	readonly isOnline?: boolean;
	/** Since the epoch; "0" where it is not given. Seconds or milliseconds, it is not said which. */
	readonly lastLogoutTime?: string | number;
	/** GA general, VA verified, BA block advertiser. */
	readonly authTag?: readonly string[] | null;
}

export interface AdPage<Row extends Ad = Ad> {
	readonly count?: number;
	readonly items?: readonly Row[] | null;
}

/** What can be changed in an ad. All text, and all of it is required by the exchange. */
export interface AdTerms {
	readonly priceType: '0' | '1';
	readonly premium: string;
	readonly price: Decimal;
	readonly minAmount: Decimal;
	readonly maxAmount: Decimal;
	readonly remark: string;
	readonly tradingPreferenceSet: Readonly<Record<string, string>>;
	/** IDs of my payment methods, at most 5. */
	readonly paymentIds: readonly Id[];
	/** What is left to trade, when the ad is there already. */
	readonly quantity: Decimal;
	/** Minutes. */
	readonly paymentPeriod: string;
}

/** What an ad is about; fixed once it is there. */
export interface NewAd {
	readonly tokenId: string;
	readonly currencyId: string;
	readonly side: '0' | '1';
	readonly itemType: 'ORIGIN' | 'BULK';
}

/** The counterparty's figures; names and contacts are masked. */
export interface CounterpartyInfo {
	readonly [field: string]: unknown;
}

export interface Balance {
	readonly coin?: string;
	readonly walletBalance?: Decimal;
	readonly transferBalance?: Decimal;
	readonly bonus?: Decimal;
}

/** What the exchange shows about the key itself. */
export interface KeyInfo {
	readonly permissions?: Readonly<Record<string, readonly string[]>>;
	/** 0 read and write, 1 read only. */
	readonly readOnly?: number;
	readonly ips?: readonly string[];
	/** Days until it expires; only for keys that are not bound to addresses. */
	readonly deadlineDay?: number;
	readonly expiredAt?: string;
	readonly userID?: number | string;
}
