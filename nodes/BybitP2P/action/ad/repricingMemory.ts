import type { Id } from '../../api/types';
import { EMPTY_MEMORY, type RepricingMemory } from '../../safety/repricing/memory';

/** What this process did to each ad, for the limit of edits and for competitors that answer; gone with the process. */
const memories = new Map<string, RepricingMemory>();
/** More ads than anybody has. */
const MAX_ADS = 1_000;

/** @param origin - ad ids of two environments have nothing to do with each other. */
export function memoryOf(origin: string, adId: Id): RepricingMemory {
	return memories.get(`${origin} ${adId}`) ?? EMPTY_MEMORY;
}

export function remember(origin: string, adId: Id, memory: RepricingMemory): void {
	const name = `${origin} ${adId}`;
	// Set anew, so that the ad changed longest ago is the first to go.
	memories.delete(name);
	memories.set(name, memory);
	if (memories.size > MAX_ADS) memories.delete([...memories.keys()][0]);
}
