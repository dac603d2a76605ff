import { authorizationRoutes } from "./authorization.js";
import { authzCheckRoutes } from "./authz-check.js";
import { deviceRoutes } from "./device.js";
import { deviceAuthorizationRoutes } from "./device-authorization.js";
import { healthRoutes } from "./health.js";
import { introspectionRoutes } from "./introspection.js";
import { metadataRoutes } from "./metadata.js";
import { metricsRoutes } from "./metrics.js";
import { revocationRoutes } from "./revocation.js";
import { tokenRoutes } from "./token.js";
import type { RouteGroup } from "./web.js";

/** Every group of routes that is served. */
export const ROUTE_GROUPS: readonly RouteGroup[] = [
  healthRoutes,
  authzCheckRoutes,
  metricsRoutes,
  metadataRoutes,
  tokenRoutes,
  revocationRoutes,
  introspectionRoutes,
  deviceAuthorizationRoutes,
  authorizationRoutes,
  deviceRoutes,
];
