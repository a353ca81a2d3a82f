/** The fault matrix of chat messages, by the rules of the one for orders: what is written to a person cannot be taken back either. */
import { DEEDS, describeMatrix } from '../support/faultMatrix.mts';

describeMatrix(
	'chats',
	DEEDS.filter(({ name }) => name.startsWith('sendMessage')),
);
