/**
 * How old the snapshot is that a read gives. `beforeLastChange`: each order as before its own last change. `changesAgo`: all orders as
 * before the last n changes of any, and each chat without its n newest messages. `msAgo`: orders and chats as they were then.
 */
export type Snapshot =
	| { readonly type: 'beforeLastChange' }
	| { readonly type: 'changesAgo'; readonly changes: number }
	| { readonly type: 'msAgo'; readonly ms: number };
