/**
 * `npm run pictures [-- --only <part>] [--examples <folder>]`: every picture of the README, taken of a real n8n and the simulator, into `.github/images`.
 *
 * Opens each operation and each event in the editor as well. Ends with 1 when the editor's console has an error, or a label is cut off.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { playBank } from '../../demo/bank.mts';
import { Cleanup, interruption } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import { listOf, objectOf } from '../../demo/n8n/json.mts';
import { publishDemo } from '../../demo/publish.mts';
import { launchBrowser } from '../browser.mts';
import { fontsForPictures } from '../install/browser.mjs';
import { ROOT } from '../install/layout.mjs';
import { canvasSize } from './canvasSize.mts';
import { filledIn } from './filledIn.mts';
import { Editor, settle } from './editor.mts';
import { movingPicture } from './movingPicture.mts';
import { pagePictures } from './pagePictures.mts';
import { openEveryPanel, readmePanels } from './panels.mts';
import { saveMovingPicture, savePicture } from './png.mts';

const IMAGES = join(ROOT, '.github', 'images');

const say = (text: string): void => console.log(text);

function save(name: string, png: Buffer): void {
	say(`  ${name}.png  ${Math.round(savePicture(join(IMAGES, `${name}.png`), png) / 1000)} kB`);
}

function saveAll(pictures: ReadonlyMap<string, Buffer>): void {
	for (const [name, png] of pictures) save(name, png);
}

async function credentials(editor: Editor, { rest, simulator }: Environment, rightId: string): Promise<void> {
	save('credential-ok', await editor.credential(rightId, /Connection tested successfully/));
	const wrong = {
		...credentialFor(simulator, { apiSecret: 'not-the-secret-of-this-key' }),
		name: 'Bybit P2P API (wrong secret)',
	};
	save('credential-refused', await editor.credential(await rest.createCredential(wrong), /Couldn.t connect/));
}

async function canvases(editor: Editor, { rest }: Environment, folder: string): Promise<void> {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		const workflow = filledIn(objectOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
		const name = `canvas-${file.replace(/\.json$/, '')}`;
		const page = await editor.workflow(
			await rest.importWorkflow(workflow),
			canvasSize(listOf(workflow.nodes).map(objectOf)),
			name,
		);
		await settle(page, 2500);
		save(name, await page.locator('[data-test-id="canvas-wrapper"]').screenshot());
		await page.close();
	}
}

async function movingDemo({ browser, editor, environment, workflowId }: Studio): Promise<void> {
	environment.simulator.exchange.clearCalls();
	const frames = await movingPicture(browser, editor, environment, workflowId);
	const bytes = saveMovingPicture(join(IMAGES, 'demo.png'), frames);
	say(`  demo.png  ${Math.round(bytes / 1000)} kB, ${frames.length} frames`);
}

/** What pictures are taken of and with. */
type Studio = {
	readonly browser: Browser;
	readonly editor: Editor;
	readonly environment: Environment;
	/** The published workflow of the demo. */
	readonly workflowId: string;
	readonly credentialId: string;
	readonly examples: string;
};

/** @returns what is wrong with the panels of the editor */
async function checkPanels({ editor, environment }: Studio): Promise<readonly string[]> {
	const { opened, cutOff } = await openEveryPanel(editor, environment.rest);
	say(`Opened ${opened.length} panels: ${cutOff.length} labels cut off.`);
	return cutOff.map((label) => `cut off: ${label}`);
}

/** Each part by its name on the command line. @returns what is wrong */
const PARTS: Readonly<Record<string, (studio: Studio) => Promise<readonly string[] | void>>> = {
	credentials: ({ editor, environment, credentialId }) => credentials(editor, environment, credentialId),
	panels: async ({ editor, environment }) => saveAll(await readmePanels(editor, environment.rest)),
	checks: checkPanels,
	canvases: ({ editor, environment, examples }) => canvases(editor, environment, examples),
	demo: movingDemo,
	page: async ({ browser, environment }) => saveAll(await pagePictures(browser, environment.simulator)),
};

/** @returns whether everything was as it should be */
async function run(cleanup: Cleanup, examples: string, parts: readonly string[]): Promise<boolean> {
	const environment = await startEnvironment({ cleanup, simulatorPort: 8391, report: say });
	const browser = await launchBrowser(fontsForPictures());
	cleanup.add('The browser', () => browser.close());
	const editor = await Editor.open(browser, environment.n8n.url);

	const published = await publishDemo(environment, say);
	const bank = playBank(environment.simulator.exchange, environment.n8n.url, () => undefined);
	cleanup.add('The bank', () => bank.stop());

	const wrong: string[] = [];
	for (const part of parts)
		wrong.push(...((await PARTS[part]({ browser, editor, environment, ...published, examples })) ?? []));
	say(`${editor.errors.length} errors in the console of the editor.`);
	wrong.push(...editor.errors.map(({ where, what }) => `${where}: ${what}`));
	for (const line of wrong) say(`  ${line}`);
	return wrong.length === 0;
}

/** @throws with a readable message for a part that there is not */
function partsOf(only: readonly string[]): readonly string[] {
	const unknown = only.find((name) => !(name in PARTS));
	if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}, not "${unknown}".`);
	return only.length > 0 ? only : Object.keys(PARTS);
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			examples: { type: 'string', default: join(ROOT, 'examples') },
			only: { type: 'string', multiple: true, default: [] },
		},
	});
	const parts = partsOf(values.only);
	const cleanup = new Cleanup();
	try {
		return (await Promise.race([run(cleanup, resolve(values.examples), parts), interruption()])) ? 0 : 1;
	} finally {
		await cleanup.closeAll();
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.stack : error);
		process.exit(1);
	},
);
