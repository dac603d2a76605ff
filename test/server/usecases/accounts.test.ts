import { describe, expect, test } from "vitest";
import { type CreateAccountInput, createAccount } from "../../../server/usecases/create-account.js";
import { getAccount } from "../../../server/usecases/get-account.js";
import { getSettings } from "../../../server/usecases/get-settings.js";
import { getSetupState } from "../../../server/usecases/get-setup-state.js";
import { listAccounts } from "../../../server/usecases/list-accounts.js";
import {
  ANONYMOUS,
  bearer,
  ENGINES,
  failureOf,
  isAccepted,
  makeAccount,
  OPERATOR,
  openTestEnvironment,
  PASSWORD,
  reasonOf,
  request,
  requestWith,
  type TestEnvironment,
} from "../../support/test-environment.js";

const REQUEST_ID = "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11";

const INPUT: CreateAccountInput = {
  setupCode: "",
  accountId: "acme",
  displayName: "",
  adminEmail: "jane@acme.example",
  adminName: "",
  adminPassword: PASSWORD,
  requestId: "",
};

function offerCode(environment: TestEnvironment): string {
  const code = environment.newSecret("SETUP_CODE");
  environment.setupCode.offer(environment.digest(code));
  return code;
}

describe("the first account", () => {
  test("is made with the setup code, with both ways of access off, and its administrator is signed in", async () => {
    const environment = await openTestEnvironment();
    const isWaiting = async () =>
      (await getSetupState(environment, request(environment, ANONYMOUS))).setupRequired;
    expect(await isWaiting()).toBe(true);
    const setupCode = ` ${offerCode(environment)}\n`;
    const made = await createAccount(environment, request(environment, ANONYMOUS), { ...INPUT, setupCode });
    expect(await isWaiting()).toBe(false);
    expect(made.account).toEqual({ id: "acme", displayName: "acme", createTime: environment.clock.now });
    const context = await requestWith(environment, bearer(made.sessionToken));
    expect(context.caller).toMatchObject({
      user: { id: made.adminUserId, name: "jane@acme.example", role: "ADMIN", verified: true },
    });
    expect(await getSettings(environment, context)).toMatchObject({
      apiTokenAccess: false,
      oauthAccess: false,
      maxApiTokens: 256,
      authorizationCodeLifetimeSeconds: 120,
      accessTokenLifetimeSeconds: 1_800,
      refreshTokenLifetimeSeconds: 2_592_000,
      inactivityPolicy: { enabled: false, deactivateAfterDays: 30, purgeAfterDays: 60 },
    });
  });

  test("is not made without the code, nor with a wrong one, nor with one that has served", async () => {
    const environment = await openTestEnvironment();
    const create = (setupCode: string, accountId = "acme") =>
      reasonOf(
        createAccount(environment, request(environment, ANONYMOUS), { ...INPUT, setupCode, accountId }),
      );
    expect(await create("")).toBe("SETUP_CODE_INVALID");
    const code = offerCode(environment);
    expect(await create("")).toBe("SETUP_CODE_INVALID");
    expect(await create(`${code}x`)).toBe("SETUP_CODE_INVALID");
    expect(await create(code)).toBeUndefined();
    expect(await create(code, "globex")).toBe("SETUP_CODE_INVALID");
    // Even offered by mistake, it serves no second time.
    environment.setupCode.offer(environment.digest(code));
    expect(await create(code, "globex")).toBe("SETUP_CODE_INVALID");
  });

  test.each(ENGINES)("is one, however many ask at once (%s)", async (engine) => {
    const environment = await openTestEnvironment(engine);
    const setupCode = offerCode(environment);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        reasonOf(
          createAccount(environment, request(environment, ANONYMOUS), {
            ...INPUT,
            setupCode,
            accountId: `acme-${index}`,
          }),
        ),
      ),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(outcomes.filter((reason) => reason === "SETUP_CODE_INVALID")).toHaveLength(19);
  });

  test("asked for again with its request id is answered again, though the code has served; not to who lacks it", async () => {
    const environment = await openTestEnvironment();
    const setupCode = offerCode(environment);
    const input = { ...INPUT, setupCode, requestId: REQUEST_ID };
    const create = (given: CreateAccountInput) =>
      createAccount(environment, request(environment, ANONYMOUS), given);
    const first = await create(input);
    const again = await create(input);
    expect(again).toEqual({ ...first, sessionToken: "" });
    expect(await reasonOf(create({ ...input, setupCode: "" }))).toBe("REQUEST_ID_REUSED");
    expect(await reasonOf(create({ ...input, requestId: "" }))).toBe("SETUP_CODE_INVALID");
  });
});

describe("further accounts", () => {
  test("are made by the operator, each id once", async () => {
    const environment = await openTestEnvironment();
    const { admin } = await makeAccount(environment);
    await makeAccount(environment, "globex");
    const again = createAccount(environment, request(environment, OPERATOR), INPUT);
    expect(await failureOf(again)).toMatchObject({
      reason: "RESOURCE_EXISTS",
      details: { violations: [{ field: "account_id" }] },
    });
    const byAdmin = createAccount(environment, await admin.request(), { ...INPUT, accountId: "mine" });
    expect(await reasonOf(byAdmin)).toBe("ROLE_INSUFFICIENT");
  });

  test.each([
    [{ accountId: "ab" }, "account_id"],
    [{ accountId: "Acme" }, "account_id"],
    [{ accountId: "acme-" }, "account_id"],
    [{ accountId: "1acme" }, "account_id"],
    [{ accountId: "a/b" }, "account_id"],
    [{ accountId: "x".repeat(41) }, "account_id"],
    [{ accountId: "a".repeat(100_000) }, "account_id"],
    [{ displayName: "x".repeat(81) }, "display_name"],
    [{ adminEmail: "jane" }, "admin_email"],
    [{ adminName: "a\u0000b" }, "admin_name"],
    [{ adminPassword: "short" }, "admin_password"],
    [{ requestId: "1" }, "request_id"],
  ])("what is wrong (%#) is refused by name", async (given, field) => {
    const environment = await openTestEnvironment();
    const created = createAccount(environment, request(environment, OPERATOR), { ...INPUT, ...given });
    const failure = await failureOf(created);
    expect(failure?.details.violations?.map((violation) => violation.field)).toEqual([field]);
    expect(environment.store.position()).toBe(1);
  });

  test("are listed oldest first, page by page, to the operator only", async () => {
    const environment = await openTestEnvironment();
    const ids = ["zeta", "alpha", "mid", "beta"];
    for (const id of ids) {
      environment.clock.advance(1);
      await makeAccount(environment, id);
    }
    const page = { pageSize: 3, filter: "", orderBy: "" };
    const list = (pageToken: string, given = {}) =>
      listAccounts(environment, request(environment, OPERATOR), { ...page, pageToken, ...given });
    const first = await list("");
    const second = await list(first.nextPageToken);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextPageToken).toBe("");
    expect(await reasonOf(list("x"))).toBe("PAGE_TOKEN_INVALID");
    const newest = await list("", { orderBy: "create_time desc" });
    const oldest = await list(newest.nextPageToken, { orderBy: "create_time desc" });
    expect([...newest.items, ...oldest.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(await reasonOf(list(newest.nextPageToken))).toBe("PAGE_TOKEN_INVALID");
    const filtered = await list("", { filter: 'id = "mid" OR display_name = "beta"' });
    expect(filtered.items.map(({ id }) => id)).toEqual(["mid", "beta"]);
    expect(await reasonOf(list("", { filter: "color = 1" }))).toBe("FILTER_INVALID");
    expect(await reasonOf(list("", { orderBy: "id" }))).toBe("FILTER_INVALID");
  });

  test("are seen by their own people only; another's looks like none", async () => {
    const environment = await openTestEnvironment();
    const { admin } = await makeAccount(environment);
    await makeAccount(environment, "globex");
    const read = async (accountId: string) => getAccount(environment, await admin.request(), { accountId });
    expect((await read("")).id).toBe("acme");
    expect((await read("acme")).id).toBe("acme");
    const hidden = await failureOf(read("globex"));
    const absent = await failureOf(read("hooli"));
    expect(hidden?.reason).toBe("RESOURCE_NOT_FOUND");
    expect(hidden?.message.replaceAll("globex", "ID")).toBe(absent?.message.replaceAll("hooli", "ID"));
    const byOperator = await getAccount(environment, request(environment, OPERATOR), { accountId: "globex" });
    expect(byOperator.id).toBe("globex");
  });

  test("with the same e-mail are apart: a session of one opens nothing in the other", async () => {
    const environment = await openTestEnvironment();
    const [one, other] = await Promise.all(
      ["acme", "globex"].map((accountId) =>
        createAccount(environment, request(environment, OPERATOR), { ...INPUT, accountId }),
      ),
    );
    expect(await isAccepted(environment, bearer(one?.sessionToken ?? ""))).toBe(true);
    const context = await requestWith(environment, bearer(other?.sessionToken ?? ""));
    expect(context.caller).toMatchObject({ accountId: "globex" });
  });
});
