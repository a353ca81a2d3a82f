/**
 * The fault matrix of release, mark as paid and the answer to a cancel request. In each cell: at most one effective action, no second
 * write without a fresh look that shows it is still needed, and a result or message that is true. A rejection that nobody handles fails
 * the test by itself.
 */
import { DEEDS, describeMatrix } from '../support/faultMatrix.mts';

describeMatrix(
	'orders',
	DEEDS.filter(({ name }) => !name.startsWith('sendMessage')),
);
