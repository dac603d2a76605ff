import { describe, expect, test } from "vitest";
import type { PolicyTarget } from "../../../server/domain/access-policies.js";
import type { Decision } from "../../../server/domain/decisions.js";
import type { PolicyStatement } from "../../../server/domain/policy-statements.js";
import type { PolicyTestCase } from "../../../server/domain/policy-tests.js";
import { admit } from "../../../server/usecases/admit.js";
import { attachAccessPolicy } from "../../../server/usecases/attach-access-policy.js";
import { authenticate } from "../../../server/usecases/authenticate.js";
import {
  type CreateAccessPolicyInput,
  createAccessPolicy,
} from "../../../server/usecases/create-access-policy.js";
import { createApiToken } from "../../../server/usecases/create-api-token.js";
import { createUser } from "../../../server/usecases/create-user.js";
import { deleteAccessPolicy } from "../../../server/usecases/delete-access-policy.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { detachAccessPolicy } from "../../../server/usecases/detach-access-policy.js";
import { dryRunAccessPolicy } from "../../../server/usecases/dry-run-access-policy.js";
import { enforceAccessPolicy } from "../../../server/usecases/enforce-access-policy.js";
import { getAccessPolicy } from "../../../server/usecases/get-access-policy.js";
import { getDryRunReport } from "../../../server/usecases/get-dry-run-report.js";
import { listAccessPolicyAttachments } from "../../../server/usecases/list-access-policy-attachments.js";
import { listAccessPolicyVersions } from "../../../server/usecases/list-access-policy-versions.js";
import { listAuditEvents } from "../../../server/usecases/list-audit-events.js";
import { suggestAccessPolicy } from "../../../server/usecases/suggest-access-policy.js";
import { testAccessPolicy } from "../../../server/usecases/test-access-policy.js";
import { updateAccessPolicy } from "../../../server/usecases/update-access-policy.js";
import {
  addMember,
  basic,
  changeSettings,
  failureOf,
  HOME_IP,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PLAIN_TOKEN,
  reasonOf,
  requestWith,
} from "../../support/test-environment.js";

const NOTHING: PolicyStatement = {
  description: "",
  effect: "ALLOW",
  methods: [],
  paths: [],
  grpcMethods: [],
  scopes: [],
  ipRanges: [],
  requestFields: [],
  responseFields: [],
};

const TICKETS: PolicyStatement = { ...NOTHING, methods: ["GET"], paths: ["/tickets/**"] };

const OWN_CALLS: PolicyStatement = { ...NOTHING, grpcMethods: ["latchkey.v1.*/*"] };

const TEST_CASE: PolicyTestCase = {
  name: "tickets can be read",
  method: "GET",
  path: "/tickets/7",
  sourceIp: "",
  scopes: [],
  expectedEffect: "ALLOW",
  hiddenFields: [],
  visibleFields: [],
};

async function openWorld() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  // As by gRPC, since policies look at the call.
  const rpcPath = "/latchkey.v1.AccessPolicyService/Any";
  const admin = { ...account.admin, request: async () => ({ ...(await account.admin.request()), rpcPath }) };
  const { id: tokenId, secret } = await makeToken(environment, account);
  const authorization = basic(admin.email, secret);
  const target: PolicyTarget = { kind: "API_TOKEN", id: tokenId };
  return {
    environment,
    account,
    admin,
    tokenId,
    authorization,
    target,
    async create(statements: readonly PolicyStatement[], input: Partial<CreateAccessPolicyInput> = {}) {
      const whole = { name: "tickets", description: "", statements, testCases: [], requestId: "", ...input };
      return (await createAccessPolicy(environment, await admin.request(), whole)).policy;
    },
    async enforce(id: string, version = 1) {
      return enforceAccessPolicy(environment, await admin.request(), { id, version, etag: "" });
    },
    async dryRun(id: string, version = 1) {
      return dryRunAccessPolicy(environment, await admin.request(), { id, version, etag: "" });
    },
    async attach(id: string, to: PolicyTarget = target) {
      return attachAccessPolicy(environment, await admin.request(), { id, target: to });
    },
    async detach(id: string, from: PolicyTarget = target) {
      return detachAccessPolicy(environment, await admin.request(), { id, target: from });
    },
    async change(id: string, statements: readonly PolicyStatement[]) {
      const choices = { name: "tickets", description: "", statements, testCases: [] };
      const input = { id, choices, etag: "", updateMask: ["statements"] };
      return updateAccessPolicy(environment, await admin.request(), input);
    },
    async ask(path: string, method = "GET", sourceIp = HOME_IP): Promise<Decision> {
      const question = { authorization, method, path, sourceIp, requiredScopes: [] };
      return authenticate(environment, await admin.request(), question);
    },
    async actions() {
      const list = { pageSize: 200, pageToken: "", filter: "", orderBy: "create_time" };
      const { items } = await listAuditEvents(environment, await admin.request(), list);
      return items.map(({ action }) => action).filter((action) => action.startsWith("access_policy."));
    },
  };
}

function isAllowed(decision: Decision): boolean {
  return decision.authenticated && decision.missingScopes.length === 0 && decision.policy?.allowed !== false;
}

describe("a policy of an API token", () => {
  test("does nothing until it is enforced and attached, and from then on denies by default", async () => {
    const world = await openWorld();
    const { id } = await world.create([TICKETS]);
    await world.attach(id);
    expect(isAllowed(await world.ask("/reports"))).toBe(true);
    await world.enforce(id);
    expect(isAllowed(await world.ask("/tickets/7"))).toBe(true);
    expect(await world.ask("/reports")).toMatchObject({
      authenticated: true,
      policy: { allowed: false, policyId: id, denial: { kind: "NOT_ALLOWED" } },
    });
    expect(isAllowed(await world.ask("/tickets/7", "DELETE"))).toBe(false);
    await world.detach(id);
    expect(isAllowed(await world.ask("/reports"))).toBe(true);
    await world.attach(id);
    await world.enforce(id, 0);
    expect(isAllowed(await world.ask("/reports"))).toBe(true);
    expect(await world.actions()).toEqual(
      ["create", "attach", "enforce", "detach", "attach", "enforce"].map((verb) => `access_policy.${verb}`),
    );
  });

  test("gets versions, of which the enforced one counts, an older one too", async () => {
    const world = await openWorld();
    const { id } = await world.create([TICKETS]);
    await world.attach(id);
    await world.enforce(id);
    const changed = await world.change(id, [{ ...TICKETS, paths: ["/users"] }]);
    expect(changed.policy).toMatchObject({ latestVersion: 2, enforcedVersion: 1 });
    expect(isAllowed(await world.ask("/users"))).toBe(false);
    await world.enforce(id, 2);
    expect(isAllowed(await world.ask("/users"))).toBe(true);
    expect(isAllowed(await world.ask("/tickets"))).toBe(false);
    await world.enforce(id, 1);
    expect(isAllowed(await world.ask("/tickets"))).toBe(true);
    expect((await world.change(id, [{ ...TICKETS, paths: ["/users"] }])).policy.latestVersion).toBe(2);
    expect(await reasonOf(world.enforce(id, 3))).toBe("RESOURCE_NOT_FOUND");
    const list = { id, pageSize: 0, pageToken: "" };
    const { items } = await listAccessPolicyVersions(world.environment, await world.admin.request(), list);
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  test("together with others allows what each of them allows", async () => {
    const world = await openWorld();
    const one = await world.create([TICKETS, { ...NOTHING, effect: "DENY", responseFields: ["**.email"] }]);
    const other = await world.create(
      [{ ...NOTHING, ipRanges: ["192.0.2.0/24"], responseFields: ["ticket"] }],
      { name: "from-home" },
    );
    for (const { id } of [one, other]) {
      await world.attach(id);
      await world.enforce(id);
    }
    expect(await world.ask("/tickets/7")).toMatchObject({
      policy: { allowed: true, responseFields: { allowed: [["ticket"]], removed: ["**.email"] } },
    });
    expect(isAllowed(await world.ask("/tickets/7", "GET", "203.0.113.1"))).toBe(false);
    expect(isAllowed(await world.ask("/reports"))).toBe(false);
  });

  test("goes for Latchkey's own calls, too", async () => {
    const world = await openWorld();
    const { id } = await world.create([{ ...NOTHING, grpcMethods: ["latchkey.v1.UserService/*"] }]);
    await world.attach(id);
    await world.enforce(id);
    const context = await requestWith(world.environment, world.authorization);
    const call = (rpcPath: string) => ({ ...context, rpcPath });
    const { environment } = world;
    await admit(environment, call("/latchkey.v1.UserService/ListUsers"), "ListUsers");
    const denied = await failureOf(
      (async () => admit(environment, call("/latchkey.v1.SettingsService/GetSettings"), "GetSettings"))(),
    );
    expect(denied).toMatchObject({
      reason: "ACCESS_POLICY_DENIED",
      details: { metadata: { access_policy_id: id } },
    });
    // By whichever way the use case is reached, and with no way told at all.
    expect(await reasonOf(createApiToken(environment, context, PLAIN_TOKEN))).toBe("ACCESS_POLICY_DENIED");
  });

  test("passes on to what the token makes, and cannot be shaken off", async () => {
    const world = await openWorld();
    const { environment } = world;
    const { id } = await world.create([TICKETS, OWN_CALLS]);
    await world.attach(id);
    await world.enforce(id);
    const context = {
      ...(await requestWith(environment, world.authorization)),
      rpcPath: "/latchkey.v1.ApiTokenService/CreateApiToken",
    };
    const child = await createApiToken(environment, context, PLAIN_TOKEN);
    expect(child.apiToken.token.accessPolicyIds).toEqual([id]);
    const question = { method: "GET", path: "/reports", sourceIp: HOME_IP, requiredScopes: [] };
    const authorization = basic(world.admin.email, child.secret);
    const asked = await authenticate(environment, await world.admin.request(), {
      ...question,
      authorization,
    });
    expect(isAllowed(asked)).toBe(false);
    const own = { id, target: world.target };
    expect(await reasonOf(detachAccessPolicy(environment, context, own))).toBe("SCOPE_INSUFFICIENT");
    const enforcing = enforceAccessPolicy(environment, context, { id, version: 0, etag: "" });
    expect(await reasonOf(enforcing)).toBe("SCOPE_INSUFFICIENT");
    const intruder = { email: "x@acme.example", name: "", verified: true, suspended: false, password: "" };
    const creating = createUser(environment, context, { ...intruder, role: "ADMIN", requestId: "" });
    expect(await reasonOf(creating)).toBe("SCOPE_INSUFFICIENT");
  });

  test("can be given when it is made", async () => {
    const world = await openWorld();
    const { id } = await world.create([TICKETS]);
    const made = await makeToken(world.environment, world.account, { accessPolicyIds: [id] });
    const targets = await listAccessPolicyAttachments(world.environment, await world.admin.request(), { id });
    expect(targets).toEqual([{ kind: "API_TOKEN", id: made.id }]);
    const unknown = makeToken(world.environment, world.account, { accessPolicyIds: [id, "pol_x"] });
    expect((await failureOf(unknown))?.details.violations?.[0]?.field).toBe("api_token.access_policy_ids[1]");
  });
});

describe("a policy of a role", () => {
  test("goes for every user of it, with whatever credential", async () => {
    const world = await openWorld();
    const { environment, account } = world;
    const agent = await addMember(environment, account, { email: "agent@acme.example" });
    const { secret } = await makeToken(environment, account);
    const { id } = await world.create([TICKETS]);
    await world.attach(id, { kind: "ROLE", id: "AGENT" });
    await world.enforce(id);
    const ask = async (authorization: string) =>
      authenticate(environment, await world.admin.request(), {
        authorization,
        method: "GET",
        path: "/reports",
        sourceIp: HOME_IP,
        requiredScopes: [],
      });
    expect(isAllowed(await ask(`Bearer ${agent.sessionToken}`))).toBe(false);
    expect(isAllowed(await ask(basic(agent.email, secret)))).toBe(false);
    expect(isAllowed(await ask(basic(world.admin.email, secret)))).toBe(true);
  });

  test("that would lock every administrator out is refused, whichever step would do it", async () => {
    const world = await openWorld();
    const admins: PolicyTarget = { kind: "ROLE", id: "ADMIN" };
    const { id } = await world.create([TICKETS]);
    await world.attach(id, admins);
    expect(await reasonOf(world.enforce(id))).toBe("ACCESS_POLICY_LOCKS_OUT");
    await world.detach(id, admins);
    await world.enforce(id);
    expect(await reasonOf(world.attach(id, admins))).toBe("ACCESS_POLICY_LOCKS_OUT");
    expect(isAllowed(await world.ask("/reports"))).toBe(true);
    await world.change(id, [TICKETS, OWN_CALLS]);
    await world.enforce(id, 2);
    await world.attach(id, admins);
    expect(isAllowed(await world.ask("/reports"))).toBe(false);
    expect(await reasonOf(world.enforce(id, 1))).toBe("ACCESS_POLICY_LOCKS_OUT");
    const elsewhere = { ...OWN_CALLS, ipRanges: ["203.0.113.0/24"] };
    await world.change(id, [TICKETS, elsewhere]);
    expect(await reasonOf(world.enforce(id, 3))).toBe("ACCESS_POLICY_LOCKS_OUT");
    await world.enforce(id, 0);
  });
});

describe("a policy", () => {
  test("that is attached cannot be deleted, and it is told to what", async () => {
    const world = await openWorld();
    const { environment, admin, tokenId } = world;
    const { id } = await world.create([TICKETS]);
    await world.attach(id);
    await world.attach(id, { kind: "ROLE", id: "END_USER" });
    const remove = async () =>
      deleteAccessPolicy(environment, await admin.request(), { id, etag: "", validateOnly: false });
    const failure = await failureOf(remove());
    expect(failure?.reason).toBe("ACCESS_POLICY_ATTACHED");
    expect(failure?.details.violations?.map(({ description }) => description)).toEqual([
      `Is attached to the API token ${tokenId}.`,
      "Is attached to the role END_USER.",
    ]);
    await world.detach(id, { kind: "ROLE", id: "END_USER" });
    await deleteApiToken(environment, await admin.request(), { id: tokenId, etag: "", validateOnly: false });
    await remove();
    expect(await reasonOf(getAccessPolicy(environment, await admin.request(), { id }))).toBe(
      "RESOURCE_NOT_FOUND",
    );
  });

  test("attached while it is being deleted is not lost sight of", async () => {
    const world = await openWorld();
    const { environment, admin } = world;
    const { id } = await world.create([TICKETS]);
    await world.enforce(id);
    const context = await admin.request();
    const outcomes = await Promise.allSettled([
      world.attach(id),
      deleteAccessPolicy(environment, context, { id, etag: "", validateOnly: false }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is found by its name, which is unique", async () => {
    const world = await openWorld();
    const { id } = await world.create([TICKETS]);
    const found = await getAccessPolicy(world.environment, await world.admin.request(), { id: "tickets" });
    expect(found.policy.id).toBe(id);
    expect(await reasonOf(world.create([]))).toBe("RESOURCE_EXISTS");
  });

  test("whose test cases fail is not enforced, and it is told which", async () => {
    const world = await openWorld();
    const hides = { ...TEST_CASE, name: "no e-mail", hiddenFields: ["ticket.requester.email"] };
    const denies = { ...TEST_CASE, name: "no reports", path: "/reports", expectedEffect: "DENY" as const };
    const { id } = await world.create([TICKETS], { testCases: [TEST_CASE, denies, hides] });
    const failure = await failureOf(world.enforce(id));
    expect(failure?.reason).toBe("ACCESS_POLICY_TEST_FAILED");
    expect(failure?.details.violations).toEqual([
      {
        field: "access_policy.test_cases[2]",
        description: "The response field ticket.requester.email passes; it was to be kept back.",
      },
    ]);
    const fixed = [TICKETS, { ...NOTHING, effect: "DENY" as const, responseFields: ["**.email"] }];
    const given = { statements: fixed, testCases: [] };
    const context = await world.admin.request();
    const results = await testAccessPolicy(world.environment, context, { id, version: 0, given });
    expect(results.map(({ passed }) => passed)).toEqual([true, true, true]);
    await world.change(id, fixed);
    await world.enforce(id, 2);
  });
});

describe("a dry run", () => {
  test("lets everything be as it is, and reports what it would have denied", async () => {
    const world = await openWorld();
    const { environment, admin, tokenId } = world;
    const { id } = await world.create([TICKETS]);
    await world.attach(id);
    await world.dryRun(id);
    for (const path of ["/reports/1", "/reports/2?x=secret", "/tickets/7", "/users/jane@example.com"]) {
      expect(isAllowed(await world.ask(path))).toBe(true);
    }
    environment.clock.advance(60_000);
    await world.ask("/reports/3");
    const report = await getDryRunReport(environment, await admin.request(), { id });
    expect(report).toMatchObject({ dryRun: { version: 1 }, deniedCount: 4 });
    expect(report.denials.map(({ path, method, count }) => [method, path, count])).toEqual([
      ["GET", "/reports/{id}", 3],
      ["GET", "/users/{id}", 1],
    ]);
    expect(report.denials[0]).toMatchObject({ credentialId: tokenId, email: admin.email });
    const [first] = report.denials;
    expect((first?.lastTime ?? 0) - (first?.firstTime ?? 0)).toBe(60_000);
    await world.enforce(id);
    expect(isAllowed(await world.ask("/reports/1"))).toBe(false);
    await world.dryRun(id, 0);
    expect((await getDryRunReport(environment, await admin.request(), { id })).denials).toEqual([]);
  });

  test("of a new version reports of that one only, beside the enforced one", async () => {
    const world = await openWorld();
    const { id } = await world.create([TICKETS]);
    await world.attach(id);
    await world.enforce(id);
    await world.change(id, [{ ...TICKETS, paths: ["/tickets/*"] }]);
    await world.dryRun(id, 2);
    expect(isAllowed(await world.ask("/tickets"))).toBe(true);
    expect(isAllowed(await world.ask("/reports"))).toBe(false);
    const report = await getDryRunReport(world.environment, await world.admin.request(), { id });
    expect(report.denials.map(({ path }) => path)).toEqual(["/tickets"]);
  });

  test("is bounded: what comes beyond the rows is only counted", async () => {
    const world = await openWorld();
    const { id } = await world.create([]);
    await world.attach(id);
    await world.dryRun(id);
    for (let n = 0; n < 700; n++)
      await world.ask(`/path-${String.fromCharCode(97 + (n % 26))}x${"y".repeat(n / 26)}`);
    const report = await getDryRunReport(world.environment, await world.admin.request(), { id });
    expect(report).toMatchObject({ deniedCount: 700, otherCount: 200 });
    expect(report.denials).toHaveLength(500);
  });
});

describe("a suggestion", () => {
  test("allows what was observed and no more, without values, where the account wants it", async () => {
    const world = await openWorld();
    const { environment, account, admin, tokenId } = world;
    await world.ask("/unobserved");
    await changeSettings(environment, account, { observeUse: true }, ["observe_use"]);
    for (const [method, path] of [
      ["GET", "/api/tickets/17?q=secret"],
      ["GET", "/api/tickets/18"],
      ["PUT", "/api/tickets/18"],
      ["GET", "/api/tickets"],
      ["POST", "/helpdesk.v1.Tickets/GetTicket"],
    ] as const) {
      await world.ask(path, method);
    }
    const { id } = await world.create([
      { ...NOTHING, methods: ["GET"], paths: ["/api/tickets", "/api/reports"] },
    ]);
    const input = { credentialId: tokenId, accessPolicyId: id };
    const suggested = await suggestAccessPolicy(environment, await admin.request(), input);
    expect(suggested).toMatchObject({ requestCount: 5, isIncomplete: false });
    expect(suggested.diff).toEqual([
      "- ALLOW GET /api/reports",
      "  ALLOW GET /api/tickets",
      "+ ALLOW GET,PUT /api/tickets/{id}",
      "+ ALLOW gRPC helpdesk.v1.Tickets/GetTicket",
    ]);
    expect(JSON.stringify(suggested)).not.toContain("secret");
    await world.change(id, suggested.statements);
    await world.attach(id);
    await world.enforce(id, 2);
    expect(isAllowed(await world.ask("/api/tickets/99"))).toBe(true);
    expect(isAllowed(await world.ask("/api/tickets/99", "PUT"))).toBe(true);
    expect(isAllowed(await world.ask("/api/tickets", "PUT"))).toBe(false);
    expect(isAllowed(await world.ask("/api/reports"))).toBe(false);
  });
});
