import { describe, expect, test } from "vitest";
import { authenticate } from "../../../server/usecases/authenticate.js";
import { createApiToken } from "../../../server/usecases/create-api-token.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { listApiTokens } from "../../../server/usecases/list-api-tokens.js";
import {
  addMember,
  basic,
  failureOf,
  isAccepted,
  makeAccount,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PLAIN_TOKEN,
  reasonOf,
  requestWith,
  START,
  switchAccess,
} from "../../support/test-environment.js";

const FIRST_PAGE = { pageSize: 0, pageToken: "", filter: "", orderBy: "" };
const REQUEST_ID = "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11";

test("a token is shown once: its secret, and ever after only where it begins", async () => {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const { secret, view } = await makeToken(environment, account, { description: "  nightly export " });
  expect(secret).toMatch(/^lka_[0-9A-Za-z]{36}$/);
  expect(view).toMatchObject({
    state: "ACTIVE",
    lastUse: undefined,
    token: {
      description: "nightly export",
      secretHint: secret.slice(0, 10),
      creatorUserId: account.admin.userId,
      creatorEmail: account.admin.email,
      createTime: START,
    },
  });
  const page = await listApiTokens(environment, await account.admin.request(), FIRST_PAGE);
  expect(page.items.map(({ token }) => token.id)).toEqual([view.token.id]);
  expect(JSON.stringify(page)).not.toContain(secret);
});

test("no token is made while access is off", async () => {
  const environment = await openTestEnvironment();
  const account = await makeAccount(environment);
  expect(await reasonOf(makeToken(environment, account))).toBe("API_TOKEN_ACCESS_OFF");
});

describe("the limit", () => {
  test("is 256 exactly, and a deletion makes room for one", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const first = await makeToken(environment, account);
    for (let made = 1; made < 256; made++) await makeToken(environment, account);
    const failure = await failureOf(makeToken(environment, account));
    expect(failure).toMatchObject({ reason: "LIMIT_REACHED", details: { metadata: { limit: "256" } } });
    const page = await listApiTokens(environment, await account.admin.request(), FIRST_PAGE);
    expect(page).toMatchObject({ totalSize: 256, maxSize: 256 });
    const input = { id: first.id, etag: "", validateOnly: false };
    await deleteApiToken(environment, await account.admin.request(), input);
    await makeToken(environment, account);
    expect(await reasonOf(makeToken(environment, account))).toBe("LIMIT_REACHED");
  });

  test("is 2,048 for an account that is carried over", async () => {
    const environment = await openTestEnvironment();
    const account = await makeAccount(environment, "acme", true);
    await switchAccess(environment, account, true);
    await Promise.all(Array.from({ length: 2_048 }, () => makeToken(environment, account)));
    expect(await reasonOf(makeToken(environment, account))).toBe("LIMIT_REACHED");
  });

  test("lets exactly one of 1,000 concurrent creates through at 255 tokens, on disk", async () => {
    const environment = await openTestEnvironment("level");
    const account = await makeOpenAccount(environment);
    await Promise.all(Array.from({ length: 255 }, () => makeToken(environment, account)));
    const outcomes = await Promise.all(
      Array.from({ length: 1_000 }, () => reasonOf(makeToken(environment, account))),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(outcomes.filter((reason) => reason === "LIMIT_REACHED")).toHaveLength(999);
    const page = await listApiTokens(environment, await account.admin.request(), FIRST_PAGE);
    expect(page.totalSize).toBe(256);
  });
});

describe("a request id", () => {
  test("makes one token, however often and however it is written; only the first answer has the secret", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const first = await makeToken(environment, account, { requestId: REQUEST_ID });
    const again = await makeToken(environment, account, { requestId: REQUEST_ID.toUpperCase() });
    expect(again.id).toBe(first.id);
    expect([first.secret === "", again.secret]).toEqual([false, ""]);
  });

  test("sent concurrently makes one token, and hands its secret to one of them", async () => {
    const environment = await openTestEnvironment("level");
    const account = await makeOpenAccount(environment);
    const made = await Promise.all(
      Array.from({ length: 20 }, () => makeToken(environment, account, { requestId: REQUEST_ID })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ secret }) => secret !== "")).toHaveLength(1);
  });

  test("with another request is refused", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    await makeToken(environment, account, { requestId: REQUEST_ID });
    for (const other of [{ description: "other" }, { scopes: ["read"] }, { expireTime: START + 1 }]) {
      const again = makeToken(environment, account, { requestId: REQUEST_ID, ...other });
      expect(await reasonOf(again)).toBe("REQUEST_ID_REUSED");
    }
  });

  test("makes no second token when the first is deleted", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const { id } = await makeToken(environment, account, { requestId: REQUEST_ID });
    const input = { id, etag: "", validateOnly: false };
    await deleteApiToken(environment, await account.admin.request(), input);
    const again = makeToken(environment, account, { requestId: REQUEST_ID });
    expect(await reasonOf(again)).toBe("RESOURCE_NOT_FOUND");
  });

  test("is an account's own: another account's tells nothing", async () => {
    const environment = await openTestEnvironment();
    const mine = await makeOpenAccount(environment);
    const theirs = await makeOpenAccount(environment, "globex");
    const first = await makeToken(environment, mine, { requestId: REQUEST_ID });
    const other = await makeToken(environment, theirs, { requestId: REQUEST_ID, description: "other" });
    expect(other.id).not.toBe(first.id);
    expect(other.secret).not.toBe("");
  });

  test("answers nothing while access is off", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    await makeToken(environment, account, { requestId: REQUEST_ID });
    await switchAccess(environment, account, false);
    const again = makeToken(environment, account, { requestId: REQUEST_ID });
    expect(await reasonOf(again)).toBe("API_TOKEN_ACCESS_OFF");
  });

  test("that is no UUID is refused by name", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const failure = await failureOf(makeToken(environment, account, { requestId: "once" }));
    expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["request_id"]);
  });
});

describe("what somebody chooses", () => {
  test.each([
    [{ description: "x".repeat(501) }, "api_token.description"],
    [{ description: "a\nb" }, "api_token.description"],
    [{ expireTime: START }, "api_token.expire_time"],
    [{ expireTime: 253_402_300_800_000 }, "api_token.expire_time"],
    [{ expireTime: Number.NaN }, "api_token.expire_time"],
    [{ boundUserId: "usr_nobody" }, "api_token.bound_user_id"],
    [{ boundUserId: "" }, "api_token.bound_user_id"],
    [{ boundUserId: "x".repeat(5_000) }, "api_token.bound_user_id"],
    [{ scopes: ["read", "gadgets:read"] }, "api_token.scopes[1]"],
    [{ scopes: ["read", "read"] }, "api_token.scopes[1]"],
    [{ scopes: Array.from({ length: 101 }, () => "read") }, "api_token.scopes"],
    [{ ipAllowList: ["10.0.0.0/33"] }, "api_token.ip_allow_list[0]"],
    [{ ipAllowList: Array.from({ length: 51 }, () => "10.0.0.1") }, "api_token.ip_allow_list"],
  ])("what is wrong (%#) is refused by name", async (input, field) => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const failure = await failureOf(makeToken(environment, account, input));
    expect(failure?.reason).toBe("FIELD_INVALID");
    expect(failure?.details.violations?.map((violation) => violation.field)).toEqual([field]);
  });

  test("a user of another account is no user to bind a token to", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const other = await makeAccount(environment, "globex");
    const failure = await failureOf(makeToken(environment, account, { boundUserId: other.admin.userId }));
    expect(failure?.reason).toBe("FIELD_INVALID");
  });
});

describe("by a script with a token", () => {
  test("an administrator's unrestricted one makes tokens, and they tell who made them", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const maker = await makeToken(environment, account);
    const context = await requestWith(environment, basic(account.admin.email, maker.secret));
    const made = await createApiToken(environment, context, PLAIN_TOKEN);
    expect(made.apiToken.token.creatorEmail).toBe(account.admin.email);
    expect(await isAccepted(environment, basic(account.admin.email, made.secret))).toBe(true);
  });

  test.each([
    [["api_tokens:write"], [], "SCOPE_INSUFFICIENT"],
    [["api_tokens:write"], ["read"], "SCOPE_INSUFFICIENT"],
    [["api_tokens:write"], ["write"], "SCOPE_INSUFFICIENT"],
    [["api_tokens:write"], ["api_tokens:write"], undefined],
    [["api_tokens:write", "read"], ["users:read"], undefined],
    [["api_tokens:write", "read"], ["users:read", "authenticate"], "SCOPE_INSUFFICIENT"],
    [["write"], ["users:write", "write"], undefined],
    [["write"], ["users:read"], "SCOPE_INSUFFICIENT"],
    [["read"], ["read"], "SCOPE_INSUFFICIENT"],
  ])("a holder of %j who hands out %j: %s", async (held, wanted, reason) => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const maker = await makeToken(environment, account, { scopes: held });
    const context = await requestWith(environment, basic(account.admin.email, maker.secret));
    const made = createApiToken(environment, context, { ...PLAIN_TOKEN, scopes: wanted });
    expect(await reasonOf(made)).toBe(reason);
  });

  test("with an agent's e-mail makes none", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    const agent = await addMember(environment, account, { email: "agent@acme.example" });
    const { secret } = await makeToken(environment, account);
    const context = await requestWith(environment, basic(agent.email, secret));
    expect(await reasonOf(createApiToken(environment, context, PLAIN_TOKEN))).toBe("ROLE_INSUFFICIENT");
  });
});

test("a fresh token authenticates at once", async () => {
  const environment = await openTestEnvironment("level");
  const account = await makeOpenAccount(environment);
  const { id, secret } = await makeToken(environment, account);
  const decision = await authenticate(environment, await account.admin.request(), {
    authorization: basic(account.admin.email, secret),
    method: "GET",
    path: "/",
    sourceIp: "",
    requiredScopes: ["anything:read"],
  });
  expect(decision).toMatchObject({ authenticated: true, principal: { credentialId: id }, missingScopes: [] });
});
