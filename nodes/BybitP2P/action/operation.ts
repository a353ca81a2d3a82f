import type { IBinaryData, INodeProperties } from 'n8n-workflow';

import type { BybitApi } from '../api/client';
import type { Untouched } from '../api/simplify/untouched';
import type { Files } from '../n8n/attachments';
import type { Params } from '../n8n/parameters';

/**
 * One thing the action node can do, as plain data. The dropdown, the display conditions and the routing are derived from the lists in
 * `action/<resource>/index.ts`: a new operation is one new file and one line there.
 *
 * `Shape` is what its simplified result holds: the output schemas are made of it (`npm run docs`).
 */
export interface Operation<Shape extends object = object> {
	/** Saved in users' workflows. */
	readonly value: string;
	readonly name: string;
	/** What the actions panel and an AI agent read. */
	readonly action: string;
	readonly description: string;
	/** Coins, payments or ads change: refused to AI agents unless the author allows it. */
	readonly isMoneyAction?: true;
	/** Changes nothing, on the exchange or for other items, and holds no large files: the items of one execution are carried out side by side. */
	readonly isReadOnly?: true;
	/**
	 * Fields of the result whose text comes from the merchant or this package. All other text goes to an AI agent under a name that says
	 * that it is not to be trusted, unless the shapes in `api/simplify/` say that the exchange writes it.
	 */
	readonly ownTexts?: readonly string[];
	/**
	 * What the editor says above the result of a run in which there was such an item; the same words once, however many items have them.
	 *
	 * @param json - one item of the result.
	 */
	readonly hint?: (json: object) => string | undefined;
	/** Its own fields; when they show is derived. */
	readonly properties: readonly INodeProperties[];
	/** @throws BybitError, NoReply, InputError or NotConfirmed, each with words for the user. */
	execute(context: OperationContext): Promise<Output<Shape> | readonly Output<Shape>[]>;
}

export interface OperationContext {
	readonly api: BybitApi;
	/** Where relative file addresses belong to. */
	readonly origin: string;
	readonly params: Params;
	readonly files: Files;
	/** IANA name, for times without a zone: that of the workflow. UTC when left out. */
	readonly timezone?: string;
	/** Reports to the log of n8n how far a long operation is. */
	readonly log?: (message: string) => void;
}

/** One output item: of the shape that the operation promises, or the exchange's reply as it came. */
export interface Output<Shape extends object = object> {
	readonly json: Shape | Untouched;
	readonly binary?: Readonly<Record<string, IBinaryData>>;
}

export interface Resource {
	readonly value: string;
	readonly name: string;
	/** Saved workflows leave out what equals the default, so this never changes; it is a read. */
	readonly defaultOperation: string;
	readonly operations: readonly Operation[];
}
