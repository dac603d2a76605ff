import { readFileSync } from "node:fs";
import { credentials } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { openVerifier } from "../../verifier/verifier.js";
import { makeMachine } from "../support/latchkey-process.js";
import { basic, bearer, connectTo } from "../support/running-server.js";
import { IS_LONG } from "../support/test-environment.js";

const DURATION_MS = IS_LONG ? 240_000 : 4_000;
const EMAIL = "ada@acme.example";

/** The memory of a process that is its own, in megabytes; undefined where nobody tells. */
function memoryOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}

test(
  "with tokens made, asked about and deleted without end, and verifiers that come and go, memory stays as it is",
  async () => {
    const machine = await makeMachine();
    try {
      const server = await machine.serve();
      const calls = connectTo(server.address, credentials.createInsecure());
      const made = await calls.accounts.CreateAccount({
        setupCode: server.setupCode,
        accountId: "acme",
        adminEmail: EMAIL,
        adminPassword: "correct horse battery",
      });
      const admin = bearer(made.sessionToken);
      const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
      await calls.settings.UpdateSettings(on, admin);
      const end = Date.now() + DURATION_MS;
      const early = Date.now() + DURATION_MS / 3;
      let before: number | undefined;
      let turns = 0;
      while (Date.now() < end) {
        const verifier = openVerifier({
          server: server.address,
          authorization: `Bearer ${made.sessionToken}`,
          maxStalenessMs: 5_000,
          whenStale: "ask",
        });
        await verifier.ready();
        const tokens = await Promise.all(
          Array.from({ length: 50 }, () => calls.apiTokens.CreateApiToken({ apiToken: {} }, admin)),
        );
        for (const { secret } of tokens) {
          const authorization = String(basic(EMAIL, secret).get("authorization")[0]);
          const answers = await Promise.all([
            calls.authentication.Authenticate({ authorization }, admin),
            calls.authentication.Authenticate({ authorization: `${authorization}x` }, admin),
          ]);
          expect(answers.map(({ authenticated }) => authenticated)).toEqual([true, false]);
          await verifier.check({ authorization });
        }
        const ids = tokens.map(({ apiToken }) => apiToken?.id ?? "");
        await calls.apiTokens.BatchDeleteApiTokens({ ids }, admin);
        verifier.close();
        turns += 1;
        if (before === undefined && Date.now() > early) before = memoryOf(server.child.pid);
      }
      expect(turns).toBeGreaterThan(0);
      const after = memoryOf(server.child.pid);
      calls.client.close();
      // What a heap breathes is more than what a short run could lose.
      if (IS_LONG && before !== undefined && after !== undefined) {
        expect(after).toBeLessThan(before * 1.3 + 30);
      }
    } finally {
      await machine.remove();
    }
  },
  DURATION_MS + 120_000,
);
