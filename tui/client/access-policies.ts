import { randomUUID } from "node:crypto";
import type { AccessPolicy__Output } from "../../proto/gen/latchkey/v1/AccessPolicy.js";
import type { AccessPolicyDenial__Output } from "../../proto/gen/latchkey/v1/AccessPolicyDenial.js";
import type { AccessPolicyStatement__Output } from "../../proto/gen/latchkey/v1/AccessPolicyStatement.js";
import type {
  AccessPolicyTarget__Output,
  AccessPolicyTarget as WireTarget,
} from "../../proto/gen/latchkey/v1/AccessPolicyTarget.js";
import type { AccessPolicyTestCase__Output } from "../../proto/gen/latchkey/v1/AccessPolicyTestCase.js";
import type { StatementEvidence__Output } from "../../proto/gen/latchkey/v1/StatementEvidence.js";
import { contract } from "../../proto/load.js";
import { decodeEnum, encodeEnum, POLICY_EFFECTS, type PolicyEffect, ROLES, type Role } from "./enums.js";
import { decodeSetTime, decodeTime, encodeTime } from "./times.js";
import { type CallOptions, callUnary, type PageRequest, type Wire } from "./wire.js";

/** One rule of a policy; see access_policy.proto. Lists that are empty ask for nothing. */
export type PolicyStatement = Omit<AccessPolicyStatement__Output, "effect"> & { effect: PolicyEffect };

/** A request, and what a policy has to say of it. */
export type PolicyTestCase = Omit<AccessPolicyTestCase__Output, "expectedEffect"> & {
  expectedEffect: PolicyEffect;
};

/** What somebody decides about a policy. */
export type PolicyChoices = {
  name: string;
  description: string;
  statements: PolicyStatement[];
  testCases: PolicyTestCase[];
};

/** A policy with its newest version; a version of 0 is none. */
export type AccessPolicy = PolicyChoices & {
  id: string;
  latestVersion: number;
  enforcedVersion: number;
  dryRunVersion: number;
  attachmentCount: number;
  createTime: Date;
  updateTime: Date;
  creatorEmail: string;
  etag: string;
};

/** What a policy said when a version of it was made. */
export type PolicyVersion = Pick<PolicyChoices, "statements" | "testCases"> & {
  version: number;
  createTime: Date;
  creatorEmail: string;
};

/** What a policy can be attached to. */
export type PolicyTarget = { apiTokenId: string } | { oauthClientId: string } | { role: Role };

/** What one layer says of a request. */
export type AccessLayer = {
  layer: string;
  allowed: boolean;
  description: string;
  policy: AccessPolicyDenial__Output | undefined;
  version: number;
};

/** A request to explain; what is left out is unknown. */
export type ExplainRequest = {
  credentialId: string;
  email?: string;
  method?: string;
  path?: string;
  sourceIp?: string;
  requiredScopes?: string[];
  /** Now when left out. */
  time?: Date;
};

/** Requests of one kind that a dry run would have denied. */
export type DryRunDenial = {
  credentialId: string;
  email: string;
  method: string;
  path: string;
  count: number;
  firstTime: Date;
  lastTime: Date;
  denial: AccessPolicyDenial__Output | undefined;
};

/** What a proposed statement rests on; see access_policy.proto. */
export type StatementEvidence = StatementEvidence__Output;

/** Access policy calls. */
export type AccessPolicyCalls = ReturnType<typeof accessPolicyCalls>;

const MASK_PATHS = {
  name: "name",
  description: "description",
  statements: "statements",
  testCases: "test_cases",
} as const satisfies Record<keyof PolicyChoices, string>;

const methods = contract.latchkey.v1.AccessPolicyService.service;

/** Makes the calls of AccessPolicyService. */
export function accessPolicyCalls(wire: Wire) {
  return {
    /** Makes a policy, of which nothing is enforced yet. */
    async create(choices: PolicyChoices, requestId: string = randomUUID(), options?: CallOptions) {
      const request = { accessPolicy: encodeChoices(choices), requestId };
      const answer = await callUnary(wire, methods.CreateAccessPolicy, request, options);
      return decodePolicy(answer.accessPolicy);
    },
    /** Reads one policy, by its id or its name. */
    async get(id: string, options?: CallOptions) {
      return decodePolicy((await callUnary(wire, methods.GetAccessPolicy, { id }, options)).accessPolicy);
    },
    /** Reads a page of policies; totalSize counts all whatever the filter. */
    async list(page: PageRequest = {}, options?: CallOptions) {
      const answer = await callUnary(wire, methods.ListAccessPolicies, page, options);
      const { nextPageToken, totalSize } = answer;
      const accessPolicies = answer.accessPolicies.map(decodePolicy);
      return { accessPolicies, nextPageToken: nextPageToken || undefined, totalSize };
    },
    /** Changes the given values; other rules make a new version, which is not enforced. */
    async update(id: string, changes: Partial<PolicyChoices>, etag = "", options?: CallOptions) {
      const paths = Object.keys(changes).map((name) => MASK_PATHS[name as keyof PolicyChoices]);
      const request = { accessPolicy: { ...encodeChoices(changes), id, etag }, updateMask: { paths } };
      return decodePolicy((await callUnary(wire, methods.UpdateAccessPolicy, request, options)).accessPolicy);
    },
    /** Deletes a policy; fails with ACCESS_POLICY_ATTACHED while it is attached. */
    async delete(
      id: string,
      condition: { etag?: string; validateOnly?: boolean } = {},
      options?: CallOptions,
    ) {
      const request = { id, ...condition };
      return decodePolicy((await callUnary(wire, methods.DeleteAccessPolicy, request, options)).accessPolicy);
    },
    /** Reads a page of a policy's versions, the newest first. */
    async versions(id: string, page: PageRequest = {}, options?: CallOptions) {
      const answer = await callUnary(wire, methods.ListAccessPolicyVersions, { id, ...page }, options);
      const versions = answer.versions.map(
        ({ statements, testCases, createTime, ...rest }): PolicyVersion => ({
          ...rest,
          statements: statements.map(decodeStatement),
          testCases: testCases.map(decodeTestCase),
          createTime: decodeSetTime(createTime),
        }),
      );
      return { versions, nextPageToken: answer.nextPageToken || undefined };
    },
    /** Enforces a version; 0 for none. */
    async enforce(id: string, version: number, etag = "", options?: CallOptions) {
      const request = { id, version, etag };
      return decodePolicy(
        (await callUnary(wire, methods.EnforceAccessPolicy, request, options)).accessPolicy,
      );
    },
    /** Lets a version run beside the enforced one; 0 ends that. */
    async dryRun(id: string, version: number, etag = "", options?: CallOptions) {
      const request = { id, version, etag };
      return decodePolicy((await callUnary(wire, methods.DryRunAccessPolicy, request, options)).accessPolicy);
    },
    /** Reads what a dry run would have denied. */
    async dryRunReport(id: string, options?: CallOptions) {
      const answer = await callUnary(wire, methods.GetDryRunReport, { id }, options);
      const denials = answer.denials.map(
        (row): DryRunDenial => ({
          ...row,
          firstTime: decodeSetTime(row.firstTime),
          lastTime: decodeSetTime(row.lastTime),
          denial: row.denial ?? undefined,
        }),
      );
      const { version, deniedCount, otherCount, startTime } = answer;
      return { version, startTime: decodeTime(startTime), deniedCount, otherCount, denials };
    },
    /** Runs test cases; rules that are given take the place of those stored. */
    async test(id: string, version = 0, rules: Partial<PolicyChoices> = {}, options?: CallOptions) {
      const request = { id, version, accessPolicy: encodeChoices(rules) };
      return callUnary(wire, methods.TestAccessPolicy, request, options);
    },
    /** Attaches a policy. */
    async attach(id: string, target: PolicyTarget, options?: CallOptions) {
      const request = { id, target: encodeTarget(target) };
      return decodePolicy((await callUnary(wire, methods.AttachAccessPolicy, request, options)).accessPolicy);
    },
    /** Detaches a policy. */
    async detach(id: string, target: PolicyTarget, options?: CallOptions) {
      const request = { id, target: encodeTarget(target) };
      return decodePolicy((await callUnary(wire, methods.DetachAccessPolicy, request, options)).accessPolicy);
    },
    /** Reads what a policy is attached to. */
    async attachments(id: string, options?: CallOptions): Promise<PolicyTarget[]> {
      const { targets } = await callUnary(wire, methods.ListAccessPolicyAttachments, { id }, options);
      return targets.map(decodeTarget);
    },
    /** Says which layer decides about a request, and why. */
    async explain({ time, ...rest }: ExplainRequest, options?: CallOptions) {
      const request = { ...rest, ...(time === undefined ? {} : { time: encodeTime(time) }) };
      const answer = await callUnary(wire, methods.ExplainAccess, request, options);
      const layers = answer.layers.map(
        (layer): AccessLayer => ({ ...layer, policy: layer.policy ?? undefined }),
      );
      const { requestFields, responseFields } = answer;
      const fields = {
        requestFields: requestFields ?? undefined,
        responseFields: responseFields ?? undefined,
      };
      return { allowed: answer.allowed, decidingLayer: answer.decidingLayer, layers, ...fields };
    },
    /** Proposes the smallest policy that allows what was observed of a credential. */
    async suggest(credentialId: string, accessPolicyId = "", options?: CallOptions) {
      const request = { credentialId, accessPolicyId };
      const answer = await callUnary(wire, methods.SuggestAccessPolicy, request, options);
      return {
        statements: answer.statements.map(decodeStatement),
        testCases: answer.testCases.map(decodeTestCase),
        diff: answer.diff,
        sinceTime: decodeTime(answer.sinceTime),
        requestCount: answer.requestCount,
        isIncomplete: answer.isIncomplete,
        evidence: answer.evidence,
      };
    },
  };
}

function encodeChoices({ statements, testCases, ...rest }: Partial<PolicyChoices>) {
  return {
    ...rest,
    statements: (statements ?? []).map(({ effect, ...more }) => ({
      ...more,
      effect: encodeEnum(POLICY_EFFECTS, effect),
    })),
    testCases: (testCases ?? []).map(({ expectedEffect, ...more }) => ({
      ...more,
      expectedEffect: encodeEnum(POLICY_EFFECTS, expectedEffect),
    })),
  };
}

function decodePolicy(wire: AccessPolicy__Output | null): AccessPolicy {
  if (wire === null) throw new TypeError("The server answered without a policy.");
  const { statements, testCases, createTime, updateTime, ...rest } = wire;
  return {
    ...rest,
    statements: statements.map(decodeStatement),
    testCases: testCases.map(decodeTestCase),
    createTime: decodeSetTime(createTime),
    updateTime: decodeSetTime(updateTime),
  };
}

function decodeStatement({ effect, ...rest }: AccessPolicyStatement__Output): PolicyStatement {
  return { ...rest, effect: decodeEnum(POLICY_EFFECTS, effect) ?? "DENY" };
}

function decodeTestCase({ expectedEffect, ...rest }: AccessPolicyTestCase__Output): PolicyTestCase {
  return { ...rest, expectedEffect: decodeEnum(POLICY_EFFECTS, expectedEffect) ?? "DENY" };
}

function encodeTarget(target: PolicyTarget): WireTarget {
  return "role" in target ? { role: encodeEnum(ROLES, target.role) } : target;
}

function decodeTarget(wire: AccessPolicyTarget__Output): PolicyTarget {
  switch (wire.target) {
    case "oauthClientId":
      return { oauthClientId: wire.oauthClientId ?? "" };
    case "role":
      return { role: decodeEnum(ROLES, wire.role ?? "ROLE_UNSPECIFIED") ?? "END_USER" };
    default:
      return { apiTokenId: wire.apiTokenId ?? "" };
  }
}
