import { describe, expect, test } from "vitest";
import { SESSION_LIFETIME_MS } from "../../../server/domain/sessions.js";
import { getSession } from "../../../server/usecases/get-session.js";
import { listAuditEvents } from "../../../server/usecases/list-audit-events.js";
import { setPassword } from "../../../server/usecases/set-password.js";
import { signIn } from "../../../server/usecases/sign-in.js";
import { signOut } from "../../../server/usecases/sign-out.js";
import {
  ANONYMOUS,
  addUser,
  bearer,
  changeSettings,
  failureOf,
  HOME_IP,
  isAccepted,
  makeAccount,
  openTestEnvironment,
  PASSWORD,
  reasonOf,
  request,
  requestWith,
  signInAs,
  type TestEnvironment,
} from "../../support/test-environment.js";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeAccount(environment);
  return { environment, account, admin: account.admin };
}

function attempt(
  environment: TestEnvironment,
  email: string,
  password: string,
  { accountId = "acme", sourceIp = HOME_IP } = {},
) {
  const input = { accountId, email, password, scopes: [] };
  return signIn(environment, request(environment, ANONYMOUS, sourceIp), input);
}

describe("signing in", () => {
  test("makes a session of 12 hours that slides with its use and ends by itself", async () => {
    const { environment, admin } = await open();
    const { session, sessionToken } = await attempt(environment, ` ${admin.email.toUpperCase()} `, PASSWORD);
    expect(sessionToken).toMatch(/^lks_/);
    expect(session.expireTime).toBe(environment.clock.now + SESSION_LIFETIME_MS);
    environment.clock.advance(SESSION_LIFETIME_MS - 1);
    expect(await isAccepted(environment, bearer(sessionToken))).toBe(true);
    await environment.uses.flush(environment.store);
    environment.clock.advance(SESSION_LIFETIME_MS - 1);
    expect(await isAccepted(environment, bearer(sessionToken))).toBe(true);
    environment.clock.advance(1);
    expect(await isAccepted(environment, bearer(sessionToken))).toBe(false);
  });

  test("needs no account on a server with one, and does on a server with two", async () => {
    const { environment, admin } = await open();
    await attempt(environment, admin.email, PASSWORD, { accountId: "" });
    await makeAccount(environment, "globex");
    const outcome = reasonOf(attempt(environment, admin.email, PASSWORD, { accountId: "" }));
    expect(await outcome).toBe("SIGN_IN_REFUSED");
  });

  test("tells its user when it was", async () => {
    const { environment, admin } = await open();
    environment.clock.advance(5);
    const token = await signInAs(environment, "acme", admin.email);
    const { user } = await getSession(environment, await requestWith(environment, bearer(token)));
    expect(user.lastSignInTime).toBe(environment.clock.now);
  });

  test("from an address outside the account's list is refused as a wrong password is", async () => {
    const { environment, account, admin } = await open();
    await changeSettings(environment, account, { ipAllowList: [HOME_IP] }, ["ip_allow_list"]);
    const outside = await failureOf(
      attempt(environment, admin.email, PASSWORD, { sourceIp: "198.51.100.1" }),
    );
    const wrong = await failureOf(attempt(environment, admin.email, "wrong password"));
    expect(outside).toEqual(wrong);
    await attempt(environment, admin.email, PASSWORD);
    expect(await isAccepted(environment, bearer(admin.sessionToken), "198.51.100.1")).toBe(false);
  });

  test.each([
    [{ email: "" }, "email"],
    [{ email: "x".repeat(255) }, "email"],
    [{ password: "" }, "password"],
    [{ password: "x".repeat(1_001) }, "password"],
    [{ accountId: "x".repeat(41) }, "account_id"],
    [{ scopes: ["everything"] }, "scopes[0]"],
    [{ scopes: Array.from({ length: 200_000 }, () => "read") }, "scopes"],
  ])("what is wrong (%#) is refused by name", async (given, field) => {
    const { environment, admin } = await open();
    const input = { accountId: "acme", email: admin.email, password: PASSWORD, scopes: [], ...given };
    const failure = await failureOf(signIn(environment, request(environment, ANONYMOUS), input));
    expect(failure?.details.violations?.map((violation) => violation.field)).toEqual([field]);
  });
});

describe("what is wrong is not told", () => {
  test("a wrong password, an unknown e-mail and an unknown account look alike, and each compares a password", async () => {
    const { environment, account, admin } = await open();
    await addUser(environment, account, { email: "bare@acme.example", password: "" });
    await addUser(environment, account, { email: "out@acme.example", suspended: true });
    const tries = [
      () => attempt(environment, admin.email, "wrong password"),
      () => attempt(environment, "nobody@acme.example", PASSWORD),
      () => attempt(environment, "bare@acme.example", PASSWORD),
      () => attempt(environment, "out@acme.example", PASSWORD),
      () => attempt(environment, admin.email, PASSWORD, { accountId: "globex" }),
      () => attempt(environment, "\u{1f600}".repeat(120), PASSWORD),
      () => attempt(environment, admin.email, PASSWORD + "x".repeat(72)),
    ];
    const failures = [];
    for (const attempted of tries) {
      const compared = environment.passwords.compared.length;
      const position = environment.store.position();
      failures.push(await failureOf(attempted()));
      expect(environment.passwords.compared.length).toBe(compared + 1);
      // Each waits for one durable write: how long it takes tells nothing.
      expect(environment.store.position()).toBe(position + 1);
    }
    for (const failure of failures) expect(failure).toEqual(failures[0]);
    expect(failures[0]?.reason).toBe("SIGN_IN_REFUSED");
  });

  test("but the account's audit log tells who was tried and from where", async () => {
    const { environment, admin } = await open();
    await reasonOf(
      attempt(environment, "Nobody@acme.example", "wrong password", { sourceIp: "198.51.100.7" }),
    );
    const page = await listAuditEvents(environment, await admin.request(), {
      pageSize: 1,
      pageToken: "",
      filter: "",
      orderBy: "",
    });
    expect(page.items[0]).toMatchObject({
      action: "session.sign_in_refused",
      resourceId: "",
      actor: { kind: "ANONYMOUS", email: "Nobody@acme.example" },
      sourceIp: "198.51.100.7",
    });
  });
});

describe("guessing is slowed down", () => {
  test("per person, from however many addresses; a success forgets", async () => {
    const { environment, admin } = await open();
    const from = (index: number) => ({ sourceIp: `198.51.100.${index}` });
    for (let index = 0; index < 5; index++) {
      expect(await reasonOf(attempt(environment, admin.email, "wrong", from(index)))).toBe("SIGN_IN_REFUSED");
    }
    const throttled = await failureOf(attempt(environment, ` ${admin.email} `, PASSWORD, from(9)));
    expect(throttled).toMatchObject({ reason: "SIGN_IN_THROTTLED", details: { retryAfterSeconds: 1 } });
    environment.clock.advance(1_000);
    expect(await reasonOf(attempt(environment, admin.email, "wrong", from(10)))).toBe("SIGN_IN_REFUSED");
    environment.clock.advance(1_999);
    expect(await reasonOf(attempt(environment, admin.email, PASSWORD, from(11)))).toBe("SIGN_IN_THROTTLED");
    environment.clock.advance(1);
    await attempt(environment, admin.email, PASSWORD, from(12));
    expect(await reasonOf(attempt(environment, admin.email, "wrong", from(13)))).toBe("SIGN_IN_REFUSED");
  });

  test("per source, over however many people", async () => {
    const { environment } = await open();
    for (let index = 0; index < 20; index++) {
      const outcome = reasonOf(attempt(environment, `nobody${index}@acme.example`, "wrong"));
      expect(await outcome).toBe("SIGN_IN_REFUSED");
    }
    const next = attempt(environment, "other@acme.example", "wrong");
    expect(await reasonOf(next)).toBe("SIGN_IN_THROTTLED");
    const elsewhere = attempt(environment, "other@acme.example", "wrong", { sourceIp: "198.51.100.1" });
    expect(await reasonOf(elsewhere)).toBe("SIGN_IN_REFUSED");
  });

  test("a hundred tries at once get no further than five", async () => {
    const { environment, admin } = await open();
    const before = environment.passwords.compared.length;
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        reasonOf(attempt(environment, admin.email, "wrong", { sourceIp: `198.51.100.${index}` })),
      ),
    );
    expect(outcomes.filter((reason) => reason === "SIGN_IN_REFUSED")).toHaveLength(5);
    expect(outcomes.filter((reason) => reason === "SIGN_IN_THROTTLED")).toHaveLength(95);
    expect(environment.passwords.compared.length - before).toBe(5);
  });

  test("a try whose password was never looked at does not count", async () => {
    const { environment, admin } = await open();
    environment.passwords.delay = () => Promise.reject(new Error("too many wait"));
    for (let index = 0; index < 30; index++) {
      await expect(attempt(environment, admin.email, PASSWORD)).rejects.toThrow("too many wait");
    }
    environment.passwords.delay = async () => undefined;
    await attempt(environment, admin.email, PASSWORD);
  });
});

test("a password that is changed while it is being looked at opens nothing", async () => {
  const { environment, account, admin } = await open();
  const user = await addUser(environment, account, { email: "agent@acme.example" });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  environment.passwords.delay = () => held;
  const outcome = reasonOf(attempt(environment, user.email, PASSWORD));
  environment.passwords.delay = async () => undefined;
  const input = { userId: user.id, currentPassword: "", newPassword: "something else" };
  await setPassword(environment, await admin.request(), input);
  release();
  expect(await outcome).toBe("SIGN_IN_REFUSED");
});

test("signing out ends the session, this one only", async () => {
  const { environment, admin } = await open();
  const token = await signInAs(environment, "acme", admin.email);
  const context = await requestWith(environment, bearer(token));
  await signOut(environment, context);
  await signOut(environment, context);
  expect(await isAccepted(environment, bearer(token))).toBe(false);
  expect(await isAccepted(environment, bearer(admin.sessionToken))).toBe(true);
  expect(await reasonOf(getSession(environment, context))).toBe("RESOURCE_NOT_FOUND");
});
