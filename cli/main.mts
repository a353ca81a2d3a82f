import { answerTo } from './answer.mts';
import { errorFrom } from './errorFrom.mts';

/**
 * Reads one JSON object, writes one JSON object and a line end.
 *
 * @param environment - where keys come from that the request does not name.
 * @returns the exit code: 0, or 1 for `{"error": {...}}`.
 */
export async function main(
	input: AsyncIterable<Buffer | string>,
	output: { write(text: string): unknown },
	environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
	try {
		const answer = await answerTo(await textOf(input), environment);
		output.write(`${JSON.stringify(answer)}\n`);
		return 0;
	} catch (error) {
		output.write(`${JSON.stringify({ error: errorFrom(error) })}\n`);
		return 1;
	}
}

async function textOf(input: AsyncIterable<Buffer | string>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of input) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
}
