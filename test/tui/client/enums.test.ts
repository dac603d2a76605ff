import { describe, expect, test } from "vitest";
import { ActorKind } from "../../../proto/gen/latchkey/v1/ActorKind.js";
import { ApiTokenState } from "../../../proto/gen/latchkey/v1/ApiTokenState.js";
import { CredentialKind } from "../../../proto/gen/latchkey/v1/CredentialKind.js";
import { DeactivationCause } from "../../../proto/gen/latchkey/v1/DeactivationCause.js";
import { DecisionReason } from "../../../proto/gen/latchkey/v1/DecisionReason.js";
import { Role } from "../../../proto/gen/latchkey/v1/Role.js";
import { contract } from "../../../proto/load.js";
import {
  ACTOR_KINDS,
  API_TOKEN_STATES,
  CREDENTIAL_KINDS,
  DEACTIVATION_CAUSES,
  DECISION_REASONS,
  decodeEnum,
  encodeEnum,
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
