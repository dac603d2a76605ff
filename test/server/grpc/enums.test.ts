import { expect, test } from "vitest";
import { packageDefinition } from "../../../proto/load.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import {
  ACCESS_TOKEN_ORIGINS,
  ACCESS_TOKEN_STATES,
  ACTOR_KINDS,
  API_TOKEN_STATES,
  CLIENT_KINDS,
  CREDENTIAL_KINDS,
  DEACTIVATION_CAUSES,
  decodeEnum,
  GRANT_TYPES,
  POLICY_EFFECTS,
  ROLES,
} from "../../../server/grpc/enums.js";

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Role: ROLES,
  ApiTokenState: API_TOKEN_STATES,
  DeactivationCause: DEACTIVATION_CAUSES,
  ActorKind: ACTOR_KINDS,
  CredentialKind: CREDENTIAL_KINDS,
  ClientKind: CLIENT_KINDS,
  AccessTokenState: ACCESS_TOKEN_STATES,
  AccessTokenOrigin: ACCESS_TOKEN_ORIGINS,
  GrantType: GRANT_TYPES,
  AccessPolicyEffect: POLICY_EFFECTS,
};

function contractualNames(name: string): string[] {
  const definition = packageDefinition[`latchkey.v1.${name}`] as unknown as {
    type: { value: { name: string; number: number }[] };
  };
  return definition.type.value.filter(({ number }) => number !== 0).map((value) => value.name);
}

test.each(Object.entries(TABLES))("%s has the values of the contract, and no others", (name, table) => {
  expect(Object.values(table).toSorted()).toEqual(contractualNames(name).toSorted());
});

test.each(Object.entries(TABLES))("each value of %s is read back as it was written", (_, table) => {
  const checks = new FieldChecks();
  for (const [value, wire] of Object.entries(table)) expect(decodeEnum(checks, "f", table, wire)).toBe(value);
  checks.finish();
});

test("unspecified is undefined and no violation", () => {
  const checks = new FieldChecks();
  expect(decodeEnum(checks, "user.role", ROLES, "ROLE_UNSPECIFIED")).toBeUndefined();
  checks.finish();
});

test("a number that the contract does not know is refused under its field", () => {
  const checks = new FieldChecks();
  expect(decodeEnum(checks, "user.role", ROLES, 9)).toBeUndefined();
  expect(() => checks.finish()).toThrow(/^user\.role: .*ROLE_ADMIN.*9/);
});
