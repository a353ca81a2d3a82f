/** The credential of a test workflow, and what n8n hands to each execution. */
import './n8nCoreSetup.mts';
import type { ExecutionLifecycleHooks } from 'n8n-core';
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { BybitP2PApi } from '../../credentials/BybitP2PApi.credentials.ts';

export type CredentialData = ICredentialDataDecryptedObject;

/** The credential for a simulator, with the key it knows. */
export function credentialFor(url: string, fields: CredentialData = {}): CredentialData {
	return {
		environment: 'custom',
		baseUrl: url,
		keyType: 'hmac',
		apiKey: 'sim-key',
		apiSecret: 'sim-secret',
		recvWindow: 5000,
		...fields,
	};
}

/** How a credential changes a request before it is sent. */
export type Authenticate = (credentials: CredentialData, options: object) => Promise<object>;

/** As n8n's own helper, for one credential that is not encrypted. */
export class TestCredentials extends ICredentialsHelper {
	private readonly type: ICredentialType = new BybitP2PApi();

	/** @param sign - in another way than our credential does. */
	constructor(
		private readonly data: CredentialData,
		private readonly sign?: Authenticate,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}
	isCredentialUsableByNode(): boolean {
		return true;
	}
	async authenticate(...[credentials, , options]: Parameters<ICredentialsHelper['authenticate']>) {
		if (this.sign !== undefined) return (await this.sign(credentials, options)) as never;
		if (typeof this.type.authenticate !== 'function') throw new Error('The credential signs with a function');
		return await this.type.authenticate(credentials, options as never);
	}
	async preAuthentication(): Promise<undefined> {
		return undefined;
	}
	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}
	async getCredentials(): Promise<never> {
		throw new Error('Not used');
	}
	async getDecrypted(): Promise<CredentialData> {
		return { ...this.data };
	}
	async updateCredentials(): Promise<void> {}
	async updateCredentialsOauthTokenData(): Promise<void> {}
	getCredentialsProperties() {
		return this.type.properties;
	}
}

export function additionalData(
	credentials: CredentialData,
	hooks?: ExecutionLifecycleHooks,
): IWorkflowExecuteAdditionalData {
	const base = 'http://localhost';
	// Addresses must be valid: n8n builds resume addresses from them.
	return {
		credentialsHelper: new TestCredentials(credentials),
		hooks,
		executionId: '1',
		restApiUrl: base,
		instanceBaseUrl: base,
		formBaseUrl: base,
		formWaitingBaseUrl: base,
		formTestBaseUrl: base,
		webhookBaseUrl: base,
		webhookWaitingBaseUrl: base,
		webhookTestBaseUrl: base,
		mcpBaseUrl: base,
		mcpTestBaseUrl: base,
		currentNodeExecutionIndex: 0,
		variables: {},
		userId: 'user',
		logAiEvent() {},
		sendDataToUI() {},
		setExecutionStatus() {},
		externalSecretsProxy: { hasProvider: () => false, listProviders: () => [], listSecrets: () => [] },
	} as unknown as IWorkflowExecuteAdditionalData;
}
