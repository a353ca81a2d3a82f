import { accountRoutes } from './accountCalls.mts';
import { adRoutes } from './adCalls.mts';
import type { Route } from './call.mts';
import { chatRoutes } from './chatCalls.mts';
import { orderRoutes } from './orderCalls.mts';

/** Every call of the exchange, by path. */
export const routes: ReadonlyMap<string, Route> = new Map(
	[...orderRoutes, ...chatRoutes, ...adRoutes, ...accountRoutes].map((route) => [route.path, route]),
);
