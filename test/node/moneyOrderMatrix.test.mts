import { describeMatrix } from '../support/faultMatrix.mts';
import { MONEY_ACTIONS } from '../support/moneyActions.mts';
/**
 * The fault matrix of release, mark as paid and the answer to a cancel request. In each cell: at most one effective action, no second
 * write without a fresh read that shows it is still needed, and a result or message that is true. A rejection that nobody handles fails
 * the test by itself.
 */

describeMatrix(
	'orders',
	MONEY_ACTIONS.filter(({ name }) => !name.startsWith('sendMessage')),
);
