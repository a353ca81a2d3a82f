import { histories, KINDS } from '../../support/histories.mts';

histories([
	{ ...KINDS.stale, histories: 900 },
	{ ...KINDS.oddDates, histories: 900 },
]);
