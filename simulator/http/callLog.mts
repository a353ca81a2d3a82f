import type { HttpReply, HttpRequest } from './http.mts';

/** What a write did, kept for `effects`. */
export type EffectKind = 'releases' | 'pays' | 'cancelReviews' | 'messages' | 'uploads' | 'adChanges';

export interface CallRecord {
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** Parsed JSON, or `{ upload: fileName, size, mime }`. */
	readonly body: unknown;
	readonly query: string;
	readonly headers: Readonly<Record<string, string>>;
	/** The code that was answered; null when the reply carried none or never left. */
	readonly code: number | null;
	/** HTTP status; 0 when the connection was cut. */
	readonly status: number;
	/** Whether a write changed state. */
	readonly effect: boolean;
	readonly fault?: string;
	/** How long the reply was held back, when it was. */
	readonly delayMs?: number;
}

/** How often calls of the API changed an order. */
export interface Effects {
	releases: number;
	pays: number;
	cancelReviews: number;
	messages: number;
}

interface OpenRecord {
	readonly noteEffect: (kind: EffectKind, orderId?: string) => void;
	readonly close: (reply: HttpReply) => void;
}

/** What was asked, what was answered, and what it did. */
export class CallLog {
	calls: CallRecord[] = [];
	private readonly byOrder = new Map<string, Effects>();

	/** Opens the record of one call; it is written when the reply is known. */
	openRecord(at: number, { method, path, query, headers }: HttpRequest, body: unknown, fault?: string): OpenRecord {
		let effect = false;
		return {
			noteEffect: (kind, orderId) => {
				effect = true;
				if (orderId !== undefined && kind !== 'uploads' && kind !== 'adChanges') this.count(orderId, kind);
			},
			close: (reply) => {
				const answered = reply.cut
					? { code: null, status: 0 }
					: { code: answeredCode(reply.body), status: reply.status };
				this.calls.push({
					at,
					method,
					path,
					body,
					query,
					headers,
					...answered,
					effect,
					...(fault === undefined ? {} : { fault }),
					...(reply.delayMs === undefined ? {} : { delayMs: reply.delayMs }),
				});
			},
		};
	}

	/** Forgets the calls, not the effects: those belong to the orders. */
	clear(): void {
		this.calls = [];
	}

	effects(orderId: string): Effects {
		return { releases: 0, pays: 0, cancelReviews: 0, messages: 0, ...this.byOrder.get(orderId) };
	}

	private count(orderId: string, kind: keyof Effects): void {
		const effects = this.effects(orderId);
		this.byOrder.set(orderId, { ...effects, [kind]: effects[kind] + 1 });
	}
}

/** Read from the head of the envelope: bodies may be large, and a body that is cut off has no code. */
function answeredCode(body: string | Buffer): number | null {
	const text = body.toString();
	const code = /^\{"ret_?[cC]ode":(-?\d+),/.exec(text)?.[1];
	return code === undefined || !text.endsWith('}') ? null : Number(code);
}
