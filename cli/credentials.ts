import { chmod, mkdir, open, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { CommandFailure } from "./failures.js";

/** What the file keeps for one server: a session, or an API token with the e-mail it is used with. */
export type StoredCredential = {
  readonly email: string;
  readonly sessionToken?: string;
  readonly apiToken?: string;
};

/** The credentials file: by server address, so that no server is ever sent what another handed out. */
type CredentialsFile = { readonly servers: Readonly<Record<string, StoredCredential>> };

/** Where credentials are kept unless told: `$XDG_CONFIG_HOME/latchkey/credentials`, in `~/.config` by default. */
export function credentialsPath(option: string | undefined, env: NodeJS.ProcessEnv): string {
  if (option !== undefined) return option;
  return join(env["XDG_CONFIG_HOME"] || join(env["HOME"] || homedir(), ".config"), "latchkey", "credentials");
}

/** Reads what is kept for a server; undefined when there is nothing, or no file. Refuses a file others can read. */
export async function readCredential(path: string, server: string): Promise<StoredCredential | undefined> {
  const { servers } = await readFile(path);
  return Object.hasOwn(servers, server) ? servers[server] : undefined;
}

/** Keeps a credential for a server, or with undefined forgets it. The file is replaced whole, with mode 0600. */
export async function keepCredential(
  path: string,
  server: string,
  credential: StoredCredential | undefined,
): Promise<void> {
  const { [server]: _before, ...others } = (await readFile(path)).servers;
  const servers = credential === undefined ? others : { ...others, [server]: credential };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.new`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ servers }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // A mask of the process may have taken bits away from the owner.
    await chmod(draft, 0o600);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readFile(path: string): Promise<CredentialsFile> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new CommandFailure(`Cannot read the credentials file ${path}: ${error.message}.`);
  });
  if (file === undefined) return { servers: {} };
  try {
    // Asked of the open file, so that it cannot be another one by the time it is read.
    const { mode } = await file.stat();
    if (process.platform !== "win32" && (mode & 0o077) !== 0) throw tooOpen(path, mode);
    return parseFile(path, await file.readFile("utf8"));
  } finally {
    await file.close();
  }
}

function tooOpen(path: string, mode: number): CommandFailure {
  const octal = (mode & 0o777).toString(8).padStart(4, "0");
  return new CommandFailure(
    `The credentials file ${path} has mode ${octal}: others on this machine can read it. Run: chmod 600 ${path}`,
  );
}

function parseFile(path: string, text: string): CredentialsFile {
  try {
    const { servers } = JSON.parse(text) as Partial<CredentialsFile>;
    if (typeof servers === "object" && servers !== null && Object.values(servers).every(isCredential)) {
      return { servers };
    }
  } catch {
    // Falls through to the same words: what is wrong in the text might be a secret.
  }
  throw new CommandFailure(
    `The credentials file ${path} is not what it should be: {"servers": {"HOST:PORT": {"email": …, "sessionToken" or "apiToken": …}}}.`,
  );
}

function isCredential(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { email, sessionToken, apiToken } = value as Record<string, unknown>;
  return typeof email === "string" && (typeof sessionToken === "string") !== (typeof apiToken === "string");
}
