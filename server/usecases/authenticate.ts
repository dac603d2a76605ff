import { authorizeCredential, type RequestContext } from "../domain/callers.js";
import {
  type CredentialFacts,
  type Decision,
  decide,
  isAllowed,
  type Question,
  trialDenials,
} from "../domain/decisions.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { Instant } from "../domain/instants.js";
import type { MaybePromise } from "../domain/maybe-promises.js";
import { requirePolicies } from "../domain/policy-access.js";
import type { Environment } from "./environment.js";

/** What a service asks about a request it serves. */
export interface AuthenticateInput extends Omit<Question, "accountId" | "now"> {
  /** The request's `Authorization` header as it came. */
  readonly authorization: string;
  /** Known to be no longer, in any of its parts, than is allowed. */
  readonly isShort?: boolean;
}

/** Answers who presents a credential. One that is dead, unknown, malformed or of another account is not an error. */
export function authenticate(
  environment: Environment,
  context: RequestContext,
  input: AuthenticateInput,
): MaybePromise<Decision> {
  const caller = authorizeCredential(context.caller, "Authenticate");
  requirePolicies(caller, context);
  return answer(environment, caller.accountId, context.now, input);
}

/** The answer for an account that may ask. Throws FIELD_INVALID. */
export function answer(
  environment: Environment,
  accountId: string,
  now: Instant,
  input: AuthenticateInput,
): MaybePromise<Decision> {
  if (input.isShort !== true && !isPlausible(input)) checkInput(input);
  const facts = environment.credentials.facts(input.authorization);
  // Hardly ever is there anything to wait for, and a closure costs as much as all the rest.
  if (facts instanceof Promise) {
    return facts.then((found) => conclude(environment, accountId, now, input, found));
  }
  return conclude(environment, accountId, now, input, facts);
}

function conclude(
  environment: Environment,
  accountId: string,
  now: Instant,
  input: AuthenticateInput,
  facts: CredentialFacts | undefined,
): Decision {
  const question = new AskedQuestion(accountId, now, input);
  const decision = decide(facts, question);
  environment.decisions.count(decision);
  if (decision.authenticated) environment.uses.record(decision.principal, input.sourceIp, now);
  const allowed = isAllowed(decision);
  if (!allowed) environment.uses.recordRefusal(accountId, now);
  else if (decision.authenticated && facts !== undefined) noteAccess(environment, facts, decision, question);
  return decision;
}

/** Counts what policies in dry run would have denied, and what is observed where the account wants it. */
export function noteAccess(
  { access }: Environment,
  { rules }: CredentialFacts,
  decision: Decision & { readonly authenticated: true },
  question: Question,
): void {
  const { principal } = decision;
  if (principal.trials !== undefined)
    access.noteDenials(principal, trialDenials(decision, question), question);
  if (rules.observeUse === true) access.noteUse(principal, question);
}

/** A question by an account, now. What was asked is looked at only as far as it counts. */
class AskedQuestion implements Question {
  readonly accountId: string;
  readonly now: Instant;
  readonly #input: AuthenticateInput;

  constructor(accountId: string, now: Instant, input: AuthenticateInput) {
    this.accountId = accountId;
    this.now = now;
    this.#input = input;
  }

  get method(): string {
    return this.#input.method;
  }

  get path(): string {
    return this.#input.path;
  }

  get sourceIp(): string {
    return this.#input.sourceIp;
  }

  get requiredScopes(): readonly string[] {
    return this.#input.requiredScopes;
  }
}

const MAX_METHOD_LENGTH = 100;
const MAX_PATH_LENGTH = 8_192;
const MAX_SOURCE_IP_LENGTH = 64;
const MAX_SCOPES = 100;

function isPlausible({ method, path, sourceIp, requiredScopes }: AuthenticateInput): boolean {
  return (
    method.length <= MAX_METHOD_LENGTH &&
    path.length <= MAX_PATH_LENGTH &&
    sourceIp.length <= MAX_SOURCE_IP_LENGTH &&
    requiredScopes.length <= MAX_SCOPES
  );
}

/** Throws FIELD_INVALID for what is longer than any request has it. */
export function checkInput({ method, path, sourceIp, requiredScopes }: AuthenticateInput): void {
  const checks = new FieldChecks();
  checks.require(method.length <= MAX_METHOD_LENGTH, "method", "Must have at most 100 characters.");
  checks.require(path.length <= MAX_PATH_LENGTH, "path", "Must have at most 8,192 characters.");
  checks.require(sourceIp.length <= MAX_SOURCE_IP_LENGTH, "source_ip", "Must be an IP address.");
  checks.atMost("required_scopes", requiredScopes, MAX_SCOPES, "scopes");
  checks.finish();
}
