import type { AccessPolicy, PolicyStatement } from "../../tui/client/access-policies.js";
import { NOW } from "./tui-person.js";

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
