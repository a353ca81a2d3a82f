import { histories, KINDS } from '../../support/histories.mts';

histories([
	{ ...KINDS.faults, histories: 900 },
	{ ...KINDS.details, histories: 900 },
	{ ...KINDS.leaps, histories: 600 },
]);
