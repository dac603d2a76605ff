import { type Metadata, ServerInterceptingCall, type ServerInterceptor, status } from "@grpc/grpc-js";
import { IDENTITY_HEADERS, identityHeaders } from "../server/domain/identity-headers.js";
import type { Answer, Principal } from "./answer.js";
import type { Verifier } from "./verifier.js";

/** How calls are let through. */
export interface GrpcOptions {
  /** Scopes of which the credential must hold every one; a function where they differ by method (its full path). */
  readonly requiredScopes?: readonly string[] | ((path: string) => readonly string[]);
  /** Whether a method, by its full path, is open to everybody: health checks, for one. */
  readonly isOpen?: (path: string) => boolean;
}

/** Who a call comes from, by its metadata: `callerOf(call.metadata)`. */
export function callerOf(metadata: Metadata): Principal {
  const [told] = metadata.get(PRINCIPAL_KEY);
  if (told === undefined) throw new Error("This call did not come through the interceptor.");
  return JSON.parse(String(told)) as Principal;
}

/** Carries the principal to the handlers; whatever a caller sends under this name is taken away. */
const PRINCIPAL_KEY = "latchkey-principal";

const STATUS = {
  401: { code: status.UNAUTHENTICATED, details: "Send a valid credential in the `authorization` metadata." },
  403: { code: status.PERMISSION_DENIED, details: "The credential may not do this." },
  503: { code: status.UNAVAILABLE, details: "Nobody can tell at the moment who this is: try again." },
} as const;

/** Lets calls through that come with a credential that may; the others end with a status. For a server of grpc-js. */
export function credentialInterceptor(verifier: Verifier, options: GrpcOptions = {}): ServerInterceptor {
  const { requiredScopes = [], isOpen = () => false } = options;
  return ({ path }, call) => {
    const check = (metadata: Metadata) => {
      const values = metadata.get("authorization");
      return verifier.check({
        // Several values make one that no credential can be read from.
        authorization: values.length === 0 ? undefined : values.join(", "),
        method: "POST",
        path,
        sourceIp: addressOf(call.getPeer()),
        requiredScopes: typeof requiredScopes === "function" ? requiredScopes(path) : requiredScopes,
      });
    };
    return new ServerInterceptingCall(call, {
      start(next) {
        next({
          onReceiveMetadata(metadata, go) {
            clear(metadata);
            if (isOpen(path)) {
              go(metadata);
              return;
            }
            const conclude = (answer: Answer) => {
              // Messages are no JSON to keep fields back in.
              const hasFields =
                answer.allowed && (answer.requestFields ?? answer.responseFields) !== undefined;
              if (hasFields) call.sendStatus({ ...STATUS[403], metadata: null });
              else if (answer.allowed) {
                tell(metadata, answer.principal);
                go(metadata);
              } else {
                call.sendStatus({ ...STATUS[answer.status], metadata: null });
              }
            };
            const answer = check(metadata);
            if (answer instanceof Promise) void answer.then(conclude);
            else conclude(answer);
          },
        });
      },
    });
  };
}

function clear(metadata: Metadata): void {
  metadata.remove(PRINCIPAL_KEY);
  for (const name of IDENTITY_HEADERS) metadata.remove(name);
}

function tell(metadata: Metadata, principal: Principal): void {
  metadata.set(PRINCIPAL_KEY, JSON.stringify(principal));
  for (const [name, value] of Object.entries(identityHeaders(principal))) metadata.set(name, value);
}

/** The address in a peer such as `127.0.0.1:5000` or `::ffff:127.0.0.1:5000`. */
function addressOf(peer: string): string {
  const port = peer.lastIndexOf(":");
  return port < 0
    ? ""
    : peer
        .slice(0, port)
        .replace(/^\[|\]$|%.*$/g, "")
        .replace(/^::ffff:(?=\d+\.)/i, "");
}
