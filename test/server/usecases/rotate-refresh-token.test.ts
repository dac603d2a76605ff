import { describe, expect, test } from "vitest";
import { DAY, SECOND } from "../../../server/domain/instants.js";
import { REFRESH_GRACE_MS } from "../../../server/domain/oauth-grants.js";
import { openStore } from "../../../server/store/store.js";
import { auditEvents, oauthCutoffs } from "../../../server/store/tables.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import { readEverything } from "../../support/consistency.js";
import {
  actionsIn,
  beginOAuth,
  changeClient,
  makeClient,
  makeOAuthAccount,
  refresh,
  tokensOf,
} from "../../support/oauth.js";
import {
  addMember,
  bearer,
  changeSettings,
  ENGINES,
  environmentOver,
  isAccepted,
  openTestEngine,
  reasonOf,
  requestWith,
} from "../../support/test-environment.js";

describe.each(ENGINES)("on %s", (engine) => {
  test("a refresh gives new tokens, and slides the end of the next", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const first = await tokensOf(environment, person, client);
    environment.clock.advance(20 * DAY);
    const second = await refresh(environment, client, first.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refresh?.token).not.toBe(first.refreshToken);
    expect(second).toMatchObject({ lifetimeSeconds: 1_800, scopes: first.scopes });
    expect(await isAccepted(environment, bearer(second.accessToken))).toBe(true);
    environment.clock.advance(20 * DAY);
    expect(await reasonOf(refresh(environment, client, second.refresh?.token ?? ""))).toBeUndefined();
  });

  test("of 50 who refresh with one token at once, all get the same answer, and there is one successor", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const { refreshToken } = await tokensOf(environment, person, client);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => refresh(environment, client, refreshToken)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const made = (await actionsIn(environment)).filter((action) => action === "access_token.create");
    // The one of the code, and the one of all 50.
    expect(made).toHaveLength(2);
    const next = answers[0]?.refresh?.token ?? "";
    expect(await reasonOf(refresh(environment, client, next))).toBeUndefined();
  });
});

test("a lost reply is made up for, also by a server that has started again, and nothing secret is stored for that", async () => {
  const engine = await openTestEngine("memory");
  const environment = environmentOver(await openStore(engine));
  const account = await makeOAuthAccount(environment);
  const person = await addMember(environment, account, { email: "ada@acme.example" });
  const client = await makeClient(environment, account);
  const { refreshToken } = await tokensOf(environment, person, client);
  const lost = await refresh(environment, client, refreshToken);
  const again = environmentOver(await openStore(engine), 77);
  again.clock.now = environment.clock.now + 10 * SECOND;
  const found = await refresh(again, client, refreshToken);
  expect(found.accessToken).toBe(lost.accessToken);
  expect(found.refresh?.token).toBe(lost.refresh?.token);
  expect(found.lifetimeSeconds).toBe(1_790);
  const stored = (await readEverything(engine)).map(({ value }) => value).join("\n");
  for (const secret of [...environment.secrets, ...again.secrets]) expect(stored).not.toContain(secret);
});

describe("a used token that comes again", () => {
  test("within the grace, once its successor was used, is theft: all of the grant ends, and it is told", async () => {
    const { environment, person, client } = await beginOAuth();
    const first = await tokensOf(environment, person, client);
    const second = await refresh(environment, client, first.refreshToken);
    const third = await refresh(environment, client, second.refresh?.token ?? "");
    expect(await reasonOf(refresh(environment, client, first.refreshToken))).toBe("OAUTH_INVALID_GRANT");
    for (const { accessToken } of [first, second, third]) {
      expect(await isAccepted(environment, bearer(accessToken))).toBe(false);
    }
    expect(await reasonOf(refresh(environment, client, third.refresh?.token ?? ""))).toBe(
      "OAUTH_INVALID_GRANT",
    );
    const events = await environment.store.read((reader) =>
      reader.list(auditEvents, ["acme"], { reverse: true, limit: 1 }),
    );
    expect(events[0]).toMatchObject({
      action: "oauth_grant.reuse_detected",
      actor: { kind: "OAUTH_CLIENT", clientId: client.client.id },
      changes: expect.arrayContaining([{ field: "reused", before: "", after: "refresh_token" }]),
    });
  });

  test("is answered up to the end of the grace, and is theft from the next millisecond on", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    const second = await refresh(environment, client, refreshToken);
    environment.clock.advance(REFRESH_GRACE_MS);
    expect((await refresh(environment, client, refreshToken)).accessToken).toBe(second.accessToken);
    environment.clock.advance(1);
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_GRANT");
    expect(await isAccepted(environment, bearer(second.accessToken))).toBe(false);
  });

  test("for another scope gets nothing, and ends nothing", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    const { accessToken } = await refresh(environment, client, refreshToken, { scope: "tickets:read" });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_GRANT");
    expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
  });

  test("of another client is refused, and ends nothing", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const stranger = await makeClient(environment, account);
    const { refreshToken } = await tokensOf(environment, person, client);
    expect(await reasonOf(refresh(environment, stranger, refreshToken))).toBe("OAUTH_INVALID_GRANT");
    const { accessToken } = await refresh(environment, client, refreshToken);
    environment.clock.advance(2 * REFRESH_GRACE_MS);
    expect(await reasonOf(refresh(environment, stranger, refreshToken))).toBe("OAUTH_INVALID_GRANT");
    expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
  });
});

describe("scopes (RFC 6749 section 6)", () => {
  test("may be less, but the next token has all again", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    const less = await refresh(environment, client, refreshToken, { scope: "tickets:read" });
    expect(less.scopes).toEqual(["tickets:read"]);
    const { caller } = await requestWith(environment, bearer(less.accessToken));
    expect(caller).toMatchObject({ kind: "ACCESS_TOKEN", scopes: ["tickets:read"] });
    const all = await refresh(environment, client, less.refresh?.token ?? "");
    expect(all.scopes).toEqual(["tickets:read", "tickets:write"]);
  });

  test("must not be more, and a try uses nothing up", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    for (const scope of ["articles:read", "read", "tickets:read articles:read", "nonsense"]) {
      expect(await reasonOf(refresh(environment, client, refreshToken, { scope }))).toBe(
        "OAUTH_INVALID_SCOPE",
      );
    }
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBeUndefined();
  });

  test("are cut to what the client may have by now", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    await changeClient(environment, client.client, { allowedScopes: ["articles:read"] });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_SCOPE");
    await changeClient(environment, client.client, { allowedScopes: ["read"] });
    expect((await refresh(environment, client, refreshToken)).scopes).toEqual(["tickets:read"]);
  });
});

describe("a good refresh token gives nothing", () => {
  test("after its time, to the millisecond", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    environment.clock.advance(30 * DAY);
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_GRANT");
    environment.clock.advance(-1);
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBeUndefined();
  });

  test("to a client that may not refresh any more, or is disabled", async () => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    await changeClient(environment, client.client, { allowedGrantTypes: ["AUTHORIZATION_CODE"] });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
    const { allowedGrantTypes } = client.client;
    await changeClient(environment, client.client, { allowedGrantTypes, enabled: false });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_CLIENT");
    await changeClient(environment, client.client, { enabled: true });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBeUndefined();
  });

  test("for a suspended user", async () => {
    const { environment, account, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    await updateUser(environment, await account.admin.request(), {
      id: person.userId,
      email: "",
      name: "",
      role: undefined,
      verified: true,
      suspended: true,
      etag: "",
      updateMask: ["suspended"],
    });
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_GRANT");
  });

  test.each(["CLIENT", "USER"] as const)("when all of its %s was ended", async (kind) => {
    const { environment, person, client } = await beginOAuth();
    const { refreshToken } = await tokensOf(environment, person, client);
    const id = kind === "CLIENT" ? client.client.id : person.userId;
    const cutoff = { accountId: "acme", kind, id, time: environment.clock.now };
    await environment.store.write((transaction) => transaction.put(oauthCutoffs, cutoff));
    environment.clock.advance(1);
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_INVALID_GRANT");
  });

  test("in another account, without OAuth access, or when it is none", async () => {
    const { environment, account, person, client } = await beginOAuth();
    await makeOAuthAccount(environment, "globex");
    await changeClient(environment, client.client, { global: true });
    const { refreshToken } = await tokensOf(environment, person, client);
    expect(await reasonOf(refresh(environment, client, refreshToken, { accountId: "globex" }))).toBe(
      "OAUTH_INVALID_GRANT",
    );
    expect(await reasonOf(refresh(environment, client, ""))).toBe("OAUTH_INVALID_REQUEST");
    expect(await reasonOf(refresh(environment, client, "lkr_x"))).toBe("OAUTH_INVALID_GRANT");
    await changeSettings(environment, account, { oauthAccess: false }, ["oauth_access"]);
    expect(await reasonOf(refresh(environment, client, refreshToken))).toBe("OAUTH_ACCESS_OFF");
  });
});
