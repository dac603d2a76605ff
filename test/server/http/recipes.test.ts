import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inBody, type OAuthServer, startOAuthServer } from "../../support/oauth-server.js";

const RECIPES = fileURLToPath(new URL("../../../docs/recipes/", import.meta.url));

const hasCurl = (() => {
  try {
    execFileSync("curl", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("docs/recipes/oauth-curl.sh is NOT tested here: curl is missing.\n");
    return false;
  }
})();

let server: OAuthServer;

beforeAll(async () => {
  server = await startOAuthServer({ clock: "system" });
});
afterAll(() => server.stop());

/** Runs a recipe as its reader would; `onLine` acts on what it says while it runs. */
async function run(
  command: string,
  recipe: string,
  environment: Record<string, string>,
  onLine: (line: string) => Promise<unknown> = async () => {},
) {
  const env = { PATH: process.env["PATH"], LATCHKEY_ISSUER: server.issuer, ...environment };
  const child = spawn(command, [RECIPES + recipe], { env, stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += String(chunk);
  });
  const ended = once(child, "close");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    await onLine(line);
  }
  const [code] = await ended;
  expect(code, complaints).toBe(0);
  return lines;
}

test.each(["PUBLIC", "CONFIDENTIAL"] as const)(
  "oauth-client.mjs gets tokens by way of a person, as a client of the kind %s",
  async (kind) => {
    const client = await server.makeClient({ kind, redirectUris: ["http://127.0.0.1/callback"] });
    const { client_id: CLIENT_ID = "", client_secret } = inBody(client);
    const given = {
      CLIENT_ID,
      SCOPE: "tickets:read",
      ...(client_secret && { CLIENT_SECRET: client_secret }),
    };
    const lines = await run(process.execPath, "oauth-client.mjs", given, async (line) => {
      const url = /^Open (\S+)$/.exec(line)?.[1];
      if (url !== undefined) await fetch(await server.consent(url));
    });
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^May tickets:read for 1[78]\d\d s\.$/),
      expect.stringMatching(/^Refreshed: /),
    ]);
  },
);

test.skipIf(!hasCurl)(
  "oauth-curl.sh gets a token for the program itself, asks about it and ends it",
  async () => {
    const { client_id: CLIENT_ID = "", client_secret: CLIENT_SECRET = "" } = inBody(
      await server.makeClient(),
    );
    const lines = await run("sh", "oauth-curl.sh", { CLIENT_ID, CLIENT_SECRET, SCOPE: "tickets:read" });
    expect(lines[0]).toBe("got a token");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ active: true, scope: "tickets:read" });
    expect(lines[2]).toBe('{"active":false}');
  },
);
