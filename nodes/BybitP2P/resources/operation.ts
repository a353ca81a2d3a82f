import type { IBinaryData, INodeProperties } from 'n8n-workflow';

import type { BybitApi } from '../api/client';
import type { Download } from '../api/download';
import type { OutgoingFile } from '../api/multipart';

/**
 * One thing the action node can do, as plain data. The dropdown, the display conditions and the routing are derived from the lists in
 * `resources/<resource>/index.ts`: a new operation is one new file and one line there.
 */
export interface Operation {
	/** Saved in users' workflows. */
	readonly value: string;
	readonly name: string;
	/** What the actions panel and an AI agent read. */
	readonly action: string;
	readonly description: string;
	/** Coins, payments or ads change: refused to AI agents unless the author allows it. */
	readonly movesMoney?: true;
	/** Fields of the result that a stranger wrote: an AI agent gets them under a name that says so. */
	readonly untrusted?: readonly string[];
	/** Its own fields; when they show is derived. */
	readonly properties: readonly INodeProperties[];
	/** @throws BybitError, NoReply, Refusal or NotConfirmed, each with words for the user. */
	execute(context: OperationContext): Promise<Output | readonly Output[]>;
}

export interface OperationContext {
	readonly api: BybitApi;
	/** Where relative file addresses belong to. */
	readonly origin: string;
	readonly params: Params;
	readonly files: Files;
}

/** The parameters of the node for the current item, as they come: an expression may have made anything of them. */
export interface Params {
	get(name: string): unknown;
}

/** The binary data of the current item. */
export interface Files {
	/** @throws Refusal when the item has no such field. */
	read(field: string): Promise<OutgoingFile>;
	/** Makes binary data for an output item. */
	prepare(file: OutgoingFile): Promise<IBinaryData>;
	/** The bytes behind a file address of the exchange, read without the key. */
	download: Download;
}

/** One output item. */
export interface Output {
	readonly json: object;
	readonly binary?: Readonly<Record<string, IBinaryData>>;
}

export interface Resource {
	readonly value: string;
	readonly name: string;
	/** Saved workflows leave out what equals the default, so this never changes; it is a read. */
	readonly defaultOperation: string;
	readonly operations: readonly Operation[];
}
