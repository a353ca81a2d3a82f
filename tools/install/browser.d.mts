export const BROWSER_PACKAGES: string;
export class NoBrowser extends Error {}
export function ensureBrowser(): Promise<void>;
export function fontsForPictures(): Readonly<Record<string, string>>;
export function browserHere(): { readonly executable: string; readonly env: Readonly<Record<string, string>> } | null;
