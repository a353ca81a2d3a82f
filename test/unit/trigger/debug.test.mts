import { debugHistory } from '../../support/randomHistory.mts';
it('debug', async () => {
	await debugHistory(Number(process.env.SEED), JSON.parse(process.env.OPT ?? '{}'), process.env.ORDER ?? '');
}, 60_000);
