import type { Cleanup } from '../../../../demo/cleanup.mts';
import type { JsonObject } from '../../../../demo/n8n/json.mts';
import type { Credential } from '../../../../demo/n8n/rest.mts';
import { Bank } from '../services/bank.mts';
import { ChatModel } from '../services/chatModel.mts';
import { GoogleDrive } from '../services/googleDrive.mts';
import { GoogleSheets } from '../services/googleSheets.mts';
import { MailServer } from '../services/mailServer.mts';
import { Telegram } from '../services/telegram.mts';

/** What the examples call besides the exchange, on this machine. */
export type Services = {
	readonly telegram: Telegram;
	readonly drive: GoogleDrive;
	readonly sheets: GoogleSheets;
	readonly model: ChatModel;
	readonly bank: Bank;
	readonly mail: MailServer;
};

/** By which a workflow knows that it is the bank that calls. */
export const WEBHOOK_KEY = { header: 'x-bank-key', value: 'only-for-tests' } as const;

export async function startServices(cleanup: Cleanup): Promise<Services> {
	const mail = await MailServer.start();
	cleanup.add('The mail server', () => mail.close());
	return {
		telegram: new Telegram(),
		drive: new GoogleDrive(),
		sheets: new GoogleSheets(),
		model: new ChatModel(),
		bank: new Bank(),
		mail,
	};
}

/** Those that are reached over HTTPS. */
export const webServices = ({ telegram, drive, sheets, model, bank }: Services) =>
	[telegram, drive, sheets, model, bank] as const;

/** The credentials that a user fills in, under the names that the examples look for. */
export function credentialsFor({ telegram, drive, sheets, model, bank, mail }: Services): readonly Credential[] {
	const { port, user, password } = mail;
	return [
		credential('Telegram', 'telegramApi', { accessToken: telegram.token, baseUrl: 'https://api.telegram.org' }),
		credential('Bank Webhook', 'httpHeaderAuth', { name: WEBHOOK_KEY.header, value: WEBHOOK_KEY.value }),
		credential('Bank API', 'httpHeaderAuth', { name: bank.key.header, value: bank.key.value }),
		credential('Bank Mailbox', 'imap', { host: '127.0.0.1', port, user, password, secure: false }),
		credential('Google Drive', 'googleDriveOAuth2Api', connected(drive.accessToken)),
		credential('Google Sheets', 'googleSheetsOAuth2Api', connected(sheets.accessToken)),
		credential('OpenAI', 'openAiApi', { apiKey: model.apiKey, url: 'https://api.openai.com/v1' }),
	];
}

const credential = (name: string, type: string, data: JsonObject): Credential => ({ name, type, data });

/** A Google credential after its owner has pressed Connect and agreed. */
const connected = (accessToken: string): JsonObject => ({
	clientId: 'a-client',
	clientSecret: 'only-for-tests',
	oauthTokenData: { access_token: accessToken, refresh_token: 'only-for-tests', token_type: 'Bearer' },
});
