import { describe, expect, test } from "vitest";
import { etagOf } from "../../../server/domain/etags.js";
import { authenticate } from "../../../server/usecases/authenticate.js";
import { batchDeleteApiTokens } from "../../../server/usecases/batch-delete-api-tokens.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { getApiToken } from "../../../server/usecases/get-api-token.js";
import { listApiTokens } from "../../../server/usecases/list-api-tokens.js";
import { reactivateApiToken } from "../../../server/usecases/reactivate-api-token.js";
import { updateApiToken } from "../../../server/usecases/update-api-token.js";
import {
  addUser,
  basic,
  failureOf,
  isAccepted,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PLAIN_TOKEN,
  reasonOf,
  requestWith,
  START,
  switchAccess,
  type TestAccount,
  type TestEnvironment,
} from "../../support/test-environment.js";

const FIRST_PAGE = { pageSize: 0, pageToken: "", filter: "", orderBy: "" };

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const token = await makeToken(environment, account);
  const isWorking = () => isAccepted(environment, basic(account.admin.email, token.secret));
  return { environment, account, token, isWorking };
}

/** Every call on a token that exists. */
const CALLS: Record<
  string,
  (environment: TestEnvironment, account: TestAccount, id: string) => Promise<unknown>
> = {
  get: async (environment, { admin }, id) => getApiToken(environment, await admin.request(), { id }),
  update: async (environment, { admin }, id) =>
    updateApiToken(environment, await admin.request(), {
      id,
      etag: "",
      choices: { ...PLAIN_TOKEN, description: "other" },
      updateMask: ["description"],
    }),
  deactivate: async (environment, { admin }, id) =>
    deactivateApiToken(environment, await admin.request(), { id, etag: "", validateOnly: false }),
  reactivate: async (environment, { admin }, id) =>
    reactivateApiToken(environment, await admin.request(), { id, etag: "" }),
  delete: async (environment, { admin }, id) =>
    deleteApiToken(environment, await admin.request(), { id, etag: "", validateOnly: false }),
  "batch delete": async (environment, { admin }, id) =>
    batchDeleteApiTokens(environment, await admin.request(), { ids: [id], validateOnly: false }),
};

describe("while access is off", () => {
  test.each(Object.entries(CALLS))("%s is refused, whether the token exists or not", async (_, call) => {
    const { environment, account, token } = await open();
    await switchAccess(environment, account, false);
    expect(await reasonOf(call(environment, account, token.id))).toBe("API_TOKEN_ACCESS_OFF");
    expect(await reasonOf(call(environment, account, "tok_none"))).toBe("API_TOKEN_ACCESS_OFF");
  });

  test("nothing is listed, nothing authenticates, and on again restores what was not stopped otherwise", async () => {
    const { environment, account, isWorking } = await open();
    const stopped = await makeToken(environment, account);
    await CALLS["deactivate"]?.(environment, account, stopped.id);
    await switchAccess(environment, account, false);
    expect(await isWorking()).toBe(false);
    const list = listApiTokens(environment, await account.admin.request(), FIRST_PAGE);
    expect(await reasonOf(list)).toBe("API_TOKEN_ACCESS_OFF");
    await switchAccess(environment, account, true);
    expect(await isWorking()).toBe(true);
    expect(await isAccepted(environment, basic(account.admin.email, stopped.secret))).toBe(false);
  });
});

describe("a token that is not there, or another account's", () => {
  test.each(Object.entries(CALLS))("%s answers both alike", async (_, call) => {
    const { environment, account } = await open();
    const other = await makeOpenAccount(environment, "globex");
    const foreign = await makeToken(environment, other);
    const absent = await failureOf(call(environment, account, "tok_none"));
    const hidden = await failureOf(call(environment, account, foreign.id));
    expect(hidden?.reason).toBe("RESOURCE_NOT_FOUND");
    const strip = (text: string | undefined, id: string) => text?.replaceAll(id, "ID");
    expect(strip(hidden?.message, foreign.id)).toBe(strip(absent?.message, "tok_none"));
    expect(await isAccepted(environment, basic(other.admin.email, foreign.secret))).toBe(true);
  });
});

describe("with an etag", () => {
  test.each(["update", "deactivate", "delete"] as const)("a stale one stops %s", async (name) => {
    const { environment, account, token } = await open();
    const etag = etagOf(token.view.token);
    await CALLS["update"]?.(environment, account, token.id);
    const context = await account.admin.request();
    const { id } = token;
    const stale = {
      update: () =>
        updateApiToken(environment, context, { id, etag, choices: PLAIN_TOKEN, updateMask: ["*"] }),
      deactivate: () => deactivateApiToken(environment, context, { id, etag, validateOnly: false }),
      delete: () => deleteApiToken(environment, context, { id, etag, validateOnly: false }),
    };
    expect(await reasonOf(stale[name]())).toBe("ETAG_MISMATCH");
    const after = await getApiToken(environment, context, { id });
    expect(after).toMatchObject({ state: "ACTIVE", token: { description: "other", revision: 2 } });
  });

  test("the present one lets it pass", async () => {
    const { environment, account, token } = await open();
    const input = { id: token.id, etag: etagOf(token.view.token), validateOnly: false };
    await deleteApiToken(environment, await account.admin.request(), input);
  });
});

describe("validate_only", () => {
  test("answers what would go and changes nothing", async () => {
    const { environment, account, token, isWorking } = await open();
    const context = await account.admin.request();
    const { id } = token;
    const position = environment.store.position();
    await deactivateApiToken(environment, context, { id, etag: "", validateOnly: true });
    await deleteApiToken(environment, context, { id, etag: "", validateOnly: true });
    await batchDeleteApiTokens(environment, context, { ids: [id], validateOnly: true });
    expect(environment.store.position()).toBe(position);
    expect(await isWorking()).toBe(true);
  });

  test("fails where the change would", async () => {
    const { environment, account, token } = await open();
    const context = await account.admin.request();
    await CALLS["deactivate"]?.(environment, account, token.id);
    const input = { id: token.id, etag: "", validateOnly: true };
    expect(await reasonOf(deactivateApiToken(environment, context, input))).toBe("STATE_CONFLICT");
    const batch = batchDeleteApiTokens(environment, context, {
      ids: [token.id, "tok_none"],
      validateOnly: true,
    });
    expect(await reasonOf(batch)).toBe("RESOURCE_NOT_FOUND");
  });
});

describe("the life of a token", () => {
  test("deactivated it stops at the next call, with its cause; reactivated it works again", async () => {
    const { environment, account, token, isWorking } = await open();
    expect(await isWorking()).toBe(true);
    await CALLS["deactivate"]?.(environment, account, token.id);
    expect(await isWorking()).toBe(false);
    const stopped = await getApiToken(environment, await account.admin.request(), { id: token.id });
    expect(stopped).toMatchObject({
      state: "DEACTIVATED",
      token: { deactivation: { cause: "MANUAL", time: START } },
    });
    expect(await reasonOf(CALLS["deactivate"]?.(environment, account, token.id) as Promise<unknown>)).toBe(
      "STATE_CONFLICT",
    );
    await CALLS["reactivate"]?.(environment, account, token.id);
    expect(await isWorking()).toBe(true);
    expect(await reasonOf(CALLS["reactivate"]?.(environment, account, token.id) as Promise<unknown>)).toBe(
      "STATE_CONFLICT",
    );
  });

  test("deleted it is gone for good", async () => {
    const { environment, account, token, isWorking } = await open();
    await CALLS["delete"]?.(environment, account, token.id);
    expect(await isWorking()).toBe(false);
    for (const call of Object.values(CALLS)) {
      expect(await reasonOf(call(environment, account, token.id))).toBe("RESOURCE_NOT_FOUND");
    }
  });

  test("it works up to the millisecond before its expire_time, and can then not be reactivated", async () => {
    const { environment, account } = await open();
    const { id, secret } = await makeToken(environment, account, { expireTime: START + 1_000 });
    const isWorking = () => isAccepted(environment, basic(account.admin.email, secret));
    environment.clock.advance(999);
    expect(await isWorking()).toBe(true);
    environment.clock.advance(1);
    expect(await isWorking()).toBe(false);
    const view = await getApiToken(environment, await account.admin.request(), { id });
    expect(view.state).toBe("EXPIRED");
    await CALLS["deactivate"]?.(environment, account, id);
    expect(await reasonOf(CALLS["reactivate"]?.(environment, account, id) as Promise<unknown>)).toBe(
      "STATE_CONFLICT",
    );
    const choices = { ...PLAIN_TOKEN, expireTime: environment.clock.now + 1 };
    const input = { id, etag: "", choices, updateMask: ["expire_time"] };
    await updateApiToken(environment, await account.admin.request(), input);
    await CALLS["reactivate"]?.(environment, account, id);
    expect(await isWorking()).toBe(true);
  });
});

describe("whose e-mail works", () => {
  test("any verified, unsuspended user's, however it is written", async () => {
    const { environment, account, token } = await open();
    await addUser(environment, account, { email: "Agent@acme.example" });
    await addUser(environment, account, { email: "customer@acme.example", role: "END_USER", password: "" });
    await addUser(environment, account, { email: "new@acme.example", verified: false });
    await addUser(environment, account, { email: "out@acme.example", suspended: true });
    const other = await makeOpenAccount(environment, "globex");
    const accepts = (email: string) => isAccepted(environment, basic(email, token.secret));
    expect(await accepts("agent@ACME.example")).toBe(true);
    expect(await accepts("customer@acme.example")).toBe(true);
    expect(await accepts("new@acme.example")).toBe(false);
    expect(await accepts("out@acme.example")).toBe(false);
    expect(await accepts("nobody@acme.example")).toBe(false);
    expect(await accepts("")).toBe(false);
    expect(await accepts("\u{1f600}".repeat(900))).toBe(false);
    expect(await accepts(other.admin.email)).toBe(false);
  });

  test("a bound token works with its user's only", async () => {
    const { environment, account } = await open();
    const user = await addUser(environment, account, { email: "agent@acme.example" });
    const { secret } = await makeToken(environment, account, { boundUserId: user.id });
    expect(await isAccepted(environment, basic(user.email, secret))).toBe(true);
    expect(await isAccepted(environment, basic(account.admin.email, secret))).toBe(false);
  });
});

test("address lists of the token and of the account both count, and an unknown address is in none", async () => {
  const { environment, account } = await open();
  const { secret } = await makeToken(environment, account, { ipAllowList: ["10.1.0.0/16", "2001:db8::/32"] });
  const accepts = (ip: string) => isAccepted(environment, basic(account.admin.email, secret), ip);
  expect(await accepts("10.1.2.3")).toBe(true);
  expect(await accepts("::ffff:10.1.2.3")).toBe(true);
  expect(await accepts("2001:db8:1::1")).toBe(true);
  expect(await accepts("10.2.0.1")).toBe(false);
  expect(await accepts("")).toBe(false);
  expect(await accepts("unix")).toBe(false);
});

describe("an update", () => {
  test("changes what the mask names and nothing else", async () => {
    const { environment, account, token } = await open();
    const choices = {
      description: "new",
      expireTime: START + 5,
      boundUserId: account.admin.userId,
      scopes: ["read"],
      ipAllowList: ["10.0.0.1"],
    };
    const update = async (updateMask: string[], changed: Partial<typeof choices> = choices) => {
      const input = { id: token.id, etag: "", choices: { ...PLAIN_TOKEN, ...changed }, updateMask };
      return (await updateApiToken(environment, await account.admin.request(), input)).token;
    };
    expect(await update(["scopes"])).toMatchObject({ description: "nightly export", scopes: ["read"] });
    expect(await update(["*"])).toMatchObject(choices);
    const cleared = await update(["expire_time", "bound_user_id"], {});
    expect(cleared).not.toHaveProperty("expireTime");
    expect(cleared).not.toHaveProperty("boundUserId");
    expect(cleared).toMatchObject({
      description: "new",
      scopes: ["read"],
      ipAllowList: ["10.0.0.1"],
      revision: 4,
    });
  });

  test.each([[[]], [["secret"]], [["api_token.description"]], [["description", "state"]], [[""]]])(
    "with the mask %j is refused",
    async (updateMask) => {
      const { environment, account, token } = await open();
      const input = { id: token.id, etag: "", choices: PLAIN_TOKEN, updateMask };
      const failure = await failureOf(updateApiToken(environment, await account.admin.request(), input));
      expect(failure?.reason).toBe("UPDATE_MASK_INVALID");
      expect(failure?.details.violations?.[0]?.field).toBe("update_mask");
    },
  );

  test("that changes nothing leaves the etag, and no event", async () => {
    const { environment, account, token } = await open();
    const position = environment.store.position();
    const input = { id: token.id, etag: "", choices: PLAIN_TOKEN, updateMask: ["*"] };
    const after = await updateApiToken(environment, await account.admin.request(), input);
    expect(etagOf(after.token)).toBe(etagOf(token.view.token));
    expect(environment.store.position()).toBe(position);
  });

  test("of an expired token's words does not ask for a new end", async () => {
    const { environment, account } = await open();
    const { id } = await makeToken(environment, account, { expireTime: START + 1 });
    environment.clock.advance(10);
    await CALLS["update"]?.(environment, account, id);
  });

  test("does not widen scopes beyond the caller's own", async () => {
    const { environment, account, token } = await open();
    const maker = await makeToken(environment, account, { scopes: ["api_tokens:write"] });
    const context = await requestWith(environment, basic(account.admin.email, maker.secret));
    const widen = (scopes: string[]) => {
      const choices = { ...PLAIN_TOKEN, scopes };
      return reasonOf(
        updateApiToken(environment, context, { id: maker.id, etag: "", choices, updateMask: ["scopes"] }),
      );
    };
    expect(await widen([])).toBe("SCOPE_INSUFFICIENT");
    expect(await widen(["write"])).toBe("SCOPE_INSUFFICIENT");
    expect(await widen(["api_tokens:write"])).toBeUndefined();
    const input = { id: token.id, etag: "", choices: PLAIN_TOKEN, updateMask: ["*"] };
    expect(await reasonOf(updateApiToken(environment, context, input))).toBe("SCOPE_INSUFFICIENT");
  });
});

describe("a batch deletion", () => {
  test("takes all or none", async () => {
    const { environment, account, token, isWorking } = await open();
    const second = await makeToken(environment, account);
    const remove = async (ids: string[]) =>
      batchDeleteApiTokens(environment, await account.admin.request(), { ids, validateOnly: false });
    expect(await reasonOf(remove([token.id, "tok_none"]))).toBe("RESOURCE_NOT_FOUND");
    expect(await isWorking()).toBe(true);
    const gone = await remove([second.id, token.id]);
    expect(gone.map((view) => view.token.id)).toEqual([second.id, token.id]);
    expect(await isWorking()).toBe(false);
  });

  test.each([
    ["none", []],
    ["the same twice", ["tok_1", "tok_1"]],
    ["501", Array.from({ length: 501 }, (_, index) => `tok_${index}`)],
  ])("of %s is refused", async (_, ids) => {
    const { environment, account } = await open();
    const failure = await failureOf(
      batchDeleteApiTokens(environment, await account.admin.request(), { ids, validateOnly: false }),
    );
    expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["ids"]);
  });

  test("of 500 goes through in one commit", async () => {
    const { environment, account } = await open();
    await makeToken(environment, account);
    const page = await listApiTokens(environment, await account.admin.request(), FIRST_PAGE);
    const position = environment.store.position();
    const ids = page.items.map((view) => view.token.id);
    await batchDeleteApiTokens(environment, await account.admin.request(), { ids, validateOnly: false });
    expect(environment.store.position()).toBe(position + 1);
  });
});

describe("authenticate", () => {
  const QUESTION = { method: "GET", path: "/api", sourceIp: "", requiredScopes: [] };

  test("tells which required scopes are missing", async () => {
    const { environment, account } = await open();
    const { secret } = await makeToken(environment, account, { scopes: ["users:read", "authenticate"] });
    const authorization = basic(account.admin.email, secret);
    const requiredScopes = [
      "users:read",
      "users:write",
      "authenticate",
      "x:authenticate",
      "a:users:read",
      "read",
      "",
    ];
    const decision = await authenticate(environment, await account.admin.request(), {
      ...QUESTION,
      authorization,
      requiredScopes,
    });
    expect(decision).toMatchObject({
      authenticated: true,
      missingScopes: ["users:write", "x:authenticate", "a:users:read", "read", ""],
    });
  });

  test("answers another account's credential as it answers none", async () => {
    const { environment, account } = await open();
    const other = await makeOpenAccount(environment, "globex");
    const foreign = await makeToken(environment, other);
    for (const authorization of [basic(other.admin.email, foreign.secret), "", "Basic ???", "Bearer x"]) {
      const context = await account.admin.request();
      const decision = await authenticate(environment, context, { ...QUESTION, authorization });
      expect(decision).toEqual({ authenticated: false });
    }
    await environment.uses.flush(environment.store);
    const view = await getApiToken(environment, await other.admin.request(), { id: foreign.id });
    expect(view.lastUse).toBeUndefined();
  });

  test("is not for who lacks the scope, nor for end users", async () => {
    const { environment, account, token } = await open();
    const { secret } = await makeToken(environment, account, { scopes: ["read", "write"] });
    await addUser(environment, account, { email: "customer@acme.example", role: "END_USER" });
    const ask = async (authorization: string) =>
      authenticate(environment, await requestWith(environment, authorization), {
        ...QUESTION,
        authorization,
      });
    expect(await reasonOf(ask(basic(account.admin.email, secret)))).toBe("SCOPE_INSUFFICIENT");
    expect(await reasonOf(ask(basic("customer@acme.example", token.secret)))).toBe("ROLE_INSUFFICIENT");
  });
});

describe("a list", () => {
  async function openList() {
    const { environment, account, token } = await open();
    await CALLS["deactivate"]?.(environment, account, token.id);
    for (let made = 0; made < 30; made++) {
      environment.clock.advance(made % 3);
      await makeToken(environment, account, {
        description: `n${made % 5}`,
        ...(made % 2 ? { expireTime: START + 5_000 + made } : {}),
      });
    }
    const list = async (input: Partial<typeof FIRST_PAGE>) =>
      listApiTokens(environment, await account.admin.request(), { ...FIRST_PAGE, ...input });
    return { environment, account, list };
  }

  test.each([
    "",
    "create_time",
    "create_time desc",
    "update_time desc",
    "description",
    "description desc",
    "state",
    "last_use.time",
    "expire_time desc",
  ])("in the order %j comes page by page as it comes whole", async (orderBy) => {
    const { list } = await openList();
    const whole = await list({ orderBy, pageSize: 200 });
    expect(whole.items).toHaveLength(31);
    const paged: string[] = [];
    let pageToken = "";
    do {
      const page = await list({ orderBy, pageSize: 7, pageToken });
      paged.push(...page.items.map((view) => view.token.id));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(paged).toEqual(whole.items.map((view) => view.token.id));
  });

  test("is filtered, and still tells how many there are", async () => {
    const { list } = await openList();
    const page = await list({ filter: 'state = DEACTIVATED OR description : "N3"' });
    expect(page.items).toHaveLength(7);
    expect(page.totalSize).toBe(31);
  });

  test("refuses a page token of another filter, order, account or making", async () => {
    const { environment, list } = await openList();
    const { nextPageToken } = await list({ pageSize: 5, filter: "state = ACTIVE" });
    const other = await makeOpenAccount(environment, "globex");
    const inOther = listApiTokens(environment, await other.admin.request(), {
      ...FIRST_PAGE,
      filter: "state = ACTIVE",
      pageToken: nextPageToken,
    });
    expect(await reasonOf(inOther)).toBe("PAGE_TOKEN_INVALID");
    expect(await reasonOf(list({ pageToken: nextPageToken }))).toBe("PAGE_TOKEN_INVALID");
    const prefix = Buffer.from(nextPageToken, "base64url")
      .toString("latin1")
      .replace(/[^.]*$/, "");
    for (const place of ["", "null", "5", "{}", "[]", "[1]", "[1,2]", "[null,%22x%22]", "%"]) {
      const forged = Buffer.from(prefix + place, "latin1").toString("base64url");
      expect(await reasonOf(list({ filter: "state = ACTIVE", pageToken: forged }))).toBe(
        "PAGE_TOKEN_INVALID",
      );
    }
    for (const pageToken of ["x", "\u{1f600}", "!".repeat(10_000)]) {
      expect(await reasonOf(list({ pageToken }))).toBe("PAGE_TOKEN_INVALID");
    }
  });

  test("refuses what it cannot read by name", async () => {
    const { list } = await openList();
    const fieldOf = async (input: Partial<typeof FIRST_PAGE>) =>
      (await failureOf(list(input)))?.details.violations?.[0]?.field;
    expect(await fieldOf({ filter: "secret = 1" })).toBe("filter");
    expect(await fieldOf({ orderBy: "secret" })).toBe("order_by");
    expect(await fieldOf({ orderBy: "description up" })).toBe("order_by");
    expect(await fieldOf({ pageSize: -1 })).toBe("page_size");
  });
});
