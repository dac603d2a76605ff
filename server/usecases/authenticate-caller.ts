import type { Caller } from "../domain/callers.js";
import { identify } from "../domain/decisions.js";
import { Failure } from "../domain/failure.js";
import type { Instant } from "../domain/instants.js";
import { type MaybePromise, whenThere } from "../domain/maybe-promises.js";
import type { Environment } from "./environment.js";

/** What a call presents of its caller. */
export interface CallerInput {
  /** The `authorization` metadata; undefined when none was sent. */
  readonly authorization: string | undefined;
  readonly sourceIp: string;
  readonly now: Instant;
  /** A second look at somebody who is connected already, which does not count as a use. */
  readonly isSecondLook?: boolean;
}

/** Who makes a call: nobody known when no credential is sent. Throws CREDENTIAL_INVALID for one that is no good. */
export function authenticateCaller(environment: Environment, input: CallerInput): MaybePromise<Caller> {
  const { authorization } = input;
  if (authorization === undefined) return { kind: "ANONYMOUS" };
  return whenThere(environment.credentials.facts(authorization), (facts) => {
    const caller = identify(facts, input);
    if (caller === undefined) throw credentialInvalid();
    if (input.isSecondLook !== true) environment.uses.record(caller, input.sourceIp, input.now);
    return caller;
  });
}

/** The failure for a credential that is no good; in what way, is not told. */
export function credentialInvalid(): Failure {
  return new Failure(
    "CREDENTIAL_INVALID",
    "The credential in the `authorization` metadata is not valid, or not valid any more: sign in again, or use another token.",
  );
}
