import type { EffectKind } from '../routes/route.mts';
import type { HttpReply, HttpRequest } from './http.mts';

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

function answeredCode(body: string | Buffer): number | null {
	try {
		const reply = JSON.parse(body.toString()) as { ret_code?: unknown; retCode?: unknown };
		const code = reply.ret_code ?? reply.retCode;
		return typeof code === 'number' ? code : null;
	} catch {
		return null;
	}
}
