type Step = { readonly what: string; readonly close: () => Promise<void> | void };

/** Everything that was started, ended in reverse order, whatever happens on the way. */
export class Cleanup {
	private readonly list: Step[] = [];
	private isClosed = false;

	/** @throws when everything has been ended meanwhile: what comes too late is ended at once */
	add(what: string, close: Step['close']): void {
		if (this.isClosed) {
			void close();
			throw new Interrupted(`${what} was started too late`);
		}
		this.list.push({ what, close });
	}

	async closeAll(): Promise<void> {
		this.isClosed = true;
		for (const { what, close } of this.list.splice(0).reverse()) {
			try {
				await close();
			} catch (error) {
				console.error(`${what} did not end cleanly: ${error instanceof Error ? error.message : String(error)}`);
			}
		}
	}
}

export class Interrupted extends Error {}

/** Rejects at the first Ctrl-C (or end of the terminal); a second one ends the process at once. */
export function interruption(): Promise<never> {
	return new Promise((_, reject) => {
		let seen = false;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (seen) process.exit(130);
				seen = true;
				reject(new Interrupted(signal));
			});
		}
	});
}
