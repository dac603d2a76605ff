import { type DestinationStream, destination, type Logger, pino, stdSerializers } from "pino";

/** How much is logged: `silent` for nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The server's log. */
export type Log = Logger;

/** What stands where a secret stood. */
const CENSOR = "[secret]";

/** Fields that hold secrets, whatever they look like, at the top of an entry and one level down. */
const SECRET_FIELDS = [
  "authorization",
  "password",
  "adminPassword",
  "currentPassword",
  "newPassword",
  "setupCode",
  "sessionToken",
  "secret",
];

/** Anything of the shape of a secret of ours: see domain/credentials.ts. */
const SECRETS = /lk[a-z]_[0-9A-Za-z]{36}/g;

/** The value of an `Authorization` header: Basic hides a secret behind base64. */
const AUTHORIZATIONS = /\b(basic|bearer) +[A-Za-z0-9+/=_~.-]{16,}/gi;

/** Opens the log: a line of JSON to an entry, to stderr unless told otherwise, and no secret in any of them. */
export function openLog(
  level: LogLevel,
  stream: DestinationStream = destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: CENSOR },
      serializers: { error: stdSerializers.err },
      hooks: { streamWrite: censorSecrets },
    },
    stream,
  );
}

/** The text without anything that has the shape of a secret or of an `Authorization` header. */
function censorSecrets(text: string): string {
  return text.replaceAll(AUTHORIZATIONS, `$1 ${CENSOR}`).replaceAll(SECRETS, CENSOR);
}
