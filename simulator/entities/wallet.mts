import { add, compare, subtract } from './decimal.mts';

/** The merchant's funding account: what is there, and what open sell orders hold back. */
export class Wallet {
	private readonly total = new Map<string, string>();
	private readonly held = new Map<string, string>();

	walletBalance(coin: string): string {
		return this.total.get(coin) ?? '0';
	}

	transferBalance(coin: string): string {
		return subtract(this.walletBalance(coin), this.held.get(coin) ?? '0');
	}

	coins(): string[] {
		return [...this.total.keys()];
	}

	credit(coin: string, quantity: string): void {
		this.total.set(coin, add(this.walletBalance(coin), quantity));
	}

	debit(coin: string, quantity: string): void {
		this.total.set(coin, subtract(this.walletBalance(coin), quantity));
	}

	/** Holds coins for an open sell order. Coins that are lacking are credited: a scenario is never refused for want of funds. */
	hold(coin: string, quantity: string): void {
		if (compare(this.transferBalance(coin), quantity) < 0)
			this.credit(coin, subtract(quantity, this.transferBalance(coin)));
		this.held.set(coin, add(this.held.get(coin) ?? '0', quantity));
	}

	unhold(coin: string, quantity: string): void {
		this.held.set(coin, subtract(this.held.get(coin) ?? '0', quantity));
	}
}
