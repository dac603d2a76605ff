import { describe, expect, test } from "vitest";
import { Failure } from "../../../server/domain/failure.js";
import { SECOND } from "../../../server/domain/instants.js";
import { SESSION_LIFETIME_MS } from "../../../server/domain/sessions.js";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { openLevelEngine } from "../../../server/engine/level.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { openStore } from "../../../server/store/store.js";
import { apiTokenUses, sessions } from "../../../server/store/tables.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { getApiToken } from "../../../server/usecases/get-api-token.js";
import { signOut } from "../../../server/usecases/sign-out.js";
import {
  addUser,
  basic,
  environmentOver,
  isAccepted,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  START,
  temporaryDirectory,
} from "../../support/test-environment.js";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const token = await makeToken(environment, account);
  const use = (email = account.admin.email, ip?: string) =>
    isAccepted(environment, basic(email, token.secret), ip);
  const lastUse = async () =>
    (await getApiToken(environment, await account.admin.request(), { id: token.id })).lastUse;
  const flush = () => environment.uses.flush(environment.store);
  return { environment, account, token, use, lastUse, flush };
}

describe("the last use of a token", () => {
  test("tells when, by whose e-mail, from where and how often, over flushes", async () => {
    const { environment, account, use, lastUse, flush } = await open();
    await addUser(environment, account, { email: "Agent@acme.example" });
    for (let count = 0; count < 3; count++) await use();
    await flush();
    environment.clock.advance(SECOND);
    await use("agent@acme.example", "198.51.100.1");
    expect(await lastUse()).toMatchObject({ count: 3, time: START });
    await flush();
    expect(await lastUse()).toMatchObject({
      count: 4,
      time: START + SECOND,
      email: "Agent@acme.example",
      sourceIp: "198.51.100.1",
    });
  });

  test("is no change: neither the etag nor the update time move", async () => {
    const { environment, account, token, use, flush } = await open();
    environment.clock.advance(SECOND);
    await use();
    await flush();
    const view = await getApiToken(environment, await account.admin.request(), { id: token.id });
    expect(view.token).toEqual(token.view.token);
  });

  test("is not counted when it was refused", async () => {
    const { use, lastUse, flush } = await open();
    await use("nobody@acme.example");
    await flush();
    expect(await lastUse()).toBeUndefined();
  });

  test("does not come back after the token was deleted", async () => {
    const { environment, account, token, use, flush } = await open();
    await use();
    await flush();
    await use();
    const input = { id: token.id, etag: "", validateOnly: false };
    await deleteApiToken(environment, await account.admin.request(), input);
    await flush();
    const left = await environment.store.read((reader) => reader.list(apiTokenUses, [], { limit: 5 }));
    expect(left).toEqual([]);
  });

  test("stays the latest, whichever is written last", async () => {
    const { environment, use, lastUse, flush } = await open();
    environment.clock.advance(SECOND);
    await use();
    await flush();
    environment.clock.advance(-SECOND);
    await use();
    await flush();
    expect(await lastUse()).toMatchObject({ count: 2, time: START + SECOND });
  });
});

test("of very many, some are written at a time, those first that wait the longest", async () => {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const tokens = [];
  for (let n = 0; n < 250; n++) tokens.push(await makeToken(environment, account));
  const use = (token?: { secret: string }) =>
    isAccepted(environment, basic(account.admin.email, token?.secret ?? ""));
  for (const token of tokens) await use(token);
  // Used again, it keeps its place.
  await use(tokens[0]);
  const written = async () =>
    (await environment.store.read((reader) => reader.list(apiTokenUses, [], { limit: 1_000 }))).map(
      ({ tokenId, count }) => [tokenId, count],
    );
  await environment.uses.flushSome(environment.store);
  expect(await written()).toEqual(tokens.slice(0, 200).map(({ id }, n) => [id, n === 0 ? 2 : 1]));
  await environment.uses.flushSome(environment.store);
  expect(await written()).toHaveLength(250);
});

test("what cannot be written is kept, counts and all, and written later", async () => {
  let isFull = false;
  const engine = openMemoryEngine({
    beforeCommit: () => {
      if (isFull) throw new StorageUnavailableError("The disk is full.");
    },
  });
  const environment = environmentOver(await openStore(engine));
  const account = await makeOpenAccount(environment);
  const token = await makeToken(environment, account);
  const use = () => isAccepted(environment, basic(account.admin.email, token.secret));
  await use();
  await use();
  environment.clock.advance(120 * SECOND);
  await account.admin.request();
  isFull = true;
  await expect(environment.uses.flush(environment.store)).rejects.toThrow(Failure);
  await use();
  isFull = false;
  await environment.uses.flush(environment.store);
  const context = await account.admin.request();
  const { lastUse } = await getApiToken(environment, context, { id: token.id });
  expect(lastUse).toMatchObject({ count: 3, time: START + 120 * SECOND });
  const [session] = await environment.store.read((reader) => reader.list(sessions, [], { limit: 1 }));
  expect(session?.expireTime).toBe(START + 120 * SECOND + SESSION_LIFETIME_MS);
});

test("a restart loses at most what was not flushed", async () => {
  const directory = temporaryDirectory();
  const before = environmentOver(await openStore(await openLevelEngine({ directory })));
  const account = await makeOpenAccount(before);
  const token = await makeToken(before, account);
  await isAccepted(before, basic(account.admin.email, token.secret));
  await before.uses.flush(before.store);
  await isAccepted(before, basic(account.admin.email, token.secret));
  await before.store.close();
  const after = environmentOver(await openStore(await openLevelEngine({ directory })));
  const uses = await after.store.read((reader) => reader.list(apiTokenUses, [], { limit: 5 }));
  await after.store.close();
  expect(uses).toMatchObject([{ tokenId: token.id, count: 1 }]);
});

describe("a session's use", () => {
  test("moves its end, but not for less than a minute, nor once it is signed out", async () => {
    const { environment, account, flush } = await open();
    const endOf = async () =>
      (await environment.store.read((reader) => reader.list(sessions, [], { limit: 1 })))[0]?.expireTime;
    environment.clock.advance(60 * SECOND);
    await account.admin.request();
    await flush();
    expect(await endOf()).toBe(START + SESSION_LIFETIME_MS);
    environment.clock.advance(1);
    const context = await account.admin.request();
    await flush();
    expect(await endOf()).toBe(START + 60 * SECOND + 1 + SESSION_LIFETIME_MS);
    environment.clock.advance(120 * SECOND);
    await account.admin.request();
    await signOut(environment, context);
    await flush();
    expect(await endOf()).toBeUndefined();
  });
});
