import { expect, test } from "vitest";
import type { PresentedCredential } from "../../../server/domain/credentials.js";
import { identify } from "../../../server/domain/decisions.js";
import { factsAgain, factsOf } from "../../../server/verification/facts.js";
import {
  addUser,
  HOME_IP,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  switchAccess,
} from "../../support/test-environment.js";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  const circumstances = { sourceIp: HOME_IP, now: environment.clock.now };
  const ask = async (credential: PresentedCredential) => {
    const digest = environment.digest(credential.secret);
    const facts = await environment.store.read((reader) => factsOf(reader, credential, digest));
    return identify(facts, circumstances);
  };
  return { environment, account, circumstances, ask };
}

test("a session and a token of the same account lead to their user, by their own kind only", async () => {
  const { environment, account, ask } = await open();
  const { admin } = account;
  const { id, secret } = await makeToken(environment, account, { scopes: ["read"] });
  const bySession = await ask({ kind: "SESSION", secret: admin.sessionToken });
  expect(bySession).toMatchObject({
    kind: "SESSION",
    accountId: "acme",
    user: { id: admin.userId },
    scopes: [],
  });
  const byToken = await ask({ kind: "API_TOKEN", secret, email: admin.email });
  expect(byToken).toMatchObject({ kind: "API_TOKEN", credentialId: id, scopes: ["read"] });
  expect(await ask({ kind: "SESSION", secret })).toBeUndefined();
  expect(await ask({ kind: "API_TOKEN", secret: admin.sessionToken, email: admin.email })).toBeUndefined();
});

test("asked again, somebody is who they are by then, or nobody", async () => {
  const { environment, account, circumstances, ask } = await open();
  const user = await addUser(environment, account, { email: "agent@acme.example" });
  const { secret } = await makeToken(environment, account);
  const caller = await ask({ kind: "API_TOKEN", secret, email: user.email });
  if (caller === undefined) throw new Error("The token should be good.");
  const again = async () =>
    identify(await environment.store.read((reader) => factsAgain(reader, caller)), circumstances);
  expect(await again()).toEqual(caller);
  await switchAccess(environment, account, false);
  expect(await again()).toBeUndefined();
  await switchAccess(environment, account, true);
  expect(await again()).toEqual(caller);
});
