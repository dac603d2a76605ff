import { describe, expect, test } from "vitest";
import {
  type AccessTokenFacts,
  accessTokenStateOf,
  effectiveScopes,
  isAccessTokenLive,
  isEnded,
} from "../../../server/domain/access-tokens.js";
import { newSettings } from "../../../server/domain/settings.js";

const HOUR = 3_600_000;
const NOW = 10 * HOUR;

const client: NonNullable<AccessTokenFacts["client"]> = {
  id: "ocl_1",
  accountId: "acme",
  identifier: "nightly",
  allowedScopes: [],
  enabled: true,
  global: false,
};

const user: NonNullable<AccessTokenFacts["user"]> = {
  id: "usr_1",
  accountId: "acme",
  email: "jane@acme.example",
  name: "Jane",
  role: "AGENT",
  verified: true,
  suspended: false,
};

const facts: AccessTokenFacts = {
  token: {
    id: "atk_1",
    accountId: "acme",
    digest: "d",
    clientId: "ocl_1",
    clientAccountId: "acme",
    userId: "usr_1",
    grantId: "grt_1",
    scopes: ["read"],
    createTime: NOW - HOUR,
    expireTime: NOW + HOUR,
  },
  settings: { ...newSettings("acme", 0), oauthAccess: true },
  client,
  user,
  grant: { id: "grt_1", createTime: NOW - HOUR },
  cutoffs: [],
};

const live = (change: Partial<AccessTokenFacts>, now = NOW) =>
  isAccessTokenLive({ ...facts, ...change }, "192.0.2.1", now);

describe("an access token is live", () => {
  test("while everything behind it is", () => expect(live({})).toBe(true));

  test.each<[string, Partial<AccessTokenFacts>]>([
    ["OAuth access is off", { settings: { ...facts.settings, oauthAccess: false } }],
    ["its client is gone", { client: undefined }],
    ["its client is disabled", { client: { ...client, enabled: false } }],
    ["its user is gone", { user: undefined }],
    ["its user is suspended", { user: { ...user, suspended: true } }],
    ["its user is not verified", { user: { ...user, verified: false } }],
    ["its grant is gone", { grant: undefined }],
    [
      "its user's tokens were ended since",
      { cutoffs: [{ accountId: "acme", kind: "USER", id: "usr_1", time: NOW }] },
    ],
    ["the address is not allowed", { settings: { ...facts.settings, ipAllowList: ["203.0.113.0/24"] } }],
    ["its client is another account's, and not global", { client: { ...client, accountId: "other" } }],
    [
      "its client may have nothing of it any more",
      { client: { ...client, allowedScopes: ["tickets:write"] } },
    ],
  ])("but not when %s", (_, change) => expect(live(change)).toBe(false));

  test("but not from the moment it expires", () => {
    expect(live({}, facts.token.expireTime - 1)).toBe(true);
    expect(live({}, facts.token.expireTime)).toBe(false);
  });

  test("for a global client of another account", () => {
    expect(live({ client: { ...client, accountId: "other", global: true } })).toBe(true);
  });

  test("without a user, when it was made for the client itself", () => {
    const { userId: _, grantId: __, ...token } = facts.token;
    expect(live({ token, user: undefined, grant: undefined })).toBe(true);
  });
});

test("a cut-off ends what was made up to it, by the token's or the grant's time, and nothing later", () => {
  const at = (time: number) =>
    isEnded({ ...facts, cutoffs: [{ accountId: "acme", kind: "CLIENT", id: "ocl_1", time }] });
  expect(at(facts.token.createTime - 1)).toBe(false);
  expect(at(facts.token.createTime)).toBe(true);
  const refreshed = { ...facts, token: { ...facts.token, createTime: NOW } };
  expect(
    isEnded({ ...refreshed, cutoffs: [{ accountId: "acme", kind: "USER", id: "usr_1", time: NOW - HOUR }] }),
  ).toBe(true);
});

test("a disabled client or suspended user stops a token, and its end goes before", () => {
  const stopped = { ...facts, client: { ...client, enabled: false } };
  expect(accessTokenStateOf(facts, NOW)).toBe("ACTIVE");
  expect(accessTokenStateOf(stopped, NOW)).toBe("STOPPED");
  expect(accessTokenStateOf(stopped, NOW + 2 * HOUR)).toBe("EXPIRED");
});

describe("what a token may do", () => {
  const scopesWith = (scopes: string[], allowedScopes: string[]) =>
    effectiveScopes({ ...facts, token: { ...facts.token, scopes }, client: { ...client, allowedScopes } });

  test("is what it was given when its client may have everything", () => {
    expect(scopesWith(["read", "tickets:write"], [])).toEqual(["read", "tickets:write"]);
  });

  test("shrinks with what its client may have", () => {
    expect(scopesWith(["read", "tickets:write"], ["tickets:read"])).toEqual(["tickets:read"]);
    expect(scopesWith(["tickets:read"], ["read"])).toEqual(["tickets:read"]);
    expect(scopesWith(["read"], ["write"])).toEqual([]);
  });
});
