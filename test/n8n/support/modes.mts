import { N8N_BIN, N8N_TO_RUN } from '../../../tools/install/layout.mjs';
import type { N8nSettings } from '../../../demo/n8n/process.mts';

const NEWER = { N8N_SCHEDULER_ENABLED: 'true', N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true' } as const;

/** The three ways in which n8n 2.41 polls; the first is the one that n8n has turned on. */
export const MODES = {
	"today's scheduler": {},
	'the newer scheduler': NEWER,
	'the newer scheduler with durable cursors': { ...NEWER, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' },
} as const satisfies Readonly<Record<string, N8nSettings>>;

export type Mode = keyof typeof MODES;

/** Another n8n than the pinned one may not know the newer scheduler, and would ignore its settings. */
export const MODE_NAMES: readonly Mode[] =
	N8N_TO_RUN === N8N_BIN ? (Object.keys(MODES) as readonly Mode[]) : ["today's scheduler"];
