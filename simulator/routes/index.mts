import type { FaultGroup } from '../http/faults.mts';
import { accountRoutes } from './account.mts';
import { adRoutes } from './ads.mts';
import { chatRoutes } from './chat.mts';
import { orderRoutes } from './orders.mts';
import type { Route } from './route.mts';

const groups: ReadonlyArray<readonly [FaultGroup, readonly Route[]]> = [
	['orders', orderRoutes],
	['chat', chatRoutes],
	['ads', adRoutes],
	['account', accountRoutes],
];

/** Every call of the exchange, by path. */
export const routes: ReadonlyMap<string, Route> = new Map(
	groups.flatMap(([, list]) => list.map((route) => [route.path, route] as const)),
);

const groupByPath = new Map(groups.flatMap(([group, list]) => list.map(({ path }) => [path, group] as const)));

/** The subject that a call belongs to; undefined for an unknown path. */
export function groupOf(path: string): FaultGroup | undefined {
	return groupByPath.get(path);
}
