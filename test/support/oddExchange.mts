import { Exchange, type ExchangeOptions, type HttpReply, type HttpRequest } from '../../simulator/exchange.mts';
import { NOW } from './workers.mts';

/** A message as it goes over the wire. */
export type MessageRow = Readonly<Record<string, unknown>>;

/** The exchange with messages as its documentation does not rule them out. */
export class OddExchange extends Exchange {
	/** What becomes of a message on the wire. */
	changeRow: (row: MessageRow) => MessageRow = (row) => row;

	constructor(options: ExchangeOptions = {}) {
		super({ now: NOW, limits: false, ...options });
	}

	override handle(request: HttpRequest): HttpReply {
		const reply = super.handle(request);
		if (!request.path.endsWith('/listpage_v1') || reply.status !== 200 || reply.cut === true) return reply;
		const body = JSON.parse(reply.body.toString()) as { result?: { messages?: MessageRow[] } };
		if (body.result?.messages === undefined) return reply;
		body.result.messages = body.result.messages.map((row) => this.changeRow(row));
		return { ...reply, body: JSON.stringify(body) };
	}
}

/** A date as the exchange may give it: in whole seconds, by a clock that is off by so much. */
export const dated =
	(grainMs: number, offMs = 0) =>
	(row: MessageRow): MessageRow => ({
		...row,
		createDate: String(Math.floor((Number(row.createDate) + offMs) / grainMs) * grainMs),
	});

/** The same message with another text, name or size inside. */
export const holding =
	(fields: Readonly<Record<string, unknown>>) =>
	(row: MessageRow): MessageRow => ({
		...row,
		message: JSON.stringify({ ...(JSON.parse(String(row.message)) as object), ...fields }),
	});
