import { healthRoutes } from "./health.js";
import type { RouteGroup } from "./web.js";

/** Every group of routes that is served. */
export const ROUTE_GROUPS: readonly RouteGroup[] = [healthRoutes];
