import type { Client, TlsFiles } from "../tui/client/connect.js";
import { type Authorization, findAuthorization } from "./authorization.js";
import type { Invocation } from "./command.js";
import type { ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failures.js";

/** Where a server listens unless told. */
export const DEFAULT_ADDRESS = "127.0.0.1:50551";

/** The options that say where the server is. */
export const SERVER_OPTIONS = {
  server: {
    type: "string",
    hint: "ADDRESS",
    summary: `host:port, or unix:/path (LATCHKEY_SERVER; ${DEFAULT_ADDRESS})`,
  },
  tls: { type: "boolean", summary: "speak TLS, trusting the system's authorities (LATCHKEY_TLS=on)" },
  ca: { type: "string", hint: "FILE", summary: "speak TLS, trusting this authority (LATCHKEY_CA)" },
  cert: { type: "string", hint: "FILE", summary: "this client's certificate (LATCHKEY_CERT)" },
  key: { type: "string", hint: "FILE", summary: "the certificate's key (LATCHKEY_KEY)" },
  "allow-plaintext-on-network": {
    type: "boolean",
    summary: "call another machine without TLS: whoever shares the network reads every secret",
  },
} as const;

/** The options that say who calls. */
export const CALLER_OPTIONS = {
  credentials: {
    type: "string",
    hint: "FILE",
    summary: "the credentials file (~/.config/latchkey/credentials)",
  },
  "token-stdin": { type: "boolean", summary: "read the API token or session token from standard input" },
  as: { type: "string", hint: "EMAIL", summary: "whose e-mail the API token is used with (LATCHKEY_EMAIL)" },
} as const;

/** The options of every command that calls the server with a credential. */
export const CALL_OPTIONS = { ...SERVER_OPTIONS, ...CALLER_OPTIONS } as const;

/** The option of every command that has a result. */
export const JSON_OPTION = {
  json: { type: "boolean", summary: "write the result as JSON, one object a line" },
} as const;

/** What of a command says where the server is. */
export type ServerCall = Pick<Invocation<typeof SERVER_OPTIONS>, "values" | "env">;
/** What of a command says where the server is and who calls. */
type AuthorizedCall = Pick<Invocation<typeof CALL_OPTIONS>, "values" | "env" | "secrets">;

/** The server's address. */
export function serverAddress({ values, env }: ServerCall): string {
  return values.server ?? (env["LATCHKEY_SERVER"] || DEFAULT_ADDRESS);
}

/** Calls the server with the caller's credential, and hangs up when the work is done. */
export function withClient(
  call: AuthorizedCall,
  work: (client: Client, authorization: Authorization) => Promise<ExitCode>,
): Promise<ExitCode> {
  const way = wayToServer(call);
  return findAuthorization(call, way.address).then((authorization) =>
    withConnection(way, authorization.header, (client) => work(client, authorization)),
  );
}

/** Calls the server without a credential, or with one that was just handed out. */
export function withAnonymousClient(
  call: ServerCall,
  work: (client: Client) => Promise<ExitCode>,
  header?: string,
): Promise<ExitCode> {
  return withConnection(wayToServer(call), header, work);
}

/** How to reach a server. */
export type Way = { readonly address: string; readonly tls?: TlsFiles };

/** How to reach the server a command names; fails when secrets would travel openly. */
export function wayToServer(call: ServerCall): Way {
  const address = serverAddress(call);
  const tls = tlsFiles(call);
  if (tls === undefined && !call.values["allow-plaintext-on-network"]) refuseOpenPlainText(address);
  return { address, ...(tls !== undefined && { tls }) };
}

async function withConnection(
  way: Way,
  header: string | undefined,
  work: (client: Client) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { connect } = await import("../tui/client/connect.js");
  const client = openClient(() => connect({ ...way, authorization: () => header }));
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

function openClient(open: () => Client): Client {
  try {
    return open();
  } catch (error) {
    throw new CommandFailure(`Cannot use the TLS files: ${(error as Error).message}.`);
  }
}

/** The TLS files to use; undefined for plain text. */
function tlsFiles({ values, env }: ServerCall): TlsFiles | undefined {
  const caFile = values.ca ?? env["LATCHKEY_CA"];
  const certFile = values.cert ?? env["LATCHKEY_CERT"];
  const keyFile = values.key ?? env["LATCHKEY_KEY"];
  if (Boolean(certFile) !== Boolean(keyFile)) {
    throw new CommandFailure("--cert and --key go together: name both files, or none.");
  }
  if (!caFile && !certFile && !values.tls && env["LATCHKEY_TLS"] !== "on") return undefined;
  return { ...(caFile && { caFile }), ...(certFile && keyFile && { certFile, keyFile }) };
}

/** Secrets over plain text are for this machine only. */
function refuseOpenPlainText(address: string): void {
  const host = address.replace(/^(ipv4|ipv6|dns):(\/\/\/?)?/, "").replace(/:\d+$/, "");
  if (address.startsWith("unix:") || /^(localhost|127\.[\d.]+|\[?::1\]?)$/i.test(host)) return;
  throw new CommandFailure(
    `${address} is not on this machine, and without TLS anybody between could read the credential. Use --tls or --ca FILE.`,
  );
}
