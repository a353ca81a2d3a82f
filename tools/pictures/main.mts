/**
 * `npm run pictures [-- --examples <folder>]`: every picture of the README, taken of a real n8n and the simulator, into `.github/images`.
 *
 * Opens each operation and each event in the editor as well. Ends with 1 when the editor's console has an error, or a label is cut off.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { playBank } from '../../demo/bank.mts';
import { Cleanup, interruption } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import { listOf, objectOf } from '../../demo/n8n/json.mts';
import { publishDemo } from '../../demo/publish.mts';
import { launchBrowser } from '../browser.mts';
import { fontsForPictures } from '../install/browser.mjs';
import { ROOT } from '../install/layout.mjs';
import { canvasSize } from './canvasSize.mts';
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
		const workflow = objectOf(JSON.parse(readFileSync(join(folder, file), 'utf8')));
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

/** @returns whether everything was as it should be */
async function run(cleanup: Cleanup, folder: string): Promise<boolean> {
	const environment = await startEnvironment({ cleanup, simulatorPort: 8391, report: say });
	const browser = await launchBrowser(fontsForPictures());
	cleanup.add('The browser', () => browser.close());
	const editor = await Editor.open(browser, environment.n8n.url);

	const { workflowId, credentialId } = await publishDemo(environment, say);
	const bank = playBank(environment.simulator.exchange, environment.n8n.url, () => undefined);
	cleanup.add('The bank', () => bank.stop());

	await credentials(editor, environment, credentialId);
	saveAll(await readmePanels(editor, environment.rest));
	const { opened, cutOff } = await openEveryPanel(editor, environment.rest);
	await canvases(editor, environment, folder);
	environment.simulator.exchange.clearCalls();
	const frames = await movingPicture(browser, editor, environment, workflowId);
	const bytes = saveMovingPicture(join(IMAGES, 'demo.png'), frames);
	say(`  demo.png  ${Math.round(bytes / 1000)} kB, ${frames.length} frames`);
	saveAll(await pagePictures(browser, environment.simulator));

	say(
		`Opened ${opened.length} panels: ${cutOff.length} labels cut off, ${editor.errors.length} errors in the console.`,
	);
	for (const label of cutOff) say(`  cut off: ${label}`);
	for (const { where, what } of editor.errors) say(`  ${where}: ${what}`);
	return cutOff.length === 0 && editor.errors.length === 0;
}

async function main(): Promise<number> {
	const { values } = parseArgs({ options: { examples: { type: 'string', default: join(ROOT, 'examples') } } });
	const cleanup = new Cleanup();
	try {
		return (await Promise.race([run(cleanup, resolve(values.examples)), interruption()])) ? 0 : 1;
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
