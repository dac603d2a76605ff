/** Why the server cannot listen somewhere; the message says what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

/** What to say when listening fails, by the code of the system's error. */
const CURES: Readonly<Record<string, (address: string) => string>> = {
  EADDRINUSE: (address) =>
    `${address} is taken: another Latchkey may be running there. Stop it, or choose another port with --port (LATCHKEY_PORT).`,
  EACCES: (address) =>
    `This user may not listen on ${address}: choose a port from 1024 on with --port, or a path it may write to.`,
  EADDRNOTAVAIL: (address) =>
    `This machine has no such address: ${address}. Choose one it has with --host (LATCHKEY_HOST).`,
  ENOTFOUND: (address) =>
    `The name in ${address} leads nowhere: choose an address of this machine with --host (LATCHKEY_HOST).`,
};

/** The error in words; grpc-js tells the system's code in its message only. */
export function explainListenError(error: Error, address: string): ListenError {
  const code = Object.keys(CURES).find((known) => error.message.includes(known));
  const cure = code === undefined ? undefined : CURES[code];
  return new ListenError(cure?.(address) ?? `Cannot listen on ${address}: ${error.message}`);
}
