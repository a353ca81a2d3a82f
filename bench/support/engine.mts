/** The engine of n8n with our nodes, as the tests use it; jest is not here, so what it would do is done at the end of the process. */
const ends: Array<() => unknown> = [];
Object.assign(globalThis, { afterAll: (end: () => unknown) => void ends.push(end) });
process.once('exit', () => ends.forEach((end) => end()));

// After that, because it is asked for when the module is loaded.
export const engine = await import('../../test/support/n8nCore.mts');
export const requester = async () => await import('../../test/support/n8nHttp.mts');
