import { describe, expect, test } from "vitest";
import { etagOf } from "../../../server/domain/etags.js";
import type { User } from "../../../server/domain/users.js";
import { createUser } from "../../../server/usecases/create-user.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { getUser } from "../../../server/usecases/get-user.js";
import { listUsers } from "../../../server/usecases/list-users.js";
import { setPassword } from "../../../server/usecases/set-password.js";
import { type UpdateUserInput, updateUser } from "../../../server/usecases/update-user.js";
import {
  addMember,
  addUser,
  basic,
  bearer,
  ENGINES,
  failureOf,
  isAccepted,
  type Member,
  makeAccount,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PASSWORD,
  reasonOf,
  requestWith,
  signInAs,
  type TestEnvironment,
} from "../../support/test-environment.js";

const REQUEST_ID = "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  return { environment, account, agent };
}

async function change(
  environment: TestEnvironment,
  by: Member,
  id: string,
  values: Partial<UpdateUserInput>,
  etag = "",
) {
  const input: UpdateUserInput = {
    id,
    email: "",
    name: "",
    role: undefined,
    verified: false,
    suspended: false,
    ...values,
    etag,
    updateMask: values.updateMask ?? Object.keys(values),
  };
  return updateUser(environment, await by.request(), input);
}

async function remove(environment: TestEnvironment, by: Member, id: string, validateOnly = false, etag = "") {
  return deleteUser(environment, await by.request(), { id, etag, validateOnly });
}

describe("adding a user", () => {
  test("takes an e-mail once per account, whatever its case", async () => {
    const { environment, account } = await open();
    const failure = await failureOf(addUser(environment, account, { email: " AGENT@acme.EXAMPLE " }));
    expect(failure).toMatchObject({
      reason: "RESOURCE_EXISTS",
      details: { violations: [{ field: "user.email" }] },
    });
    const other = await makeAccount(environment, "globex");
    await addUser(environment, other, { email: "agent@acme.example" });
  });

  test("of the same e-mail twice at once adds one", async () => {
    const { environment, account } = await open();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        reasonOf(addUser(environment, account, { email: "new@acme.example" })),
      ),
    );
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(outcomes.filter((reason) => reason === "RESOURCE_EXISTS")).toHaveLength(9);
  });

  test("again with the same request id answers the same user, until they are deleted", async () => {
    const { environment, account } = await open();
    const input = { email: "new@acme.example", requestId: REQUEST_ID };
    const first = await addUser(environment, account, input);
    expect((await addUser(environment, account, input)).id).toBe(first.id);
    expect(await reasonOf(addUser(environment, account, { ...input, role: "ADMIN" }))).toBe(
      "REQUEST_ID_REUSED",
    );
    await remove(environment, account.admin, first.id);
    expect(await reasonOf(addUser(environment, account, input))).toBe("RESOURCE_NOT_FOUND");
  });

  test.each([
    [{ email: "no-at" }, "user.email"],
    [{ email: "a:b@acme.example" }, "user.email"],
    [{ email: "x@y", name: "x".repeat(121) }, "user.name"],
    [{ email: "x@y", password: "short" }, "password"],
    [{ email: "x@y", password: "x".repeat(73) }, "password"],
    [{ email: "x@y", name: "   " }, "user.name"],
    [{ email: "x@y", requestId: "once" }, "request_id"],
  ])("what is wrong (%#) is refused by name", async (input, field) => {
    const { environment, account } = await open();
    const failure = await failureOf(addUser(environment, account, input));
    expect(failure?.details.violations?.map((violation) => violation.field)).toEqual([field]);
  });
});

test("a user without a name goes by the e-mail, however long", async () => {
  const { environment, account } = await open();
  const user = await addUser(environment, account, { email: `a@${"b".repeat(180)}.example` });
  expect([user.name.length, user.email.startsWith(user.name)]).toEqual([120, true]);
});

describe("reading users", () => {
  test("everybody reads themself, and who is no administrator nobody else", async () => {
    const { environment, account, agent } = await open();
    const read = async (id: string) => getUser(environment, await agent.request(), { id });
    expect((await read(agent.userId)).email).toBe(agent.email);
    expect(await reasonOf(read(account.admin.userId))).toBe("RESOURCE_NOT_FOUND");
    expect(await reasonOf(read("usr_none"))).toBe("RESOURCE_NOT_FOUND");
    expect(await reasonOf(read("x".repeat(100_000)))).toBe("RESOURCE_NOT_FOUND");
  });

  test("another account's user is not found, as one that is not there", async () => {
    const { environment, account } = await open();
    const other = await makeAccount(environment, "globex");
    const { userId } = other.admin;
    for (const id of [userId, "usr_none"]) {
      const context = await account.admin.request();
      expect(await reasonOf(getUser(environment, context, { id }))).toBe("RESOURCE_NOT_FOUND");
      const changed = change(environment, account.admin, id, { suspended: true });
      expect(await reasonOf(changed)).toBe("RESOURCE_NOT_FOUND");
      expect(await reasonOf(remove(environment, account.admin, id))).toBe("RESOURCE_NOT_FOUND");
      const set = setPassword(environment, context, {
        userId: id,
        currentPassword: "",
        newPassword: "0123456789",
      });
      expect(await reasonOf(set)).toBe("RESOURCE_NOT_FOUND");
    }
    expect(await isAccepted(environment, bearer(other.admin.sessionToken))).toBe(true);
  });

  test("a list holds the account's own, in order, filtered and paged", async () => {
    const { environment, account } = await open();
    await addUser(environment, account, { email: "z@acme.example", role: "END_USER" });
    await makeAccount(environment, "globex");
    const context = await account.admin.request();
    const list = (input: object) =>
      listUsers(environment, context, { pageSize: 0, pageToken: "", filter: "", orderBy: "", ...input });
    const all = await list({});
    expect(all.items.map(({ email }) => email)).toEqual([
      account.admin.email,
      "agent@acme.example",
      "z@acme.example",
    ]);
    expect((await list({ filter: "role = END_USER" })).items).toHaveLength(1);
    expect((await list({ filter: "role = END_USER" })).totalSize).toBe(3);
    const reversed = await list({ orderBy: "create_time desc", pageSize: 2 });
    const rest = await list({
      orderBy: "create_time desc",
      pageSize: 2,
      pageToken: reversed.nextPageToken,
    });
    expect([...reversed.items, ...rest.items].reverse()).toEqual(all.items);
    expect(rest.nextPageToken).toBe("");
  });
});

describe("changing a user", () => {
  test("changes what the mask names", async () => {
    const { environment, account, agent } = await open();
    const { user } = await change(environment, account.admin, agent.userId, {
      name: " Jane ",
      verified: false,
    });
    expect(user).toMatchObject({ name: "Jane", verified: false, role: "AGENT", revision: 2 });
    const renamed = await change(environment, account.admin, agent.userId, { email: "Jane@acme.example" });
    expect(renamed.user.email).toBe("Jane@acme.example");
    await addUser(environment, account, { email: agent.email });
  });

  test("refuses a taken e-mail, a missing role, a stale etag", async () => {
    const { environment, account, agent } = await open();
    const by = account.admin;
    expect(await reasonOf(change(environment, by, agent.userId, { email: by.email }))).toBe(
      "RESOURCE_EXISTS",
    );
    const roleless = await failureOf(change(environment, by, agent.userId, { role: undefined }));
    expect(roleless?.details.violations?.[0]?.field).toBe("user.role");
    const before = await getUser(environment, await by.request(), { id: agent.userId });
    await change(environment, by, agent.userId, { name: "Jane" });
    const stale = change(environment, by, agent.userId, { name: "John" }, etagOf(before));
    expect(await reasonOf(stale)).toBe("ETAG_MISMATCH");
    const masked = change(environment, by, agent.userId, { updateMask: ["has_password"] });
    expect(await reasonOf(masked)).toBe("UPDATE_MASK_INVALID");
  });

  test("suspension ends sessions and stops the e-mail at once; afterwards the e-mail works again", async () => {
    const { environment, account, agent } = await open();
    await signInAs(environment, account.id, agent.email);
    const { secret } = await makeToken(environment, account);
    const { endedSessions } = await change(environment, account.admin, agent.userId, { suspended: true });
    expect(endedSessions).toBe(2);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(false);
    expect(await isAccepted(environment, basic(agent.email, secret))).toBe(false);
    expect(await reasonOf(signInAs(environment, account.id, agent.email))).toBe("SIGN_IN_REFUSED");
    await change(environment, account.admin, agent.userId, { suspended: false });
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(false);
    expect(await isAccepted(environment, basic(agent.email, secret))).toBe(true);
  });

  test("demotion ends sessions, promotion does not", async () => {
    const { environment, account, agent } = await open();
    const up = await change(environment, account.admin, agent.userId, { role: "ADMIN" });
    expect(up.endedSessions).toBe(0);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(true);
    const down = await change(environment, account.admin, agent.userId, { role: "END_USER" });
    expect(down.endedSessions).toBe(1);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(false);
  });

  test("a session that begins while its user is being suspended does not outlive that", async () => {
    const { environment, account, agent } = await open();
    const [signedIn] = await Promise.allSettled([
      signInAs(environment, account.id, agent.email),
      change(environment, account.admin, agent.userId, { suspended: true }),
    ]);
    if (signedIn.status === "fulfilled") {
      expect(await isAccepted(environment, bearer(signedIn.value))).toBe(false);
    }
  });
});

describe("the last administrator who can sign in", () => {
  test("can neither be demoted, suspended nor deleted, whatever other administrators cannot", async () => {
    const { environment, account } = await open();
    const { admin } = account;
    await addUser(environment, account, { email: "a@acme.example", role: "ADMIN", password: "" });
    await addUser(environment, account, { email: "b@acme.example", role: "ADMIN", suspended: true });
    const { userId } = admin;
    expect(await reasonOf(change(environment, admin, userId, { role: "AGENT" }))).toBe("LAST_ADMIN");
    expect(await reasonOf(change(environment, admin, userId, { suspended: true }))).toBe("LAST_ADMIN");
    expect(await reasonOf(remove(environment, admin, userId))).toBe("LAST_ADMIN");
    expect(await reasonOf(remove(environment, admin, userId, true))).toBe("LAST_ADMIN");
    expect(await isAccepted(environment, bearer(admin.sessionToken))).toBe(true);
    await change(environment, admin, userId, { name: "Still here" });
    await addUser(environment, account, { email: "c@acme.example", role: "ADMIN" });
    await remove(environment, admin, userId);
  });

  test.each(ENGINES)("of two who demote each other at once, one remains (%s)", async (engine) => {
    const environment = await openTestEnvironment(engine);
    const account = await makeOpenAccount(environment);
    const second = await addMember(environment, account, { email: "b@acme.example", role: "ADMIN" });
    const { admin } = account;
    const outcomes = await Promise.all([
      reasonOf(change(environment, admin, second.userId, { role: "AGENT" })),
      reasonOf(change(environment, second, admin.userId, { role: "AGENT" })),
    ]);
    // Who was demoted first has no right left to demote the other.
    expect(outcomes.filter((reason) => reason === undefined)).toHaveLength(1);
  });

  test("of two who leave by themselves at once, one remains", async () => {
    const environment = await openTestEnvironment("level");
    const account = await makeOpenAccount(environment);
    const second = await addMember(environment, account, { email: "b@acme.example", role: "ADMIN" });
    const outcomes = await Promise.all([
      reasonOf(remove(environment, account.admin, account.admin.userId)),
      reasonOf(remove(environment, second, second.userId)),
    ]);
    expect(outcomes.sort()).toEqual(["LAST_ADMIN", undefined]);
  });
});

describe("deleting a user", () => {
  test("ends their sessions and says which tokens nobody can use any more; the others stay", async () => {
    const { environment, account, agent } = await open();
    const bound = await makeToken(environment, account, { boundUserId: agent.userId });
    const { secret } = await makeToken(environment, account);
    const foreseen = await remove(environment, account.admin, agent.userId, true);
    expect(foreseen).toEqual({ endedSessions: 1, unusableApiTokens: 1, endedAccessTokens: 0 });
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(true);
    expect(await remove(environment, account.admin, agent.userId)).toEqual(foreseen);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(false);
    expect(await isAccepted(environment, basic(agent.email, secret))).toBe(false);
    expect(await isAccepted(environment, basic(account.admin.email, secret))).toBe(true);
    await addUser(environment, account, { email: agent.email });
    expect(await isAccepted(environment, basic(agent.email, secret))).toBe(true);
    expect(await isAccepted(environment, basic(agent.email, bound.secret))).toBe(false);
  });

  test("needs the present etag where one is sent", async () => {
    const { environment, account, agent } = await open();
    expect(await reasonOf(remove(environment, account.admin, agent.userId, false, '"zz"'))).toBe(
      "ETAG_MISMATCH",
    );
  });
});

describe("a password", () => {
  const NEW = "a whole new password";

  async function set(
    environment: TestEnvironment,
    by: Member,
    userId: string,
    currentPassword: string,
    newPassword = NEW,
  ) {
    return setPassword(environment, await by.request(), { userId, currentPassword, newPassword });
  }

  test("of one's own is changed by giving the present one, and ends the other sessions", async () => {
    const { environment, account, agent } = await open();
    const other = await signInAs(environment, account.id, agent.email);
    expect((await set(environment, agent, "", PASSWORD)).endedSessions).toBe(1);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(true);
    expect(await isAccepted(environment, bearer(other))).toBe(false);
    expect(await reasonOf(signInAs(environment, account.id, agent.email))).toBe("SIGN_IN_REFUSED");
    await signInAs(environment, account.id, agent.email, [], NEW);
  });

  test("of one's own is not changed without it, not even by an administrator, and guessing is slowed down", async () => {
    const { environment, account } = await open();
    const { admin } = account;
    for (const userId of ["", admin.userId, "", ""]) {
      const failure = await failureOf(set(environment, admin, userId, "wrong"));
      expect(failure?.reason).toBe("SIGN_IN_REFUSED");
      expect(failure?.details.violations?.[0]?.field).toBe("current_password");
    }
    expect(await reasonOf(signInAs(environment, account.id, admin.email, [], "wrong"))).toBe(
      "SIGN_IN_REFUSED",
    );
    expect(await reasonOf(set(environment, admin, "", PASSWORD))).toBe("SIGN_IN_THROTTLED");
    environment.clock.advance(1_000);
    await set(environment, admin, "", PASSWORD);
  });

  test("of another is set by administrators only, and ends all their sessions", async () => {
    const { environment, account, agent } = await open();
    expect(await reasonOf(set(environment, agent, account.admin.userId, ""))).toBe("RESOURCE_NOT_FOUND");
    expect((await set(environment, account.admin, agent.userId, "")).endedSessions).toBe(1);
    expect(await isAccepted(environment, bearer(agent.sessionToken))).toBe(false);
  });

  test("that an administrator resets meanwhile is not set by who knew the old one", async () => {
    const { environment, account, agent } = await open();
    const { secret } = await makeToken(environment, account);
    const context = await requestWith(environment, basic(agent.email, secret));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    environment.passwords.delay = () => held;
    const own = reasonOf(
      setPassword(environment, context, {
        userId: "",
        currentPassword: PASSWORD,
        newPassword: "the intruder's own",
      }),
    );
    environment.passwords.delay = async () => undefined;
    await set(environment, account.admin, agent.userId, "");
    release();
    expect(await own).toBe("SIGN_IN_REFUSED");
    await signInAs(environment, account.id, agent.email, [], NEW);
  });

  test.each([["x".repeat(9)], ["x".repeat(73)], ["é".repeat(37)], ["0123456789\u0000"], [""]])(
    "what is none (%#) is refused",
    async (newPassword) => {
      const { environment, account, agent } = await open();
      const failure = await failureOf(set(environment, account.admin, agent.userId, "", newPassword));
      expect(failure?.details.violations?.map(({ field }) => field)).toEqual(["new_password"]);
    },
  );
});

test("a read-only session looks but does not change", async () => {
  const { environment, account } = await open();
  const token = await signInAs(environment, account.id, account.admin.email, ["read"]);
  const context = await requestWith(environment, bearer(token));
  await getUser(environment, context, { id: account.admin.userId });
  const user: Pick<User, "email" | "role" | "verified" | "suspended"> = {
    email: "x@acme.example",
    role: "AGENT",
    verified: true,
    suspended: false,
  };
  const added = createUser(environment, context, { ...user, name: "", password: "", requestId: "" });
  expect(await failureOf(added)).toMatchObject({
    reason: "SCOPE_INSUFFICIENT",
    details: { metadata: { scope: "users:write" } },
  });
});

describe("a credential restricted to scopes", () => {
  async function openRestricted() {
    const { environment, account, agent } = await open();
    const chief = { email: "chief@acme.example", role: "ADMIN", password: PASSWORD } as const;
    const clerk = await addMember(environment, account, chief, ["users:write"]);
    return { environment, agent, clerk };
  }

  const newcomer = {
    email: "new@acme.example",
    name: "New",
    role: "AGENT",
    verified: true,
    suspended: false,
    password: "",
    requestId: "",
  } as const;

  test("manages users", async () => {
    const { environment, agent, clerk } = await openRestricted();
    await createUser(environment, await clerk.request(), newcomer);
    const { user } = await change(environment, clerk, agent.userId, { suspended: true });
    expect(user.suspended).toBe(true);
  });

  test.each([
    ["an administrator", { role: "ADMIN" }],
    ["somebody with a password", { password: PASSWORD }],
  ] as const)("does not make %s: it would hand out more than it holds", async (_, more) => {
    const { environment, clerk } = await openRestricted();
    const making = createUser(environment, await clerk.request(), { ...newcomer, ...more });
    expect(await reasonOf(making)).toBe("SCOPE_INSUFFICIENT");
  });

  test("raises nobody to administrator, and sets nobody's password", async () => {
    const { environment, agent, clerk } = await openRestricted();
    expect(await reasonOf(change(environment, clerk, agent.userId, { role: "ADMIN" }))).toBe(
      "SCOPE_INSUFFICIENT",
    );
    const setting = setPassword(environment, await clerk.request(), {
      userId: agent.userId,
      currentPassword: "",
      newPassword: "another battery horse",
    });
    expect(await reasonOf(setting)).toBe("SCOPE_INSUFFICIENT");
  });
});
