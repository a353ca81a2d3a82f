import type { Key, Permission } from '../entities/keys.mts';
import type { OrderLifecycle } from '../entities/orderLifecycle.mts';
import type { Snapshot } from '../entities/snapshot.mts';
import type { EffectKind } from '../http/callLog.mts';
import type { EnvelopeStyle } from '../http/envelope.mts';
import type { HttpRequest } from '../http/http.mts';
import type { CallKind } from '../http/limits.mts';
import type { Store } from '../store.mts';
import type { Fields } from './fields.mts';

/** One authenticated call on its way through the exchange. */
export interface Call {
	readonly store: Store;
	readonly lifecycle: OrderLifecycle;
	readonly request: HttpRequest;
	readonly key: Key;
	readonly fields: Fields;
	/** How old the snapshot is that a read gives; undefined: up to date. */
	readonly snapshot: Snapshot | undefined;
	/** Notes that the call changed state. */
	noteEffect(kind: EffectKind, orderId?: string): void;
}

export interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly kind: CallKind;
	readonly envelope: EnvelopeStyle;
	/** Left out: any permission will do. */
	readonly permission?: Permission;
	/** `none`: no signature at all. */
	readonly access?: 'signed' | 'none';
	readonly bodyForm?: 'json' | 'multipart';
	readonly success: string;
	/** The result; undefined leaves the field out. */
	answer(call: Call): unknown;
}

/** Fills in what P2P calls have in common: POST, snake_case envelope, `SUCCESS`. */
export function p2pRoute(
	path: string,
	kind: CallKind,
	permission: Permission | undefined,
	answer: Route['answer'],
	rest: Partial<Pick<Route, 'envelope' | 'bodyForm' | 'success'>> = {},
): Route {
	return { method: 'POST', path, kind, envelope: 'p2p', permission, success: 'SUCCESS', answer, ...rest };
}

/** Whether the key belongs to the merchant; another account has no orders, chats and ads here. */
export function isMerchantCall({ store, key }: Call): boolean {
	return key.userId === store.merchant.userId;
}
