import type { Service, ServiceReply, ServiceRequest } from '../network/forwardProxy.mts';

export type Cell = string | number | boolean;

type ValueRange = { readonly range: string; readonly values: ReadonlyArray<readonly Cell[]> };

const SHEET = {
	sheetId: 0,
	title: 'Books',
	index: 0,
	sheetType: 'GRID',
	gridProperties: { rowCount: 1000, columnCount: 26 },
};

/** Google Sheets with one document of one sheet: reads and writes of values as they are. */
export class GoogleSheets implements Service {
	readonly hosts = ['sheets.googleapis.com'];
	readonly accessToken = 'only-for-tests-of-sheets';
	readonly documentId = '1BooksOfTheMerchant';
	readonly sheetName = SHEET.title;
	private cells: Cell[][] = [];
	/** False: the owner of the document has taken the access away. */
	isShared = true;

	/** Every row as an object by the first row. */
	get rows(): ReadonlyArray<Readonly<Record<string, Cell>>> {
		const [head = [], ...rows] = this.cells;
		return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? ''])));
	}

	reset(): void {
		this.cells = [];
		this.isShared = true;
	}

	answer({ method, path, headers, body }: ServiceRequest): ServiceReply {
		if (headers.authorization !== `Bearer ${this.accessToken}`) return refusal(401, 'UNAUTHENTICATED');
		const [, documentId, rest = ''] = /^\/v4\/spreadsheets\/([\w-]+)(.*)$/.exec(decodeURIComponent(path)) ?? [];
		if (documentId !== this.documentId) return refusal(404, 'NOT_FOUND');
		if (!this.isShared) return refusal(403, 'PERMISSION_DENIED');
		if (method === 'GET' && rest === '')
			return { json: { spreadsheetId: documentId, sheets: [{ properties: SHEET }] } };
		if (method === 'GET') return { json: { values: this.read(rest.replace('/values/', '')) } };
		const request: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
		if (method === 'PUT' || rest.endsWith(':append')) return this.written([request as ValueRange]);
		if (rest === '/values:batchUpdate') return this.written((request as { data: ValueRange[] }).data);
		// More empty rows: there are always enough.
		if (rest === ':batchUpdate') return { json: { replies: [{}] } };
		return refusal(404, `${method} ${rest} is not played`);
	}

	private read(range: string): Cell[][] {
		const { top, bottom } = placeOf(range);
		return this.cells.slice(top, bottom);
	}

	private written(ranges: readonly ValueRange[]): ServiceReply {
		for (const { range, values } of ranges) {
			const { top, left } = placeOf(range);
			values.forEach((row, down) => {
				const target = (this.cells[top + down] ??= []);
				row.forEach((cell, right) => (target[left + right] = cell));
			});
		}
		return { json: { spreadsheetId: this.documentId } };
	}
}

/** `Books!B2:C3`, `Books!A:Z`, `Books!1:1`, `Books`: where it begins and ends, counted from 0. */
function placeOf(range: string): { top: number; left: number; bottom: number | undefined } {
	const [, cells = ''] = range.split('!');
	const [, column = '', row = ''] = /^([A-Z]*)(\d*)/.exec(cells) ?? [];
	const end = /:[A-Z]*(\d+)$/.exec(cells)?.[1];
	return {
		top: row === '' ? 0 : Number(row) - 1,
		left: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - (column === '' ? 0 : 1),
		bottom: end === undefined ? undefined : Number(end),
	};
}

const refusal = (code: number, status: string): ServiceReply => ({
	status: code,
	json: { error: { code, status, message: status } },
});
