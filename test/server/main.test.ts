import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { credentials } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ReadyMessage } from "../../server/main.js";
import { eventually } from "../support/eventually.js";
import { connectTo } from "../support/running-server.js";
import { canMakeCertificates, makeAuthority } from "./grpc/certificates.js";

let directory: string;
const processes: ServeProcess[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "latchkey-main-"));
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((running) => running.kill()));
  rmSync(directory, { recursive: true });
});

/** A server in a process of its own, and what it says. */
class ServeProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  stdout = "";
  stderr = "";

  constructor(flags: string[], env: Record<string, string> = {}) {
    this.child = fork(fileURLToPath(new URL("serve-process.ts", import.meta.url)), flags, {
      execArgv: ["--import", "tsx"],
      env: { PATH: process.env["PATH"], HOME: directory, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.child.stdout?.on("data", (text) => {
      this.stdout += text;
    });
    this.child.stderr?.on("data", (text) => {
      this.stderr += text;
    });
    // Not "close", which does not come once the channel was disconnected from this side.
    const outputs = [this.child.stdout, this.child.stderr].map((output) => output && once(output, "end"));
    this.exited = once(this.child, "exit").then(async ([code]) => {
      await Promise.all(outputs);
      return code;
    });
    processes.push(this);
  }

  async ready(): Promise<ReadyMessage> {
    const early = this.exited.then((code) =>
      Promise.reject(new Error(`It ended with ${code}: ${this.stderr}`)),
    );
    const [message] = await Promise.race([once(this.child, "message"), early]);
    early.catch(() => {});
    return message as ReadyMessage;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill("SIGKILL");
    await this.exited;
  }
}

function serveIn(data: string, ...flags: string[]): ServeProcess {
  return new ServeProcess(["--data-directory", join(directory, data), "--port", "0", ...flags]);
}

test("it says where it listens and how to make the first account, and stops when it is told to", async () => {
  const server = serveIn("data");
  const { type, address, httpAddress, setupCode } = await server.ready();
  expect(type).toBe("ready");
  expect(setupCode).toMatch(/^lki_/);
  const client = connectTo(address, credentials.createInsecure());
  const account = { accountId: "acme", adminEmail: "ada@acme.example", adminPassword: "correct horse" };
  const made = await client.accounts.CreateAccount({ ...account, setupCode: setupCode ?? "" });
  client.client.close();
  server.child.kill("SIGTERM");
  expect(await server.exited).toBe(0);
  expect(server.stdout).toContain(`Latchkey listens on ${address}.`);
  expect(server.stdout).toContain(`Browsers and OAuth clients are served on ${httpAddress}.`);
  expect(server.stdout).toContain(`latchkey tui --server ${address}`);
  expect(server.stdout).toContain(setupCode);
  for (const secret of [setupCode ?? "", made.sessionToken]) expect(server.stderr).not.toContain(secret);

  const again = serveIn("data");
  expect(await again.ready()).not.toHaveProperty("setupCode");
  again.child.kill("SIGINT");
  expect(await again.exited).toBe(0);
  expect(again.stdout).not.toContain("setup code");
});

test("a directory that is in use refuses the second server in a sentence", async () => {
  const first = serveIn("data");
  await first.ready();
  const second = serveIn("data");
  expect(await second.exited).toBe(1);
  expect(second.stderr).toMatch(/^Latchkey cannot start: The database in .* is in use by another process/);
  expect(second.stderr).not.toMatch(/^\s+at /m);
});

test("a port that is taken refuses the start in a sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const refused = serveIn("data", "--port", String(port), "--http-port", "0");
  expect(await refused.exited).toBe(1);
  expect(refused.stderr).toMatch(/^Latchkey cannot start: 127\.0\.0\.1:\d+ is taken: .*--port/);
  expect(refused.stderr).not.toMatch(/^\s+at /m);
  other.close();
});

test("a bad configuration ends with code 2, every problem on a line", async () => {
  const server = new ServeProcess(["--prot", "1"], { LATCHKEY_ENGINE: "paper" });
  expect(await server.exited).toBe(2);
  expect(server.stderr).toBe(
    "Latchkey cannot start:\n  --prot: There is no such flag; --help lists them.\n  LATCHKEY_ENGINE: Must be one of level, memory.\n",
  );
});

test("with --exit-with-parent it stops when its parent goes away", async () => {
  const server = serveIn("data", "--exit-with-parent", "--engine", "memory");
  await server.ready();
  server.child.disconnect();
  expect(await server.exited).toBe(0);
});

test.skipIf(!canMakeCertificates)("on SIGHUP it reads its certificate again, and goes on", async () => {
  const { certFile, keyFile } = makeAuthority(directory, "authority").issue("server");
  const server = serveIn("data", "--tls-cert", certFile, "--tls-key", keyFile, "--engine", "memory");
  await server.ready();
  server.child.kill("SIGHUP");
  await eventually(() => expect(server.stderr).toContain("TLS certificate read again"));
  server.child.kill("SIGTERM");
  expect(await server.exited).toBe(0);
});

test("how to call it is told as it will work from this machine", async () => {
  const open = serveIn("open", "--engine", "memory", "--host", "0.0.0.0", "--allow-plaintext-on-network");
  const { address } = await open.ready();
  await eventually(() => expect(open.stdout).toContain("lki_"));
  expect(open.stdout).toContain(` latchkey tui --server ${address.replace("0.0.0.0", "127.0.0.1")}\n`);
});

test.skipIf(!canMakeCertificates)("how to call it over TLS needs a name of its certificate", async () => {
  const { certFile, keyFile } = makeAuthority(directory, "authority").issue("server");
  const flags = ["--tls-cert", certFile, "--tls-key", keyFile, "--host", "0.0.0.0", "--engine", "memory"];
  const server = serveIn("data", ...flags);
  const { address } = await server.ready();
  await eventually(() => expect(server.stdout).toContain("lki_"));
  expect(server.stdout).toContain(` latchkey tui --server ${address.replace("0.0.0.0", "HOST")} --tls\n`);
});

test("help is shown instead of a server", async () => {
  const server = new ServeProcess(["--help"]);
  expect(await server.exited).toBe(0);
  expect(server.stdout).toMatch(/^Usage: latchkey serve/);
});
