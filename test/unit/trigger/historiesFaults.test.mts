import { histories, KINDS } from '../../support/histories.mts';

histories([
	{ ...KINDS.faults, histories: 450 },
	{ ...KINDS.details, histories: 450 },
	{ ...KINDS.leaps, histories: 300 },
]);
