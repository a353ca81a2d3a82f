export function ensureN8n(): Promise<void>;
