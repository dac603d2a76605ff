import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import {
  CONFIG_KEYS,
  type ConfigKey,
  type ConfigValues,
  envName,
  flagName,
  isLoopback,
} from "./config-keys.js";
import type { TlsFiles } from "./system/tls.js";

/** What the server was told, checked. Paths are absolute. */
export interface Config
  extends Readonly<Omit<ConfigValues, "tlsCert" | "tlsKey" | "tlsClientCa" | "config">> {
  /** The unix socket besides host and port; undefined for none. */
  readonly socket: string | undefined;
  /** The operator's socket; undefined for none. */
  readonly operatorSocket: string | undefined;
  readonly tls: TlsFiles | undefined;
}

/** Where the operator's socket is unless told otherwise, in the data directory: open to the server's user only. */
export const OPERATOR_DIRECTORY = "operator";

/** Everything that is wrong with what the server was told, a line to each, the key and its place named. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/** A value and where it came from, such as `--port`, `LATCHKEY_PORT` or `port in /etc/latchkey.json`. */
interface Given {
  readonly value: unknown;
  readonly source: string;
}

type GivenValues = Map<string, Given>;

/** What a server is started with besides its flags. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/** A socket path longer than this does not fit into the system's address (sockaddr_un), and would be cut. */
const MAX_SOCKET_PATH_BYTES = process.platform === "darwin" ? 103 : 107;

/** Whether help is asked for instead of a server. */
export function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes("--help") || argv.includes("-h");
}

/**
 * The configuration from flags, before environment, before file, before defaults. Throws ConfigError with all that
 * is wrong at once.
 */
export function readConfig(argv: readonly string[], env: ProcessEnvironment): Config {
  const problems: string[] = [];
  const given = new Map([...readEnvironment(env), ...readFlags(argv, problems)]);
  const file = given.get("config");
  const all = new Map([...(file === undefined ? [] : readFile(file, problems)), ...given]);
  const values = checkValues(all, env, problems);
  const config = Object.freeze(assemble(values, all, problems));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readFlags(argv: readonly string[], problems: string[]): GivenValues {
  const given: GivenValues = new Map();
  const options = Object.fromEntries(
    Object.entries(CONFIG_KEYS).map(([key, { isSwitch }]) => [
      flagName(key).slice(2),
      { type: isSwitch === true ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const keys = new Map(Object.keys(CONFIG_KEYS).map((key) => [flagName(key), key as ConfigKey]));
  let isAfterUnknown = false;
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    const source = token.kind === "positional" ? token.value : token.rawName;
    const key = token.kind === "positional" ? undefined : keys.get(source);
    if (token.kind === "positional" || key === undefined) {
      // What follows an unknown flag is its value, most likely.
      if (!isAfterUnknown) problems.push(`${source}: There is no such flag; --help lists them.`);
      isAfterUnknown = token.kind === "option";
      continue;
    }
    isAfterUnknown = false;
    const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith("--"));
    if (CONFIG_KEYS[key].isSwitch === true) given.set(key, { value: token.value ?? "true", source });
    else if (isMissing) problems.push(`${source}: A value is missing after it.`);
    else given.set(key, { value: token.value, source });
  }
  return given;
}

function readEnvironment(env: ProcessEnvironment): GivenValues {
  const given: GivenValues = new Map();
  for (const key of Object.keys(CONFIG_KEYS)) {
    const source = envName(key);
    const value = env[source];
    if (value !== undefined && value !== "") given.set(key, { value, source });
  }
  return given;
}

function readFile({ value, source }: Given, problems: string[]): GivenValues {
  const path = resolve(String(value));
  const given: GivenValues = new Map();
  let entries: Record<string, unknown>;
  try {
    entries = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const why = error instanceof z.ZodError ? "It must hold one JSON object." : messageOf(error);
    problems.push(`${source}: The file ${path} cannot be read: ${why}`);
    return given;
  }
  for (const [key, entry] of Object.entries(entries)) {
    const entrySource = `${key} in ${path}`;
    const isKnown = Object.hasOwn(CONFIG_KEYS, key) && key !== "config";
    if (isKnown) given.set(key, { value: entry, source: entrySource });
    else problems.push(`${entrySource}: There is no such key.`);
  }
  return given;
}

function checkValues(all: GivenValues, env: ProcessEnvironment, problems: string[]): ConfigValues {
  const values: Record<string, unknown> = {};
  for (const [key, { schema, byDefault }] of Object.entries(CONFIG_KEYS)) {
    const given = all.get(key);
    values[key] = typeof byDefault === "function" ? byDefault(env, homedir()) : byDefault;
    if (given === undefined) continue;
    const parsed = schema.safeParse(given.value);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(`${given.source}: ${parsed.error.issues[0]?.message ?? "Is not valid."}`);
  }
  // Every schema and default is of its key's type: the table holds that.
  return values as unknown as ConfigValues;
}

function assemble(values: ConfigValues, all: GivenValues, problems: string[]): Config {
  const { tlsCert, tlsKey, tlsClientCa, config: _, ...rest } = values;
  const dataDirectory = resolve(values.dataDirectory);
  const operatorSocket = values.operatorSocket ?? join(dataDirectory, OPERATOR_DIRECTORY, "latchkey.sock");
  const sourceOf = (key: ConfigKey) => all.get(key)?.source ?? flagName(key);
  const pathOf = (path: string | undefined) =>
    path === undefined || isAbsolute(path) ? path : resolve(path);
  const config: Config = {
    ...rest,
    dataDirectory,
    // Who asks for any port that is free means all of them.
    httpPort: values.port === 0 && !all.has("httpPort") ? 0 : values.httpPort,
    socket: pathOf(values.socket),
    operatorSocket: operatorSocket === "none" ? undefined : pathOf(operatorSocket),
    tls: assembleTls({ tlsCert, tlsKey, tlsClientCa }, sourceOf, problems),
  };
  checkSocketPath(config.socket, sourceOf("socket"), problems);
  const operatorSource =
    all.get("operatorSocket")?.source ?? all.get("dataDirectory")?.source ?? "--operator-socket";
  checkSocketPath(config.operatorSocket, operatorSource, problems);
  if (config.socket !== undefined && config.socket === config.operatorSocket) {
    problems.push(
      `${sourceOf("socket")}: Must be another path than the operator's socket, which asks for no credential.`,
    );
  }
  for (const key of ["host", "httpHost"] as const) {
    if (config.tls !== undefined || values.allowPlaintextOnNetwork || isLoopback(values[key])) continue;
    problems.push(
      `${sourceOf(key)}: ${values[key]} can be reached from the network, where secrets would travel in plain text. Set --tls-cert and --tls-key, or listen on 127.0.0.1; behind something that does TLS, --allow-plaintext-on-network.`,
    );
  }
  if (values.issuer === undefined && (values.httpHost === "0.0.0.0" || values.httpHost === "::")) {
    problems.push(
      `${sourceOf("httpHost")}: Nobody can call ${values.httpHost}: say with --issuer how browsers and OAuth clients reach it, such as https://id.example.com.`,
    );
  }
  return config;
}

function assembleTls(
  { tlsCert, tlsKey, tlsClientCa }: Pick<ConfigValues, "tlsCert" | "tlsKey" | "tlsClientCa">,
  sourceOf: (key: ConfigKey) => string,
  problems: string[],
): TlsFiles | undefined {
  if (tlsCert !== undefined && tlsKey !== undefined) {
    const clientCa = tlsClientCa === undefined ? {} : { clientCaFile: resolve(tlsClientCa) };
    return { certFile: resolve(tlsCert), keyFile: resolve(tlsKey), ...clientCa };
  }
  if (tlsCert !== undefined) problems.push(`${sourceOf("tlsCert")}: Needs --tls-key, the certificate's key.`);
  if (tlsKey !== undefined) problems.push(`${sourceOf("tlsKey")}: Needs --tls-cert, the key's certificate.`);
  if (tlsClientCa !== undefined && tlsCert === undefined) {
    problems.push(
      `${sourceOf("tlsClientCa")}: Needs --tls-cert and --tls-key: clients are checked within TLS.`,
    );
  }
  return undefined;
}

function checkSocketPath(path: string | undefined, source: string, problems: string[]): void {
  const bytes = Buffer.byteLength(path ?? "");
  if (bytes <= MAX_SOCKET_PATH_BYTES) return;
  problems.push(
    `${source}: The socket's path has ${bytes} bytes, and the system allows ${MAX_SOCKET_PATH_BYTES}: ${path}. Choose a shorter one.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
