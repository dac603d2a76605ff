import { expect, test } from "vitest";
import type { PolicyStatement } from "../../../server/domain/policy-statements.js";
import { attachAccessPolicy } from "../../../server/usecases/attach-access-policy.js";
import { createAccessPolicy } from "../../../server/usecases/create-access-policy.js";
import { deleteAccessPolicy } from "../../../server/usecases/delete-access-policy.js";
import { deleteApiToken } from "../../../server/usecases/delete-api-token.js";
import { deleteOAuthClient } from "../../../server/usecases/delete-oauth-client.js";
import { deleteUser } from "../../../server/usecases/delete-user.js";
import { detachAccessPolicy } from "../../../server/usecases/detach-access-policy.js";
import { disableOAuthClient } from "../../../server/usecases/disable-oauth-client.js";
import { enforceAccessPolicy } from "../../../server/usecases/enforce-access-policy.js";
import { type ExplainAccessInput, explainAccess } from "../../../server/usecases/explain-access.js";
import { revokeAccessToken } from "../../../server/usecases/revoke-access-token.js";
import { updateUser } from "../../../server/usecases/update-user.js";
import {
  addMember,
  basic,
  bearer,
  changeSettings,
  HOME_IP,
  isAccepted,
  makeAccessToken,
  makeClient,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
} from "../../support/test-environment.js";

const TICKETS: PolicyStatement = {
  ...{ description: "", effect: "ALLOW", methods: [], paths: ["/tickets/**"], grpcMethods: [] },
  ...{ scopes: [], ipRanges: [], requestFields: [], responseFields: [] },
};

async function openWorld() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  await changeSettings(environment, account, { oauthAccess: true }, ["oauth_access"]);
  const { admin } = account;
  return {
    environment,
    account,
    admin,
    /** The moment by now; a minute later things go on. */
    moment() {
      const { now } = environment.clock;
      environment.clock.advance(60_000);
      return now;
    },
    async explain(credentialId: string, input: Partial<ExplainAccessInput> = {}) {
      const asked = { credentialId, email: "", method: "GET", path: "/tickets/1", sourceIp: HOME_IP };
      const context = await admin.request();
      const told = await explainAccess(environment, context, { ...asked, requiredScopes: [], ...input });
      const deciding = told.layers.find(({ allowed }) => !allowed);
      return told.allowed ? "allowed" : `${deciding?.layer}: ${deciding?.description}`;
    },
  };
}

test("a client that is disabled and gone since worked then, and so did its token that is revoked since", async () => {
  const world = await openWorld();
  const { environment, account, admin, explain, moment } = world;
  const client = await makeClient(environment, account);
  const user = await addMember(environment, account, { email: "jane@acme.example", role: "AGENT" });
  const token = await makeAccessToken(environment, account, { clientId: client.id, userId: user.userId });
  const unborn = environment.clock.now - 1;
  expect(await isAccepted(environment, bearer(token.secret))).toBe(true);
  const good = moment();
  const input = { id: client.id, etag: "", validateOnly: false };
  await disableOAuthClient(environment, await admin.request(), input);
  const disabled = moment();
  await revokeAccessToken(environment, await admin.request(), { id: token.id, validateOnly: false });
  const revoked = moment();
  await deleteOAuthClient(environment, await admin.request(), input);
  expect(await explain(token.id, { time: good })).toBe("allowed");
  expect(await explain(token.id, { time: good, requiredScopes: ["users:write"] })).toBe(
    "scopes: It lacks users:write.",
  );
  expect(await explain(token.id, { time: disabled })).toBe("credential: The access token is stopped.");
  for (const time of [unborn, revoked, environment.clock.now])
    expect(await explain(token.id, { time })).toMatch(/^credential: There was no such credential/);
});

test("an e-mail is whose it was then, also of somebody who is gone since", async () => {
  const world = await openWorld();
  const { environment, account, admin, explain, moment } = world;
  const user = await addMember(environment, account, { email: "jane@acme.example", role: "AGENT" });
  const { id, secret } = await makeToken(environment, account);
  expect(await isAccepted(environment, basic(user.email, secret))).toBe(true);
  const before = moment();
  const change = {
    name: "",
    role: undefined,
    verified: true,
    suspended: false,
    etag: "",
    validateOnly: false,
  };
  const renamed = { ...change, id: user.userId, email: "new@acme.example", updateMask: ["email"] };
  await updateUser(environment, await admin.request(), renamed);
  const after = moment();
  await deleteUser(environment, await admin.request(), { id: user.userId, etag: "", validateOnly: false });
  await deleteApiToken(environment, await admin.request(), { id, etag: "", validateOnly: false });
  moment();
  expect(await explain(id, { time: before, email: user.email })).toBe("allowed");
  expect(await explain(id, { time: before, email: "new@acme.example" })).toBe(
    "user: There was no such user.",
  );
  expect(await explain(id, { time: after, email: "NEW@acme.example" })).toBe("allowed");
  expect(await explain(id, { time: after, email: user.email })).toBe("user: There was no such user.");
  expect(await explain(id, { email: "new@acme.example" })).toMatch(/^credential: /);
});

test("a policy that is gone since is named, and nothing is made up of what it said", async () => {
  const world = await openWorld();
  const { environment, account, admin, explain, moment } = world;
  const { id: tokenId } = await makeToken(environment, account);
  const choices = { name: "tickets", description: "", statements: [TICKETS], testCases: [], requestId: "" };
  const { policy } = await createAccessPolicy(environment, await admin.request(), choices);
  const target = { kind: "API_TOKEN", id: tokenId } as const;
  await attachAccessPolicy(environment, await admin.request(), { id: policy.id, target });
  const attached = moment();
  await enforceAccessPolicy(environment, await admin.request(), { id: policy.id, version: 1, etag: "" });
  const enforced = moment();
  expect(await explain(tokenId, { time: enforced })).toBe("allowed");
  expect(await explain(tokenId, { time: enforced, path: "/reports" })).toBe(
    "policy: No statement allows it.",
  );
  await detachAccessPolicy(environment, await admin.request(), { id: policy.id, target });
  await deleteAccessPolicy(environment, await admin.request(), {
    id: policy.id,
    etag: "",
    validateOnly: false,
  });
  moment();
  expect(await explain(tokenId, { time: attached, path: "/reports" })).toBe("allowed");
  expect(await explain(tokenId, { time: enforced })).toBe(
    "policy: Version 1 was enforced, and is deleted since: what it said is not known.",
  );
  expect(await explain(tokenId, { path: "/reports" })).toBe("allowed");
});
