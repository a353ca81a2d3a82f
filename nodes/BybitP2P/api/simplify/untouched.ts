/** A reply of the exchange as it came, for Simplify off. A type of its own: any object would pass for a reply, a wrong shape as well. */
export interface Untouched {
	readonly [untouchedReply]: true;
}
declare const untouchedReply: unique symbol;

export function untouched(reply: object): Untouched {
	return reply as Untouched;
}
