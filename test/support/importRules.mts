/** Which way imports may point in what ships: from the nodes down to the exchange, never back and never across. */

export interface ImportEdge {
	readonly from: string;
	readonly to: string;
	/** `import type`: nothing is left of it at run time. */
	readonly isTypeOnly: boolean;
}

/** Folders of `nodes/BybitP2P/`, highest first. A file may import from its own folder and from every lower level. */
const LEVELS: ReadonlyArray<readonly string[]> = [['node'], ['action', 'trigger'], ['n8n'], ['safety'], ['api']];
const NODES = 'nodes/BybitP2P/';
/** What reads from the exchange or waits for it. */
const CALLS_EXCHANGE = /^nodes\/BybitP2P\/api\/(client|attempt|pages|fetchOne|readEach|wire|download)\b/;

/** The reasons why an import may not be there; none for one that may. */
export function brokenRules({ from, to, isTypeOnly }: ImportEdge): readonly string[] {
	const broken: string[] = [];
	if (isShipped(from) && /^(simulator|demo|cli|tools|test|bench)\//.test(to))
		broken.push('what ships imports what does not');
	if (from.startsWith('simulator/') && isShipped(to) && !isTypeOnly)
		broken.push('the simulator reads the documentation for itself');
	if (from.startsWith(NODES) && to.startsWith(NODES)) broken.push(...levelRules(from, to));
	if (/^nodes\/BybitP2P\/(api|safety|trigger\/detect)\//.test(from) && to === 'n8n-workflow') {
		broken.push('this part knows nothing of n8n');
	}
	if (/^nodes\/BybitP2P\/(safety|trigger\/detect)\//.test(from) && CALLS_EXCHANGE.test(to)) {
		broken.push('a decision does not call the exchange');
	}
	return broken.map((rule) => `${from} imports ${to}: ${rule}`);
}

function levelRules(from: string, to: string): readonly string[] {
	const [upper, lower] = [folderOf(from), folderOf(to)];
	if (upper === lower) return [];
	const [fromLevel, toLevel] = [upper, lower].map((folder) => LEVELS.findIndex((level) => level.includes(folder)));
	if (fromLevel === toLevel) return ['action and trigger do not know each other'];
	return fromLevel < toLevel ? [] : ['imports point from the nodes down to the exchange'];
}

/** The part of the house a file lies in; `node` for the two node files themselves. */
function folderOf(path: string): string {
	const [folder, ...rest] = path.slice(NODES.length).split('/');
	return rest.length === 0 ? 'node' : folder;
}

function isShipped(path: string): boolean {
	return path.startsWith('nodes/') || path.startsWith('credentials/');
}
