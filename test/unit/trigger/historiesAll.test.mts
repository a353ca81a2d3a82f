import { histories, KINDS } from '../../support/histories.mts';

histories([{ ...KINDS.all, histories: 1200 }]);
