/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {{ contentType: 'pic' | 'pdf' | 'video', fileName: string, encoding: 'base64', content: string }} FileMessage */

/** @type {Record<string, FileMessage['contentType']>} */
const KINDS = { jpg: 'pic', jpeg: 'pic', png: 'pic', pdf: 'pdf', mp4: 'video' };

/** What the file chooser offers. */
export const acceptedFiles = Object.keys(KINDS)
	.map((extension) => `.${extension}`)
	.join(',');

const MAX_BYTES = 20 * 1024 * 1024;

/**
 * A file as a message of the counterparty.
 *
 * @param {File} file
 * @returns {Promise<FileMessage>}
 * @throws {Error} for a file that a chat of Bybit does not take
 */
export async function fileMessage(file) {
	const kind = KINDS[/\.(\w+)$/.exec(file.name)?.[1].toLowerCase() ?? ''];
	if (kind === undefined) throw new Error(`${file.name} was not sent: a chat takes jpg, png, pdf and mp4 files.`);
	if (file.size > MAX_BYTES) throw new Error(`${file.name} was not sent: it has more than 20 MB.`);
	return { contentType: kind, fileName: file.name, encoding: 'base64', content: await base64(file) };
}

/**
 * A made-up bank receipt for an order, as a picture.
 *
 * @param {OrderState} order
 * @param {{ payer: string, payee: string, now: number }} people
 * @returns {Promise<FileMessage>}
 */
export async function receiptMessage(order, { payer, payee, now }) {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [640, 460];
	const draw = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
	drawReceipt(draw, [
		['Amount', `${order.amount} ${order.currencyId}`],
		['From', payer],
		['To', payee],
		['Date', new Date(now).toISOString().slice(0, 16).replace('T', ' ')],
		['Reference', order.id],
	]);
	const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
	return { contentType: 'pic', fileName: 'receipt.png', encoding: 'base64', content: await base64(blob) };
}

/**
 * @param {CanvasRenderingContext2D} draw
 * @param {readonly (readonly [string, string])[]} rows
 */
function drawReceipt(draw, rows) {
	const { width, height } = draw.canvas;
	draw.fillStyle = '#ffffff';
	draw.fillRect(0, 0, width, height);
	draw.fillStyle = '#0b6e4f';
	draw.fillRect(0, 0, width, 84);
	draw.fillStyle = '#ffffff';
	draw.font = '600 30px system-ui, sans-serif';
	draw.fillText('Example Bank · Payment sent', 32, 53);
	rows.forEach(([name, value], index) => {
		const y = 140 + index * 54;
		draw.fillStyle = '#5b6070';
		draw.font = '22px system-ui, sans-serif';
		draw.fillText(name, 32, y);
		draw.fillStyle = '#17181e';
		draw.font = '600 24px system-ui, sans-serif';
		draw.fillText(value, 190, y, width - 222);
	});
	draw.fillStyle = '#5b6070';
	draw.font = '18px system-ui, sans-serif';
	draw.fillText('Made up for a rehearsal. No bank, no money.', 32, height - 28);
}

/** @param {Blob} blob @returns {Promise<string>} */
function base64(blob) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
		reader.addEventListener('error', () => reject(reader.error));
		reader.readAsDataURL(blob);
	});
}
