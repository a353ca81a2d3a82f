import type { Core } from '../core.mts';
import type { Key, KeyOptions } from '../entities/keys.mts';

function addKey(core: Core, options: KeyOptions): Key {
	return core.store.keys.add(options, core.now());
}

function balance({ store }: Core, coin: string): { walletBalance: string; transferBalance: string } {
	return {
		walletBalance: store.wallet.walletBalance(coin),
		transferBalance: store.wallet.transferBalance(coin),
	};
}

/** The merchant's keys and funds. */
export const accountControls = { addKey, balance };
