import type { PolicyChoices, PolicyTarget } from "../client/access-policies.js";
import type { Client } from "../client/connect.js";
import { type CallFailure, decodeFailure } from "../client/failure.js";
import type { TextPlace } from "../client/policy-files.js";
import { diffLines } from "../client/text-diff.js";
import type { Effect } from "./effect.js";
import type { Event } from "./event.js";
import type { PolicyEffect } from "./policy-effect.js";
import type { PolicyReadEvent } from "./policy-event.js";
import { isSameTarget } from "./policy-targets.js";

/** The largest page there is; as many versions as that are shown. */
const PAGE_SIZE = 200;

// Reading and writing YAML is loaded when it is needed: the terminal starts without it.
const policyFiles = () => import("../client/policy-files.js");

const EFFECTS: Readonly<Record<PolicyEffect["type"], true>> = {
  "check-policy-text": true,
  "read-policy-text": true,
  "read-policy-versions": true,
  "read-policy-attachments": true,
  "read-dry-run-report": true,
  "read-policies-over": true,
  "explain-access": true,
  "suggest-policy": true,
  "create-access-policy": true,
  "update-access-policy": true,
  "delete-access-policy": true,
  "enforce-access-policy": true,
  "dry-run-access-policy": true,
  "attach-access-policy": true,
  "detach-access-policy": true,
};

/** Whether a call is about access policies. */
export function isPolicyEffect(effect: Effect): effect is PolicyEffect {
  return effect.type in EFFECTS;
}

/** Makes one call about access policies, and says as an event what it answered. */
export async function callPolicies(client: Client, effect: PolicyEffect): Promise<Event> {
  const { accessPolicies } = client;
  switch (effect.type) {
    case "check-policy-text":
      return { type: "policy-text-checked", review: effect.review, ...(await check(client, effect.text)) };
    case "read-policy-text": {
      const [policy, { writePolicyFile }] = await Promise.all([accessPolicies.get(effect.id), policyFiles()]);
      return { type: "policy-text-read", policy, text: writePolicyFile(policy) };
    }
    case "read-policy-versions":
      return readVersions(client, effect.id);
    case "read-policy-attachments": {
      const { id } = effect;
      return { type: "policy-attachments-read", id, targets: await accessPolicies.attachments(id) };
    }
    case "read-dry-run-report": {
      const { id } = effect;
      return { type: "dry-run-report-read", id, report: await accessPolicies.dryRunReport(id) };
    }
    case "read-policies-over":
      return {
        type: "policies-over-read",
        target: effect.target,
        ids: await policiesOver(client, effect.target),
      };
    case "explain-access": {
      const { request, label } = effect;
      return { type: "access-explained", request, label, explanation: await accessPolicies.explain(request) };
    }
    case "suggest-policy": {
      const { credentialId, label, policyId } = effect;
      const suggestion = await accessPolicies.suggest(credentialId, policyId);
      const diff = policyId === "" ? await writeWhole(suggestion) : suggestion.diff;
      return { type: "policy-suggested", credentialId, label, policyId, suggestion, diff };
    }
    case "create-access-policy": {
      const accessPolicy = await accessPolicies.create(effect.choices);
      return { type: "access-policy-changed", by: effect.type, accessPolicy };
    }
    case "update-access-policy": {
      const accessPolicy = await accessPolicies.update(effect.id, effect.choices, effect.etag);
      return { type: "access-policy-changed", by: effect.type, accessPolicy };
    }
    case "enforce-access-policy": {
      const accessPolicy = await accessPolicies.enforce(effect.id, effect.version, effect.etag);
      return { type: "access-policy-changed", by: effect.type, accessPolicy };
    }
    case "dry-run-access-policy": {
      const accessPolicy = await accessPolicies.dryRun(effect.id, effect.version, effect.etag);
      return { type: "access-policy-changed", by: effect.type, accessPolicy };
    }
    case "delete-access-policy": {
      const accessPolicy = await accessPolicies.delete(effect.id, { etag: effect.etag });
      return { type: "access-policy-deleted", accessPolicy };
    }
    case "attach-access-policy":
    case "detach-access-policy": {
      const { type: by, id, target, label } = effect;
      const accessPolicy = await accessPolicies[by === "attach-access-policy" ? "attach" : "detach"](
        id,
        target,
      );
      return { type: "access-policy-moved", by, accessPolicy, target, label };
    }
  }
}

type Checked = Omit<Extract<PolicyReadEvent, { type: "policy-text-checked" }>, "type" | "review">;

/** What is wrong with a text: found here when it cannot be read, and otherwise by the server, which stores nothing. */
async function check(client: Client, text: string): Promise<Checked> {
  const { readPolicyFile, PolicyFileError } = await policyFiles();
  let choices: PolicyChoices;
  let locate: (field: string) => TextPlace;
  try {
    const [entry, second] = readPolicyFile(text);
    if (entry === undefined || second !== undefined)
      return refused(text, [{ line: 1, column: 1, description: "Exactly one policy, please." }]);
    ({ choices, locate } = entry);
  } catch (error) {
    if (error instanceof PolicyFileError) return refused(text, error.problems);
    throw error;
  }
  try {
    const { results } = await client.accessPolicies.test("", 0, choices);
    return { text, choices, problems: [], tests: results };
  } catch (cause) {
    const failure = decodeFailure(cause);
    if (failure.fieldViolations.length === 0) throw cause;
    return { text, choices, problems: placeViolations(failure, locate), tests: [] };
  }
}

function refused(text: string, problems: Checked["problems"]): Checked {
  return { text, choices: undefined, problems, tests: [] };
}

function placeViolations({ fieldViolations }: CallFailure, locate: (field: string) => TextPlace) {
  return fieldViolations.map(({ field, description }) => ({ ...locate(field), description }));
}

async function readVersions(client: Client, id: string): Promise<Event> {
  const [{ versions }, policy, { writePolicyFile }] = await Promise.all([
    client.accessPolicies.versions(id, { pageSize: PAGE_SIZE }),
    client.accessPolicies.get(id),
    policyFiles(),
  ]);
  const { name, description } = policy;
  const texts = versions.map((version) => writePolicyFile({ name, description, ...version }));
  const changes = texts.map((text, at) => diffLines(texts[at + 1] ?? "", text));
  return { type: "policy-versions-read", id, versions, changes };
}

/** The ids of the policies that something is under. */
async function policiesOver({ accessPolicies }: Client, target: PolicyTarget): Promise<string[]> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await accessPolicies.list({ pageSize: PAGE_SIZE, ...(pageToken && { pageToken }) });
    const attached = page.accessPolicies.filter(({ attachmentCount }) => attachmentCount > 0);
    const targets = await Promise.all(attached.map(({ id }) => accessPolicies.attachments(id)));
    for (const [at, { id }] of attached.entries())
      if (targets[at]?.some((one) => isSameTarget(one, target))) ids.push(id);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
  return ids;
}

async function writeWhole(choices: Pick<PolicyChoices, "statements" | "testCases">): Promise<string[]> {
  const { writePolicyFile } = await policyFiles();
  const text = writePolicyFile({ name: "", description: "", ...choices });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `+ ${line}`);
}
