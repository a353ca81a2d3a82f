import {
	compareById,
	contentOf,
	messageSender,
	nicknamesOf,
	plainFileName,
	simplifiedMessage,
} from '../../../nodes/BybitP2P/api/simplify/message';
import type { ChatMessage, OrderRow } from '../../../nodes/BybitP2P/api/types';

const aMessage = (fields: Partial<ChatMessage> = {}): ChatMessage => ({
	id: '7',
	contentType: 'str',
	createDate: '1790000000000',
	sendUserNickName: 'anna',
	message: JSON.stringify({ content: 'hello', msgCode: '', msgType: '301', fileName: '', size: '' }),
	...fields,
});

describe('the content of a message', () => {
	it.each([
		['JSON text', '{"content":"hello","fileName":" a.png ","size":"12"}', ['hello', 'a.png', '12']],
		['text that is no JSON', 'plain {text', ['plain {text', '', '']],
		['text that is a number', '42', ['42', '', '']],
		['a number', 42, ['42', '', '']],
		['true', true, ['true', '', '']],
		['an object', { content: 'hello', size: 3 }, ['hello', '', '3']],
		['an object without a content', { text: 'hello' }, ['{"text":"hello"}', '', '']],
		['a list', ['hello'], ['["hello"]', '', '']],
		['nothing', undefined, ['', '', '']],
		['null', null, ['', '', '']],
		['a content that is a number', '{"content":5}', ['5', '', '']],
		['a content that is an object', '{"content":{"a":1}}', ['{"a":1}', '', '']],
		['a content that is null', '{"content":null}', ['', '', '']],
	])('is read from %s', (_what, message, [content, fileName, size]) => {
		expect(contentOf(aMessage({ message }))).toEqual({ content, fileName, size });
	});
});

describe('the sender of a message', () => {
	const sender = (nickname: unknown, me: string, counterparty: string) =>
		messageSender(aMessage({ sendUserNickName: nickname as string }), { me, counterparty });

	it.each([
		['me', 'merchant', 'me'],
		['anna', 'merchant', 'counterparty'],
		['SYSTEM', 'merchant', 'system'],
		[' me ', 'merchant', 'me'],
		['somebody', 'merchant', 'counterparty'],
		['system', 'merchant', 'counterparty'],
		['', 'merchant', 'counterparty'],
		[undefined, 'merchant', 'counterparty'],
	])('is known by the nickname %j', (nickname, _none, expected) => {
		expect(sender(nickname, 'me', 'anna')).toBe(expected);
	});

	it.each([
		['mine', 'me', 'me', 'me'],
		['mine, with blanks', 'me ', ' me', 'me'],
		['that of Bybit', 'me', 'SYSTEM', 'SYSTEM'],
	])('is the counterparty when its nickname is %s', (_what, me, counterparty, nickname) => {
		expect(sender(nickname, me, counterparty)).toBe('counterparty');
	});

	it('is not me without a nickname of mine', () => {
		expect(sender('', '', '')).toBe('counterparty');
	});

	it('is known by the nicknames of the order', () => {
		const order = { nickName: 'me ', targetNickName: ' anna' } as unknown as OrderRow;

		expect(nicknamesOf(order)).toEqual({ me: 'me', counterparty: 'anna' });
		expect(nicknamesOf(order, 'other')).toEqual({ me: 'other', counterparty: 'anna' });
	});
});

describe('the order of messages', () => {
	it('is that of their ids, which lose no digit', () => {
		const ids = ['10', '9', '1900004704665923585', '1900004704665923584', 'none'];

		const sorted = ids.map((id) => aMessage({ id })).sort(compareById);

		expect(sorted.map(({ id }) => id)).toEqual(['none', '9', '10', '1900004704665923584', '1900004704665923585']);
	});
});

describe('a file name', () => {
	it.each([
		['receipt.png', 'receipt.png'],
		['Квитанция 1.pdf', 'Квитанция 1.pdf'],
		['../../etc/passwd', 'passwd'],
		['..\\..\\windows\\system.ini', 'system.ini'],
		['/absolute/a.png', 'a.png'],
		['C:\\a.png', 'a.png'],
		['C:a.png', 'C_a.png'],
		['a\u0000b\r\n\u001b[2J.png', 'ab[2J.png'],
		['a\u202egnp.exe', 'agnp.exe'],
		['..', ''],
		['.htaccess', 'htaccess'],
		['a<b>"c|d?e*.png', 'a_b__c_d_e_.png'],
		['', ''],
		[`${'x'.repeat(300)}.png`, `${'x'.repeat(116)}.png`],
	])('loses folders and what no name needs: %j', (name, plain) => {
		expect(plainFileName(name)).toBe(plain);
	});

	it('is plain in a message too, and taken from the address where there is none', () => {
		const file = (content: string, fileName: string) =>
			simplifiedMessage(
				aMessage({ contentType: 'PIC', message: { content, fileName } }),
				'1',
				{ me: 'me', counterparty: 'anna' },
				'https://api.bybit.com',
			).fileName;

		expect(file('/p2p/1.png?sig=a/b', '../../x.png')).toBe('x.png');
		expect(file('/p2p/1.png?sig=a/b', '')).toBe('1.png');
		expect(file('/p2p/1.png?sig=a/b', '/')).toBe('1.png');
	});
});
