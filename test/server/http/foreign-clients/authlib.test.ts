import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formTo, HtmlBrowser } from "../../../support/html-browser.js";
import { REDIRECT_URI } from "../../../support/oauth.js";
import { type OAuthServer, startOAuthServer } from "../../../support/oauth-server.js";

const SCRIPT = fileURLToPath(new URL("authlib_client.py", import.meta.url));

/** A Python that has Authlib: Debian's own first, since others do not see Debian's packages. */
const python = ["/usr/bin/python3", "python3"].find((command) => {
  try {
    execFileSync(command, ["-c", "import authlib, requests"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
if (python === undefined) {
  process.stderr.write(
    "OAuth is NOT tested with Authlib here: Debian's python3-authlib or python3-requests is missing.\n",
  );
}

let server: OAuthServer;

beforeAll(async () => {
  server = await startOAuthServer({ clock: "system" });
});
afterAll(() => server.stop());

/** Answers what the script asks for, and gives what it found in the end. */
async function converse(clientId: string, clientSecret: string, method: string) {
  const argv = [SCRIPT, server.issuer, clientId, clientSecret, REDIRECT_URI, method];
  const script = spawn(python ?? "", argv, { stdio: ["pipe", "pipe", "pipe"] });
  let complaints = "";
  script.stderr.on("data", (chunk) => {
    complaints += String(chunk);
  });
  const ended = once(script, "close");
  let last: Record<string, unknown> = {};
  for await (const line of createInterface({ input: script.stdout })) {
    last = JSON.parse(line) as Record<string, unknown>;
    if (typeof last["authorize"] === "string") {
      script.stdin.write(`${(await server.consent(last["authorize"])).href}\n`);
    }
    if (typeof last["device"] === "string" && last["refreshed"] === undefined) {
      const browser = new HtmlBrowser();
      const page = await server.signIn(browser, last["device"]);
      await browser.submit(formTo(page, "/device"), { decision: "allow" });
      script.stdin.write("decided\n");
    }
  }
  const [code] = await ended;
  expect(code, complaints).toBe(0);
  return last;
}

describe.skipIf(python === undefined)("Authlib", () => {
  test.each(["client_secret_basic", "client_secret_post"])(
    "discovers, gets a code with PKCE, refreshes, introspects, acts for itself, connects a device and revokes, by %s",
    async (method) => {
      const { authentication } = await server.makeClient();
      const found = await converse(authentication.clientId, authentication.clientSecret, method);
      expect(found).toEqual({
        refreshed: true,
        introspected: true,
        itself: true,
        device: "tickets:read",
        revoked: 200,
        after: "invalid_grant",
      });
    },
  );

  test("does as much as a public client may", async () => {
    const { authentication } = await server.makeClient({ kind: "PUBLIC" });
    expect(await converse(authentication.clientId, "", "none")).toEqual({
      refreshed: true,
      device: "tickets:read",
      revoked: 200,
      after: "invalid_grant",
    });
  });
});
