import type { OutgoingFile } from '../../nodes/BybitP2P/api/multipart';
import type { FaultOptions } from '../../simulator/exchange.mts';
import { PATH } from './exchangePaths.mts';
import { OddExchange } from './oddExchange.mts';
import { WorkerPool, operationCalled, type Settled, type Worker } from './workers.mts';

const sendMessage = operationCalled('chat', 'sendMessage');

/** A chat with one person, and processes that write into it. */
export class ChatRig {
	readonly exchange = new OddExchange();
	private readonly pool = new WorkerPool(this.exchange);
	private process = this.pool.worker();

	/** An order with the person, a purchase unless said otherwise. */
	open(counterparty = 'otto'): string {
		return this.exchange.openOrder({ side: 'buy', counterparty }).id;
	}

	/** From now on another process writes: it knows nothing of what the one before has done. */
	restart(): void {
		this.process = this.pool.worker();
	}

	worker(): Worker {
		return this.pool.worker();
	}

	async text(orderId: string, text: string, options: object = {}, process = this.process): Promise<Settled> {
		return await process.run({ operation: sendMessage, params: { orderId, messageType: 'text', text, options } });
	}

	async file(orderId: string, file: OutgoingFile, options: object = {}): Promise<Settled> {
		const params = { orderId, messageType: 'file', binaryPropertyName: 'data', options };
		return await this.process.run({ operation: sendMessage, params, file });
	}

	/** What happens to the next message that is sent. */
	onSend(kind: 'lostBefore' | 'lostAfter', more: Partial<FaultOptions> = {}): void {
		this.exchange.fault({ path: PATH.send, kind, ...more });
	}

	/** I write in the app. */
	byHand(orderId: string, content: string): void {
		this.exchange.say(orderId, { from: 'merchant', contentType: 'str', content });
	}

	/** What I have written, oldest first; of files the name. */
	mine(orderId: string): readonly string[] {
		return this.exchange
			.messagesOf(orderId)
			.filter(({ from }) => from === 'merchant')
			.map(({ content, fileName }) => fileName || content);
	}

	/** The calls since the last time, by the last part of their path. */
	calls(): readonly string[] {
		const names = this.exchange.calls.map(({ path }) => path.split('/').at(-1) ?? '');
		this.exchange.clearCalls();
		return names;
	}
}
