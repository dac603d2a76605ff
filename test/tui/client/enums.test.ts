import { describe, expect, test } from "vitest";
import { AccessTokenOrigin } from "../../../proto/gen/latchkey/v1/AccessTokenOrigin.js";
import { AccessTokenState } from "../../../proto/gen/latchkey/v1/AccessTokenState.js";
import { ActorKind } from "../../../proto/gen/latchkey/v1/ActorKind.js";
import { ApiTokenState } from "../../../proto/gen/latchkey/v1/ApiTokenState.js";
import { ClientKind } from "../../../proto/gen/latchkey/v1/ClientKind.js";
import { CredentialKind } from "../../../proto/gen/latchkey/v1/CredentialKind.js";
import { DeactivationCause } from "../../../proto/gen/latchkey/v1/DeactivationCause.js";
import { DecisionReason } from "../../../proto/gen/latchkey/v1/DecisionReason.js";
import { GrantType } from "../../../proto/gen/latchkey/v1/GrantType.js";
import { Role } from "../../../proto/gen/latchkey/v1/Role.js";
import { contract } from "../../../proto/load.js";
import {
  ACCESS_TOKEN_ORIGINS,
  ACCESS_TOKEN_STATES,
  ACTOR_KINDS,
  API_TOKEN_STATES,
  CLIENT_KINDS,
  CREDENTIAL_KINDS,
  DEACTIVATION_CAUSES,
  DECISION_REASONS,
  decodeEnum,
  encodeEnum,
  GRANT_TYPES,
  ROLES,
} from "../../../tui/client/enums.js";

describe("enums", () => {
  test.each([
    ["role", Role, ROLES],
    ["token state", ApiTokenState, API_TOKEN_STATES],
    ["deactivation cause", DeactivationCause, DEACTIVATION_CAUSES],
    ["actor kind", ActorKind, ACTOR_KINDS],
    ["credential kind", CredentialKind, CREDENTIAL_KINDS],
    ["decision reason", DecisionReason, DECISION_REASONS],
    ["client kind", ClientKind, CLIENT_KINDS],
    ["grant type", GrantType, GRANT_TYPES],
    ["access token state", AccessTokenState, ACCESS_TOKEN_STATES],
    ["access token origin", AccessTokenOrigin, ACCESS_TOKEN_ORIGINS],
  ])("every %s of the contract has a name, and back", (_, wire, names: Record<string, string>) => {
    const known = Object.keys(wire).filter((name) => !name.endsWith("_UNSPECIFIED"));
    expect(Object.keys(names)).toEqual(known);
    for (const name of known) expect(encodeEnum(names, decodeEnum(names, name) ?? "")).toBe(name);
    expect(decodeEnum(names, "SOMETHING_NEW")).toBeUndefined();
    expect(decodeEnum(names, 99)).toBeUndefined();
  });

  test("a role survives the wire", () => {
    for (const role of Object.keys(ROLES) as (keyof typeof ROLES)[]) {
      const { User } = contract.latchkey.v1;
      expect(User.deserialize(User.serialize({ role })).role).toBe(role);
    }
  });
});
