import type {
  AccessLayer,
  AccessPolicy,
  AccessPolicyCalls,
  DryRunDenial,
  StatementEvidence,
} from "../../tui/client/access-policies.js";
import { writePolicyFile } from "../../tui/client/policy-files.js";
import { defineCommand } from "../command.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { type Column, formatTime } from "../output.js";
import { parseTime, parseWholeNumber } from "../values.js";
import { ONE_POLICY } from "./policy.js";
import { ETAG_OPTION } from "./write-options.js";

const VERSION_OPTION = {
  version: {
    type: "string",
    hint: "N",
    summary: "the version; the newest unless told otherwise, 0 for none",
  },
} as const;

const LAYER_COLUMNS: readonly Column<AccessLayer>[] = [
  ["LAYER", ({ layer }) => layer],
  ["SAYS", ({ allowed }) => (allowed ? "allow" : "deny")],
  [
    "POLICY",
    ({ policy, version }) => (policy === undefined ? "" : `${policy.accessPolicyId} version ${version}`),
  ],
  ["WHY", ({ description }) => description],
];

const DENIAL_COLUMNS: readonly Column<DryRunDenial>[] = [
  ["COUNT", ({ count }) => String(count)],
  ["CREDENTIAL", ({ credentialId }) => credentialId],
  ["BY", ({ email }) => email],
  ["REQUEST", ({ method, path }) => `${method} ${path}`],
  ["LAST", ({ lastTime }) => formatTime(lastTime)],
  ["WHY", ({ denial }) => denial?.description ?? ""],
];

/** A command that chooses a version for something, and what it says when that is done. */
function versionCommand({
  name,
  summary,
  done,
  choose,
}: {
  name: string;
  summary: string;
  done: string;
  choose: (
    policies: AccessPolicyCalls,
    id: string,
    version: number,
    etag: string | undefined,
  ) => Promise<AccessPolicy>;
}) {
  return defineCommand({
    name,
    summary,
    positionals: ONE_POLICY,
    options: { ...VERSION_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const { id, latestVersion } = await client.accessPolicies.get(call.positionals[0] ?? "");
        const { version: given, etag } = call.values;
        const version = given === undefined ? latestVersion : parseWholeNumber("--version", given);
        const policy = await choose(client.accessPolicies, id, version, etag);
        if (call.output.json) await call.output.object(policy);
        call.output.note(`${policy.name}: ${version === 0 ? "no version" : `version ${version}`} ${done}.`);
        return EXIT.DONE;
      }),
  });
}

/** Says of which requests behind a proposed statement the fields are not known, so that it lets all of them pass. */
function unknownFields(index: number, evidence: StatementEvidence): string[] {
  const { requestCount, requestFieldsKnownCount, responseFieldsKnownCount } = evidence;
  return [
    ["sent", "request_fields", requestFieldsKnownCount],
    ["seen in the answers", "response_fields", responseFieldsKnownCount],
  ].flatMap(([what, key, known]) =>
    Number(known) >= requestCount
      ? []
      : [
          `Statement ${index + 1} names no ${key}: the fields ${what} were not reported for ${requestCount - Number(known)} of ${requestCount} requests.`,
        ],
  );
}

/** The commands that show what access policies do before, while and after they do it. */
export const POLICY_TRUST_COMMANDS = [
  versionCommand({
    name: "policy enforce",
    summary: "enforce a version of an access policy, if its tests pass",
    done: "is enforced",
    choose: (policies, ...chosen) => policies.enforce(...chosen),
  }),
  versionCommand({
    name: "policy dry-run",
    summary: "let a version run beside the enforced one, to see what it would deny",
    done: "is in dry run",
    choose: (policies, ...chosen) => policies.dryRun(...chosen),
  }),
  defineCommand({
    name: "policy report",
    summary: "show what the version in dry run would have denied",
    positionals: ONE_POLICY,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const report = await client.accessPolicies.dryRunReport(call.positionals[0] ?? "");
        if (call.output.json) await call.output.object(report);
        else await call.output.table(DENIAL_COLUMNS)(report.denials);
        call.output.note(
          report.version === 0
            ? "No version is in dry run."
            : `Version ${report.version} would have denied ${report.deniedCount} requests since ${formatTime(report.startTime)}${report.otherCount === 0 ? "" : `, ${report.otherCount} of them of further kinds`}.`,
        );
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "policy test",
    summary: "run the tests of an access policy; ends with 1 when one fails",
    positionals: ONE_POLICY,
    options: { ...VERSION_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const version = parseWholeNumber("--version", call.values.version ?? "0");
        const { passed, results } = await client.accessPolicies.test(call.positionals[0] ?? "", version);
        for (const result of results) {
          if (call.output.json) await call.output.object(result);
          else
            await call.output.line(
              `${result.passed ? "ok  " : "FAIL"} ${result.name}${result.passed ? "" : `: ${result.description}`}`,
            );
        }
        return passed ? EXIT.DONE : EXIT.FAILED;
      }),
  }),
  defineCommand({
    name: "policy explain",
    summary: "say which layer decides about a request, and why",
    positionals: { hint: "CREDENTIAL_ID METHOD PATH", min: 3, max: 3 },
    details: ["Ends with 0 when the request is allowed, and with 4 when it is not."],
    examples: [
      "latchkey policy explain tok_… GET /api/reports --source-ip 203.0.113.7 --at 2026-11-01T12:00:00Z",
    ],
    options: {
      email: {
        type: "string",
        hint: "EMAIL",
        summary: "whose e-mail comes with an API token; its creator's unless told",
      },
      "source-ip": { type: "string", hint: "ADDRESS", summary: "where the request comes from" },
      "require-scope": {
        type: "string",
        hint: "SCOPE",
        multiple: true,
        summary: "a scope the service asks for; may be repeated",
      },
      at: { type: "string", hint: "TIME", summary: "the moment it is about; now unless told otherwise" },
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) =>
      withClient(call, async (client) => {
        const [credentialId = "", method = "", path = ""] = call.positionals;
        const {
          email = "",
          "source-ip": sourceIp = "",
          "require-scope": requiredScopes = [],
          at,
        } = call.values;
        const time = at === undefined ? {} : { time: parseTime("--at", at) };
        const request = { credentialId, email, method, path, sourceIp, requiredScopes, ...time };
        const explanation = await client.accessPolicies.explain(request);
        if (call.output.json) await call.output.object(explanation);
        else await call.output.table(LAYER_COLUMNS)(explanation.layers);
        const { allowed, decidingLayer } = explanation;
        call.output.note(allowed ? "Allowed." : `Denied by ${decidingLayer}.`);
        return allowed ? EXIT.DONE : EXIT.NOT_ALLOWED;
      }),
  }),
  defineCommand({
    name: "policy suggest",
    summary: "propose the smallest policy that allows what a credential was used for",
    positionals: { hint: "CREDENTIAL_ID", min: 1, max: 1 },
    details: [
      "Use is observed while the setting observe_use is on: method and shape of the path, never values; names of fields",
      "where services with the middlewares of latchkey/verifier report them. Where they do not, all fields may pass.",
      "With --policy the difference to that policy is written, otherwise a file for policy apply.",
    ],
    options: {
      policy: { type: "string", hint: "NAME_OR_ID", summary: "the policy to compare with" },
      accept: { type: "boolean", summary: "make it a new version of that policy, which is not enforced" },
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) =>
      withClient(call, async (client) => {
        const { policy: name = "", accept } = call.values;
        const suggested = await client.accessPolicies.suggest(call.positionals[0] ?? "", name);
        const { statements, testCases, diff, evidence, requestCount, sinceTime } = suggested;
        if (call.output.json) await call.output.object(suggested);
        else if (name !== "") for (const line of diff) await call.output.line(line);
        else
          await call.output.line(
            writePolicyFile({ name: "suggested", description: "", statements, testCases }).trimEnd(),
          );
        const since = sinceTime === undefined ? "" : ` since ${formatTime(sinceTime)}`;
        call.output.note(
          `From ${requestCount} requests observed${since}.${suggested.isIncomplete ? " There was more than could be kept." : ""}`,
        );
        for (const [index, one] of evidence.entries())
          for (const line of unknownFields(index, one)) call.output.note(line);
        if (accept && name !== "") {
          const before = await client.accessPolicies.get(name);
          const after = await client.accessPolicies.update(before.id, { statements }, before.etag);
          call.output.note(
            `Version ${after.latestVersion} of ${after.name} says so now; it is not enforced.`,
          );
        }
        return EXIT.DONE;
      }),
  }),
];
