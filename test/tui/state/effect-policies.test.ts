import { afterAll, beforeAll, expect, test } from "vitest";
import { authorizeBySession } from "../../../tui/client/authorization.js";
import { type Client, connect } from "../../../tui/client/connect.js";
import { callPolicies } from "../../../tui/state/effect-policies.js";
import type { PolicyEffect } from "../../../tui/state/policy-effect.js";
import { type SignedUp, startServer, type TestServer } from "../../support/running-server.js";

const TEXT = `name: tickets-only
statements:
  - effect: allow
    methods: [GET]
    paths: [/api/tickets]
tests:
  - name: no reports
    method: GET
    path: /api/reports
    expect: deny
`;

let server: TestServer;
let admin: SignedUp;
let client: Client;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
  client = connect({
    address: server.address,
    authorization: () => authorizeBySession(admin.sessionToken),
  });
});
afterAll(async () => {
  client.close();
  await server.stop();
});

const call = (effect: PolicyEffect) => callPolicies(client, effect);

async function check(text: string) {
  const event = await call({ type: "check-policy-text", text, review: true });
  if (event.type !== "policy-text-checked") return expect.unreachable();
  return event;
}

test("what is wrong with a text is told with its place, by whoever finds it", async () => {
  expect(await check(TEXT)).toMatchObject({
    problems: [],
    review: true,
    choices: { name: "tickets-only" },
    tests: [{ name: "no reports", passed: true }],
  });
  // The shape is found wrong here, the rules by the server, the tests by running them.
  expect((await check("")).problems).toMatchObject([{ line: 1, column: 1 }]);
  expect((await check(`${TEXT}---\n${TEXT}`)).problems).toHaveLength(1);
  expect((await check(TEXT.replace("methods", "methodes"))).problems).toMatchObject([{ line: 4, column: 5 }]);
  const [unfit] = (await check(TEXT.replace("/api/tickets", "api tickets"))).problems;
  expect(unfit).toMatchObject({ line: 5, column: 13 });
  expect((await check(TEXT.replace("deny", "allow"))).tests).toMatchObject([{ passed: false }]);
});

test("a policy is made, read, changed, enforced, attached and deleted", async () => {
  const { choices } = await check(TEXT);
  if (choices === undefined) return expect.unreachable();
  const made = await call({ type: "create-access-policy", choices });
  if (made.type !== "access-policy-changed") return expect.unreachable();
  const { id } = made.accessPolicy;
  const read = await call({ type: "read-policy-text", id });
  if (read.type !== "policy-text-read") return expect.unreachable();
  expect((await check(read.text)).choices).toEqual(choices);

  const statements = choices.statements.map((statement) => ({ ...statement, paths: ["/api/tickets/*"] }));
  await call({ type: "update-access-policy", id, choices: { statements }, etag: made.accessPolicy.etag });
  const versions = await call({ type: "read-policy-versions", id });
  if (versions.type !== "policy-versions-read") return expect.unreachable();
  expect(versions.versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(versions.changes[0]).toContain("+       - /api/tickets/*");
  expect(versions.changes[1]?.every((line) => line.startsWith("+ "))).toBe(true);

  expect(await call({ type: "enforce-access-policy", id, version: 2, etag: "" })).toMatchObject({
    by: "enforce-access-policy",
    accessPolicy: { enforcedVersion: 2 },
  });
  const target = { role: "AGENT" } as const;
  expect(await call({ type: "attach-access-policy", id, target, label: "x" })).toMatchObject({
    type: "access-policy-moved",
    label: "x",
    accessPolicy: { attachmentCount: 1 },
  });
  expect(await call({ type: "read-policy-attachments", id })).toMatchObject({ targets: [target] });
  expect(await call({ type: "read-policies-over", target })).toEqual({
    type: "policies-over-read",
    target,
    ids: [id],
  });
  expect(await call({ type: "read-policies-over", target: { role: "ADMIN" } })).toMatchObject({ ids: [] });
  await call({ type: "detach-access-policy", id, target, label: "x" });
  await call({ type: "dry-run-access-policy", id, version: 1, etag: "" });
  expect(await call({ type: "read-dry-run-report", id })).toMatchObject({
    report: { version: 1, deniedCount: 0 },
  });
  await call({ type: "delete-access-policy", id, etag: "" });
  await expect(call({ type: "read-policy-text", id })).rejects.toThrow();
});

test("a request is explained, and what was used becomes a proposal", async () => {
  await client.settings.update({ apiTokenAccess: true, observeUse: true });
  const { id: credentialId } = (await client.apiTokens.create({})).apiToken;
  const request = { credentialId, method: "GET", path: "/api/tickets" };
  expect(await call({ type: "explain-access", request, label: "x" })).toMatchObject({
    type: "access-explained",
    explanation: { allowed: true },
  });
  expect(await call({ type: "suggest-policy", credentialId, label: "x", policyId: "" })).toMatchObject({
    type: "policy-suggested",
    suggestion: { statements: [] },
  });
});
