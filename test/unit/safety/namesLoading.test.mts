import { BybitP2P } from '../../../nodes/BybitP2P/BybitP2P.node';
import { BybitP2PTrigger } from '../../../nodes/BybitP2P/BybitP2PTrigger.node';
import { nameScore } from '../../../nodes/BybitP2P/safety/names';

const mockLoaded = jest.fn();
jest.mock('../../../nodes/BybitP2P/safety/names/score', () => {
	mockLoaded();
	return jest.requireActual<object>('../../../nodes/BybitP2P/safety/names/score');
});

describe('the rules and lists of names', () => {
	it('are read when the first names are compared, not when n8n loads the nodes', () => {
		const nodes = [new BybitP2P(), new BybitP2PTrigger()];
		const before = mockLoaded.mock.calls.length;

		const score = nameScore('Anna Berg', 'ANNA BERG');

		expect([nodes.length, before, score, mockLoaded.mock.calls.length]).toEqual([2, 0, 1, 1]);
	});
});
