import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, credentials, type GrpcObject, loadPackageDefinition, Metadata, status } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { protoPath as healthProtoPath } from "grpc-health-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SERVICES } from "../../../server/grpc/registry.js";
import { eventually } from "../../support/eventually.js";
import { detailsOf, failureOf, startServer, type TestServer } from "../../support/running-server.js";

let directory: string;
let server: TestServer | undefined;
const others: Server[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "latchkey-serve-"));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  for (const other of others.splice(0)) other.close();
  rmSync(directory, { recursive: true });
});

/** Something else that listens. */
async function occupy(where: string | number): Promise<number> {
  const other = createServer();
  others.push(other);
  await new Promise<void>((resolve) => {
    if (typeof where === "string") other.listen(where, resolve);
    else other.listen(where, "127.0.0.1", resolve);
  });
  const address = other.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

// Both kinds of call of services that the contract does not know.
type Foreign = Client &
  Record<string, (request: object, answer: (error: Error | null, value: unknown) => void) => void> &
  Record<string, () => import("@grpc/grpc-js").ClientDuplexStream<object, Record<string, unknown>>>;

function foreignClient(protoPath: string, name: string, address: string): Foreign {
  const definition = loadSync(protoPath, { enums: String });
  const namespace = name
    .split(".")
    .reduce((found, part) => found[part] as GrpcObject, loadPackageDefinition(definition));
  return new (namespace as unknown as typeof Client)(address, credentials.createInsecure()) as Foreign;
}

test("a public unix socket offers the same, and asks for a credential", async () => {
  const socket = join(directory, "public.sock");
  server = await startServer({ flags: ["--socket", socket] });
  const admin = await server.signUp();
  const client = server.connect(`unix:${socket}`);
  expect(await client.accounts.GetSetupState({})).toEqual({ setupRequired: false });
  const { account } = await client.accounts.GetAccount({}, admin.metadata);
  expect(account?.id).toBe("acme");
  expect((await failureOf(client.accounts.ListAccounts({}))).code).toBe(status.UNAUTHENTICATED);
});

test("the operator's socket needs no credential, and is for the server's user only", async () => {
  server = await startServer();
  expect(await server.operator.accounts.ListAccounts({})).toMatchObject({ accounts: [] });
  const socket = server.config.operatorSocket as string;
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
  expect((await failureOf(server.calls.accounts.ListAccounts({}))).code).toBe(status.UNAUTHENTICATED);
});

test("over the operator's socket a credential counts when one is sent", async () => {
  server = await startServer();
  const admin = await server.signUp();
  const { account } = await server.operator.accounts.GetAccount({}, admin.metadata);
  expect(account?.id).toBe("acme");
  const failure = await failureOf(server.operator.accounts.ListAccounts({}, admin.metadata));
  expect(detailsOf(failure).reason).toBe("ROLE_INSUFFICIENT");
});

test("sockets go away when the server stops", async () => {
  const socket = join(directory, "public.sock");
  const stopped = await startServer({ flags: ["--socket", socket] });
  await stopped.stop();
  expect(existsSync(socket)).toBe(false);
});

test("a port that is taken refuses the start and says what to do", async () => {
  const port = await occupy(0);
  await expect(startServer({ flags: ["--port", String(port), "--http-port", "0"] })).rejects.toThrow(
    `127.0.0.1:${port} is taken: another Latchkey may be running there. Stop it, or choose another port with --port`,
  );
});

test("an address this machine does not have refuses the start", async () => {
  const flags = ["--host", "192.0.2.1", "--allow-plaintext-on-network"];
  await expect(startServer({ flags })).rejects.toThrow(/no such address.*--host/);
});

test("a socket that a dead server left behind is no obstacle", async () => {
  const socket = join(directory, "public.sock");
  await occupy(join(directory, "moved.sock"));
  // Closing removes the socket by its first name, so this one stays, and nobody answers.
  renameSync(join(directory, "moved.sock"), socket);
  await new Promise((resolve) => others.pop()?.close(resolve));
  expect(existsSync(socket)).toBe(true);
  server = await startServer({ flags: ["--socket", socket] });
  const client = server.connect(`unix:${socket}`);
  expect(await client.accounts.GetSetupState({})).toEqual({ setupRequired: true });
});

test("a socket that is answered, and a file in its place, refuse the start", async () => {
  const socket = join(directory, "public.sock");
  await occupy(socket);
  await expect(startServer({ flags: ["--socket", socket] })).rejects.toThrow(/Another server listens on/);
  const file = join(directory, "file");
  writeFileSync(file, "precious");
  await expect(startServer({ flags: ["--socket", file] })).rejects.toThrow(/is no socket/);
  expect(existsSync(file)).toBe(true);
});

test("an operator's socket where others can enter refuses the start", async () => {
  const open = join(directory, "open");
  mkdirSync(open);
  chmodSync(open, 0o755);
  await expect(startServer({ flags: ["--operator-socket", join(open, "o.sock")] })).rejects.toThrow(
    /which others can enter: run `chmod 700 /,
  );
});

test("health tells of every service", async () => {
  server = await startServer();
  const health = foreignClient(healthProtoPath, "grpc.health.v1.Health", server.address);
  const check = (service: string) =>
    new Promise((resolve, reject) => {
      health["check"]?.({ service }, (error, answer) => (error === null ? resolve(answer) : reject(error)));
    });
  for (const service of ["", ...Object.keys(SERVICES)]) {
    expect(await check(service)).toMatchObject({ status: "SERVING" });
  }
  await expect(check("no.such.Service")).rejects.toMatchObject({ code: status.NOT_FOUND });
  health.close();
});

test.each(["v1", "v1alpha"])("reflection %s lists the services and describes one", async (version) => {
  server = await startServer();
  const protoPath = fileURLToPath(
    new URL(`../proto/grpc/reflection/${version}/reflection.proto`, import.meta.resolve("@grpc/reflection")),
  );
  const reflection = foreignClient(protoPath, `grpc.reflection.${version}.ServerReflection`, server.address);
  const stream = reflection["serverReflectionInfo"]?.() as ReturnType<NonNullable<Foreign[string]>>;
  const ask = (request: object) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      stream.once("data", resolve);
      stream.once("error", reject);
      stream.write(request);
    });
  const { listServicesResponse } = await ask({ listServices: "" });
  const names = (listServicesResponse as { service: { name: string }[] }).service.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(SERVICES), "grpc.health.v1.Health"]));
  const described = await ask({ fileContainingSymbol: "latchkey.v1.ApiTokenService" });
  expect(described["fileDescriptorResponse"]).toBeDefined();
  stream.end();
  reflection.close();
});

test("stopping lets a call under way end, ends streams with SHUTTING_DOWN, and takes no new calls", async () => {
  const stopping = await startServer();
  const { metadata, accountId, adminEmail: email, adminPassword: password } = await stopping.signUp();
  const stream = stopping.calls.watchAuditEvents({}, metadata);
  await new Promise((resolve) => stream.once("data", resolve));
  const streamFailure = new Promise((resolve) => stream.once("error", resolve));
  const verify = vi.spyOn(stopping.environment.passwords, "verify");
  const underWay = stopping.calls.sessions.SignIn({ accountId, email, password });
  await eventually(() => expect(verify).toHaveBeenCalled());
  const stopped = stopping.stop();
  const failure = await streamFailure;
  expect(failure).toMatchObject({ code: status.UNAVAILABLE });
  expect(detailsOf(failure).reason).toBe("SHUTTING_DOWN");
  expect(await underWay).toMatchObject({ sessionToken: expect.stringMatching(/^lks_/) });
  await stopped;
  const late = new Client(stopping.address, credentials.createInsecure());
  const refused = new Promise((resolve) => late.waitForReady(Date.now() + 300, resolve));
  expect(await refused).toBeInstanceOf(Error);
  late.close();
});

test("stopping does not wait for those who only watch the server's health or ask for its services", async () => {
  const stopping = await startServer({ flags: ["--shutdown-grace-seconds", "60"] });
  const health = foreignClient(healthProtoPath, "grpc.health.v1.Health", stopping.address);
  const watch = (
    health as unknown as { watch(request: object): import("@grpc/grpc-js").ClientReadableStream<object> }
  ).watch({});
  const seen: unknown[] = [];
  const ended = new Promise((resolve) => watch.once("error", resolve));
  await new Promise((resolve) => watch.on("data", (answer) => resolve(seen.push(answer))));
  await stopping.stop();
  expect(await ended).toMatchObject({ code: status.UNAVAILABLE });
  expect(seen).toEqual([{ status: "SERVING" }, { status: "NOT_SERVING" }]);
  health.close();
});

test("a request larger than allowed is refused", async () => {
  server = await startServer({ flags: ["--max-message-bytes", "2048"] });
  const failure = await failureOf(server.calls.accounts.CreateAccount({ displayName: "x".repeat(4_096) }));
  expect(failure.code).toBe(status.RESOURCE_EXHAUSTED);
});

test("bytes that are no message are refused as such", async () => {
  server = await startServer();
  const { client } = server.calls;
  const answer = new Promise((resolve) => {
    const path = "/latchkey.v1.AccountService/CreateAccount";
    const bytes = (value: Buffer) => value;
    client.makeUnaryRequest(path, bytes, bytes, Buffer.from([0xff, 0xff, 0xff]), new Metadata(), resolve);
  });
  const failure = await answer;
  expect(failure).toMatchObject({ code: status.INVALID_ARGUMENT });
  expect(detailsOf(failure).reason).toBe("FIELD_INVALID");
});
