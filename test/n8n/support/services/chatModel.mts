import type { Service, ServiceReply, ServiceRequest } from '../network/forwardProxy.mts';

type ToolCall = { readonly tool: string; readonly with: object };

/** What the model does when it is asked: calls a tool, answers, or breaks. */
export type Turn = ToolCall | { readonly text: string } | { readonly status: number };

export type Asked = {
	readonly messages: ReadonlyArray<{
		readonly role: string;
		readonly content?: unknown;
		readonly tool_call_id?: string;
	}>;
	readonly tools?: ReadonlyArray<{ readonly function: { readonly name: string } }>;
};

/** OpenAI's chat completions with a script in the place of a model. */
export class ChatModel implements Service {
	readonly hosts = ['api.openai.com'];
	readonly apiKey = 'only-for-tests-of-the-model';
	private turns: Turn[] = [];
	private readonly requests: Asked[] = [];

	/** What the model was asked, first first. */
	get asked(): readonly Asked[] {
		return this.requests;
	}

	/** The tools that it may call. */
	get offeredTools(): readonly string[] {
		return (this.requests.at(-1)?.tools ?? []).map((tool) => tool.function.name);
	}

	script(...turns: readonly Turn[]): void {
		this.turns.push(...turns);
	}

	reset(): void {
		this.turns = [];
		this.requests.length = 0;
	}

	answer({ path, headers, body }: ServiceRequest): ServiceReply {
		if (headers.authorization !== `Bearer ${this.apiKey}`)
			return { status: 401, json: { error: { message: 'no key' } } };
		if (path !== '/v1/chat/completions') return { status: 404, json: { error: { message: `${path} is not played` } } };
		this.requests.push(JSON.parse(body.toString()) as Asked);
		const turn = this.turns.shift() ?? { status: 500 };
		if ('status' in turn) return { status: turn.status, json: { error: { message: 'The model is not there' } } };
		const calls = 'tool' in turn ? [toolCall(turn, this.requests.length)] : undefined;
		return {
			json: {
				id: `completion-${this.requests.length}`,
				object: 'chat.completion',
				created: 1,
				model: 'a-script',
				choices: [
					{
						index: 0,
						finish_reason: calls === undefined ? 'stop' : 'tool_calls',
						message: {
							role: 'assistant',
							content: 'text' in turn ? turn.text : null,
							...(calls ? { tool_calls: calls } : {}),
						},
					},
				],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			},
		};
	}
}

const toolCall = ({ tool, with: args }: ToolCall, number: number) => ({
	id: `call-${number}`,
	type: 'function',
	function: { name: tool, arguments: JSON.stringify(args) },
});
