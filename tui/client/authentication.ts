import type { AuthenticateResponse__Output } from "../../proto/gen/latchkey/v1/AuthenticateResponse.js";
import { contract } from "../../proto/load.js";
import {
  CREDENTIAL_KINDS,
  type CredentialKind,
  DECISION_REASONS,
  type DecisionReason,
  decodeEnum,
  ROLES,
  type Role,
} from "./enums.js";
import { decodeTime } from "./times.js";
import { type CallOptions, callUnary, type Wire } from "./wire.js";

/** What a service asks about a request it serves; see authentication.proto. */
export type Question = {
  /** The `Authorization` header as it came. */
  authorization: string;
  method?: string;
  path?: string;
  /** Left out when unknown, which fails where an IP allow-list applies. */
  sourceIp?: string;
  requiredScopes?: string[];
};

/** The answer: who is asking, and whether they may. */
export type Decision = {
  authenticated: boolean;
  allowed: boolean;
  /** Undefined when allowed. */
  reason: DecisionReason | undefined;
  accountId: string;
  /** For a client that acts for itself, userId and email are empty; for other credentials, the client's fields. */
  principal:
    | { userId: string; email: string; role: Role | undefined; clientId: string; clientIdentifier: string }
    | undefined;
  credentialKind: CredentialKind | undefined;
  credentialId: string;
  scopes: string[];
  expireTime: Date | undefined;
  missingScopes: string[];
};

/** Authentication calls. */
export type AuthenticationCalls = ReturnType<typeof authenticationCalls>;

const methods = contract.latchkey.v1.AuthenticationService.service;

/** Makes the calls of AuthenticationService. */
export function authenticationCalls(wire: Wire) {
  return {
    /** Checks one credential; one that is not accepted is an answer, never a failure. */
    async authenticate(question: Question, options?: CallOptions): Promise<Decision> {
      const answer = await callUnary(wire, methods.Authenticate, question, options);
      return decodeDecision(answer);
    },
  };
}

function decodeDecision(answer: AuthenticateResponse__Output): Decision {
  const { principal } = answer;
  return {
    ...answer,
    reason: decodeEnum(DECISION_REASONS, answer.reason),
    principal: principal === null ? undefined : { ...principal, role: decodeEnum(ROLES, principal.role) },
    credentialKind: decodeEnum(CREDENTIAL_KINDS, answer.credentialKind),
    expireTime: decodeTime(answer.expireTime),
  };
}
