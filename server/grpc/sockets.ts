import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, unlinkSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { ListenError } from "../system/listen-error.js";

/** Makes a place for a socket: removes one that a server left behind. Throws ListenError when one is in use. */
export async function clearSocket(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) return;
  if (!lstatSync(path).isSocket()) {
    throw new ListenError(`${path} is there already and is no socket: remove it, or choose another path.`);
  }
  if (await isAnswered(path)) {
    throw new ListenError(
      `Another server listens on ${path}: stop it, or choose another path with --socket or --operator-socket.`,
    );
  }
  unlinkSync(path);
}

/**
 * As clearSocket, for a socket that opens every door: a unix socket does not tell who connects, so its directory must
 * be open to nobody but the user the server runs as.
 */
export async function clearPrivateSocket(path: string): Promise<void> {
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(directory);
  if ((mode & 0o077) !== 0 || uid !== process.getuid?.()) {
    throw new ListenError(
      `The operator's socket would lie in ${directory}, which others can enter: run \`chmod 700 ${directory}\` if it is the server's own, or choose another place with --operator-socket.`,
    );
  }
  await clearSocket(path);
}

/** Lets nobody but the server's own user connect. */
export function closeSocketToOthers(path: string): void {
  chmodSync(path, 0o600);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(path);
    connection.once("connect", () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", () => resolve(false));
  });
}
