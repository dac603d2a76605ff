import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { AccessPolicy, PolicyChoices, PolicyTarget } from "../../tui/client/access-policies.js";
import type { Client } from "../../tui/client/connect.js";
import {
  type PolicyFileEntry,
  PolicyFileError,
  type PolicyProblem,
  readPolicyFile,
  writePolicyFile,
} from "../../tui/client/policy-files.js";
import { diffLines } from "../../tui/client/text-diff.js";
import { defineCommand, type Invocation, type Values } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure, isCallFailure } from "../failures.js";
import { type Column, formatTime } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { ETAG_OPTION } from "./write-options.js";

const COLUMNS: readonly Column<AccessPolicy>[] = [
  ["NAME", ({ name }) => name],
  ["ID", ({ id }) => id],
  ["VERSION", ({ latestVersion }) => String(latestVersion)],
  ["ENFORCED", ({ enforcedVersion }) => String(enforcedVersion || "none")],
  ["DRY RUN", ({ dryRunVersion }) => String(dryRunVersion || "none")],
  ["ATTACHED", ({ attachmentCount }) => String(attachmentCount)],
  ["CHANGED", ({ updateTime }) => formatTime(updateTime)],
  ["DESCRIPTION", ({ description }) => description],
];

/** A policy by its name or its id. */
export const ONE_POLICY = { hint: "NAME_OR_ID", min: 1, max: 1 } as const;

/** What a policy is attached to, as options; exactly one of them. */
const TARGET_OPTIONS = {
  token: { type: "string", hint: "ID", summary: "an API token" },
  client: { type: "string", hint: "ID", summary: "an OAuth client" },
  role: { type: "string", hint: "ROLE", summary: "every user of a role: ADMIN, AGENT or END_USER" },
} as const;

const APPLY_OPTIONS = {
  file: { type: "string", hint: "FILE", short: "f", multiple: true, summary: "a file; - for standard input" },
  diff: { type: "boolean", summary: "only write what would change" },
  enforce: { type: "boolean", summary: "enforce the newest version, if its tests pass" },
  "dry-run": { type: "boolean", summary: "let the newest version run beside the enforced one" },
} as const;

/** The commands that keep access policies. */
export const POLICY_COMMANDS = [
  defineCommand({
    name: "policy list",
    summary: "list all access policies",
    options: { ...LIST_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const request = listRequest(call.values);
        await printPages(call.output, COLUMNS, async (page) => {
          const { accessPolicies, nextPageToken } = await client.accessPolicies.list({ ...request, ...page });
          return { rows: accessPolicies, nextPageToken };
        });
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "policy get",
    summary: "write an access policy as a file for policy apply",
    positionals: ONE_POLICY,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const policy = await client.accessPolicies.get(call.positionals[0] ?? "");
        if (call.output.json) await call.output.object(policy);
        else await call.output.line(writePolicyFile(policy).trimEnd());
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "policy apply",
    summary: "make or change access policies as files say",
    details: [
      "A file is YAML or JSON, with one policy or several. What is as the file says already is left alone.",
      "Other rules make a new version; it does nothing until it is enforced (--enforce, or latchkey policy enforce).",
    ],
    examples: [
      "latchkey policy apply -f policies/tickets.yaml --diff",
      "latchkey policy apply -f tickets.yaml --enforce",
    ],
    options: { ...APPLY_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const files = call.values.file ?? [];
        if (files.length === 0) throw new CommandFailure("Name the file: latchkey policy apply -f FILE");
        // All are read before anything is changed.
        const entries = (await Promise.all(files.map((file) => readEntries(call, file)))).flat();
        for (const entry of entries) await applyEntry(call, client, entry);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "policy delete",
    summary: "delete an access policy that is attached to nothing",
    positionals: ONE_POLICY,
    options: { ...YES_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const policy = await client.accessPolicies.get(call.positionals[0] ?? "");
        const question = `Delete the access policy ${policy.name} with its ${policy.latestVersion} versions for good?`;
        if (needsConfirmation(call)) await confirm(call, [question]);
        const { etag = "" } = call.values;
        const deleted = await client.accessPolicies.delete(policy.id, { etag });
        if (call.output.json) await call.output.object(deleted);
        call.output.note(`Deleted ${deleted.name}.`);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "policy attach",
    summary: "put an API token, an OAuth client or a role under an access policy",
    positionals: ONE_POLICY,
    examples: ["latchkey policy attach tickets-only --token tok_…"],
    options: { ...TARGET_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => withClient(call, (client) => moveTarget(call, client, "attach")),
  }),
  defineCommand({
    name: "policy detach",
    summary: "take something from under an access policy",
    positionals: ONE_POLICY,
    options: { ...TARGET_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => withClient(call, (client) => moveTarget(call, client, "detach")),
  }),
];

type TargetValues = Values<typeof TARGET_OPTIONS>;

async function moveTarget(
  call: Pick<Invocation<typeof TARGET_OPTIONS>, "values" | "output" | "positionals">,
  client: Client,
  way: "attach" | "detach",
) {
  const policy = await client.accessPolicies[way](call.positionals[0] ?? "", targetOf(call.values));
  if (call.output.json) await call.output.object(policy);
  const enforced =
    policy.enforcedVersion === 0
      ? "no version of it is enforced"
      : `version ${policy.enforcedVersion} is enforced`;
  call.output.note(`${policy.name} is attached to ${policy.attachmentCount}; ${enforced}.`);
  return EXIT.DONE;
}

function targetOf({ token, client, role }: TargetValues): PolicyTarget {
  const given = [token, client, role].filter((one) => one !== undefined);
  if (given.length !== 1) throw new CommandFailure("Name one of --token ID, --client ID and --role ROLE.");
  if (token !== undefined) return { apiTokenId: token };
  if (client !== undefined) return { oauthClientId: client };
  const known = (["ADMIN", "AGENT", "END_USER"] as const).find((name) => name === role?.toUpperCase());
  if (known === undefined)
    throw new CommandFailure(`--role: "${role}" is none of ADMIN, AGENT and END_USER.`);
  return { role: known };
}

/** A policy of a file, and what the file is called. */
type Entry = PolicyFileEntry & { readonly file: string };

async function readEntries(call: Pick<Invocation, "io">, path: string): Promise<Entry[]> {
  const file = path === "-" ? "stdin" : basename(path);
  const text = path === "-" ? await readAll(call.io.stdin) : await readText(path);
  try {
    return readPolicyFile(text).map((entry) => ({ ...entry, file }));
  } catch (error) {
    throw error instanceof PolicyFileError ? wrong(file, error.problems) : error;
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CommandFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Fails with every problem on a line of its own, and where in the file it is. */
function wrong(file: string, problems: readonly PolicyProblem[]): CommandFailure {
  const lines = problems.map(({ line, column, description }) => `${file}:${line}:${column}: ${description}`);
  return new CommandFailure(lines.join("\n"), 1, "FIELD_INVALID");
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

type ApplyCall = Pick<Invocation<typeof APPLY_OPTIONS>, "values" | "output">;

async function applyEntry(call: ApplyCall, client: Client, { choices, locate, file }: Entry): Promise<void> {
  try {
    const before = await find(client, choices.name);
    const changes = diffLines(before === undefined ? "" : writePolicyFile(before), writePolicyFile(choices));
    if (call.values.diff) {
      await client.accessPolicies.test("", 0, choices);
      for (const line of changes) await call.output.line(line);
      if (changes.length === 0) call.output.note(`${choices.name} is as the file says.`);
      return;
    }
    await finish(call, client, before, await save(client, before, choices, changes.length > 0));
  } catch (error) {
    throw isCallFailure(error) && error.fieldViolations.length > 0
      ? wrong(
          file,
          error.fieldViolations.map(({ field, description }) => {
            return { ...locate(field), description: `${field}: ${description}` };
          }),
        )
      : error;
  }
}

async function finish(
  call: ApplyCall,
  client: Client,
  before: AccessPolicy | undefined,
  saved: AccessPolicy,
): Promise<void> {
  const { enforce, "dry-run": dryRun } = call.values;
  const { id, latestVersion } = saved;
  let policy = saved;
  if (dryRun && policy.dryRunVersion !== latestVersion) {
    policy = await client.accessPolicies.dryRun(id, latestVersion);
  }
  if (enforce && policy.enforcedVersion !== latestVersion) {
    policy = await client.accessPolicies.enforce(id, latestVersion);
  }
  if (call.output.json) await call.output.object(policy);
  const what = before === undefined ? "made" : before.etag === policy.etag ? "unchanged" : "changed";
  call.output.note(
    `${policy.name}: ${what}; version ${latestVersion}, enforced ${policy.enforcedVersion || "none"}.`,
  );
}

async function save(
  client: Client,
  before: AccessPolicy | undefined,
  choices: PolicyChoices,
  hasChanged: boolean,
): Promise<AccessPolicy> {
  if (before === undefined) return client.accessPolicies.create(choices);
  return hasChanged ? client.accessPolicies.update(before.id, choices, before.etag) : before;
}

async function find(client: Client, name: string): Promise<AccessPolicy | undefined> {
  if (name === "") return undefined;
  try {
    return await client.accessPolicies.get(name);
  } catch (error) {
    if (isCallFailure(error) && error.reason === "RESOURCE_NOT_FOUND") return undefined;
    throw error;
  }
}
