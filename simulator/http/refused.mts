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
