/** What stands on a line of its own, or in code within a sentence, and is typed into a shell. */
const COMMAND = /^(npm|npx|curl|docker|node|git|echo) /;

/** The commands that a Markdown text tells its reader to type, each once, without the remark behind it. */
export function commandsIn(markdown: string): readonly string[] {
	const blocks = [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
		.filter(([, language = '']) => ['', 'sh', 'bash'].includes(language))
		.flatMap(([, , text = '']) => text.split('\n'));
	const spans = [...markdown.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
	const commands = [...blocks, ...spans].filter((text) => COMMAND.test(text));
	return [...new Set(commands.map((text) => text.replace(/\s+#.*$/, '').trim()))];
}

/** The script of package.json that a command runs: `npm run -s p2p -- --help` runs `p2p`. null for any other command. */
export function scriptOf(command: string): string | null {
	const [, script, isTest] = /\bnpm (?:run (?:-s )?([\w:]+)|(test)\b)/.exec(command) ?? [];
	return script ?? isTest ?? null;
}

/**
 * A command of `simulator/README.md` as a request.
 *
 * @throws Error when it is not a `curl -X <method> <address> [-d '<body>']`
 */
export function curlRequest(command: string): {
	readonly method: string;
	readonly path: string;
	readonly body?: string;
} {
	const [, method, path, body] = /^curl -X (\w+) localhost:\d+(\/\S*)(?: -d '([^']*)')?$/.exec(command) ?? [];
	if (method === undefined || path === undefined) throw new Error(`Not a curl command that is understood: ${command}`);
	return { method, path, ...(body === undefined ? {} : { body }) };
}
