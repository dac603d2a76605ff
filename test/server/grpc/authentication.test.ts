import { expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import type { IdentifiedCaller } from "../../../server/domain/callers.js";
import type { Decision } from "../../../server/domain/decisions.js";
import { encodeDecision } from "../../../server/grpc/decisions.js";

const principal: IdentifiedCaller = {
  kind: "API_TOKEN",
  accountId: "acme",
  user: {
    id: "usr_1",
    accountId: "acme",
    email: "jane@acme.example",
    name: "Jane",
    role: "END_USER",
    verified: true,
    suspended: false,
  },
  credentialId: "tok_1",
  scopes: ["read"],
  expireTime: 5_000,
};

function send(decision: Decision) {
  const { serialize, deserialize } = contract.latchkey.v1.AuthenticateResponse;
  return deserialize(serialize(encodeDecision(decision)));
}

test("somebody who is identified and allowed arrives whole", () => {
  expect(send({ authenticated: true, principal, missingScopes: [] })).toEqual({
    authenticated: true,
    allowed: true,
    reason: "DECISION_REASON_UNSPECIFIED",
    accountId: "acme",
    principal: {
      userId: "usr_1",
      email: "jane@acme.example",
      role: "ROLE_END_USER",
      clientId: "",
      clientIdentifier: "",
    },
    credentialKind: "CREDENTIAL_KIND_API_TOKEN",
    credentialId: "tok_1",
    scopes: ["read"],
    expireTime: { seconds: 5, nanos: 0 },
    missingScopes: [],
    policyDenial: null,
    requestFields: null,
    responseFields: null,
  });
});

test("a missing scope is named, and the principal told all the same", () => {
  const { expireTime: _, ...lasting } = principal;
  const decision = { authenticated: true, principal: lasting, missingScopes: ["tickets:write"] } as const;
  expect(send(decision)).toMatchObject({
    authenticated: true,
    allowed: false,
    reason: "DECISION_REASON_SCOPE_MISSING",
    principal: { userId: "usr_1" },
    missingScopes: ["tickets:write"],
    expireTime: null,
  });
});

test("nobody is told nothing of", () => {
  expect(send({ authenticated: false })).toEqual({
    authenticated: false,
    allowed: false,
    reason: "DECISION_REASON_NOT_AUTHENTICATED",
    accountId: "",
    principal: null,
    credentialKind: "CREDENTIAL_KIND_UNSPECIFIED",
    credentialId: "",
    scopes: [],
    expireTime: null,
    missingScopes: [],
    policyDenial: null,
    requestFields: null,
    responseFields: null,
  });
});

test("what a policy says arrives: which one denies and why, or which fields pass", () => {
  const denial = { kind: "DENIED", statement: 2 } as const;
  const denied = { allowed: false, policyId: "pol_1", denial } as const;
  expect(send({ authenticated: true, principal, missingScopes: [], policy: denied })).toMatchObject({
    authenticated: true,
    allowed: false,
    reason: "DECISION_REASON_POLICY_DENIED",
    policyDenial: { accessPolicyId: "pol_1", statement: 3, description: "Statement 3 denies it." },
  });
  const fields = { allowed: [["a", "b.c"], ["a"]], removed: ["**.email"] };
  const partly = {
    allowed: true,
    requestFields: { allowed: [[]], removed: [] },
    responseFields: fields,
  } as const;
  expect(send({ authenticated: true, principal, missingScopes: [], policy: partly })).toMatchObject({
    allowed: true,
    reason: "DECISION_REASON_UNSPECIFIED",
    policyDenial: null,
    requestFields: { allowed: [{ paths: [] }], removed: [] },
    responseFields: { allowed: [{ paths: ["a", "b.c"] }, { paths: ["a"] }], removed: ["**.email"] },
  });
});
