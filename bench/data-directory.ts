import { join } from "node:path";
import { readConfig } from "../server/config.js";
import type { Caller, RequestContext } from "../server/domain/callers.js";
import { newSettings } from "../server/domain/settings.js";
import type { Engine, Write } from "../server/engine/engine.js";
import { openLevelEngine } from "../server/engine/level.js";
import { start } from "../server/start.js";
import { authenticateCaller } from "../server/usecases/authenticate-caller.js";
import { createAccount } from "../server/usecases/create-account.js";
import type { Environment } from "../server/usecases/environment.js";
import { updateSettings } from "../server/usecases/update-settings.js";

/** The e-mail of every account's administrator. */
export const ADMIN_EMAIL = "ada@example.com";

/** An account with API-token access, and who administers it. */
export interface SeededAccount {
  readonly accountId: string;
  /** A Bearer credential. */
  readonly authorization: string;
  readonly admin: RequestContext;
}

/** What a data directory is filled with. */
export interface Seeding {
  readonly environment: Environment;
  /** Makes an account by the use cases. */
  addAccount(accountId: string): Promise<SeededAccount>;
  /** Does something that commits once; what it wrote. */
  writesOf(act: () => Promise<unknown>): Promise<readonly Write[]>;
}

/** Fills a data directory as the server would, before a server is started on it. */
export async function seed<T>(directory: string, fill: (seeding: Seeding) => Promise<T>): Promise<T> {
  let engine: Engine | undefined;
  const flags = [
    "--data-directory",
    directory,
    "--port",
    "0",
    "--http-port",
    "0",
    "--operator-socket",
    "none",
  ];
  const server = await start(readConfig([...flags, "--log-level", "silent"], {}), {
    openEngine: async () => {
      engine = await openLevelEngine({ directory: join(directory, "database") });
      return engine;
    },
  });
  const { environment } = server;
  const opened = engine as unknown as Engine;
  try {
    return await fill({
      environment,
      addAccount: (accountId) => addAccount(environment, accountId),
      async writesOf(act) {
        const position = opened.position();
        await act();
        for await (const { writes } of opened.changes(position)) return writes;
        return [];
      },
    });
  } finally {
    await server.stop();
  }
}

async function addAccount(environment: Environment, accountId: string): Promise<SeededAccount> {
  const { sessionToken } = await createAccount(environment, contextOf({ kind: "OPERATOR" }), {
    setupCode: "",
    accountId,
    displayName: "",
    adminEmail: ADMIN_EMAIL,
    adminName: "Ada Admin",
    adminPassword: "correct horse battery",
    requestId: "",
  });
  const authorization = `Bearer ${sessionToken}`;
  const now = Date.now();
  const admin = contextOf(
    await authenticateCaller(environment, { authorization, now, sourceIp: "127.0.0.1" }),
  );
  await updateSettings(environment, admin, {
    values: { ...newSettings(accountId, now), apiTokenAccess: true },
    etag: "",
    updateMask: ["api_token_access"],
  });
  return { accountId, authorization, admin };
}

function contextOf(caller: Caller): RequestContext {
  return { caller, now: Date.now(), requestId: "req_seed", sourceIp: "127.0.0.1" };
}

/** `Basic` with an API token, for the administrator. */
export function basicOf(secret: string): string {
  return `Basic ${Buffer.from(`${ADMIN_EMAIL}/token:${secret}`).toString("base64")}`;
}
