import { authorizationRoutes } from "./authorization.js";
import { authzCheckRoutes } from "./authz-check.js";
import { deviceRoutes } from "./device.js";
import { healthRoutes } from "./health.js";
import { metricsRoutes } from "./metrics.js";
import type { RouteGroup } from "./web.js";

/** Every group of routes that is served. */
export const ROUTE_GROUPS: readonly RouteGroup[] = [
  healthRoutes,
  authzCheckRoutes,
  metricsRoutes,
  authorizationRoutes,
  deviceRoutes,
];
