import { accountRoutes } from './account.mts';
import { adRoutes } from './ads.mts';
import { chatRoutes } from './chat.mts';
import { orderRoutes } from './orders.mts';
import type { Route } from './route.mts';

/** Every call of the exchange, by path. */
export const routes: ReadonlyMap<string, Route> = new Map(
	[...orderRoutes, ...chatRoutes, ...adRoutes, ...accountRoutes].map((route) => [route.path, route]),
);
