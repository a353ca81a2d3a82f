import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** An address in front of a server on this machine that can be closed: then it hangs up on everybody, and counts them. */
export class Gate {
	turnedAway = 0;
	private isOpen = true;
	private readonly sockets = new Set<Socket>();
	private readonly server: Server;

	private constructor(behindPort: number) {
		this.server = createServer((outside) => {
			if (!this.isOpen) {
				this.turnedAway += 1;
				outside.destroy();
				return;
			}
			const inside = connect(behindPort, '127.0.0.1');
			this.join(outside, inside);
			this.join(inside, outside);
		});
	}

	static async before(url: string): Promise<Gate> {
		const gate = new Gate(Number(new URL(url).port));
		await new Promise<void>((resolve) => gate.server.listen(0, '127.0.0.1', resolve));
		return gate;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	open(): void {
		this.isOpen = true;
	}

	close(): void {
		this.isOpen = false;
		for (const socket of this.sockets) socket.destroy();
	}

	async remove(): Promise<void> {
		this.close();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}

	private join(from: Socket, to: Socket): void {
		this.sockets.add(from);
		from.on('error', () => to.destroy());
		from.on('close', () => {
			this.sockets.delete(from);
			to.destroy();
		});
		from.pipe(to);
	}
}
