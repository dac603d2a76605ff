import type { Account } from "../../tui/client/accounts.js";
import type { Client } from "../../tui/client/connect.js";
import { defineCommand, type Invocation } from "../command.js";
import {
  CALLER_OPTIONS,
  JSON_OPTION,
  SERVER_OPTIONS,
  serverAddress,
  withAnonymousClient,
} from "../connection.js";
import { credentialsPath, keepCredential } from "../credentials.js";
import { DATA_OPTION } from "../data-directory.js";
import { EXIT } from "../exit-codes.js";
import { CommandFailure } from "../failures.js";
import { OPERATOR_DETAILS, towardsOperator } from "../operator.js";
import { type Column, formatTime, type Output, printFields } from "../output.js";
import { LIST_OPTIONS, listRequest, printPages } from "../pages.js";
import { askNewPassword, PASSWORD_OPTION } from "../passwords.js";
import { REQUEST_ID_OPTION } from "./write-options.js";

const COLUMNS: readonly Column<Account>[] = [
  ["ID", ({ id }) => id],
  ["CREATED", ({ createTime }) => formatTime(createTime)],
  ["NAME", ({ displayName }) => displayName],
];

const CREATE_OPTIONS = {
  name: { type: "string", hint: "NAME", summary: "what people call the account; its id unless told" },
  "admin-email": { type: "string", hint: "EMAIL", summary: "the administrator's e-mail; required" },
  "admin-name": {
    type: "string",
    hint: "NAME",
    summary: "the administrator's name; the e-mail unless told",
  },
  "setup-code-stdin": { type: "boolean", summary: "read the setup code from standard input" },
  ...PASSWORD_OPTION,
  "no-sign-in": { type: "boolean", summary: "end the administrator's first session at once" },
  "carried-over": {
    type: "boolean",
    summary: "it had more than 256 API tokens where it was before: it may hold 2,048",
  },
  ...REQUEST_ID_OPTION,
  ...DATA_OPTION,
  ...SERVER_OPTIONS,
  credentials: CALLER_OPTIONS.credentials,
  ...JSON_OPTION,
} as const;

type AccountCall = Invocation<typeof CREATE_OPTIONS>;

/** The commands of the operator of the machine. */
export const ACCOUNT_COMMANDS = [
  defineCommand({
    name: "account create",
    summary: "make an account and its first administrator, who is signed in",
    positionals: { hint: "ID", min: 1, max: 1 },
    details: [
      `${OPERATOR_DETAILS} Anywhere else the first account takes the one-time setup code that the server printed when it started.`,
      "From standard input come the setup code, if any, and the password, one to a line.",
    ],
    examples: [
      "latchkey account create acme --admin-email ada@example.com",
      'printf \'%s\\n\' "$SETUP_CODE" "$PASSWORD" | latchkey account create acme --admin-email ada@example.com --server 127.0.0.1:50551 --setup-code-stdin --password-stdin',
    ],
    options: CREATE_OPTIONS,
    run: (given) => {
      const call = towardsOperator(given);
      const { values } = call;
      const adminEmail = values["admin-email"];
      if (adminEmail === undefined) throw new CommandFailure("--admin-email is required.");
      return withAnonymousClient(call, async (client) => {
        const setupCode = await readSetupCode(call);
        const adminPassword = await askNewPassword(call);
        const { account, adminUserId, sessionToken } = await client.accounts.create({
          accountId: call.positionals[0] ?? "",
          adminEmail,
          adminPassword,
          ...(setupCode !== undefined && { setupCode }),
          ...(values.name !== undefined && { displayName: values.name }),
          ...(values["admin-name"] !== undefined && { adminName: values["admin-name"] }),
          ...(values["carried-over"] && { carriedOver: true }),
          ...(values["request-id"] && { requestId: values["request-id"] }),
        });
        await printAccount(call.output, account, adminUserId);
        if (sessionToken === undefined) return EXIT.DONE;
        if (values["no-sign-in"]) return endSession(call, sessionToken);
        await keepSession(given, adminEmail, sessionToken);
        return EXIT.DONE;
      });
    },
  }),
  defineCommand({
    name: "account list",
    summary: "list the accounts of the server, for its operator",
    details: [OPERATOR_DETAILS],
    options: { ...LIST_OPTIONS, ...DATA_OPTION, ...SERVER_OPTIONS, ...JSON_OPTION },
    run: (given) => {
      const call = towardsOperator(given);
      return withAnonymousClient(call, async (client) => {
        const request = listRequest(call.values);
        await printPages(call.output, COLUMNS, async (page) => {
          const { accounts, nextPageToken } = await client.accounts.list({ ...request, ...page });
          return { rows: accounts, nextPageToken };
        });
        return EXIT.DONE;
      });
    },
  }),
];

async function readSetupCode(call: AccountCall): Promise<string | undefined> {
  if (serverAddress(call).startsWith("unix:") && !call.values["setup-code-stdin"]) return undefined;
  if (!call.values["setup-code-stdin"] && !call.secrets.interactive) {
    throw new CommandFailure(
      "Over the network the first account takes the setup code: use --setup-code-stdin.",
    );
  }
  return (await call.secrets.readLine("the setup code")).trim();
}

/** Keeps the administrator's first session for the address that other commands will use. */
async function keepSession(call: AccountCall, email: string, sessionToken: string): Promise<void> {
  const path = credentialsPath(call.values.credentials, call.env);
  await keepCredential(path, serverAddress(call), { email, sessionToken });
  call.output.note(`Signed in as ${email}; the session is kept in ${path}.`);
}

/** Ends a session nobody will use. */
async function endSession(call: AccountCall, sessionToken: string): Promise<number> {
  const { authorizeBySession } = await import("../../tui/client/authorization.js");
  const signOut = async (client: Client) => {
    await client.sessions.signOut();
    return EXIT.DONE;
  };
  return withAnonymousClient(call, signOut, authorizeBySession(sessionToken));
}

async function printAccount(output: Output, account: Account, adminUserId: string): Promise<void> {
  if (output.json) return output.object({ ...account, adminUserId });
  await printFields(output, [
    ["id", account.id],
    ["name", account.displayName],
    ["created", formatTime(account.createTime)],
    ["administrator", adminUserId],
  ]);
}
