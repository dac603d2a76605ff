import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../server/config.js";
import { CONFIG_KEYS, envName, flagName, formatHelp } from "../../server/config-keys.js";

const directory = mkdtempSync(join(tmpdir(), "latchkey-config-"));
afterAll(() => rmSync(directory, { recursive: true }));

let files = 0;

function writeConfig(content: unknown): string {
  files += 1;
  const path = join(directory, `config-${files}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function problemsOf(argv: string[], env: Record<string, string> = {}): string[] {
  try {
    readConfig(argv, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  throw new Error("The configuration was accepted.");
}

test("without anything given it listens on loopback and keeps its data in the home directory", () => {
  expect(readConfig([], { XDG_DATA_HOME: "/data" })).toEqual({
    dataDirectory: "/data/latchkey",
    engine: "level",
    host: "127.0.0.1",
    port: 50_551,
    httpHost: "127.0.0.1",
    httpPort: 50_552,
    issuer: undefined,
    trustedProxies: [],
    socket: undefined,
    operatorSocket: "/data/latchkey/operator/latchkey.sock",
    tls: undefined,
    allowPlaintextOnNetwork: false,
    logLevel: "info",
    shutdownGraceSeconds: 10,
    maxMessageBytes: 1_048_576,
    exitWithParent: false,
  });
  expect(readConfig([], {}).dataDirectory).toMatch(/\/\.local\/share\/latchkey$/);
});

test("a flag wins over a variable, a variable over the file, the file over the default", () => {
  const config = writeConfig({ port: 1001, logLevel: "warn", maxMessageBytes: 2048, engine: "memory" });
  const env = { LATCHKEY_PORT: "1002", LATCHKEY_LOG_LEVEL: "error" };
  const read = readConfig(["--config", config, "--port", "1003"], env);
  expect(read).toMatchObject({ port: 1003, logLevel: "error", maxMessageBytes: 2048, engine: "memory" });
  expect(readConfig([], { LATCHKEY_CONFIG: config }).port).toBe(1001);
});

test("the result cannot be changed", () => {
  expect(Object.isFrozen(readConfig([], {}))).toBe(true);
});

test.each([
  [["--allow-plaintext-on-network", "--host", "0.0.0.0"], {}],
  [["--host=0.0.0.0", "--allow-plaintext-on-network=true"], {}],
  [["--host", "::"], { LATCHKEY_ALLOW_PLAINTEXT_ON_NETWORK: "1" }],
  [["--host", "0.0.0.0", "--tls-cert", "c.pem", "--tls-key", "k.pem"], {}],
  [["--host", "localhost"], {}],
  [["--host", "::1"], {}],
  [["--host", "127.8.9.10"], {}],
])("%j %j may listen there", (argv, env) => {
  expect(() => readConfig(argv, env)).not.toThrow();
});

test.each(["0.0.0.0", "::", "192.0.2.1", "example.com", "127.0.0.1.example.com"])(
  "%s without TLS is refused",
  (host) => {
    expect(problemsOf(["--host", host])).toEqual([expect.stringMatching(/^--host: .*--tls-cert/)]);
  },
);

test("HTTP from the network is refused without TLS as well, and without a name that leads to it", () => {
  expect(problemsOf(["--http-host", "192.0.2.1"])).toEqual([
    expect.stringMatching(/^--http-host: .*--tls-cert/),
  ]);
  const tls = ["--tls-cert", "c.pem", "--tls-key", "k.pem"];
  expect(problemsOf(["--http-host", "0.0.0.0", ...tls])).toEqual([
    expect.stringMatching(/^--http-host: Nobody can call 0\.0\.0\.0: .*--issuer/),
  ]);
  const issuer = ["--issuer", "https://id.example.com"];
  expect(readConfig(["--http-host", "0.0.0.0", ...tls, ...issuer], {}).httpHost).toBe("0.0.0.0");
});

test("trusted proxies are addresses and ranges", () => {
  const { trustedProxies } = readConfig(["--trusted-proxies", "127.0.0.1, 10.0.0.0/8"], {});
  expect(trustedProxies).toEqual(["127.0.0.1", "10.0.0.0/8"]);
  expect(problemsOf(["--trusted-proxies", "127.0.0.1,everybody"])).toEqual([
    expect.stringMatching(/^--trusted-proxies: Must be addresses and ranges/),
  ]);
});

test("any free port for one is any free port for both, unless one is named", () => {
  expect(readConfig(["--port", "0"], {}).httpPort).toBe(0);
  expect(readConfig(["--port", "0", "--http-port", "8080"], {}).httpPort).toBe(8_080);
  expect(readConfig(["--port", "0"], { LATCHKEY_HTTP_PORT: "8080" }).httpPort).toBe(8_080);
});

test.each(["https://id.example.com", "https://id.example.com:8443", "http://127.0.0.1:8080"])(
  "%s may be the issuer",
  (issuer) => expect(readConfig(["--issuer", issuer], {}).issuer).toBe(issuer),
);

test.each([
  "id.example.com",
  "http://id.example.com",
  "https://id.example.com/",
  "https://id.example.com/latchkey",
  "https://id.example.com?x=1",
  "https://ID.example.com",
  "https://user@id.example.com",
  "ftp://127.0.0.1",
])("%s is refused as the issuer", (issuer) => {
  expect(problemsOf(["--issuer", issuer])).toEqual([expect.stringMatching(/^--issuer: Must be an https/)]);
});

test("every problem is told at once, with the place it came from", () => {
  const config = writeConfig({ port: "many", colour: "blue", engine: 7 });
  const problems = problemsOf(["--log-level", "loud", "--shutdown-grace-seconds"], {
    LATCHKEY_CONFIG: config,
    LATCHKEY_MAX_MESSAGE_BYTES: "-1",
  });
  expect(problems).toEqual([
    "--shutdown-grace-seconds: A value is missing after it.",
    `colour in ${config}: There is no such key.`,
    `engine in ${config}: Must be one of level, memory.`,
    `port in ${config}: Must be a whole number from 0 to 65535.`,
    expect.stringMatching(/^--log-level: Must be one of trace, /),
    "LATCHKEY_MAX_MESSAGE_BYTES: Must be a whole number from 1024 to 67108864.",
  ]);
});

test.each([
  [["--prot", "1"], "--prot: There is no such flag; --help lists them."],
  [["stray"], "stray: There is no such flag; --help lists them."],
  [["--port", "65536"], "--port: Must be a whole number from 0 to 65535."],
  [["--port", "1.5"], "--port: Must be a whole number from 0 to 65535."],
  [["--port", "0x10"], "--port: Must be a whole number from 0 to 65535."],
  [["--port", "--host"], "--port: A value is missing after it."],
  [["--port="], "--port: Must be a whole number from 0 to 65535."],
  [["--host="], "--host: Must not be empty."],
  [["--exit-with-parent=maybe"], "--exit-with-parent: Must be true or false."],
  [["--tls-cert", "c"], "--tls-cert: Needs --tls-key, the certificate's key."],
  [["--tls-key", "k"], "--tls-key: Needs --tls-cert, the key's certificate."],
])("%j is refused: %s", (argv, problem) => {
  expect(problemsOf(argv)).toContain(problem);
});

test("client authorities without a certificate are refused", () => {
  expect(problemsOf(["--tls-client-ca", "ca.pem"])).toEqual([expect.stringMatching(/^--tls-client-ca: /)]);
});

test.each([
  ["{", /cannot be read: /],
  ["[]", /It must hold one JSON object/],
  ['{"config":"other.json"}', /There is no such key/],
])("a file that says %s is refused", (content, words) => {
  expect(problemsOf(["--config", writeConfig(content)])).toEqual([expect.stringMatching(words)]);
});

test("a file that is not there is named", () => {
  const path = join(directory, "nowhere.json");
  expect(problemsOf([], { LATCHKEY_CONFIG: path })).toEqual([
    expect.stringMatching(/^LATCHKEY_CONFIG: The file .*nowhere\.json cannot be read: ENOENT/),
  ]);
});

test("a socket path that the system would cut is refused, whatever set it", () => {
  const long = `/${"d".repeat(107)}`;
  expect(problemsOf(["--socket", long])).toEqual([expect.stringMatching(/^--socket: .* 108 bytes/)]);
  expect(readConfig(["--socket", long.slice(0, -1)], {}).socket).toMatch(/d$/);
  const [problem] = problemsOf(["--data-directory", long]);
  expect(problem).toMatch(/^--data-directory: The socket's path has/);
});

test("the operator's socket can be moved or left out, but not be the public one", () => {
  expect(readConfig(["--operator-socket", "none"], {}).operatorSocket).toBeUndefined();
  expect(readConfig(["--operator-socket", "/run/o.sock"], {}).operatorSocket).toBe("/run/o.sock");
  expect(problemsOf(["--socket", "/run/o.sock", "--operator-socket", "/run/o.sock"])).toEqual([
    expect.stringMatching(/^--socket: Must be another path/),
  ]);
});

test("the help names every key, as a flag", () => {
  for (const key of Object.keys(CONFIG_KEYS)) expect(formatHelp()).toContain(`  ${flagName(key)} `);
  expect(envName("maxMessageBytes")).toBe("LATCHKEY_MAX_MESSAGE_BYTES");
});
