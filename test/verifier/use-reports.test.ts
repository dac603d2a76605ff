import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { IdentifiedCaller, UserCaller } from "../../server/domain/callers.js";
import { CompiledPolicy } from "../../server/domain/compiled-policies.js";
import { apiTokenFacts } from "../../server/domain/credential-facts.js";
import type { CredentialFacts } from "../../server/domain/decisions.js";
import type { UsageCounts } from "../../server/domain/usage.js";
import { hourlyUsage } from "../../server/store/tables.js";
import type { OpenReport, ReportOutcome } from "../../verifier/report-message.js";
import { UseReports } from "../../verifier/use-reports.js";
import { openVerifier } from "../../verifier/verifier.js";
import { basic, type SignedUp, startServer, type TestServer } from "../support/running-server.js";

describe("against a server", () => {
  let server: TestServer;
  let admin: SignedUp;
  beforeAll(async () => {
    server = await startServer({ clock: "system" });
    admin = await server.signUp();
    const settings = { apiTokenAccess: true, observeUse: true };
    const updateMask = { paths: ["api_token_access", "observe_use"] };
    await server.calls.settings.UpdateSettings({ settings, updateMask }, admin.metadata);
  });
  afterAll(() => server.stop());

  async function openOnToken() {
    const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
      { apiToken: {} },
      admin.metadata,
    );
    const verifier = openVerifier({
      server: server.address,
      authorization: `Bearer ${admin.sessionToken}`,
      maxStalenessMs: 60_000,
      whenStale: "refuse",
      heartbeatMs: 100,
    });
    const authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
    const ask = (method: string, path: string) =>
      verifier.check({ authorization, method, path, sourceIp: "192.0.2.7" });
    return { verifier, ask, tokenId: apiToken?.id ?? "" };
  }

  test("every denial of a dry run is counted, by statement, method and shape of the path", async () => {
    const { accessPolicies } = server.calls;
    const { verifier, ask, tokenId } = await openOnToken();
    const statements = [
      { effect: "ACCESS_POLICY_EFFECT_ALLOW" as const, paths: ["/tickets/**"] },
      { effect: "ACCESS_POLICY_EFFECT_DENY" as const, paths: ["/tickets/{id}/notes"] },
    ];
    const accessPolicy = { name: "tried", statements };
    const made = await accessPolicies.CreateAccessPolicy({ accessPolicy }, admin.metadata);
    const id = made.accessPolicy?.id ?? "";
    await accessPolicies.AttachAccessPolicy({ id, target: { apiTokenId: tokenId } }, admin.metadata);
    await accessPolicies.DryRunAccessPolicy({ id, version: 1 }, admin.metadata);
    await verifier.ready();
    for (let n = 0; n < 300; n++) {
      expect(ask("GET", `/reports/${n}`)).toMatchObject({ status: 200 });
      ask("PUT", `/tickets/${n}/notes`);
      ask("GET", `/tickets/${n}`);
    }
    ask("GET", "/tickets//1");
    await verifier.close();
    const report = await accessPolicies.GetDryRunReport({ id }, admin.metadata);
    expect(report).toMatchObject({ deniedCount: 601, otherCount: 0, version: 1 });
    expect(
      report.denials.map(({ count, method, path, email, denial }) => [
        count,
        method,
        path,
        email,
        denial?.description,
      ]),
    ).toEqual([
      [300, "GET", "/reports/{id}", admin.adminEmail, "No statement allows it."],
      [300, "PUT", "/tickets/{id}/notes", admin.adminEmail, "Statement 2 denies it."],
      [
        1,
        "GET",
        "(unreadable)",
        admin.adminEmail,
        "The path could be read in two ways: a segment of it is empty (a double slash).",
      ],
    ]);
  });

  test("every use of a token is counted, with the last time and address; the hours and what was allowed, too", async () => {
    const { verifier, ask, tokenId } = await openOnToken();
    await verifier.ready();
    const { store, uses } = server.environment;
    const hours = async () => {
      await uses.flush(store);
      return store.read((reader) => reader.list(hourlyUsage, ["acme"], { limit: 100 }));
    };
    const before = await hours();
    for (let n = 0; n < 250; n++) ask("GET", `/tickets/${n}`);
    verifier.check({ authorization: "Bearer nothing", method: "GET", path: "/" });
    await verifier.close();
    const { apiToken } = await server.calls.apiTokens.GetApiToken({ id: tokenId }, admin.metadata);
    expect(apiToken?.lastUse).toMatchObject({ email: admin.adminEmail, sourceIp: "192.0.2.7" });
    expect(apiToken?.lastUse?.count).toBe(250);
    const after = await hours();
    const sum = (all: typeof after, name: keyof UsageCounts) => all.reduce((so, hour) => so + hour[name], 0);
    const grown = (name: keyof UsageCounts) => sum(after, name) - sum(before, name);
    expect([grown("apiTokenUses"), grown("refusals")]).toEqual([250, 1]);
    const suggested = await server.calls.accessPolicies.SuggestAccessPolicy(
      { credentialId: tokenId },
      admin.metadata,
    );
    expect(suggested).toMatchObject({ requestCount: 250, isIncomplete: false });
    expect(suggested.evidence).toEqual([
      { requestCount: 250, requestFieldsKnownCount: 0, responseFieldsKnownCount: 0 },
    ]);
  });

  test("a report sent twice counts once; what is nobody's, of another dry run or too much is passed over or refused", async () => {
    const { tokenId } = await openOnToken();
    const { ReportUses } = server.calls.authentication;
    const reporterId = randomUUID();
    const use = { kind: "CREDENTIAL_KIND_API_TOKEN" as const, credentialId: tokenId, count: 3 };
    const uses = [use, { ...use, credentialId: "tok_nobody" }];
    expect(await ReportUses({ reporterId, sequence: 1, uses }, admin.metadata)).toEqual({
      alreadyCounted: false,
    });
    expect(await ReportUses({ reporterId, sequence: 1, uses }, admin.metadata)).toEqual({
      alreadyCounted: true,
    });
    const read = await server.calls.apiTokens.GetApiToken({ id: tokenId }, admin.metadata);
    expect(read.apiToken?.lastUse?.count).toBe(3);
    const requests = Array.from({ length: 1_001 }, () => ({ requests: { count: 1 } }));
    await expect(ReportUses({ reporterId, sequence: 2, requests }, admin.metadata)).rejects.toThrow(/1,?000/);
    await expect(ReportUses({ reporterId: "me", sequence: 2 }, admin.metadata)).rejects.toThrow(/UUID/);
    const negative = { ...use, count: -5 };
    await expect(ReportUses({ reporterId, sequence: 2, uses: [negative] }, admin.metadata)).rejects.toThrow();
  });
});

describe("whatever becomes of the reports", () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
  afterEach(() => void vi.useRealTimers());

  const user = { id: "usr_1", accountId: "acme", email: "a@b.c", name: "", role: "AGENT" as const };
  const trial = {
    id: "pol_1",
    version: 1,
    isOwn: true,
    startTime: 1,
    compiled: new CompiledPolicy([]),
  };

  function factsOf(tokenId: string): CredentialFacts {
    const token = { id: tokenId, accountId: "acme", digest: "", scopes: [], ipAllowList: [] };
    const rules = { accountId: "acme", apiTokenAccess: true, oauthAccess: true, ipAllowList: [] };
    const verified = { ...user, verified: true, suspended: false };
    return apiTokenFacts(token, verified, rules, { trials: [trial] });
  }

  /** Reports to somebody who counts each number once, and is heard or not as chance has it. */
  function openCounting(outcomeOf: () => "LOST" | "COUNTED" | "ANSWERED", mostRows = 1_000) {
    const counted = { uses: 0, denials: 0, rows: 0, longest: 0 };
    let last = 0;
    const send = (report: OpenReport): Promise<ReportOutcome> => {
      if (report.denials.length + report.uses.length > mostRows) return Promise.resolve("TOO_LARGE");
      const outcome = outcomeOf();
      if (outcome !== "LOST" && report.sequence > last) {
        last = report.sequence;
        for (const { count } of report.uses) counted.uses += count;
        for (const { count } of report.denials) counted.denials += count;
        counted.rows += report.denials.length;
        counted.longest = Math.max(counted.longest, report.denials.length + report.uses.length);
      }
      return Promise.resolve(outcome === "ANSWERED" ? "DONE" : "AGAIN");
    };
    const reports = new UseReports({ send, wall: () => Date.now(), random: () => 0.5 });
    const tokens = Array.from({ length: 5 }, (_, n) => ({ tally: undefined, facts: factsOf(`tok_${n}`) }));
    const ask = (n: number, path: string) => {
      const token = tokens[n % tokens.length] as (typeof tokens)[number];
      const principal: IdentifiedCaller = token.facts.caller as UserCaller;
      const question = { accountId: "acme", method: "GET", path, sourceIp: "", requiredScopes: [] };
      const asked = { ...question, now: Date.now(), observation: undefined };
      reports.note(token, { authenticated: true, principal, missingScopes: [] }, token.facts, asked);
    };
    return { counted, ask, reports };
  }

  test("nothing is counted twice, and nothing is lost", async () => {
    const outcome = fc.constantFrom("LOST" as const, "COUNTED" as const, "ANSWERED" as const);
    const step = fc.record({ uses: fc.nat(30), wait: fc.nat(15_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(outcome), fc.array(step, { maxLength: 12 }), async (outcomes, steps) => {
        const left = [...outcomes];
        const { counted, ask, reports } = openCounting(() => left.shift() ?? "ANSWERED");
        let asked = 0;
        for (const { uses, wait } of steps) {
          for (let n = 0; n < uses; n++) ask(asked++, `/path-${"abc"[n % 3]}`);
          await vi.advanceTimersByTimeAsync(wait);
        }
        left.length = 0;
        await vi.advanceTimersByTimeAsync(60_000);
        expect(counted).toMatchObject({ uses: asked, denials: asked });
        await reports.close();
        expect(counted).toMatchObject({ uses: asked, denials: asked });
      }),
      { numRuns: 60 },
    );
  });

  test("while nobody hears them memory is bounded, and what has no row is counted all the same", async () => {
    let isAway = true;
    const { counted, ask } = openCounting(() => (isAway ? "LOST" : "ANSWERED"));
    const letters = "abcdefghijklmnopqrstuvwxyz";
    for (let n = 0; n < 9_000; n++)
      ask(n, `/${letters[n % 26]}/${letters[Math.floor(n / 26) % 26]}/${letters[Math.floor(n / 676)]}x`);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(counted.denials).toBe(0);
    isAway = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counted.denials).toBe(9_000);
    expect(counted.rows).toBeLessThanOrEqual(2_101);
    expect(counted.longest).toBeLessThanOrEqual(200);
  });

  test("a report that is longer than is read is told in parts", async () => {
    const { counted, ask } = openCounting(() => "ANSWERED", 1);
    for (let n = 0; n < 500; n++) ask(n, `/path-${"abcdefg"[n % 7]}`);
    // So that uses and denials are due together.
    await vi.advanceTimersByTimeAsync(9_500);
    for (let n = 0; n < 500; n++) ask(n, `/path-${"abcdefg"[n % 7]}`);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counted).toMatchObject({ denials: 1_000, uses: 1_000, longest: 1 });
  });

  test("a denial is told within seconds", async () => {
    const { counted, ask } = openCounting(() => "ANSWERED");
    ask(0, "/a");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(counted.denials).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(counted.denials).toBe(1);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(counted.uses).toBe(1);
  });
});
