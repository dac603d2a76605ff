import { join } from "node:path";
import { z } from "zod";
import { readIpRanges } from "./domain/ip-ranges.js";
import { LOG_LEVELS, type LogLevel } from "./system/log.js";

/** What can be told to the server, by key. */
export interface ConfigValues {
  readonly config: string | undefined;
  readonly dataDirectory: string;
  readonly engine: "level" | "memory";
  readonly host: string;
  readonly port: number;
  readonly httpHost: string;
  readonly httpPort: number;
  readonly issuer: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly socket: string | undefined;
  readonly operatorSocket: string | undefined;
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly tlsClientCa: string | undefined;
  readonly allowPlaintextOnNetwork: boolean;
  readonly logLevel: LogLevel;
  readonly shutdownGraceSeconds: number;
  readonly maxMessageBytes: number;
  readonly exitWithParent: boolean;
}

/** A key of the configuration. */
export type ConfigKey = keyof ConfigValues;

type ByDefault<Value> = Value | ((env: Readonly<Record<string, string | undefined>>, home: string) => Value);

/** What is known of a key. */
interface KeyFacts<Value> {
  /** Reads a flag's or a variable's text as well as a file's value. */
  readonly schema: z.ZodType<Value>;
  readonly byDefault: ByDefault<Value>;
  /** A flag that stands alone. */
  readonly isSwitch?: boolean;
  /** The value's name in the help; absent for a switch. */
  readonly placeholder?: string;
  /** What it is for, in the help. */
  readonly words: string;
}

const text = z.string("Must be a text.").min(1, "Must not be empty.");

const optionalText: z.ZodType<string | undefined> = text;

function wholeNumber(min: number, max: number): z.ZodType<number> {
  const words = `Must be a whole number from ${min} to ${max}.`;
  const number = z.int(words).min(min, words).max(max, words);
  const digits = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(number);
  return z.union([number, digits], words);
}

const yesOrNo: z.ZodType<boolean> = z.union(
  [z.boolean(), z.enum(["true", "false", "1", "0"]).transform((word) => word === "true" || word === "1")],
  "Must be true or false.",
);

function oneOf<const Value extends string>(values: readonly Value[]): z.ZodType<Value> {
  return z.enum(values, `Must be one of ${values.join(", ")}.`);
}

const issuer: z.ZodType<string | undefined> = text.refine(
  (value) => URL.canParse(value) && isIssuerOrigin(new URL(value), value),
  "Must be an https origin such as https://id.example.com, without a path; http for a loopback address only.",
);

// RFC 8414 section 2: an issuer is an https URL without query and fragment. The account is its path.
function isIssuerOrigin(url: URL, text: string): boolean {
  if (url.origin !== text) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

/** Whether only this machine reaches that host. */
export function isLoopback(host: string): boolean {
  return ["localhost", "::1", "[::1]"].includes(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const ranges: z.ZodType<readonly string[]> = text
  .transform((list) => list.split(",").map((range) => range.trim()))
  .refine(
    (list) => readIpRanges(list).length === list.length,
    "Must be addresses and ranges parted by commas, such as 127.0.0.1,10.0.0.0/8.",
  );

/** Every key: flags, variables, file, help and checks are made from this table. */
export const CONFIG_KEYS: { readonly [Key in ConfigKey]: KeyFacts<ConfigValues[Key]> } = {
  config: {
    schema: optionalText,
    byDefault: undefined,
    placeholder: "FILE",
    words: "A JSON file with any of these keys, written as dataDirectory.",
  },
  dataDirectory: {
    schema: text,
    byDefault: (env, home) => join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "latchkey"),
    placeholder: "DIRECTORY",
    words: "Where everything is kept: $XDG_DATA_HOME/latchkey or ~/.local/share/latchkey unless set.",
  },
  engine: {
    schema: oneOf(["level", "memory"]),
    byDefault: "level",
    placeholder: "ENGINE",
    words: "level keeps everything on disk; memory forgets it when the server stops.",
  },
  host: {
    schema: text,
    byDefault: "127.0.0.1",
    placeholder: "ADDRESS",
    words: "The address to listen on. From the network it must have TLS.",
  },
  port: {
    schema: wholeNumber(0, 65_535),
    byDefault: 50_551,
    placeholder: "PORT",
    words: "The port to listen on; 0 for any that is free.",
  },
  httpHost: {
    schema: text,
    byDefault: "127.0.0.1",
    placeholder: "ADDRESS",
    words: "The address to listen on for HTTP: OAuth. From the network it must have TLS.",
  },
  httpPort: {
    schema: wholeNumber(0, 65_535),
    byDefault: 50_552,
    placeholder: "PORT",
    words: "Its port; 0 for any that is free, as it is with --port 0 unless set.",
  },
  issuer: {
    schema: issuer,
    byDefault: undefined,
    placeholder: "URL",
    words: "The origin that browsers and OAuth clients reach HTTP by; where it listens unless set.",
  },
  trustedProxies: {
    schema: ranges,
    byDefault: [],
    placeholder: "RANGES",
    words:
      "Proxies in front of HTTP whose X-Forwarded-For is believed: addresses and ranges, parted by commas.",
  },
  socket: {
    schema: optionalText,
    byDefault: undefined,
    placeholder: "PATH",
    words: "A unix socket to listen on as well, for callers with credentials.",
  },
  operatorSocket: {
    schema: optionalText,
    byDefault: undefined,
    placeholder: "PATH",
    words:
      "The operator's unix socket, where no credential is needed: operator/latchkey.sock in the data directory unless set; none for none.",
  },
  tlsCert: {
    schema: optionalText,
    byDefault: undefined,
    placeholder: "FILE",
    words: "The certificate chain for TLS, in PEM. Read again when it changes, and on SIGHUP.",
  },
  tlsKey: { schema: optionalText, byDefault: undefined, placeholder: "FILE", words: "Its key, in PEM." },
  tlsClientCa: {
    schema: optionalText,
    byDefault: undefined,
    placeholder: "FILE",
    words: "Admit only clients with a certificate of these authorities, in PEM.",
  },
  allowPlaintextOnNetwork: {
    schema: yesOrNo,
    byDefault: false,
    isSwitch: true,
    words: "Listen beyond loopback without TLS: whoever shares the network reads every secret.",
  },
  logLevel: {
    schema: oneOf(LOG_LEVELS),
    byDefault: "info",
    placeholder: "LEVEL",
    words: `How much to log to stderr: ${LOG_LEVELS.join(", ")}.`,
  },
  shutdownGraceSeconds: {
    schema: wholeNumber(0, 3_600),
    byDefault: 10,
    placeholder: "SECONDS",
    words: "How long calls under way may take when the server stops.",
  },
  maxMessageBytes: {
    schema: wholeNumber(1_024, 64 * 1_024 * 1_024),
    byDefault: 1_024 * 1_024,
    placeholder: "BYTES",
    words: "The largest request that is read.",
  },
  exitWithParent: {
    schema: yesOrNo,
    byDefault: false,
    isSwitch: true,
    words: "Stop when the process that started the server goes away.",
  },
};

/** The flag of a key: `--data-directory`. */
export function flagName(key: string): string {
  return `--${separate(key, "-")}`;
}

/** The environment variable of a key: `LATCHKEY_DATA_DIRECTORY`. */
export function envName(key: string): string {
  return `LATCHKEY_${separate(key, "_").toUpperCase()}`;
}

/** The help, from the same table. */
export function formatHelp(): string {
  const lines = Object.entries(CONFIG_KEYS).map(([key, { placeholder, words, byDefault }]) => {
    const flag = placeholder === undefined ? flagName(key) : `${flagName(key)} ${placeholder}`;
    const isTold = typeof byDefault === "string" || typeof byDefault === "number";
    return `  ${flag.padEnd(34)}${words}${isTold ? ` [${byDefault}]` : ""}`;
  });
  return [
    "Usage: latchkey serve [FLAGS]",
    "",
    "Runs the server until it gets SIGINT or SIGTERM.",
    "",
    ...lines,
    `  ${"--help".padEnd(34)}Shows this.`,
    "",
    `Each flag can be set by an environment variable instead (${envName("dataDirectory")}), or by a key`,
    "in the file of --config (dataDirectory). Flags win over variables, variables over the file.",
    "",
  ].join("\n");
}

function separate(key: string, separator: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => separator + letter.toLowerCase());
}
