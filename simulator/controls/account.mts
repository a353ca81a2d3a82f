import type { Core } from '../core.mts';
import type { Key, KeyChange, KeyOptions } from '../entities/keys.mts';

/** Registers one more key: of the merchant's account, or of another one. */
function addKey(core: Core, options: KeyOptions): Key {
	const { keys, users, merchant } = core.store;
	const owner = options.account === undefined ? merchant : users.findOrCreate(options.account, undefined, core.now());
	return keys.add(options, owner.userId, core.now());
}

/** Makes a key read-only, expired (`expiresAt`), bound to addresses, or less permitted. */
function changeKey({ store }: Core, apiKey: string, change: KeyChange): Key {
	return store.keys.change(apiKey, change);
}

/** The user deletes the key: calls with it give 10003. */
function removeKey({ store }: Core, apiKey: string): void {
	store.keys.remove(apiKey);
}

function balance({ store }: Core, coin: string): { walletBalance: string; transferBalance: string } {
	return {
		walletBalance: store.wallet.walletBalance(coin),
		transferBalance: store.wallet.transferBalance(coin),
	};
}

/** The merchant's keys and funds. */
export const accountControls = { addKey, changeKey, removeKey, balance };
