import type { Page } from 'playwright-core';
import type { JsonObject } from '../../demo/n8n/json.mts';
import type { N8nRest } from '../../demo/n8n/rest.mts';
import { type Editor, closePanel, openPanel, settle } from './editor.mts';
import { README_PANELS } from './readmePanels.mts';
import { type Subject, everySubject, workflowOf } from './subjects.mts';

const PANEL_WINDOW = { width: 1360, height: 2400 };
const PER_CANVAS = 18;

export type PanelCheck = {
	readonly opened: readonly string[];
	/** Labels that the panel is too narrow for. */
	readonly cutOff: readonly string[];
};

/** The panels of the README by the names of their files. */
export async function readmePanels(editor: Editor, rest: N8nRest): Promise<ReadonlyMap<string, Buffer>> {
	const subjects = Object.values(README_PANELS);
	const page = await canvasOf(editor, rest, 'README panels', subjects);
	const pictures = new Map<string, Buffer>();
	for (const [file, { name }] of Object.entries(README_PANELS)) {
		editor.at(file);
		pictures.set(file, await panelPicture(page, name));
		await closePanel(page);
	}
	await page.close();
	return pictures;
}

/** Opens each operation and each event with every field it has; what the console says is in `editor.errors`. */
export async function openEveryPanel(editor: Editor, rest: N8nRest): Promise<PanelCheck> {
	const subjects = everySubject(await editor.nodeTypes());
	const cutOff: string[] = [];
	for (let first = 0; first < subjects.length; first += PER_CANVAS) {
		const some = subjects.slice(first, first + PER_CANVAS);
		const page = await canvasOf(editor, rest, `Every panel from ${first + 1}`, some);
		for (const { name } of some) {
			editor.at(name);
			const panel = await openPanel(page, name);
			await settle(page);
			const labels = await panel.evaluate(labelsCutOff);
			cutOff.push(...labels.map((label) => `${name}: ${label}`));
			await closePanel(page);
		}
		await page.close();
	}
	return { opened: subjects.map(({ name }) => name), cutOff };
}

async function canvasOf(editor: Editor, rest: N8nRest, name: string, subjects: readonly Subject[]): Promise<Page> {
	const workflow: JsonObject = workflowOf(name, subjects);
	const id = await rest.importWorkflow(workflow);
	return await editor.workflow(id, PANEL_WINDOW, name);
}

/** From the tabs of the panel down to its last field. */
async function panelPicture(page: Page, name: string): Promise<Buffer> {
	const panel = await openPanel(page, name);
	await settle(page, 1500);
	const clip = await panel.evaluate((element) => {
		const items = [
			...element.querySelectorAll('[data-test-id="parameter-item"], [data-test-id="collection-parameter-add"]'),
		];
		const { x, y, width } = element.getBoundingClientRect();
		const bottom = Math.max(...items.map((item) => item.getBoundingClientRect().bottom));
		return { x, y, width, height: bottom - y + 24 };
	});
	return await page.screenshot({ clip });
}

/** Runs in the browser: texts that end in an ellipsis because there is no room. */
function labelsCutOff(panel: Element): string[] {
	return [...panel.querySelectorAll('label, label *, [class*="title"], [class*="inputLabel"] *')]
		.filter((element) => element.children.length === 0 && element.scrollWidth > element.clientWidth + 1)
		.filter((element) => getComputedStyle(element).textOverflow === 'ellipsis')
		.map((element) => element.textContent?.trim() ?? '')
		.filter((text, index, all) => text !== '' && all.indexOf(text) === index);
}
