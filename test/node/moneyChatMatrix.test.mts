/** The fault matrix of chat messages, by the rules of the one for orders: what is written to a person cannot be taken back either. */
import { describeMatrix } from '../support/faultMatrix.mts';
import { MONEY_ACTIONS } from '../support/moneyActions.mts';

describeMatrix(
	'chats',
	MONEY_ACTIONS.filter(({ name }) => name.startsWith('sendMessage')),
);
