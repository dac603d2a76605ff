import type { RouteGroup } from "./web.js";

/** Tells load balancers that the server answers; gRPC has `grpc.health.v1` for that. */
export const healthRoutes: RouteGroup = (app) => {
  app.get("/health", (context) => context.json({ status: "SERVING" }));
};
