import { histories, KINDS } from '../../support/histories.mts';

histories([
	{ ...KINDS.restarts, histories: 900 },
	{ ...KINDS.rollbacks, histories: 900 },
	{ ...KINDS.publishing, histories: 900 },
]);
