import type {
  MethodDefinition,
  Server,
  ServiceDefinition,
  UntypedHandleCall,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { contract } from "../../proto/load.js";
import type { Operation } from "../domain/callers.js";
import { accessPolicyMethods } from "./access-policies.js";
import { accessTokenMethods } from "./access-tokens.js";
import { accountMethods } from "./accounts.js";
import { apiTokenMethods } from "./api-tokens.js";
import { auditEventMethods } from "./audit-events.js";
import { authenticationMethods } from "./authentication.js";
import { exchangeHandler } from "./exchange.js";
import { oauthMethods } from "./oauth.js";
import { oauthClientMethods } from "./oauth-clients.js";
import { quickUnaryHandler } from "./quick-unary.js";
import { overBytes, tolerant } from "./requests.js";
import { serverStreamHandler } from "./server-stream.js";
import { sessionMethods } from "./sessions.js";
import { settingsMethods } from "./settings.js";
import { inTurns, unaryHandler } from "./unary.js";
import { usageMethods } from "./usage.js";
import { userMethods } from "./users.js";
import type { Door, Exchange, ServerStream, Unary, Wire } from "./wire.js";

/** A service as the registry sees it: its RPCs by name. */
interface Service {
  readonly definition: ServiceDefinition;
  readonly methods: Readonly<Record<string, unknown>>;
}

const { v1 } = contract.latchkey;

/** Every service of the contract, by its full name. */
export const SERVICES: Readonly<Record<string, Service>> = {
  "latchkey.v1.AccessTokenService": {
    definition: v1.AccessTokenService.service,
    methods: accessTokenMethods,
  },
  "latchkey.v1.AccessPolicyService": {
    definition: v1.AccessPolicyService.service,
    methods: accessPolicyMethods,
  },
  "latchkey.v1.AccountService": { definition: v1.AccountService.service, methods: accountMethods },
  "latchkey.v1.ApiTokenService": { definition: v1.ApiTokenService.service, methods: apiTokenMethods },
  "latchkey.v1.AuditService": { definition: v1.AuditService.service, methods: auditEventMethods },
  "latchkey.v1.AuthenticationService": {
    definition: v1.AuthenticationService.service,
    methods: authenticationMethods,
  },
  "latchkey.v1.OAuthClientService": {
    definition: v1.OAuthClientService.service,
    methods: oauthClientMethods,
  },
  "latchkey.v1.OAuthService": { definition: v1.OAuthService.service, methods: oauthMethods },
  "latchkey.v1.SessionService": { definition: v1.SessionService.service, methods: sessionMethods },
  "latchkey.v1.SettingsService": { definition: v1.SettingsService.service, methods: settingsMethods },
  "latchkey.v1.UsageService": { definition: v1.UsageService.service, methods: usageMethods },
  "latchkey.v1.UserService": { definition: v1.UserService.service, methods: userMethods },
};

/** What is answered from bytes to bytes, and at once where it can be. */
const QUICK = new Set<string>(["Authenticate", "AuthenticateStream"]);

/** Adds every service to a server, for calls that come in by this door. */
export function addServices(server: Server, wire: Wire, door: Door): void {
  for (const { definition, methods } of Object.values(SERVICES)) {
    const ownDefinition: Record<string, MethodDefinition<unknown, unknown>> = {};
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(definition)) {
      ownDefinition[name] = (QUICK.has(name) ? overBytes(method) : tolerant(method)) as MethodDefinition<
        unknown,
        unknown
      >;
      implementation[name] = handlerOf(wire, door, name as Operation, method, methods[name]);
    }
    server.addService(ownDefinition, implementation);
  }
}

// Each method is of the kind its definition says: the type ServiceMethods holds that.
function handlerOf(
  wire: Wire,
  door: Door,
  operation: Operation,
  { requestStream, responseStream }: MethodDefinition<unknown, unknown>,
  method: unknown,
): UntypedHandleCall {
  if (requestStream) return exchangeHandler(wire, door, operation, method as Exchange<unknown, unknown>);
  if (responseStream) {
    return serverStreamHandler(wire, door, operation, method as ServerStream<unknown, unknown>);
  }
  const handler = QUICK.has(operation) ? quickUnaryHandler : unaryHandler;
  return inTurns(wire, handler(wire, door, operation, method as Unary<unknown, unknown>));
}
