import { describe, expect, test } from "vitest";
import type { Failure } from "../../../server/domain/failure.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import {
  type ClientKind,
  checkIdentifier,
  checkOAuthClientChoices,
  findLiveSecret,
  grantTypesByDefault,
  identifierFrom,
  OAUTH_CLIENT_FIELD_NAMES,
  type OAuthClient,
  type OAuthClientChoices,
} from "../../../server/domain/oauth-clients.js";

const choices: OAuthClientChoices = {
  name: "Nightly export",
  description: "",
  company: "",
  logoUrl: "",
  redirectUris: [],
  allowedScopes: [],
  allowedGrantTypes: ["AUTHORIZATION_CODE"],
};

function fields(change: Partial<OAuthClientChoices>, kind: ClientKind = "CONFIDENTIAL"): string[] {
  try {
    checkOAuthClientChoices({ ...choices, ...change }, kind, new Set(OAUTH_CLIENT_FIELD_NAMES), ["tickets"]);
    return [];
  } catch (error) {
    return (error as Failure).details.violations?.map(({ field }) => field) ?? [];
  }
}

test("a client may be as it is by default", () => expect(fields({})).toEqual([]));

test.each<[string, Partial<OAuthClientChoices>]>([
  ["oauth_client.name", { name: " " }],
  ["oauth_client.name", { name: "x".repeat(121) }],
  ["oauth_client.description", { description: "x".repeat(501) }],
  ["oauth_client.company", { company: "two\nlines" }],
  ["oauth_client.logo_url", { logoUrl: "http://logo.example/a.png" }],
  ["oauth_client.logo_url", { logoUrl: "javascript:alert(1)" }],
  ["oauth_client.redirect_uris[0]", { redirectUris: ["http://evil.example"] }],
  ["oauth_client.allowed_scopes[0]", { allowedScopes: ["reports:read"] }],
  ["oauth_client.allowed_grant_types", { allowedGrantTypes: [] }],
  ["oauth_client.allowed_grant_types[1]", { allowedGrantTypes: ["DEVICE_CODE", "DEVICE_CODE"] }],
])("%s is checked: %o", (field, change) => expect(fields(change)).toEqual([field]));

test("client credentials are for confidential clients (RFC 6749 section 4.4)", () => {
  expect(fields({ allowedGrantTypes: ["CLIENT_CREDENTIALS"] }, "PUBLIC")).toEqual([
    "oauth_client.allowed_grant_types[0]",
  ]);
  expect(fields({ allowedGrantTypes: ["CLIENT_CREDENTIALS"] })).toEqual([]);
  expect(grantTypesByDefault("PUBLIC")).not.toContain("CLIENT_CREDENTIALS");
});

describe("an identifier", () => {
  const isFine = (identifier: string) => {
    const checks = new FieldChecks();
    checkIdentifier(checks, identifier);
    try {
      checks.finish();
      return true;
    } catch {
      return false;
    }
  };

  test.each(["nightly", "nightly-export.2", "a_b", "0xy"])("%s may be one", (text) =>
    expect(isFine(text)).toBe(true),
  );

  test.each(["", "ab", "Nightly", "-ab", "ab-", "a b", "jane@acme.example", "x".repeat(65), "a/b", "é22"])(
    "%s may not",
    (text) => expect(isFine(text)).toBe(false),
  );

  test("never looks like the id of a user (RFC 9700 section 4.15)", () => {
    expect(isFine("usr_01jd9qk8z0")).toBe(false);
    expect(isFine("ocl_01jd9qk8z0")).toBe(false);
  });

  test.each([
    ["Nightly Export (new)", "nightly-export-new"],
    ["Boutique Été", "boutique-ete"],
    ["夜", "client-1"],
    ["a", "client-a"],
    ["x".repeat(100), "x".repeat(60)],
  ])("is made from %s", (name, identifier) => {
    expect(identifierFrom(name)).toBe(identifier);
    expect(isFine(identifierFrom(name))).toBe(true);
  });
});

test("a secret that was rotated out works until its overlap is over", () => {
  const client = {
    secrets: [
      { digest: "new", hint: "lkc_N…", createTime: 5 },
      { digest: "old", hint: "lkc_O…", createTime: 0, expireTime: 10 },
    ],
  } as unknown as OAuthClient;
  expect(findLiveSecret(client, "new", 1_000)?.digest).toBe("new");
  expect(findLiveSecret(client, "old", 9)?.digest).toBe("old");
  expect(findLiveSecret(client, "old", 10)).toBeUndefined();
  expect(findLiveSecret(client, "other", 0)).toBeUndefined();
});
