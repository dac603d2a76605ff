import { describe, expect, test } from "vitest";
import type { AuditAction, AuditEvent } from "../../../server/domain/audit-events.js";
import { openStore } from "../../../server/store/store.js";
import { accounts, auditEvents } from "../../../server/store/tables.js";
import { batchDeleteApiTokens } from "../../../server/usecases/batch-delete-api-tokens.js";
import { createAccount } from "../../../server/usecases/create-account.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { getSettings } from "../../../server/usecases/get-settings.js";
import { listAuditEvents } from "../../../server/usecases/list-audit-events.js";
import { reactivateApiToken } from "../../../server/usecases/reactivate-api-token.js";
import { setPassword } from "../../../server/usecases/set-password.js";
import { signOut } from "../../../server/usecases/sign-out.js";
import { updateApiToken } from "../../../server/usecases/update-api-token.js";
import { updateSettings } from "../../../server/usecases/update-settings.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import { watchAuditEvents } from "../../../server/usecases/watch-audit-events.js";
import { findInconsistencies, readEverything } from "../../support/consistency.js";
import {
  addMember,
  addUser,
  basic,
  ENGINES,
  environmentOver,
  isAccepted,
  makeAccount,
  makeOpenAccount,
  makeToken,
  OPERATOR,
  openTestEngine,
  openTestEnvironment,
  PASSWORD,
  PLAIN_TOKEN,
  reasonOf,
  request,
  START,
  signInAs,
} from "../../support/test-environment.js";

const ALL = { pageSize: 200, pageToken: "", filter: "", orderBy: "create_time" };

async function openWorld() {
  const engine = await openTestEngine("memory");
  const environment = environmentOver(await openStore(engine));
  const account = await makeOpenAccount(environment);
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  const token = await makeToken(environment, account);
  return { engine, environment, account, agent, token, admin: account.admin };
}

type World = Awaited<ReturnType<typeof openWorld>>;

/** Every change, the action it is told as, and the fields that are told of it. */
const CHANGES: Partial<
  Record<AuditAction, { readonly act: (world: World) => Promise<unknown>; readonly changes: unknown[] }>
> = {
  "settings.update": {
    act: async ({ environment, admin }) => {
      const context = await admin.request();
      const before = await getSettings(environment, context);
      const values = { ...before, oauthAccess: true, resources: ["tickets", "orders"] };
      await updateSettings(environment, context, { values, etag: "", updateMask: ["*"] });
    },
    changes: [
      { field: "oauth_access", before: "false", after: "true" },
      { field: "resources", before: "", after: "tickets, orders" },
    ],
  },
  "user.create": {
    act: ({ environment, account }) =>
      addUser(environment, account, { email: "new@acme.example", name: "New", role: "END_USER" }),
    changes: [
      { field: "email", before: "", after: "new@acme.example" },
      { field: "name", before: "", after: "New" },
      { field: "role", before: "", after: "END_USER" },
      { field: "verified", before: "", after: "true" },
      { field: "suspended", before: "", after: "false" },
    ],
  },
  "user.update": {
    act: async ({ environment, admin, agent }) =>
      updateUser(environment, await admin.request(), {
        id: agent.userId,
        email: "",
        name: "",
        role: undefined,
        verified: false,
        suspended: true,
        etag: "",
        updateMask: ["suspended"],
      }),
    changes: [{ field: "suspended", before: "false", after: "true" }],
  },
  "user.set_password": {
    act: async ({ environment, admin, agent }) =>
      setPassword(environment, await admin.request(), {
        userId: agent.userId,
        currentPassword: "",
        newPassword: "quite another one",
      }),
    changes: [],
  },
  "user.set_password_refused": {
    act: async ({ environment, admin }) =>
      reasonOf(
        setPassword(environment, await admin.request(), {
          userId: "",
          currentPassword: "not the present one",
          newPassword: "quite another one",
        }),
      ),
    changes: [],
  },
  "user.delete": {
    act: async ({ environment, admin, agent }) =>
      deleteUser(environment, await admin.request(), { id: agent.userId, etag: "", validateOnly: false }),
    changes: [
      { field: "email", before: "agent@acme.example", after: "" },
      { field: "name", before: "agent@acme.example", after: "" },
      { field: "role", before: "AGENT", after: "" },
      { field: "verified", before: "true", after: "" },
      { field: "suspended", before: "false", after: "" },
    ],
  },
  "session.sign_in": {
    act: ({ environment, account, agent }) => signInAs(environment, account.id, agent.email),
    changes: [],
  },
  "session.sign_in_refused": {
    act: ({ environment, account, agent }) =>
      reasonOf(signInAs(environment, account.id, agent.email, [], "not the present one")),
    changes: [],
  },
  "session.sign_out": {
    act: async ({ environment, agent }) => signOut(environment, await agent.request()),
    changes: [],
  },
  "api_token.create": {
    act: ({ environment, account }) =>
      makeToken(environment, account, {
        description: "new",
        expireTime: START + 1,
        scopes: ["read", "authenticate"],
        ipAllowList: ["10.0.0.1"],
      }),
    changes: [
      { field: "description", before: "", after: "new" },
      { field: "expire_time", before: "", after: new Date(START + 1).toISOString() },
      { field: "scopes", before: "", after: "read, authenticate" },
      { field: "ip_allow_list", before: "", after: "10.0.0.1" },
    ],
  },
  "api_token.update": {
    act: async ({ environment, admin, token }) =>
      updateApiToken(environment, await admin.request(), {
        id: token.id,
        etag: "",
        choices: { ...PLAIN_TOKEN, description: "renamed", boundUserId: admin.userId },
        updateMask: ["*"],
      }),
    changes: [
      { field: "description", before: "nightly export", after: "renamed" },
      { field: "bound_user_id", before: "", after: expect.stringMatching(/^usr_/) },
    ],
  },
  "api_token.deactivate": {
    act: async ({ environment, admin, token }) =>
      deactivateApiToken(environment, await admin.request(), { id: token.id, etag: "", validateOnly: false }),
    changes: [{ field: "deactivation_cause", before: "", after: "MANUAL" }],
  },
  "api_token.delete": {
    act: async ({ environment, admin, token }) =>
      deleteApiToken(environment, await admin.request(), { id: token.id, etag: "", validateOnly: false }),
    changes: [{ field: "description", before: "nightly export", after: "" }],
  },
};

describe("every change and its one event share a commit", () => {
  test.each(Object.entries(CHANGES))("%s", async (action, { act, changes }) => {
    const world = await openWorld();
    const { engine, environment } = world;
    const position = environment.store.position();
    const feed = environment.store.changes(auditEvents, position);
    await act(world);
    expect(environment.store.position()).toBe(position + 1);
    const { value } = await feed.next();
    await feed.return(undefined);
    expect(value?.record).toMatchObject({ action, changes, accountId: "acme", createTime: START });
    expect(value?.record?.requestId).toMatch(/^req_/);
    expect(await findInconsistencies(engine)).toEqual([]);
  });

  test("api_token.reactivate tells the cause that is over", async () => {
    const { engine, environment, admin, token } = await openWorld();
    const { id } = token;
    await deactivateApiToken(environment, await admin.request(), { id, etag: "", validateOnly: false });
    const position = environment.store.position();
    await reactivateApiToken(environment, await admin.request(), { id, etag: "" });
    expect(environment.store.position()).toBe(position + 1);
    const { items } = await listAuditEvents(environment, await admin.request(), { ...ALL, orderBy: "" });
    expect(items[0]).toMatchObject({
      action: "api_token.reactivate",
      actor: { kind: "SESSION", email: admin.email, userId: admin.userId },
      changes: [{ field: "deactivation_cause", before: "MANUAL", after: "" }],
    });
    expect(await findInconsistencies(engine)).toEqual([]);
  });

  test("a batch deletion has one for each token", async () => {
    const { engine, environment, account, admin, token } = await openWorld();
    const other = await makeToken(environment, account);
    const ids = [token.id, other.id];
    await batchDeleteApiTokens(environment, await admin.request(), { ids, validateOnly: false });
    const { items } = await listAuditEvents(environment, await admin.request(), ALL);
    expect(items.slice(-2).map(({ action, resourceId }) => [action, resourceId])).toEqual([
      ["api_token.delete", token.id],
      ["api_token.delete", other.id],
    ]);
    expect(await findInconsistencies(engine)).toEqual([]);
  });

  test("a new account's first event tells of its administrator and the operator", async () => {
    const environment = await openTestEnvironment();
    const { admin } = await makeAccount(environment);
    const { items } = await listAuditEvents(environment, await admin.request(), ALL);
    expect(items).toMatchObject([
      {
        action: "account.create",
        resourceId: "acme",
        actor: { kind: "OPERATOR", userId: "" },
        changes: [
          { field: "admin_email", before: "", after: admin.email },
          { field: "admin_user_id", before: "", after: admin.userId },
        ],
      },
    ]);
  });
});

test("no secret is anywhere in what is stored: not a token, a session, a setup code or a password", async () => {
  const world = await openWorld();
  const { engine, environment, admin, token } = world;
  for (const { act } of Object.values(CHANGES)) if (act) await reasonOf(act(world) as Promise<unknown>);
  await isAccepted(environment, basic(admin.email, token.secret));
  await environment.uses.flush(environment.store);
  const setupCode = environment.newSecret("SETUP_CODE");
  await createAccount(environment, request(environment, OPERATOR), {
    setupCode,
    accountId: "globex",
    displayName: "",
    adminEmail: "x@globex.example",
    adminName: "",
    adminPassword: PASSWORD,
    requestId: "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11",
  });
  const stored = (await readEverything(engine)).map(({ key, value }) => `${key} ${value}`).join("\n");
  expect(environment.secrets.length).toBeGreaterThan(5);
  const secrets = [...environment.secrets, PASSWORD, "quite another one", "not the present one"];
  for (const secret of secrets) {
    expect(stored.includes(secret)).toBe(false);
    expect(stored.includes(Buffer.from(secret).toString("base64").replace(/=+$/, ""))).toBe(false);
    // Of a secret of ours not even the part after the hint.
    if (secret.startsWith("lk")) expect(stored.includes(secret.slice(10))).toBe(false);
  }
});

describe("the list", () => {
  test("is the account's own, newest first, filtered, and page by page as whole", async () => {
    const { environment, account, admin } = await openWorld();
    const other = await makeOpenAccount(environment, "globex");
    for (let made = 0; made < 20; made++) await makeToken(environment, made % 2 ? account : other);
    const list = async (input: object) =>
      listAuditEvents(environment, await admin.request(), { ...ALL, ...input });
    const whole = await list({ orderBy: "" });
    expect(whole.items.every(({ accountId }) => accountId === "acme")).toBe(true);
    const sequences = whole.items.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => sequences.length - index));
    expect((await list({})).items).toEqual(whole.items.toReversed());
    const made = await list({ filter: 'action = "api_token.create"', orderBy: "" });
    expect(made.items).toHaveLength(11);
    const paged: AuditEvent[] = [];
    let pageToken = "";
    do {
      const page = await list({ filter: 'action = "api_token.create"', orderBy: "", pageSize: 4, pageToken });
      paged.push(...page.items);
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(paged).toEqual(made.items);
  });
});

describe.each(ENGINES)("the watch (%s)", (engine) => {
  async function openWatch() {
    const environment = await openTestEnvironment(engine);
    const account = await makeOpenAccount(environment);
    const watch = async (filter = "", afterId = "") => {
      const context = await account.admin.request();
      const events = await watchAuditEvents(environment, context, { filter, afterId });
      return events[Symbol.asyncIterator]();
    };
    return { environment, account, watch };
  }

  async function take(events: AsyncIterator<AuditEvent>, count: number): Promise<number[]> {
    const sequences: number[] = [];
    while (sequences.length < count) {
      const { value, done } = await events.next();
      if (done) throw new Error("The watch ended.");
      sequences.push(value.sequence);
    }
    await events.return?.();
    return sequences;
  }

  test("begins with the present, or after the event named", async () => {
    const { environment, account, watch } = await openWatch();
    const live = await watch();
    const all = await watch("", "evt_0000000000000000");
    const some = await watch("", "evt_0000000000000001");
    await makeToken(environment, account);
    expect(await take(live, 1)).toEqual([3]);
    expect(await take(all, 3)).toEqual([1, 2, 3]);
    expect(await take(some, 2)).toEqual([2, 3]);
  });

  test("has neither gap nor double while events come in as fast as they can", async () => {
    const { environment, account, watch } = await openWatch();
    const context = await account.admin.request();
    const values = await getSettings(environment, context);
    const write = async (worker: number) => {
      for (let round = 0; round < 40; round++) {
        const changed = { ...values, resources: [`r${worker}_${round}`] };
        await updateSettings(environment, context, { values: changed, etag: "", updateMask: ["resources"] });
      }
    };
    const writing = Promise.all([1, 2, 3, 4, 5, 6].map(write));
    const watches: Promise<number[]>[] = [];
    const expected: number[] = [];
    for (let count = 0; count < 8; count++) {
      const { sequence } = await lastEvent(environment);
      expected.push(sequence);
      const events = await watch("", `evt_${String(sequence).padStart(16, "0")}`);
      watches.push(take(events, 242 - sequence));
    }
    await writing;
    for (const [index, sequences] of (await Promise.all(watches)).entries()) {
      const first = expected[index] as number;
      expect(sequences).toEqual(Array.from({ length: 242 - first }, (_, step) => first + 1 + step));
    }
  });

  test("is filtered, and hears nothing of other accounts", async () => {
    const { environment, account, watch } = await openWatch();
    const events = await watch('action = "api_token.create" resource_label : "wanted"');
    const other = await makeOpenAccount(environment, "globex");
    await makeToken(environment, other, { description: "wanted" });
    await makeToken(environment, account, { description: "other" });
    await makeToken(environment, account, { description: "Wanted" });
    const { value } = await events.next();
    expect(value).toMatchObject({ accountId: "acme", resourceLabel: "Wanted" });
    await events.return?.();
  });

  test("refuses an event there is not, and a filter that cannot be read", async () => {
    const { watch } = await openWatch();
    for (const afterId of ["evt_0000000000000003", "evt_9999999999999999", "evt_1", "x".repeat(10_000)]) {
      expect(await reasonOf(watch("", afterId))).toBe("RESOURCE_NOT_FOUND");
    }
    expect(await reasonOf(watch("secret = 1"))).toBe("FILTER_INVALID");
  });

  async function lastEvent(environment: Awaited<ReturnType<typeof openTestEnvironment>>) {
    const [account] = await environment.store.read((reader) => reader.list(accounts, [], { limit: 1 }));
    // In a transaction, since what is not durable yet cannot be watched from.
    const events = await environment.store.write(async (transaction) =>
      transaction.list(auditEvents, [account?.id ?? ""], { reverse: true, limit: 1 }),
    );
    return events[0] as AuditEvent;
  }
});
