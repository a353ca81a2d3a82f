import { createSession, sessionOf } from '../../../nodes/BybitP2P/api/session';

const now = (): number => 0;
const wait = async (): Promise<void> => {};

describe('sessionOf', () => {
	it('is the same for the same key in the same environment, so that all workflows share one limit', () => {
		expect(sessionOf('https://a.example', 'key-1', now, wait)).toBe(sessionOf('https://a.example', 'key-1', now, wait));
	});

	it('is another for another key, and for another environment', () => {
		const sessions = [
			sessionOf('https://a.example', 'key-1', now, wait),
			sessionOf('https://a.example', 'key-2', now, wait),
			sessionOf('https://b.example', 'key-1', now, wait),
		];

		expect(new Set(sessions.map(({ name }) => name)).size).toBe(3);
	});

	it('has a name that does not reveal the key', () => {
		expect(sessionOf('https://a.example', 'key-1', now, wait).name).toMatch(/^[0-9a-f]{16}$/);
	});
});

/** A task that ends when asked to. */
function aTask(log: string[], name: string) {
	let end: (ending: 'well' | 'badly') => void = () => {};
	const ended = new Promise<'well' | 'badly'>((resolve) => (end = resolve));
	const run = async (): Promise<string> => {
		log.push(`${name} begins`);
		if ((await ended) === 'badly') throw new Error(`${name} was refused`);
		log.push(`${name} ends`);
		return name;
	};
	return { run, end };
}

describe('runExclusive', () => {
	const rest = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

	it('runs tasks with the same name one after the other', async () => {
		const log: string[] = [];
		const session = createSession('s', now, wait);
		const [first, second] = [aTask(log, 'first'), aTask(log, 'second')];
		const both = Promise.all([session.runExclusive('order 1', first.run), session.runExclusive('order 1', second.run)]);

		second.end('well');
		await rest();
		first.end('well');

		expect(await both).toEqual(['first', 'second']);
		expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
	});

	it('runs tasks with different names at once', async () => {
		const log: string[] = [];
		const session = createSession('s', now, wait);
		const [first, second] = [aTask(log, 'first'), aTask(log, 'second')];
		const both = Promise.all([session.runExclusive('order 1', first.run), session.runExclusive('order 2', second.run)]);
		await rest();

		expect(log).toEqual(['first begins', 'second begins']);
		first.end('well');
		second.end('well');
		await both;
	});

	it('goes on after a task that was refused, and reports the refusal to that one only', async () => {
		const log: string[] = [];
		const session = createSession('s', now, wait);
		const [first, second] = [aTask(log, 'first'), aTask(log, 'second')];
		const both = Promise.allSettled([
			session.runExclusive('order 1', first.run),
			session.runExclusive('order 1', second.run),
		]);

		first.end('badly');
		second.end('well');

		expect((await both).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});
});
