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

/** A chat message as sent. `message` is JSON text with the content inside. */
export interface ChatMessage {
	readonly id: Id;
	readonly sendUserNickName?: string;
	/** `str|pic|pdf|video`, in any case. */
	readonly contentType?: string;
	readonly message?: string;
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
	readonly [field: string]: unknown;
}

export interface UploadedFile {
	/** Relative, signed, valid for about 72 hours. */
	readonly url?: string;
	readonly type?: string;
}
