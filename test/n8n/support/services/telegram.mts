import type { Service, ServiceReply, ServiceRequest } from '../network/forwardProxy.mts';

export type SentMessage = {
	readonly chatId: string;
	/** As a person reads it: without the marks of Markdown or HTML. */
	readonly text: string;
	/** Label to address. */
	readonly buttons: Readonly<Record<string, string>>;
};

type SendRequest = {
	readonly chat_id?: string | number;
	readonly text?: string;
	readonly parse_mode?: string;
	readonly reply_markup?: { readonly inline_keyboard?: ReadonlyArray<ReadonlyArray<{ text: string; url?: string }>> };
};

const MAX_TEXT_LENGTH = 4096;

/** Telegram's bot interface, as far as sending goes: like the real one it refuses text whose marks do not close. */
export class Telegram implements Service {
	readonly hosts = ['api.telegram.org'];
	readonly token = '110201543:only-for-tests';
	readonly chatId = '700100200';
	private readonly messages: SentMessage[] = [];

	get sent(): readonly SentMessage[] {
		return this.messages;
	}

	reset(): void {
		this.messages.length = 0;
	}

	answer({ path, body }: ServiceRequest): ServiceReply {
		const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
		if (token !== this.token) return refusal(401, 'Unauthorized');
		if (method !== 'sendMessage') return refusal(404, 'Not Found');
		const request = JSON.parse(body.toString()) as SendRequest;
		if (String(request.chat_id) !== this.chatId) return refusal(400, 'Bad Request: chat not found');
		const text = readableText(request.text ?? '', request.parse_mode);
		if (text === null) return refusal(400, "Bad Request: can't parse entities");
		if (text.trim() === '') return refusal(400, 'Bad Request: message text is empty');
		if (text.length > MAX_TEXT_LENGTH) return refusal(400, 'Bad Request: message is too long');
		const buttons = (request.reply_markup?.inline_keyboard ?? []).flat();
		this.messages.push({
			chatId: this.chatId,
			text,
			buttons: Object.fromEntries(buttons.map(({ text: label, url = '' }) => [label, url])),
		});
		return {
			json: { ok: true, result: { message_id: this.messages.length, chat: { id: Number(this.chatId) }, text } },
		};
	}
}

const refusal = (status: number, description: string): ServiceReply => ({
	status,
	json: { ok: false, error_code: status, description },
});

/** null when Telegram would not take it. */
function readableText(text: string, parseMode: string | undefined): string | null {
	switch (parseMode) {
		case undefined:
			return text;
		case 'Markdown':
			return withoutMarkdown(text);
		case 'HTML':
			return withoutHtml(text);
		default:
			return null;
	}
}

/** Telegram's first Markdown: `_`, `*` and backticks come in pairs, `[` begins a link, and a backslash takes the meaning away. */
function withoutMarkdown(text: string): string | null {
	const escaped: string[] = [];
	const kept = text.replace(/\\([_*`[])/g, (_, mark: string) => `\0${escaped.push(mark) - 1}\0`);
	const plain = kept.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/([*_`])([^*_`[]+)\1/g, '$2');
	if (/[*_`[]/.test(plain)) return null;
	return plain.replace(/\0(\d+)\0/g, (_, index: string) => escaped[Number(index)] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function withoutHtml(text: string): string | null {
	const open: string[] = [];
	for (const [, slash, tag = ''] of text.matchAll(/<(\/?)(b|i|u|s|code|pre|a)\b[^>]*>/g)) {
		if (slash === '') open.push(tag);
		else if (open.pop() !== tag) return null;
	}
	const plain = text.replace(/<\/?(b|i|u|s|code|pre|a)\b[^>]*>/g, '');
	if (open.length > 0 || plain.includes('<')) return null;
	return plain.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
