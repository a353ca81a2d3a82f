import { histories, KINDS } from '../../support/histories.mts';

histories([
	{ ...KINDS.calm, histories: 900 },
	{ ...KINDS.busy, histories: 900 },
	{ ...KINDS.filters, histories: 500 },
]);
