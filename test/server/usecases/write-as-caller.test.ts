import { describe, expect, test } from "vitest";
import { type Operation, REQUIREMENTS, type RequestContext } from "../../../server/domain/callers.js";
import type { Reason } from "../../../server/domain/failure.js";
import { attachAccessPolicy } from "../../../server/usecases/attach-access-policy.js";
import { batchDeleteApiTokens } from "../../../server/usecases/batch-delete-api-tokens.js";
import { batchRevokeAccessTokens } from "../../../server/usecases/batch-revoke-access-tokens.js";
import { createAccessPolicy } from "../../../server/usecases/create-access-policy.js";
import { createAccessToken } from "../../../server/usecases/create-access-token.js";
import { createApiToken } from "../../../server/usecases/create-api-token.js";
import { createOAuthClient } from "../../../server/usecases/create-oauth-client.js";
import { createUser } from "../../../server/usecases/create-user.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { deleteAccessPolicy } from "../../../server/usecases/delete-access-policy.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { deleteOAuthClient } from "../../../server/usecases/delete-oauth-client.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { detachAccessPolicy } from "../../../server/usecases/detach-access-policy.js";
import { disableOAuthClient } from "../../../server/usecases/disable-oauth-client.js";
import { dryRunAccessPolicy } from "../../../server/usecases/dry-run-access-policy.js";
import { enableOAuthClient } from "../../../server/usecases/enable-oauth-client.js";
import { enforceAccessPolicy } from "../../../server/usecases/enforce-access-policy.js";
import { getSettings } from "../../../server/usecases/get-settings.js";
import { reactivateApiToken } from "../../../server/usecases/reactivate-api-token.js";
import { retireOAuthClientSecret } from "../../../server/usecases/retire-oauth-client-secret.js";
import { revokeAccessToken } from "../../../server/usecases/revoke-access-token.js";
import { rotateOAuthClientSecret } from "../../../server/usecases/rotate-oauth-client-secret.js";
import { setPassword } from "../../../server/usecases/set-password.js";
import { signOut } from "../../../server/usecases/sign-out.js";
import { updateAccessPolicy } from "../../../server/usecases/update-access-policy.js";
import { updateApiToken } from "../../../server/usecases/update-api-token.js";
import { updateOAuthClient } from "../../../server/usecases/update-oauth-client.js";
import { updateSettings } from "../../../server/usecases/update-settings.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import {
  addMember,
  basic,
  changeSettings,
  makeAccessToken,
  makeClient,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PASSWORD,
  PLAIN_ACCESS_TOKEN,
  PLAIN_CLIENT,
  PLAIN_TOKEN,
  reasonOf,
  requestWith,
} from "../../support/test-environment.js";

async function openWorld() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const second = await addMember(environment, account, { email: "b@acme.example", role: "ADMIN" });
  const agent = await addMember(environment, account, { email: "agent@acme.example" });
  const token = await makeToken(environment, account);
  const script = await makeToken(environment, account);
  const client = await makeClient(environment, account);
  await changeSettings(environment, account, { oauthAccess: true }, ["oauth_access"]);
  const accessToken = await makeAccessToken(environment, account, { clientId: client.id });
  const choices = { ...RULES, name: "tickets", requestId: "" };
  const { policy } = await createAccessPolicy(environment, await account.admin.request(), choices);
  const settings = await getSettings(environment, await account.admin.request());
  return {
    environment,
    account,
    admin: account.admin,
    second,
    agent,
    token,
    script,
    client,
    accessToken,
    policy,
    settings,
  };
}

const RULES = { description: "", statements: [], testCases: [] };

type World = Awaited<ReturnType<typeof openWorld>>;

const USER = {
  email: "new@acme.example",
  name: "",
  role: "ADMIN",
  verified: true,
  suspended: false,
} as const;

/** Every operation that changes an account, as a call that would succeed. */
const CALLS: Partial<Record<Operation, (world: World, context: RequestContext) => Promise<unknown>>> = {
  UpdateSettings: ({ environment, settings }, context) =>
    updateSettings(environment, context, {
      values: { ...settings, oauthAccess: false },
      etag: "",
      updateMask: ["*"],
    }),
  CreateUser: ({ environment }, context) =>
    createUser(environment, context, { ...USER, password: PASSWORD, requestId: "" }),
  UpdateUser: ({ environment, agent }, context) =>
    updateUser(environment, context, { ...USER, id: agent.userId, etag: "", updateMask: ["role"] }),
  SetPassword: ({ environment, agent }, context) =>
    setPassword(environment, context, {
      userId: agent.userId,
      currentPassword: "",
      newPassword: "the intruder's own",
    }),
  DeleteUser: ({ environment, agent }, context) =>
    deleteUser(environment, context, { id: agent.userId, etag: "", validateOnly: false }),
  CreateApiToken: ({ environment }, context) => createApiToken(environment, context, PLAIN_TOKEN),
  UpdateApiToken: ({ environment, token }, context) =>
    updateApiToken(environment, context, {
      id: token.id,
      etag: "",
      choices: { ...PLAIN_TOKEN, description: "x" },
      updateMask: ["*"],
    }),
  DeactivateApiToken: ({ environment, token }, context) =>
    deactivateApiToken(environment, context, { id: token.id, etag: "", validateOnly: false }),
  ReactivateApiToken: ({ environment, token }, context) =>
    reactivateApiToken(environment, context, { id: token.id, etag: "" }),
  DeleteApiToken: ({ environment, token }, context) =>
    deleteApiToken(environment, context, { id: token.id, etag: "", validateOnly: false }),
  CreateAccessPolicy: ({ environment }, context) =>
    createAccessPolicy(environment, context, { ...RULES, name: "another", requestId: "" }),
  UpdateAccessPolicy: ({ environment, policy }, context) =>
    updateAccessPolicy(environment, context, {
      id: policy.id,
      choices: { ...RULES, name: "renamed" },
      etag: "",
      updateMask: ["name"],
    }),
  DeleteAccessPolicy: ({ environment, policy }, context) =>
    deleteAccessPolicy(environment, context, { id: policy.id, etag: "", validateOnly: false }),
  EnforceAccessPolicy: ({ environment, policy }, context) =>
    enforceAccessPolicy(environment, context, { id: policy.id, version: 1, etag: "" }),
  DryRunAccessPolicy: ({ environment, policy }, context) =>
    dryRunAccessPolicy(environment, context, { id: policy.id, version: 1, etag: "" }),
  AttachAccessPolicy: ({ environment, policy }, context) =>
    attachAccessPolicy(environment, context, { id: policy.id, target: { kind: "ROLE", id: "END_USER" } }),
  DetachAccessPolicy: ({ environment, policy }, context) =>
    detachAccessPolicy(environment, context, { id: policy.id, target: { kind: "ROLE", id: "AGENT" } }),
  BatchDeleteApiTokens: ({ environment, token }, context) =>
    batchDeleteApiTokens(environment, context, { ids: [token.id], validateOnly: false }),
  CreateAccessToken: ({ environment, client }, context) =>
    createAccessToken(environment, context, { ...PLAIN_ACCESS_TOKEN, clientId: client.id }),
  RevokeAccessToken: ({ environment, accessToken }, context) =>
    revokeAccessToken(environment, context, { id: accessToken.id, validateOnly: false }),
  BatchRevokeAccessTokens: ({ environment, accessToken }, context) =>
    batchRevokeAccessTokens(environment, context, {
      ids: [accessToken.id],
      clientId: "",
      userId: "",
      validateOnly: false,
    }),
  CreateOAuthClient: ({ environment }, context) => createOAuthClient(environment, context, PLAIN_CLIENT),
  UpdateOAuthClient: ({ environment, client }, context) =>
    updateOAuthClient(environment, context, {
      id: client.id,
      etag: "",
      choices: { ...PLAIN_CLIENT, name: "Renamed" },
      updateMask: ["name"],
    }),
  RotateOAuthClientSecret: ({ environment, client }, context) =>
    rotateOAuthClientSecret(environment, context, { id: client.id, etag: "", overlapSeconds: 0 }),
  RetireOAuthClientSecret: ({ environment, client }, context) =>
    retireOAuthClientSecret(environment, context, { id: client.id, etag: "" }),
  EnableOAuthClient: ({ environment, client }, context) =>
    enableOAuthClient(environment, context, { id: client.id, etag: "" }),
  DisableOAuthClient: ({ environment, client }, context) =>
    disableOAuthClient(environment, context, { id: client.id, etag: "" }),
  DeleteOAuthClient: ({ environment, client }, context) =>
    deleteOAuthClient(environment, context, { id: client.id, etag: "" }),
};

/** What must have been done for a call to succeed. */
const BEFORE: typeof CALLS = {
  ReactivateApiToken: ({ environment, token }, context) =>
    deactivateApiToken(environment, context, { id: token.id, etag: "", validateOnly: false }),
  RetireOAuthClientSecret: ({ environment, client }, context) =>
    rotateOAuthClientSecret(environment, context, { id: client.id, etag: "", overlapSeconds: 600 }),
  EnableOAuthClient: ({ environment, client }, context) =>
    disableOAuthClient(environment, context, { id: client.id, etag: "" }),
};

/** What ends a right while a call is under way, and what the call then says. */
const ENDS: Record<string, { readonly end: (world: World) => Promise<unknown>; readonly reason: Reason }> = {
  "the caller is demoted": {
    end: async ({ environment, admin, second }) =>
      updateUser(environment, await admin.request(), {
        ...USER,
        id: second.userId,
        role: "AGENT",
        etag: "",
        updateMask: ["role"],
      }),
    reason: "ROLE_INSUFFICIENT",
  },
  "the caller is suspended": {
    end: async ({ environment, admin, second }) =>
      updateUser(environment, await admin.request(), {
        ...USER,
        id: second.userId,
        suspended: true,
        etag: "",
        updateMask: ["suspended"],
      }),
    reason: "CREDENTIAL_INVALID",
  },
  "the caller is deleted": {
    end: async ({ environment, admin, second }) =>
      deleteUser(environment, await admin.request(), { id: second.userId, etag: "", validateOnly: false }),
    reason: "CREDENTIAL_INVALID",
  },
  "the credential is gone": {
    end: async ({ environment, admin, second, script }) => {
      await signOut(environment, await second.request());
      await deleteApiToken(environment, await admin.request(), {
        id: script.id,
        etag: "",
        validateOnly: false,
      });
    },
    reason: "CREDENTIAL_INVALID",
  },
  "addresses are restricted": {
    end: ({ environment, account }) =>
      changeSettings(environment, account, { ipAllowList: ["192.0.2.10"] }, ["ip_allow_list"]),
    reason: "CREDENTIAL_INVALID",
  },
};

test("every operation that needs a writing scope is tried", () => {
  const writing = Object.entries(REQUIREMENTS)
    .filter(([, requirement]) => "scope" in requirement && requirement.scope.endsWith(":write"))
    // Consent is a person's who is there, whatever their role: it has tests of its own.
    .filter(([, requirement]) => !("kinds" in requirement))
    .map(([operation]) => operation);
  expect(Object.keys(CALLS).sort()).toEqual(writing.sort());
});

describe.each(Object.entries(ENDS))("when %s while a call is under way", (_, { end, reason }) => {
  test.each(Object.entries(CALLS))("%s changes nothing", async (operation, call) => {
    for (const kind of ["SESSION", "API_TOKEN"] as const) {
      const world = await openWorld();
      const { environment, second, script, admin } = world;
      await BEFORE[operation as Operation]?.(world, await admin.request());
      const elsewhere = "198.51.100.1";
      const context =
        kind === "SESSION"
          ? await second.request(elsewhere)
          : await requestWith(environment, basic(second.email, script.secret), elsewhere);
      await end(world);
      const position = environment.store.position();
      const outcome = await reasonOf(call(world, context));
      // A demoted person's session has ended with the demotion; an API token has not, and they may set their own
      // password and end their own access tokens with it, but see nobody else.
      const isForAll = ["SetPassword", "RevokeAccessToken", "BatchRevokeAccessTokens"].includes(operation);
      const withToken = isForAll && reason === "ROLE_INSUFFICIENT" ? "RESOURCE_NOT_FOUND" : reason;
      const expected = kind === "SESSION" ? "CREDENTIAL_INVALID" : withToken;
      expect([kind, outcome]).toEqual([kind, expected]);
      expect(environment.store.position()).toBe(position);
    }
  });
});

test.each(Object.entries(CALLS))("%s goes through while nothing ends", async (operation, call) => {
  const world = await openWorld();
  const { second, admin } = world;
  await BEFORE[operation as Operation]?.(world, await admin.request());
  await call(world, await second.request());
});

test("a token whose scopes are narrowed meanwhile hands out no more than it still has", async () => {
  const { environment, admin, second, script } = await openWorld();
  const context = await requestWith(environment, basic(second.email, script.secret));
  await updateApiToken(environment, await admin.request(), {
    id: script.id,
    etag: "",
    choices: { ...PLAIN_TOKEN, scopes: ["api_tokens:write"] },
    updateMask: ["scopes"],
  });
  expect(await reasonOf(createApiToken(environment, context, PLAIN_TOKEN))).toBe("SCOPE_INSUFFICIENT");
});
