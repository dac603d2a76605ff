import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WatchRevocationsRequest } from "../../../proto/gen/latchkey/v1/WatchRevocationsRequest.js";
import type { WatchRevocationsResponse__Output } from "../../../proto/gen/latchkey/v1/WatchRevocationsResponse.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { eventually } from "../../support/eventually.js";
import {
  basic,
  detailsOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeEach(async () => {
  server = await startServer({ foundations: { heartbeatMs: 50, stallMs: 300 } });
  admin = await server.signUp();
  await switchAccess(true);
});
afterEach(() => server.stop());

async function switchAccess(apiTokenAccess: boolean): Promise<void> {
  const request = { settings: { apiTokenAccess }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(request, admin.metadata);
}

async function makeToken(description = "") {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
    { apiToken: { description } },
    admin.metadata,
  );
  return { id: apiToken?.id ?? "", secret };
}

/** A stream, and all that came of it. */
function watch(request: WatchRevocationsRequest = {}, metadata = admin.metadata) {
  const stream = server.calls.watchRevocations({ heartbeatMilliseconds: 100, ...request }, metadata);
  const messages: WatchRevocationsResponse__Output[] = [];
  const failures: unknown[] = [];
  stream.on("data", (message: WatchRevocationsResponse__Output) => messages.push(message));
  stream.on("error", (error) => failures.push(error));
  return {
    stream,
    messages,
    records: () => messages.flatMap(({ records }) => records),
    /** Until it has told all there was. */
    current: () =>
      eventually(() => {
        const last = messages.at(-1);
        if (last?.currentMilliseconds === undefined || last.currentMilliseconds === null)
          throw new Error("Not yet.");
        return last;
      }),
    failure: () =>
      eventually(() => {
        expect(failures).toHaveLength(1);
        return failures[0];
      }),
  };
}

test("first comes all there is, of this account only and without a secret, then a sign of life", async () => {
  const other = await server.signUp();
  const { id, secret } = await makeToken();
  const { messages, records, current } = watch();
  const last = await current();
  expect(messages.map(({ reset }) => reset)).toEqual([true, ...messages.slice(1).map(() => false)]);
  expect(last.position).toBe(server.environment.store.position());
  const kinds = records().map(({ record }) => record);
  expect(kinds).toEqual(["rules", "user", "apiToken", "session"]);
  expect(records()[0]?.rules).toEqual({
    accountId: "acme",
    apiTokenAccess: true,
    oauthAccess: false,
    ipAllowList: [],
    roleAccessPolicies: [],
    observeUse: false,
  });
  expect(records()[2]?.apiToken).toMatchObject({
    id,
    digest: server.environment.digest(secret),
    deactivated: false,
  });
  const told = JSON.stringify(messages);
  for (const hidden of [secret, admin.sessionToken, other.accountId, other.adminEmail]) {
    expect(told).not.toContain(hidden);
  }
});

test("changes come in the order of commits, and nothing of another account", async () => {
  const other = await server.signUp();
  const { messages, current } = watch();
  await current();
  const seen = messages.length;
  const { id } = await makeToken();
  const named = { user: { id: other.adminUserId, name: "Elsewhere" }, updateMask: { paths: ["name"] } };
  await server.calls.users.UpdateUser(named, other.metadata);
  await server.calls.apiTokens.DeactivateApiToken({ id }, admin.metadata);
  await server.calls.apiTokens.DeleteApiToken({ id }, admin.metadata);
  await switchAccess(false);
  const position = server.environment.store.position();
  await eventually(() => expect(messages.at(-1)?.position).toBe(position));
  const news = messages.slice(seen).flatMap(({ records }) => records);
  expect(news.map((one) => [one.record, one.apiToken?.deactivated ?? one.removed?.kind])).toEqual([
    ["apiToken", false],
    ["apiToken", true],
    ["removed", "RECORD_KIND_API_TOKEN"],
    ["rules", undefined],
  ]);
  const positions = messages.slice(seen).map((message) => message.position);
  expect(positions).toEqual([...positions].sort((one, two) => one - two));
});

test("a sign of life comes again and again, and moves with commits that concern others", async () => {
  const { messages, current } = watch();
  await current();
  await server.signUp();
  const position = server.environment.store.position();
  await eventually(() => expect(messages.at(-1)?.position).toBe(position));
  const [one, two] = messages.slice(-2).map(({ currentMilliseconds }) => currentMilliseconds ?? 0);
  expect(two).toBeGreaterThan(one ?? 0);
  expect(messages.at(-1)?.records).toEqual([]);
});

test("coming back with history and position, only what was missed is told", async () => {
  const first = watch();
  const { history, position } = await first.current();
  first.stream.cancel();
  const { id } = await makeToken();
  const second = watch({ history, position });
  await second.current();
  expect(second.messages.some(({ reset }) => reset)).toBe(false);
  expect(second.records().map(({ apiToken }) => apiToken?.id)).toEqual([id]);
  second.stream.cancel();
  const third = watch({ history, position: server.environment.store.position() });
  await third.current();
  expect(third.records()).toEqual([]);
});

test("a position of another run begins with all there is", async () => {
  const { messages, current } = watch({ history: "run_other", position: 3 });
  await current();
  expect(messages[0]).toMatchObject({ reset: true, records: [{ record: "rules" }] });
});

test("a position that is no longer remembered begins with all there is", async () => {
  await server.stop();
  const openEngine = async () => openMemoryEngine({ tailLength: 3 });
  server = await startServer({ foundations: { openEngine } });
  admin = await server.signUp();
  const { history, position } = await watch().current();
  for (const isOn of [true, false, true, false]) await switchAccess(isOn);
  const { messages, current } = watch({ history, position });
  await current();
  expect(messages[0]).toMatchObject({ reset: true, records: [{ record: "rules" }] });
});

test("a position that is still to come is refused in words", async () => {
  const { history, position } = await watch().current();
  const { failure } = watch({ history, position: position + 1_000 });
  const error = await failure();
  expect(error).toMatchObject({ code: status.OUT_OF_RANGE });
  expect(detailsOf(error).reason).toBe("POSITION_UNKNOWN");
  expect(await watch({ heartbeatMilliseconds: 5 }).failure()).toMatchObject({
    code: status.INVALID_ARGUMENT,
  });
});

test("it ends when the caller's own token goes", async () => {
  const { id, secret } = await makeToken();
  const { current, failure } = watch({}, basic(admin.adminEmail, secret));
  await current();
  await server.calls.apiTokens.DeleteApiToken({ id }, admin.metadata);
  expect(detailsOf(await failure()).reason).toBe("CREDENTIAL_INVALID");
});

test("who does not read is cut off and told so, and others are not held up", async () => {
  const slow = watch();
  const quick = watch();
  await Promise.all([slow.current(), quick.current()]);
  slow.stream.pause();
  const change = async (n: number) => {
    const settings = {
      ipAllowList: ["127.0.0.1", ...Array.from({ length: 99 }, (_, i) => `10.${n % 250}.${i}.0/24`)],
    };
    await server.calls.settings.UpdateSettings(
      { settings, updateMask: { paths: ["ip_allow_list"] } },
      admin.metadata,
    );
  };
  let changes = 0;
  // Until what lies between the two ends is full.
  await eventually(async () => {
    for (let n = 0; n < 20; n++) await change(++changes);
    expect(server.log.join("")).toContain("STREAM_TOO_SLOW");
  });
  await eventually(() => expect(quick.messages.at(-1)?.position).toBe(server.environment.store.position()));
  slow.stream.resume();
  expect(detailsOf(await slow.failure()).reason).toBe("STREAM_TOO_SLOW");
});
