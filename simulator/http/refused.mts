import { codes } from './codes.mts';

/** The exchange refuses: becomes a reply with HTTP 200 (or `status`) and this code. */
export class Refused extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly status = 200,
	) {
		super(message);
	}
}

/** A field that is missing, of another type, or out of bounds (10001). */
export function badParameter(name: string, why: string): Refused {
	return new Refused(codes.badParameter, `Request parameter error: ${name} ${why}`);
}
