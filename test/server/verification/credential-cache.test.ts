import { describe, expect, test } from "vitest";
import { identify } from "../../../server/domain/decisions.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { reactivateApiToken } from "../../../server/usecases/reactivate-api-token.js";
import { signOut } from "../../../server/usecases/sign-out.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import { CredentialCache } from "../../../server/verification/credential-cache.js";
import {
  addMember,
  addUser,
  basic,
  bearer,
  ENGINES,
  type EngineName,
  HOME_IP,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  switchAccess,
} from "../../support/test-environment.js";

async function open(engine: EngineName = "memory") {
  const environment = await openTestEnvironment(engine);
  const account = await makeOpenAccount(environment);
  let reads = 0;
  const { readNow } = environment.store;
  environment.store.readNow = (work) => {
    reads += 1;
    return readNow.call(environment.store, work) as never;
  };
  const answer = (header: string) => {
    const facts = environment.credentials.facts(header);
    if (facts instanceof Promise) throw new Error("It should be there at once.");
    return identify(facts, { sourceIp: HOME_IP, now: environment.clock.now });
  };
  /** How many records were read for an answer. */
  const readsFor = (header: string) => {
    const before = reads;
    answer(header);
    return reads - before;
  };
  return { environment, account, answer, readsFor };
}

describe.each(ENGINES)("on %s", (engine) => {
  test("what came before is answered at once, without a read, be it good or not", async () => {
    const { environment, account, answer, readsFor } = await open(engine);
    const { secret } = await makeToken(environment, account);
    const good = basic(account.admin.email, secret);
    const unknown = basic(account.admin.email, environment.newSecret("API_TOKEN"));
    expect(answer(good)?.user?.email).toBe(account.admin.email);
    expect(answer(unknown)).toBeUndefined();
    expect([good, unknown].map(readsFor)).toEqual([0, 0]);
    expect(answer(good)?.kind).toBe("API_TOKEN");
    expect(answer(unknown)).toBeUndefined();
  });

  test("a token's own change is in the very next answer, and leaves others alone", async () => {
    const { environment, account, answer, readsFor } = await open(engine);
    const [one, other] = [await makeToken(environment, account), await makeToken(environment, account)];
    const [first, second] = [one, other].map(({ secret }) => basic(account.admin.email, secret)) as [
      string,
      string,
    ];
    for (const header of [first, second]) expect(answer(header)).toBeDefined();
    const context = await account.admin.request();
    await deactivateApiToken(environment, context, { id: one.id, etag: "", validateOnly: false });
    expect(readsFor(second)).toBe(0);
    expect([answer(first), answer(second)?.credentialId]).toEqual([undefined, other.id]);
    await reactivateApiToken(environment, context, { id: one.id, etag: "" });
    expect(answer(first)?.credentialId).toBe(one.id);
    await deleteApiToken(environment, context, { id: one.id, etag: "", validateOnly: false });
    expect(answer(first)).toBeUndefined();
  });

  test("the answer changes in the turn in which the change is accepted, before it is durable", async () => {
    const { environment, account, answer } = await open(engine);
    const { id, secret } = await makeToken(environment, account);
    const header = basic(account.admin.email, secret);
    expect(answer(header)).toBeDefined();
    let accepted = 0;
    let isAcceptedAfterwards: unknown;
    environment.store.observe((writes) => {
      if (!writes.some(({ key }) => key.startsWith("api-tokens/"))) return;
      accepted += 1;
      isAcceptedAfterwards = answer(header);
    });
    const deleting = deleteApiToken(environment, await account.admin.request(), {
      id,
      etag: "",
      validateOnly: false,
    });
    await deleting;
    expect([accepted, isAcceptedAfterwards]).toEqual([1, undefined]);
  });
});

test("a change of settings, of a user or a session ends what builds on it, and nothing else", async () => {
  const { environment, account, answer, readsFor } = await open();
  const { admin } = account;
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  const other = await makeOpenAccount(environment, "other");
  const { secret } = await makeToken(environment, account);
  const elsewhere = basic(other.admin.email, (await makeToken(environment, other)).secret);
  const [byAdmin, byAgent] = [basic(admin.email, secret), basic(agent.email, secret)];
  const session = bearer(agent.sessionToken);
  const all = [byAdmin, byAgent, session, elsewhere];
  const warm = () => all.map((header) => answer(header) !== undefined);
  expect(warm()).toEqual([true, true, true, true]);

  const suspended = { id: agent.userId, suspended: true };
  const values = { email: "", name: "", role: "AGENT" as const, verified: true, ...suspended };
  await updateUser(environment, await admin.request(), {
    ...values,
    updateMask: ["suspended"],
    etag: "",
  });
  expect(all.map(readsFor)).toEqual([0, 1, 1, 0]);
  expect(warm()).toEqual([true, false, false, true]);

  await switchAccess(environment, account, false);
  expect(readsFor(elsewhere)).toBe(0);
  expect(warm()).toEqual([false, false, false, true]);
  await switchAccess(environment, account, true);
  expect(warm()).toEqual([true, false, false, true]);
});

test("an e-mail that is taken by nobody works once somebody has it, and no more when they are gone", async () => {
  const { environment, account, answer } = await open();
  const { secret } = await makeToken(environment, account);
  const header = basic("new@acme.example", secret);
  expect(answer(header)).toBeUndefined();
  const user = await addUser(environment, account, { email: "new@acme.example" });
  expect(answer(header)?.user?.id).toBe(user.id);
  await deleteUser(environment, await account.admin.request(), {
    id: user.id,
    etag: "",
    validateOnly: false,
  });
  expect(answer(header)).toBeUndefined();
});

test("a session that is signed out is over", async () => {
  const { environment, account, answer } = await open();
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  expect(answer(bearer(agent.sessionToken))?.kind).toBe("SESSION");
  await signOut(environment, await agent.request());
  expect(answer(bearer(agent.sessionToken))).toBeUndefined();
});

test("it is bounded, keeps what is of use, and knows what it let go only by reading it again", async () => {
  const { environment, account } = await open();
  const cache = new CredentialCache(environment.store, environment.digest, 50);
  const { id, secret } = await makeToken(environment, account);
  const header = basic(account.admin.email, secret);
  const isGood = () => cache.facts(header) !== undefined;
  expect(isGood()).toBe(true);
  for (let n = 0; n < 500; n++) {
    cache.facts(basic(account.admin.email, environment.newSecret("API_TOKEN")));
    expect(cache.size).toBeLessThanOrEqual(50);
    if (n % 7 === 0) expect(isGood()).toBe(true);
  }
  for (let n = 0; n < 500; n++) cache.facts(basic("", environment.newSecret("API_TOKEN")));
  await deleteApiToken(environment, await account.admin.request(), { id, etag: "", validateOnly: false });
  expect(isGood()).toBe(false);
});

test("what cannot be a credential takes no place", async () => {
  const { environment } = await open();
  const before = environment.credentials.size;
  for (const header of ["", "Basic", "Bearer x", `Bearer ${"x".repeat(2_000)}`, "Digest a=b"]) {
    expect(environment.credentials.facts(header)).toBeUndefined();
  }
  expect(environment.credentials.size).toBe(before);
});

test("garbage costs less than what is good, and takes no place that it could wear out", async () => {
  const { environment, account, readsFor } = await open();
  const good = basic(account.admin.email, (await makeToken(environment, account)).secret);
  const unknown = basic(account.admin.email, environment.newSecret("API_TOKEN"));
  const garbage = basic(account.admin.email, `lka_${"x".repeat(36)}`);
  expect(readsFor(good)).toBeGreaterThan(1);
  expect([unknown, garbage].map(readsFor)).toEqual([1, 0]);
  expect([good, unknown, garbage].map(readsFor)).toEqual([0, 0, 0]);
  const before = environment.credentials.size;
  for (let n = 0; n < 10_000; n++) environment.credentials.facts(`Basic ${n}`);
  expect(environment.credentials.size).toBe(before);
});
