import type { Role } from "../../tui/client/enums.js";
import type { User, UserChanges } from "../../tui/client/users.js";
import { defineCommand, type Invocation } from "../command.js";
import { confirm, needsConfirmation, YES_OPTION } from "../confirm.js";
import { CALL_OPTIONS, JSON_OPTION, withClient } from "../connection.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { type Column, formatSwitch, formatTime, type Output, printable, printFields } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { askNewPassword, PASSWORD_OPTION } from "../passwords.js";
import { parseSwitch } from "../values.js";
import { findUserId } from "./find-user.js";
import { ETAG_OPTION, REQUEST_ID_OPTION } from "./write-options.js";

const CHANGE_OPTIONS = {
  email: { type: "string", hint: "EMAIL", summary: "the user's e-mail" },
  name: { type: "string", hint: "NAME", summary: "the user's name" },
  role: { type: "string", hint: "ROLE", summary: "admin, agent or end-user" },
  verified: { type: "string", hint: "on|off", summary: "whether the e-mail is known to be theirs" },
  suspended: { type: "string", hint: "on|off", summary: "whether the user is shut out for now" },
} as const;

const COLUMNS: readonly Column<User>[] = [
  ["ID", ({ id }) => id],
  ["ROLE", ({ role }) => role ?? "UNKNOWN"],
  ["VERIFIED", ({ verified }) => formatSwitch(verified)],
  ["SUSPENDED", ({ suspended }) => formatSwitch(suspended)],
  ["LAST SIGN-IN", ({ lastSignInTime }) => formatTime(lastSignInTime) || "never"],
  ["EMAIL", ({ email }) => email],
  ["NAME", ({ name }) => name],
];

const ONE_USER = { hint: "EMAIL_OR_ID", min: 1, max: 1 } as const;

/** The commands about the account's users. */
export const USER_COMMANDS = [
  defineCommand({
    name: "user list",
    summary: "list all users",
    options: { ...LIST_OPTIONS, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const request = listRequest(call.values);
        await printPages(call.output, COLUMNS, async (page) => {
          const { users, nextPageToken } = await client.users.list({ ...request, ...page });
          return { rows: users, nextPageToken };
        });
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "user create",
    summary: "add a user",
    details: ["--email and --role are required. Without a password the user is let in by credentials only."],
    examples: ["latchkey user create --email ada@example.com --name Ada --role agent --verified on"],
    options: {
      ...CHANGE_OPTIONS,
      ...PASSWORD_OPTION,
      ...REQUEST_ID_OPTION,
      ...CALL_OPTIONS,
      ...JSON_OPTION,
    },
    run: (call) => {
      const { email, role, ...changes } = readChanges(call.values);
      if (email === undefined || role === undefined)
        throw new CommandFailure("--email and --role are required.");
      return withClient(call, async (client) => {
        const requestId = call.values["request-id"];
        const password = call.values["password-stdin"] ? await askNewPassword(call) : undefined;
        const user = await client.users.create({
          name: email,
          ...changes,
          email,
          role,
          ...(password !== undefined && { password }),
          ...(requestId && { requestId }),
        });
        await printUser(call.output, user);
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "user get",
    summary: "show one user",
    positionals: ONE_USER,
    options: { ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const id = await findUserId(client, call.positionals[0] ?? "");
        await printUser(call.output, await client.users.get(id));
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "user update",
    summary: "change a user; lowering a role or suspending ends their sessions",
    positionals: ONE_USER,
    examples: ["latchkey user update ada@example.com --suspended on"],
    options: { ...CHANGE_OPTIONS, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const changes = readChanges(call.values);
      if (Object.keys(changes).length === 0)
        throw new CommandFailure("Say what to change, such as --role agent.");
      return withClient(call, async (client) => {
        const id = await findUserId(client, call.positionals[0] ?? "");
        const { user, endedSessions } = await client.users.update(id, changes, call.values.etag);
        await printUser(call.output, user);
        noteEndedSessions(call.output, endedSessions);
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "user set-password",
    summary: "set a user's password, or your own when nobody is named",
    positionals: { hint: "[EMAIL_OR_ID]", min: 0, max: 1 },
    details: [
      "Your own needs the present one as well: with --password-stdin on the line before the new one.",
    ],
    options: { ...PASSWORD_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) =>
      withClient(call, async (client) => {
        const [whom] = call.positionals;
        const target =
          whom === undefined ? await askCurrent(call) : { userId: await findUserId(client, whom) };
        const newPassword = await askNewPassword(call);
        const { user, endedSessions } = await client.users.setPassword({ ...target, newPassword });
        await printUser(call.output, user);
        noteEndedSessions(call.output, endedSessions);
        return EXIT.DONE;
      }),
  }),
  defineCommand({
    name: "user delete",
    summary: "delete a user for good and end their sessions; API tokens stay",
    positionals: ONE_USER,
    options: { ...YES_OPTION, ...ETAG_OPTION, ...CALL_OPTIONS, ...JSON_OPTION },
    run: (call) => {
      const asks = needsConfirmation(call);
      const [whom = ""] = call.positionals;
      return withClient(call, async (client) => {
        const id = await findUserId(client, whom);
        if (asks) {
          const doomed = await client.users.delete(id, { validateOnly: true });
          await confirm(call, [
            printable(`${whom} is deleted for good. With them end ${doomed.endedSessions} sessions and`),
            `${doomed.endedAccessTokens} OAuth access tokens, and ${doomed.unusableApiTokens} API tokens bound to them`,
            "can never be used again.",
          ]);
        }
        const ended = await client.users.delete(id, call.values.etag ? { etag: call.values.etag } : {});
        if (call.output.json) await call.output.object({ id, ...ended });
        else await call.output.line(id);
        return EXIT.DONE;
      });
    },
  }),
];

const ROLES: Readonly<Record<string, Role>> = { admin: "ADMIN", agent: "AGENT", "end-user": "END_USER" };

type ChangeValues = { readonly [Name in keyof typeof CHANGE_OPTIONS]?: string | undefined };

function readChanges({ email, name, role, verified, suspended }: ChangeValues): UserChanges {
  return {
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role: readRole(role) }),
    ...(verified !== undefined && { verified: parseSwitch("--verified", verified) }),
    ...(suspended !== undefined && { suspended: parseSwitch("--suspended", suspended) }),
  };
}

function readRole(text: string): Role {
  const name = text.toLowerCase().replaceAll("_", "-");
  const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (role !== undefined) return role;
  throw new CommandFailure(`--role: "${text}" is none of ${Object.keys(ROLES).join(", ")}.`);
}

async function askCurrent({ secrets }: Invocation): Promise<{ currentPassword: string }> {
  return { currentPassword: await secrets.readLine("your present password") };
}

function noteEndedSessions(output: Output, count: number): void {
  if (count > 0) output.note(`${count} ${count === 1 ? "session" : "sessions"} ended.`);
}

async function printUser(output: Output, user: User): Promise<void> {
  if (output.json) return output.object(user);
  await printFields(output, [
    ["id", user.id],
    ["email", user.email],
    ["name", user.name],
    ["role", user.role ?? "UNKNOWN"],
    ["verified", formatSwitch(user.verified)],
    ["suspended", formatSwitch(user.suspended)],
    ["password", user.hasPassword ? "set" : "none"],
    ["last sign-in", formatTime(user.lastSignInTime) || "never"],
    ["added", formatTime(user.createTime)],
    ["changed", formatTime(user.updateTime)],
    ["etag", user.etag],
  ]);
}
