import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.js";
import { failureOf, startServer, type TestServer } from "../../support/running-server.js";
import { type Authority, canMakeCertificates, makeAuthority } from "./certificates.js";

describe.skipIf(!canMakeCertificates)("TLS (needs the openssl program)", () => {
  let directory: string;
  let authority: Authority;
  let server: TestServer;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "latchkey-tls-"));
    authority = makeAuthority(directory, "authority");
  });
  afterEach(() => server.stop());
  afterAll(() => rmSync(directory, { recursive: true }));

  function install(issued: { certFile: string; keyFile: string }) {
    const files = { certFile: join(directory, "live.pem"), keyFile: join(directory, "live.key") };
    copyFileSync(issued.keyFile, files.keyFile);
    copyFileSync(issued.certFile, files.certFile);
    return files;
  }

  function startWithTls(flags: string[] = [], tlsPollMs = 20) {
    const { certFile, keyFile } = install(authority.issue("server"));
    const tls = ["--tls-cert", certFile, "--tls-key", keyFile, ...flags];
    return startServer({ flags: tls, foundations: { tlsPollMs } });
  }

  test("a client that trusts the authority is served; one without TLS is not", async () => {
    server = await startWithTls();
    const trusting = server.connect(server.address, credentials.createSsl(authority.pem));
    expect(await trusting.accounts.GetSetupState({})).toEqual({ setupRequired: true });
    expect((await failureOf(server.calls.accounts.GetSetupState({}))).code).toBe(status.UNAVAILABLE);
    const stranger = makeAuthority(directory, "stranger");
    const distrusting = server.connect(server.address, credentials.createSsl(stranger.pem));
    expect((await failureOf(distrusting.accounts.GetSetupState({}))).code).toBe(status.UNAVAILABLE);
  });

  test("with client authorities, only a client with a certificate of theirs is served", async () => {
    server = await startWithTls(["--tls-client-ca", authority.file]);
    const { pem } = authority;
    const good = authority.issue("client");
    const bad = makeAuthority(directory, "foreign").issue("impostor");
    const welcome = server.connect(server.address, credentials.createSsl(pem, good.key, good.cert));
    expect(await welcome.accounts.GetSetupState({})).toEqual({ setupRequired: true });
    for (const channel of [credentials.createSsl(pem), credentials.createSsl(pem, bad.key, bad.cert)]) {
      const refused = server.connect(server.address, channel);
      expect((await failureOf(refused.accounts.GetSetupState({}))).code).toBe(status.UNAVAILABLE);
    }
  });

  test("a changed certificate serves new connections, and those that stand go on", async () => {
    server = await startWithTls();
    const before = server.connect(server.address, credentials.createSsl(authority.pem));
    await before.accounts.GetSetupState({});
    const successor = makeAuthority(directory, "successor");
    install(successor.issue("renewed"));
    await eventually(async () => {
      const after = server.connect(server.address, credentials.createSsl(successor.pem));
      expect(await after.accounts.GetSetupState({})).toEqual({ setupRequired: true });
    });
    expect(await before.accounts.GetSetupState({})).toEqual({ setupRequired: true });
  });

  test("while certificate and key do not fit together, the old pair serves and the log says so", async () => {
    server = await startWithTls([], 3_600_000);
    copyFileSync(authority.issue("half").keyFile, join(directory, "live.key"));
    server.reloadCertificate();
    const client = server.connect(server.address, credentials.createSsl(authority.pem));
    expect(await client.accounts.GetSetupState({})).toEqual({ setupRequired: true });
    expect(server.log.join("")).toContain("TLS certificate kept");
  });

  test("asked to, it reads the files again at once", async () => {
    server = await startWithTls([], 3_600_000);
    const successor = makeAuthority(directory, "asked");
    install(successor.issue("asked-server"));
    server.reloadCertificate();
    const after = server.connect(server.address, credentials.createSsl(successor.pem));
    expect(await after.accounts.GetSetupState({})).toEqual({ setupRequired: true });
  });

  test("files that cannot be read, or do not fit together, refuse the start with their names", async () => {
    server = await startServer();
    const missing = join(directory, "missing.pem");
    const { keyFile } = authority.issue("other");
    const { certFile } = install(authority.issue("server"));
    const start = (cert: string) => startServer({ flags: ["--tls-cert", cert, "--tls-key", keyFile] });
    await expect(start(missing)).rejects.toThrow(/certificate cannot be read: .*missing\.pem/);
    await expect(start(certFile)).rejects.toThrow(/do not fit together \(.*live\.pem, .*other\.key\)/);
  });
});
