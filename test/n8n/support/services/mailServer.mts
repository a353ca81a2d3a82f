import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

export type Mail = {
	readonly from: string;
	readonly subject: string;
	readonly text: string;
	/** Further headers, first first: what the receiving server adds stands on top. */
	readonly headers?: ReadonlyArray<readonly [name: string, value: string]>;
};

type StoredMail = { readonly uid: number; readonly header: string; readonly body: string; isSeen: boolean };

/** A command of a client: `a1 UID FETCH 1 (BODY.PEEK[1])`. */
type Command = { readonly tag: string; readonly name: string; readonly args: string };

const CAPABILITIES = 'IMAP4rev1 IDLE';

/** A mailbox that speaks as much IMAP (RFC 3501, 2177) as a client needs that waits for new mail and reads plain text. */
export class MailServer {
	private readonly server: Server;
	private readonly sessions = new Set<Session>();
	private mails: StoredMail[] = [];
	readonly user = 'merchant@mail.example';
	readonly password = 'only-for-tests';

	private constructor() {
		this.server = createServer((socket) => {
			const session = new Session(socket, this, () => this.mails);
			this.sessions.add(session);
			socket.once('close', () => this.sessions.delete(session));
		});
	}

	static async start(): Promise<MailServer> {
		const mailServer = new MailServer();
		await new Promise<void>((resolve) => mailServer.server.listen(0, '127.0.0.1', resolve));
		return mailServer;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	/** Subjects of the mails that somebody has read. */
	get seen(): readonly string[] {
		return this.mails.filter(({ isSeen }) => isSeen).map(({ header }) => /^Subject: (.*)$/m.exec(header)?.[1] ?? '');
	}

	deliver({ from, subject, text, headers = [] }: Mail): void {
		const uid = (this.mails.at(-1)?.uid ?? 0) + 1;
		const lines = [
			...headers.map(([name, value]) => `${name}: ${value}`),
			`From: ${from}`,
			`To: ${this.user}`,
			`Subject: ${subject}`,
			`Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
			`Message-ID: <${uid}@mail.example>`,
			'MIME-Version: 1.0',
			'Content-Type: text/plain; charset=utf-8',
			'Content-Transfer-Encoding: 8bit',
		];
		const body = text.replace(/\r?\n/g, '\r\n');
		this.mails.push({ uid, header: `${lines.join('\r\n')}\r\n\r\n`, body, isSeen: false });
		for (const session of this.sessions) session.announce(this.mails.length);
	}

	async close(): Promise<void> {
		for (const session of this.sessions) session.end();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}
}

/** One connection. */
class Session {
	private received = '';
	private idleTag: string | null = null;
	private hasMailbox = false;

	constructor(
		private readonly socket: Socket,
		private readonly account: { readonly user: string; readonly password: string },
		private readonly mails: () => readonly StoredMail[],
	) {
		socket.setEncoding('latin1');
		socket.on('error', () => socket.destroy());
		socket.on('data', (chunk: string) => this.receive(chunk));
		this.send(`* OK [CAPABILITY ${CAPABILITIES}] ready`);
	}

	/** Says how many mails there are, at any time, as a server may (RFC 3501, 7). */
	announce(count: number): void {
		if (this.hasMailbox) this.send(`* ${count} EXISTS`);
	}

	end(): void {
		this.socket.destroy();
	}

	private receive(chunk: string): void {
		this.received += chunk;
		for (let end = this.received.indexOf('\r\n'); end >= 0; end = this.received.indexOf('\r\n')) {
			const line = this.received.slice(0, end);
			this.received = this.received.slice(end + 2);
			this.obey(line);
		}
	}

	private obey(line: string): void {
		if (this.idleTag !== null && line === 'DONE') {
			this.send(`${this.idleTag} OK done`);
			this.idleTag = null;
			return;
		}
		const [, tag = '*', name = '', args = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
		const replies = this.replies({ tag, name: name.toUpperCase(), args });
		if (replies !== null) for (const reply of replies) this.send(reply);
	}

	/** null when the end of the command comes later. */
	private replies({ tag, name, args }: Command): readonly string[] | null {
		const done = `${tag} OK done`;
		switch (name) {
			case 'CAPABILITY':
				return [`* CAPABILITY ${CAPABILITIES}`, done];
			case 'LOGIN':
				return [this.isOwner(args) ? done : `${tag} NO [AUTHENTICATIONFAILED] wrong user or password`];
			case 'SELECT':
				this.hasMailbox = true;
				return [...this.mailbox(), `${tag} OK [READ-WRITE] done`];
			case 'UID SEARCH':
				return [
					`* SEARCH${this.found(args)
						.map(({ uid }) => ` ${uid}`)
						.join('')}`,
					done,
				];
			case 'UID FETCH':
				return [...this.named(args).map((mail) => this.fetched(mail, args)), done];
			case 'UID STORE':
				for (const mail of this.named(args)) mail.isSeen ||= /\\Seen/i.test(args);
				return [done];
			case 'IDLE':
				this.idleTag = tag;
				return ['+ waiting'];
			case 'LIST':
			case 'LSUB':
				return [`* ${name} () "/" INBOX`, done];
			case 'NOOP':
				return [`* ${this.mails().length} EXISTS`, done];
			case 'LOGOUT':
				return ['* BYE', done];
			default:
				return [`${tag} BAD ${name} is not played`];
		}
	}

	private isOwner(args: string): boolean {
		const [user, password] = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
		return user === this.account.user && password === this.account.password;
	}

	private mailbox(): readonly string[] {
		const mails = this.mails();
		return [
			'* FLAGS (\\Seen)',
			'* OK [PERMANENTFLAGS (\\Seen)] limited',
			`* ${mails.length} EXISTS`,
			'* OK [UIDVALIDITY 1] valid',
			`* OK [UIDNEXT ${(mails.at(-1)?.uid ?? 0) + 1}] next`,
		];
	}

	/** Knows UNSEEN, FROM and UID; dates are passed over, as every mail is of today. */
	private found(criteria: string): readonly StoredMail[] {
		const from = /FROM "?([^")\s]+)"?/i.exec(criteria)?.[1]?.toLowerCase() ?? '';
		const least = Number(/UID (\d+):\*/i.exec(criteria)?.[1] ?? 0);
		return this.mails().filter(
			({ uid, header, isSeen }) =>
				!(isSeen && /UNSEEN/i.test(criteria)) &&
				uid >= least &&
				(/^From: (.*)$/m.exec(header)?.[1] ?? '').toLowerCase().includes(from),
		);
	}

	private named(args: string): readonly StoredMail[] {
		const uids = (args.split(' ')[0] ?? '').split(',').map(Number);
		return this.mails().filter(({ uid }) => uids.includes(uid));
	}

	private fetched(mail: StoredMail, args: string): string {
		const [, ...wanted] = args.split(' ');
		const parts = [...wanted.join(' ').matchAll(/BODY\.PEEK\[([^\]]*)\](?:<(\d+)\.(\d+)>)?/gi)].map(
			([, section = '', start, length]) => {
				const content = latin1(partOf(mail, section.toUpperCase()));
				const piece =
					start === undefined
						? content
						: content.slice(Number(start), Number(start) + Number(length ?? content.length));
				return `BODY[${section}]${start === undefined ? '' : `<${start}>`} {${piece.length}}\r\n${piece}`;
			},
		);
		const size = Buffer.byteLength(mail.body);
		const structure = /BODYSTRUCTURE/i.test(args)
			? [`BODYSTRUCTURE ("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" ${size} ${mail.body.split('\r\n').length})`]
			: [];
		return `* ${this.mails().indexOf(mail) + 1} FETCH (${[`UID ${mail.uid}`, ...structure, ...parts].join(' ')})`;
	}

	private send(line: string): void {
		this.socket.write(`${line}\r\n`, 'latin1');
	}
}

/** The bytes as they go over the wire, one character each. */
const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

function partOf({ header, body }: StoredMail, section: string): string {
	switch (section) {
		case '':
			return header + body;
		case 'HEADER':
		case '1.MIME':
		case 'MIME':
			return header;
		case '1':
		case 'TEXT':
			return body;
		default:
			return '';
	}
}
