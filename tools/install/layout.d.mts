export const ROOT: string;
export const CACHE: string;
export const N8N_FOLDER: string;
export const N8N_BIN: string;
export const N8N_TO_RUN: string;
export const NODE_FOR_N8N: { readonly major: number; readonly version: string };
export function nodeForN8n(): {
	readonly binary: string;
	readonly fetched: { readonly name: string; readonly headers: string; readonly folder: string } | null;
};
