/** Why the server cannot listen somewhere; the message says what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

/** The keys of the configuration that say where to listen. */
export interface ListenKeys {
  readonly host: string;
  readonly port: string;
}

/** Where gRPC listens. */
export const GRPC_KEYS: ListenKeys = { host: "--host (LATCHKEY_HOST)", port: "--port (LATCHKEY_PORT)" };

/** Where HTTP listens. */
export const HTTP_KEYS: ListenKeys = {
  host: "--http-host (LATCHKEY_HTTP_HOST)",
  port: "--http-port (LATCHKEY_HTTP_PORT)",
};

/** What to say when listening fails, by the code of the system's error. */
const CURES: Readonly<Record<string, (address: string, keys: ListenKeys) => string>> = {
  EADDRINUSE: (address, { port }) =>
    `${address} is taken: another Latchkey may be running there. Stop it, or choose another port with ${port}.`,
  EACCES: (address, { port }) =>
    `This user may not listen on ${address}: choose a port from 1024 on with ${port}, or a path it may write to.`,
  EADDRNOTAVAIL: (address, { host }) =>
    `This machine has no such address: ${address}. Choose one it has with ${host}.`,
  ENOTFOUND: (address, { host }) =>
    `The name in ${address} leads nowhere: choose an address of this machine with ${host}.`,
};

/** The error in words; grpc-js tells the system's code in its message only. */
export function explainListenError(error: Error, address: string, keys: ListenKeys): ListenError {
  const code = Object.keys(CURES).find((known) => error.message.includes(known));
  const cure = code === undefined ? undefined : CURES[code];
  return new ListenError(cure?.(address, keys) ?? `Cannot listen on ${address}: ${error.message}`);
}
