/** The simulated exchange in a process of its own, so that its work is not counted as ours. Obeys the messages of `exchange.mts`. */
import { createExchange, type ServerOptions } from '../../simulator/server.mts';

const server = await createExchange(JSON.parse(process.argv[2] ?? '{}') as ServerOptions);
const controls = server.exchange as unknown as Record<string, (...args: unknown[]) => unknown>;

process.on('message', ({ id, method, args }: { id: number; method: string; args: unknown[] }) => {
	try {
		process.send?.({ id, value: method === 'summary' ? summary() : controls[method](...args) });
	} catch (error) {
		process.send?.({ id, error: String(error) });
	}
});
process.on('disconnect', () => process.exit());
process.send?.({ url: server.url });

function summary() {
	const { calls } = server.exchange;
	return {
		calls: calls.filter(({ code }) => code !== 10002).length,
		refused: calls.filter(({ code }) => code === 10006).length,
	};
}
