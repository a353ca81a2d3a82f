import { BybitError, NoReply, InputError } from '../../../nodes/BybitP2P/api/errors';
import { answerFrom, outcomeOf, type Answer } from '../../../nodes/BybitP2P/safety/outcome';

const aRefusal = (code: number | undefined, httpStatus = 200): BybitError =>
	new BybitError('release the coins', code, 'No', httpStatus);

describe('answerFrom', () => {
	it.each([10001, 10002, 10003, 10005, 10006, 912000014, 912100027, 912999999])(
		'takes code %i for a plain no',
		(code) => {
			expect(answerFrom(aRefusal(code))).toMatchObject({ type: 'refused' });
		},
	);

	it.each([
		['10000, a server that took too long', aRefusal(10000)],
		['10016, a fault of the server', aRefusal(10016)],
		['a page of the network in front', aRefusal(undefined, 403)],
		['a reply without a code', aRefusal(undefined)],
		['a success that was thrown', aRefusal(0)],
		['a lost reply', new NoReply('release the coins', 'lost')],
		['a mistake of this package', new TypeError('x is undefined')],
		['a word of ours', new InputError('Not done', 'Do it')],
		['a thing that is no error', 'oops'],
		['nothing', undefined],
	])('leaves the outcome open after %s', (_name, error) => {
		expect(answerFrom(error)).toMatchObject({ type: 'unclear' });
	});
});

describe('outcomeOf', () => {
	const answers: readonly Answer[] = [
		{ type: 'accepted' },
		{ type: 'refused', error: aRefusal(912100027) },
		{ type: 'unclear', reason: 'the reply was lost' },
	];

	it.each(answers.map((answer) => [answer.type, answer] as const))(
		'believes an order that shows it as done, whatever the answer (%s)',
		(_type, answer) => {
			expect(outcomeOf('release', '7', answer, { statusCode: 50, isDone: true })).toEqual({ type: 'done' });
		},
	);

	it.each(answers.filter(({ type }) => type !== 'refused').map((answer) => [answer.type, answer] as const))(
		'confirms nothing that does not show (%s)',
		(_type, answer) => {
			const [shown, unread] = [
				outcomeOf('release', '7', answer, { statusCode: 20, isDone: false }),
				outcomeOf('release', '7', answer, undefined),
			];

			expect(shown).toMatchObject({
				type: 'notConfirmed',
				message:
					'The release of order 7 was sent, not confirmed; nothing was repeated: the order shows as waiting for the seller to release (20)',
			});
			expect(unread).toMatchObject({
				type: 'notConfirmed',
				message:
					'The release of order 7 was sent, not confirmed; nothing was repeated: the order could not be read afterwards',
			});
		},
	);

	it('says after a no only that the call was refused and how the order shows', () => {
		const answer: Answer = { type: 'refused', error: aRefusal(912100027) };
		const messageOf = (seen: Parameters<typeof outcomeOf>[3]): string => {
			const outcome = outcomeOf('release', '7', answer, seen);
			return outcome.type === 'refused' ? outcome.error.message : outcome.type;
		};

		expect(messageOf({ statusCode: 20, isDone: false })).toBe(
			'Bybit did not accept the release of order 7, which shows as waiting for the seller to release (20): "No" (912100027)',
		);
		expect(messageOf(undefined)).toBe(
			'Bybit did not accept the release of order 7, which could not be read afterwards: "No" (912100027)',
		);
	});

	it('keeps the code, the advice and the pause of a refusal', () => {
		const error = new BybitError('release the coins', 10006, '', 200, 750);

		expect(outcomeOf('release', '7', { type: 'refused', error }, undefined)).toMatchObject({
			type: 'refused',
			error: { code: 10006, httpStatus: 200, retryAfterMs: 750, isRateLimited: true },
		});
	});
});
