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
  });
});
