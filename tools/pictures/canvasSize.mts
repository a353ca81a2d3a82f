import { type JsonObject, listOf, objectOf } from '../../demo/n8n/json.mts';

const NODE = { width: 130, height: 130 };
const WIDTH = { least: 900, most: 1500 };
const HEIGHT = { least: 420, most: 1100 };
/** Left of and above the canvas. */
const CHROME = { width: 42, height: 64 };

/** A window in which the workflow fits with its own proportions, neither tiny nor lost. */
export function canvasSize(nodes: readonly JsonObject[]): { width: number; height: number } {
	const boxes = nodes.map(boxOf);
	const span = (from: 'x' | 'y', length: 'width' | 'height') =>
		Math.max(...boxes.map((box) => box[from] + box[length])) - Math.min(...boxes.map((box) => box[from])) + 160;
	const [wide, high] = [span('x', 'width'), span('y', 'height')];
	const width = clamp(wide, WIDTH);
	return { width: width + CHROME.width, height: clamp((high * width) / wide, HEIGHT) + CHROME.height };
}

function boxOf({ type, position, parameters }: JsonObject): { x: number; y: number; width: number; height: number } {
	const [x, y] = listOf(position).map(Number);
	const { width, height } = type === 'n8n-nodes-base.stickyNote' ? objectOf(parameters) : NODE;
	return { x: x ?? 0, y: y ?? 0, width: Number(width ?? 240), height: Number(height ?? 160) };
}

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
	Math.round(Math.min(most, Math.max(least, value)));
