import { expect, test } from "vitest";
import { HOUR } from "../../../server/domain/instants.js";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { openStore } from "../../../server/store/store.js";
import { hourlyUsage } from "../../../server/store/tables.js";
import { authenticate } from "../../../server/usecases/authenticate.js";
import { getUsage } from "../../../server/usecases/get-usage.js";
import { sweep } from "../../../server/usecases/sweep.js";
import { UsageCounter } from "../../../server/verification/usage-counter.js";
import {
  basic,
  failureOf,
  isAccepted,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  request,
  START,
} from "../../support/test-environment.js";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const token = await makeToken(environment, account);
  const flush = () => environment.uses.flush(environment.store);
  const usage = async (hours = 0) => {
    await flush();
    return getUsage(environment, await account.admin.request(), { hours });
  };
  return { environment, account, token, flush, usage };
}

test("uses are told by hour and kind, quiet hours too, the oldest first", async () => {
  const { environment, account, token, flush, usage } = await open();
  const use = () => isAccepted(environment, basic(account.admin.email, token.secret));
  await use();
  await use();
  await flush();
  await use();
  environment.clock.advance(2 * HOUR);
  await use();
  const hours = await usage(4);
  expect(hours.map(({ startTime }) => (startTime - START) / HOUR)).toEqual([-1, 0, 1, 2]);
  expect(hours.map(({ apiTokenUses }) => apiTokenUses)).toEqual([0, 3, 0, 1]);
  expect((await usage(4)).at(-1)?.sessionUses).toBeGreaterThan(0);
  expect(await usage()).toHaveLength(24);
});

test("what a service is told no about counts as refused, in its own account only", async () => {
  const { environment, account, usage } = await open();
  const other = await makeOpenAccount(environment, "globex");
  const context = await account.admin.request();
  const ask = (authorization: string, requiredScopes: string[] = []) =>
    authenticate(environment, context, { authorization, method: "", path: "", sourceIp: "", requiredScopes });
  await ask("Bearer nonsense");
  await ask("");
  const refused = (await usage(1)).map(({ refusals }) => refusals);
  expect(refused).toEqual([2]);
  const elsewhere = await getUsage(environment, await other.admin.request(), { hours: 336 });
  expect(elsewhere.reduce((sum, { refusals }) => sum + refusals, 0)).toBe(0);
});

test("more hours than are kept are refused, and old ones go", async () => {
  const { environment, account, token, flush } = await open();
  await isAccepted(environment, basic(account.admin.email, token.secret));
  await flush();
  const kept = () =>
    environment.store.read((reader) => reader.list(hourlyUsage, [account.id], { limit: 10 }));
  expect(await kept()).toHaveLength(1);
  const failure = await failureOf(
    account.admin.request().then((context) => getUsage(environment, context, { hours: 337 })),
  );
  expect(failure?.reason).toBe("FIELD_INVALID");
  environment.clock.advance(335 * HOUR);
  await sweep(environment, request(environment, { kind: "SYSTEM" }));
  expect(await kept()).not.toHaveLength(0);
  environment.clock.advance(HOUR);
  await sweep(environment, request(environment, { kind: "SYSTEM" }));
  expect((await kept()).filter(({ startTime }) => startTime === START)).toHaveLength(0);
});

test("what cannot be written is kept for the next time, and nothing is counted twice", async () => {
  const counter = new UsageCounter();
  const store = await openStore(openMemoryEngine());
  const broken = {
    write: () => Promise.reject(new StorageUnavailableError("full")),
  } as unknown as typeof store;
  counter.count("acme", "refusals", START);
  await expect(counter.flush(broken)).rejects.toThrow();
  counter.count("acme", "refusals", START + 1);
  await counter.flush(store);
  await counter.flush(store);
  const [hour] = await store.read((reader) => reader.list(hourlyUsage, ["acme"], { limit: 10 }));
  expect(hour?.refusals).toBe(2);
});
