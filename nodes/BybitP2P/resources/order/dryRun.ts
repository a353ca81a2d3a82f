import type { INodeProperties } from 'n8n-workflow';

/** Rehearsal of an operation that moves money. */
export const dryRunOption: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to check everything and send nothing',
};
