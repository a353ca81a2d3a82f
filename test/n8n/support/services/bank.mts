import type { Service, ServiceReply, ServiceRequest } from '../network/forwardProxy.mts';

export type Payment = {
	readonly paymentId: string;
	readonly amount: string;
	readonly currency: string;
	readonly account: string;
	/** Whose account it is, as the bank knows it. */
	readonly accountHolder: string;
	readonly status: 'prepared' | 'executed' | 'rejected';
};

const RECEIPT = Buffer.from('%PDF-1.4 receipt of the bank');

/** The interface of a made-up bank: a payment is prepared, then executed, once for each Idempotency-Key. */
export class Bank implements Service {
	readonly hosts = ['api.your-bank.example'];
	readonly key = { header: 'x-api-key', value: 'only-for-tests-of-the-bank' };
	readonly receipt = RECEIPT;
	private readonly byKey = new Map<string, Payment>();
	private executions = 0;
	/** Account numbers that belong to somebody else than payers think. */
	readonly holders = new Map<string, string>();
	/** How many replies to an execution get lost, after it took place. */
	lostReplies = 0;
	rejects = false;

	get executed(): readonly Payment[] {
		return [...this.byKey.values()].filter(({ status }) => status === 'executed');
	}

	/** How often money really moved. */
	get timesExecuted(): number {
		return this.executions;
	}

	get prepared(): readonly Payment[] {
		return [...this.byKey.values()];
	}

	reset(): void {
		this.byKey.clear();
		this.holders.clear();
		this.executions = 0;
		this.lostReplies = 0;
		this.rejects = false;
	}

	answer({ method, path, headers, body }: ServiceRequest): ServiceReply {
		if (headers[this.key.header] !== this.key.value) return { status: 401, json: { error: 'no key' } };
		const idempotencyKey = String(headers['idempotency-key'] ?? '');
		if (method === 'POST' && path === '/payments') return this.prepare(idempotencyKey, body);
		const [, paymentId, action] = /^\/payments\/([\w-]+)\/(execute|receipt)$/.exec(path) ?? [];
		const entry = [...this.byKey].find(([, payment]) => payment.paymentId === paymentId);
		if (entry === undefined) return { status: 404, json: { error: `${method} ${path} is not played` } };
		if (action === 'execute') return this.execute(...entry, idempotencyKey);
		return {
			body: RECEIPT,
			headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="receipt.pdf"' },
		};
	}

	private prepare(key: string, body: Buffer): ServiceReply {
		if (key === '') return { status: 400, json: { error: 'Idempotency-Key is missing' } };
		const asked = JSON.parse(body.toString()) as Pick<Payment, 'amount' | 'currency' | 'account' | 'accountHolder'>;
		const payment = this.byKey.get(key) ?? {
			...asked,
			paymentId: `payment-${this.byKey.size + 1}`,
			accountHolder: this.holders.get(asked.account) ?? asked.accountHolder.toUpperCase(),
			status: 'prepared' as const,
		};
		this.byKey.set(key, payment);
		return { json: payment };
	}

	private execute(key: string, payment: Payment, idempotencyKey: string): ServiceReply {
		if (key !== idempotencyKey) return { status: 409, json: { error: 'another Idempotency-Key' } };
		if (payment.status === 'prepared') {
			const status = this.rejects ? 'rejected' : 'executed';
			this.byKey.set(key, { ...payment, status });
			if (status === 'executed') this.executions += 1;
		}
		if (this.lostReplies > 0) {
			this.lostReplies -= 1;
			return { status: 504, json: { error: 'gateway timeout' } };
		}
		return { json: this.byKey.get(key) };
	}
}
