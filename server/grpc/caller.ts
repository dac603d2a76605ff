import type { ServerUnaryCall, ServerWritableStream } from "@grpc/grpc-js";
import type { Caller, Operation, RequestContext } from "../domain/callers.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import { admit } from "../usecases/admit.js";
import { authenticateCaller } from "../usecases/authenticate-caller.js";
import type { Door, Wire } from "./wire.js";

/** What the wire tells of a call, whichever its kind. */
export type Call = Pick<
  ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>,
  "metadata" | "getPeer" | "getPath"
>;

/** What is known of a call before its caller is. */
export type Circumstances = Omit<RequestContext, "caller">;

/** Names the request, reads the clock (once) and the address it came from. */
export function observeCall(wire: Wire, call: Call): Circumstances {
  const now = wire.now();
  const requestId = wire.newRequestId(now);
  return { now, requestId, sourceIp: sourceIpOf(call.getPeer()), rpcPath: call.getPath() };
}

/**
 * Finds out who calls, and whether they may call this at all; at once when their credential is in memory. Throws what
 * authenticateCaller and admit do.
 */
export function admitCaller(
  { environment }: Wire,
  door: Door,
  call: Call,
  operation: Operation,
  circumstances: Circumstances,
  isSecondLook = false,
): MaybePromise<Caller> {
  const { now, sourceIp } = circumstances;
  const authorization = authorizationOf(call);
  const isOperator = authorization === undefined && door === "operator";
  const known: MaybePromise<Caller> = isOperator
    ? { kind: "OPERATOR" }
    : authenticateCaller(environment, { authorization, now, sourceIp, isSecondLook });
  // The use case asks again; asked here, too, nobody learns what is wrong with a request they may not make.
  return whenThere(known, (caller) =>
    whenThere(admit(environment, { ...circumstances, caller }, operation), () => caller),
  );
}

// Most calls come over a few connections, one after another from the same.
let lastPeer = "";
let lastSourceIp = "";

/** The address in a peer such as `127.0.0.1:5000` or `::ffff:127.0.0.1:5000`; empty for a unix socket. */
export function sourceIpOf(peer: string): string {
  if (peer !== lastPeer) {
    lastSourceIp = readPeer(peer);
    lastPeer = peer;
  }
  return lastSourceIp;
}

function readPeer(peer: string): string {
  const port = peer.lastIndexOf(":");
  if (port < 0) return "";
  const address = peer.slice(0, port).replace(/^\[|\]$|%.*$/g, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

/**
 * The `authorization` metadata. Several values make one that no credential can be read from, so that nobody picks among
 * them.
 */
export function authorizationOf(call: Call): string | undefined {
  const values = call.metadata.get("authorization");
  if (values.length === 1) return String(values[0]);
  return values.length === 0 ? undefined : values.join(", ");
}
