import type { AccessPolicy, PolicyStatement } from "../../tui/client/access-policies.js";
import type { CheckedText } from "../../tui/state/policy-dialogs.js";
import type { DryRunReport, Explanation } from "../../tui/state/policy-event.js";
import { makeApiToken, NOW, type Person } from "./tui-person.js";

/** A statement as the client gives it out: it allows reading tickets unless told otherwise. */
export function makeStatement(changes: Partial<PolicyStatement> = {}): PolicyStatement {
  return {
    effect: "ALLOW",
    description: "",
    methods: ["GET"],
    paths: ["/api/tickets", "/api/tickets/*"],
    grpcMethods: [],
    scopes: [],
    ipRanges: [],
    requestFields: [],
    responseFields: [],
    ...changes,
  };
}

/** An access policy as the client gives it out: two versions, of which the first is enforced. */
export function makeAccessPolicy(id: string, changes: Partial<AccessPolicy> = {}): AccessPolicy {
  return {
    id,
    name: `policy-${id}`,
    description: "Reads tickets, and nothing else.",
    statements: [makeStatement()],
    testCases: [
      {
        name: "no reports",
        method: "GET",
        path: "/api/reports",
        sourceIp: "",
        scopes: [],
        hiddenFields: [],
        visibleFields: [],
        expectedEffect: "DENY",
      },
    ],
    latestVersion: 2,
    enforcedVersion: 1,
    dryRunVersion: 0,
    attachmentCount: 1,
    createTime: new Date(NOW - 3_600_000),
    updateTime: new Date(NOW - 60_000),
    creatorEmail: "ada@example.com",
    etag: "1",
    ...changes,
  };
}

/** Goes to the tab of access policies, and lets these be read. */
export function openPolicies(person: Person, policies: readonly AccessPolicy[]): Person {
  person.enter([makeApiToken("tok_1", { description: "Nightly export" })], { observeUse: true });
  person.goTo("access-policies");
  readPolicies(person, policies);
  return person;
}

/** Lets these policies be read, wherever the person is. */
export function readPolicies(person: Person, policies: readonly AccessPolicy[]): void {
  const { reading } = person.model.accessPolicies;
  const page = { items: policies, nextPageToken: undefined, totalSize: policies.length };
  person.see({ type: "page-read", list: "access-policies", first: true, reading, page });
}

/** What the server has to say of a text that is well. */
export function makeChecked(text: string, changes: Partial<CheckedText> = {}): CheckedText {
  const { name, description, statements, testCases } = makeAccessPolicy("pol_1");
  return {
    type: "policy-text-checked",
    text,
    review: false,
    choices: { name, description, statements, testCases },
    problems: [],
    tests: [{ name: "no reports", passed: true, description: "" }],
    ...changes,
  };
}

/** Why a request is denied: by the second layer. */
export function makeExplanation(changes: Partial<Explanation> = {}): Explanation {
  const policy = { accessPolicyId: "pol_1", statement: 0, description: "No statement allows it." };
  return {
    allowed: false,
    decidingLayer: "policy",
    layers: [
      {
        layer: "credential",
        allowed: true,
        description: "The API token is active.",
        policy: undefined,
        version: 0,
      },
      { layer: "policy", allowed: false, description: "No statement allows it.", policy, version: 1 },
    ],
    requestFields: undefined,
    responseFields: { allowed: [{ paths: ["ticket.id"] }], removed: ["**.email"] },
    ...changes,
  };
}

/** What a dry run would have denied. */
export function makeReport(changes: Partial<DryRunReport> = {}): DryRunReport {
  return {
    version: 2,
    startTime: new Date(NOW - 3_600_000),
    deniedCount: 42,
    otherCount: 5,
    denials: [
      {
        credentialId: "tok_1",
        email: "bob@example.com",
        method: "GET",
        path: "/api/reports",
        count: 37,
        firstTime: new Date(NOW - 3_000_000),
        lastTime: new Date(NOW - 60_000),
        denial: { accessPolicyId: "pol_1", statement: 0, description: "No statement allows it." },
      },
    ],
    ...changes,
  } as DryRunReport;
}
