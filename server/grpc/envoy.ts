import { status as grpcStatus, type Server } from "@grpc/grpc-js";
import {
  type EnvoyCheckRequest,
  type EnvoyCheckResponse,
  type EnvoyHeader,
  type EnvoyHttpRequest,
  envoyAuthorization,
} from "../../proto/envoy.js";
import { challengeFor } from "../domain/challenges.js";
import type { Decision } from "../domain/decisions.js";
import { IDENTITY_HEADERS } from "../domain/identity-headers.js";
import { whenThere } from "../domain/maybe-promises.js";
import { methodAskedFor } from "../domain/method-overrides.js";
import { headersToPassOn } from "../domain/proxy-answers.js";
import { authenticate } from "../usecases/authenticate.js";
import { tolerant } from "./requests.js";
import { inTurns, unaryHandler } from "./unary.js";
import type { Door, Unary, Wire } from "./wire.js";

/** The key of a route's `context_extensions` that names the scopes it asks for, separated by blanks. */
const SCOPES_EXTENSION = "latchkey-scopes";

/** The key that says `enforced` where the service behind keeps back the fields that headers name. */
const FIELDS_EXTENSION = "latchkey-fields";

/**
 * Adds `envoy.service.auth.v3.Authorization`, so that Envoy asks here about every request. Envoy is a service like any
 * other: it needs a credential with the scope `authenticate`, in the `initial_metadata` of its gRPC service.
 */
export function addEnvoyAuthorization(server: Server, wire: Wire, door: Door): void {
  const { Check: method } = envoyAuthorization;
  if (method === undefined) throw new Error("Envoy's contract has no Check.");
  const handler = inTurns(wire, unaryHandler(wire, door, "Authenticate", check));
  server.addService({ Check: tolerant(method) }, { Check: handler });
}

const check: Unary<EnvoyCheckRequest, EnvoyCheckResponse> = (environment, context, { attributes }) => {
  const http = attributes?.request?.http ?? NO_REQUEST;
  const authorization = authorizationOf(http);
  const scopes = attributes?.contextExtensions[SCOPES_EXTENSION] ?? "";
  const enforcesFields = attributes?.contextExtensions[FIELDS_EXTENSION] === "enforced";
  const question = {
    authorization,
    method: methodAskedFor(http.method, (name) => http.headers[name]),
    path: http.path,
    sourceIp: attributes?.source?.address?.socketAddress?.address ?? "",
    requiredScopes: scopes.split(" ").filter((scope) => scope !== ""),
  };
  return whenThere(authenticate(environment, context, question), (decision) =>
    encode(decision, authorization !== "", enforcesFields),
  );
};

const NO_REQUEST: EnvoyHttpRequest = { method: "", path: "", headers: {}, headerMap: null };

function authorizationOf({ headers, headerMap }: EnvoyHttpRequest): string {
  const raw = headerMap?.headers.filter(({ key }) => key.toLowerCase() === "authorization") ?? [];
  const values = raw.map(({ value, rawValue }) => value || rawValue.toString("latin1"));
  return [...(headers["authorization"] === undefined ? [] : [headers["authorization"]]), ...values].join(
    ", ",
  );
}

function encode(decision: Decision, wasPresented: boolean, enforcesFields: boolean): EnvoyCheckResponse {
  const headers = headersToPassOn(decision, enforcesFields);
  if (headers !== undefined) {
    const told = Object.entries(headers);
    const isTold = (name: string) => told.some(([known, value]) => known === name && value !== "");
    return {
      status: { code: grpcStatus.OK },
      okResponse: {
        headers: told.filter(([, value]) => value !== "").map(([key, value]) => header(key, value)),
        // What there is nothing to tell about must not be told by the caller either.
        headersToRemove: IDENTITY_HEADERS.filter((name) => !isTold(name)),
      },
    };
  }
  const status = decision.authenticated ? 403 : 401;
  const missingScopes = decision.authenticated ? decision.missingScopes : [];
  const challenge = challengeFor({ status, wasPresented, missingScopes }, "api");
  return {
    status: { code: status === 403 ? grpcStatus.PERMISSION_DENIED : grpcStatus.UNAUTHENTICATED },
    deniedResponse: { status: { code: status }, headers: [header("www-authenticate", challenge)], body: "" },
  };
}

function header(key: string, value: string): EnvoyHeader {
  return { header: { key, value }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" };
}
