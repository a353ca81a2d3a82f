import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { BROWSER_PACKAGES } from '../install/browser.mjs';

type Upng = {
	decode(png: ArrayBuffer): { readonly width: number; readonly height: number };
	toRGBA8(image: ReturnType<Upng['decode']>): ArrayBuffer[];
	encode(
		frames: readonly ArrayBuffer[],
		width: number,
		height: number,
		colours: number,
		delaysMs?: readonly number[],
	): ArrayBuffer;
};

/** The pixels of a picture, four bytes each. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

export type Frame = { readonly pixels: Pixels; readonly showMs: number };

/** A palette of this many colours: enough for a screen, a third of the bytes. */
const COLOURS = 256;

const upng = createRequire(BROWSER_PACKAGES)('upng-js') as Upng;

export function pixelsOf(png: Buffer): Pixels {
	const image = upng.decode(new Uint8Array(png).buffer);
	const [rgba] = upng.toRGBA8(image);
	return { width: image.width, height: image.height, rgba: new Uint8Array(rgba ?? new ArrayBuffer(0)) };
}

/** Two pictures of one height side by side, a line between them. */
export function beside(left: Pixels, right: Pixels, gap = 2): Pixels {
	const [width, height] = [left.width + gap + right.width, Math.min(left.height, right.height)];
	const rgba = new Uint8Array(width * height * 4).fill(0x80);
	for (let y = 0; y < height; y += 1) {
		rgba.set(rowOf(left, y), y * width * 4);
		rgba.set(rowOf(right, y), (y * width + left.width + gap) * 4);
	}
	return { width, height, rgba };
}

const rowOf = ({ rgba, width }: Pixels, y: number): Uint8Array => rgba.subarray(y * width * 4, (y + 1) * width * 4);

/**
 * Writes a PNG with a palette.
 *
 * @returns its size in bytes
 * @throws when it is larger than a README should load
 */
export function savePicture(path: string, png: Buffer, maxBytes = 300_000): number {
	const { width, height, rgba } = pixelsOf(png);
	return save(path, upng.encode([bytesOf(rgba)], width, height, COLOURS), maxBytes);
}

/** Writes an animated PNG, which browsers play wherever they show a PNG. @returns its size in bytes */
export function saveMovingPicture(path: string, frames: readonly Frame[], maxBytes = 2_000_000): number {
	const [first] = frames;
	if (first === undefined) throw new Error(`${path}: a moving picture needs frames`);
	const { width, height } = first.pixels;
	const pictures = frames.map(({ pixels }) => bytesOf(pixels.rgba));
	const delays = frames.map(({ showMs }) => showMs);
	return save(path, upng.encode(pictures, width, height, COLOURS, delays), maxBytes);
}

const bytesOf = (rgba: Uint8Array): ArrayBuffer => new Uint8Array(rgba).buffer;

function save(path: string, bytes: ArrayBuffer, maxBytes: number): number {
	if (bytes.byteLength > maxBytes) throw new Error(`${path} has ${bytes.byteLength} bytes, more than ${maxBytes}`);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, new Uint8Array(bytes));
	return bytes.byteLength;
}
