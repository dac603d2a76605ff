import { Metadata, status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contract } from "../../../proto/load.js";
import { StorageUnavailableError } from "../../../server/engine/engine.js";
import { openMemoryEngine } from "../../../server/engine/memory.js";
import { eventually } from "../../support/eventually.js";
import {
  authorization,
  basic,
  detailsOf,
  failureOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeEach(async () => {
  server = await startServer();
  admin = await server.signUp();
  server.log.length = 0;
});
afterEach(() => server.stop());

function logged(): Record<string, unknown>[] {
  return server.log.map((line) => JSON.parse(line));
}

test("an answer carries the request id in its header, and the log has one line without what was said", async () => {
  const { path, requestSerialize, responseDeserialize } =
    contract.latchkey.v1.SettingsService.service.GetSettings;
  const header = await new Promise<Metadata>((resolve, reject) => {
    const fail = (error: Error | null) => error !== null && reject(error);
    const { client } = server.calls;
    client
      .makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, admin.metadata, fail)
      .on("metadata", resolve);
  });
  const [requestId] = header.get("request-id");
  expect(requestId).toMatch(/^req_[0-9a-z]{26}$/);
  await eventually(() => expect(server.log).toHaveLength(1));
  expect(logged()).toEqual([
    {
      level: "debug",
      time: expect.any(String),
      method: "GetSettings",
      requestId,
      sourceIp: "127.0.0.1",
      milliseconds: expect.any(Number),
      code: "OK",
      msg: "call answered",
    },
  ]);
});

test("a refusal tells the same request id in trailer, details and log", async () => {
  const failure = await failureOf(server.calls.users.GetUser({ id: "usr_none" }, admin.metadata));
  expect(failure.code).toBe(status.NOT_FOUND);
  const { requestId, reason } = detailsOf(failure);
  expect(failure.metadata.get("request-id")).toEqual([requestId]);
  expect(logged()).toMatchObject([
    { level: "info", requestId, reason, code: "NOT_FOUND", method: "GetUser" },
  ]);
});

test("a fault tells its request id and nothing else; the cause is in the log", async () => {
  vi.spyOn(server.environment.store, "read").mockRejectedValue(new Error("the cat ate it"));
  const failure = await failureOf(server.calls.accounts.GetSetupState({}));
  expect(failure.code).toBe(status.INTERNAL);
  expect(failure.details).not.toContain("cat");
  const { requestId } = detailsOf(failure);
  const cause = { type: "Error", message: "the cat ate it" };
  expect(logged()).toMatchObject([{ level: "error", requestId, reason: "INTERNAL", error: cause }]);
});

test("the clock is read once for a call", async () => {
  await server.stop();
  const now = vi.fn(() => Date.parse("2026-11-01T08:00:00Z"));
  server = await startServer({ foundations: { now } });
  admin = await server.signUp();
  now.mockClear();
  await server.calls.settings.GetSettings({}, admin.metadata);
  expect(now).toHaveBeenCalledTimes(1);
});

test("who may not call at all does not learn what is wrong with the request", async () => {
  const failure = await failureOf(server.calls.users.CreateUser({}));
  expect(detailsOf(failure)).toMatchObject({ reason: "CREDENTIAL_INVALID", fields: undefined });
});

test("several credentials at once are none, even where each is good", async () => {
  const twice = authorization(`Bearer ${admin.sessionToken}, Bearer ${admin.sessionToken}`);
  const failure = await failureOf(server.calls.settings.GetSettings({}, twice));
  expect(detailsOf(failure).reason).toBe("CREDENTIAL_INVALID");
});

test.each(["", "Bearer", "Bearer x", "Basic x", "Digest abc", "lks_x"])(
  "the credential %j is refused, even where none is needed",
  async (value) => {
    const failure = await failureOf(server.calls.accounts.GetSetupState({}, authorization(value)));
    expect(failure.code).toBe(status.UNAUTHENTICATED);
    expect(detailsOf(failure).reason).toBe("CREDENTIAL_INVALID");
  },
);

test("a credential of 7,000 characters is refused", async () => {
  const long = authorization(`Bearer ${"x".repeat(7_000)}`);
  const failure = await failureOf(server.calls.accounts.GetSetupState({}, long));
  expect(detailsOf(failure).reason).toBe("CREDENTIAL_INVALID");
});

test("no credential is named in the log, good or bad", async () => {
  const secret = server.environment.newSecret("API_TOKEN");
  await failureOf(server.calls.settings.GetSettings({}, basic(admin.adminEmail, secret)));
  await server.calls.settings.GetSettings({}, admin.metadata);
  const text = server.log.join("");
  expect(text).not.toContain(secret);
  expect(text).not.toContain(admin.sessionToken);
});

test("a caller who runs out of time is told so, and the server goes on", async () => {
  const { path, requestSerialize, responseDeserialize } = contract.latchkey.v1.SessionService.service.SignIn;
  const request = { email: admin.adminEmail, password: admin.adminPassword };
  // On a connection that stands, and held until its time is over: how fast the machine is decides nothing.
  await server.calls.accounts.GetSetupState({});
  server.log.length = 0;
  let letGo = (_: boolean) => {};
  const held = new Promise<boolean>((resolve) => {
    letGo = resolve;
  });
  vi.spyOn(server.environment.passwords, "verify").mockReturnValueOnce(held);
  const failure = await new Promise((resolve) => {
    const options = { deadline: Date.now() + 2_000 };
    server.calls.client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      new Metadata(),
      options,
      resolve,
    );
  });
  expect(failure).toMatchObject({ code: status.DEADLINE_EXCEEDED });
  letGo(true);
  await eventually(() => expect(logged()).toMatchObject([{ method: "SignIn" }]));
  expect(await server.calls.sessions.SignIn(request)).toMatchObject({ session: {} });
});

test("when nothing can be stored the caller is told to come back, and the log says why", async () => {
  await server.stop();
  let isFull = false;
  const beforeCommit = () => {
    if (isFull) throw new StorageUnavailableError("no space left on device");
  };
  server = await startServer({ foundations: { openEngine: async () => openMemoryEngine({ beforeCommit }) } });
  admin = await server.signUp();
  isFull = true;
  const updateMask = { paths: ["oauth_access"] };
  const change = { settings: { oauthAccess: true }, updateMask };
  const failure = await failureOf(server.calls.settings.UpdateSettings(change, admin.metadata));
  expect(failure.code).toBe(status.UNAVAILABLE);
  expect(failure.details).not.toContain("no space left");
  expect(detailsOf(failure)).toMatchObject({ reason: "STORAGE_UNAVAILABLE", retryAfterSeconds: 5 });
  const warning = logged().find(({ level }) => level === "warn");
  expect(JSON.stringify(warning)).toContain("no space left on device");
  isFull = false;
  expect(await server.calls.settings.UpdateSettings(change, admin.metadata)).toMatchObject({ settings: {} });
});
