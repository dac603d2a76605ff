import { describe, expect, test } from "vitest";
import { SECOND } from "../../../server/domain/instants.js";
import { approveDevice } from "../../../server/usecases/approve-device.js";
import { getDeviceAuthorization } from "../../../server/usecases/get-device-authorization.js";
import {
  type StartedDeviceAuthorization,
  startDeviceAuthorization,
} from "../../../server/usecases/start-device-authorization.js";
import {
  actionsIn,
  beginOAuth,
  exchange,
  makeClient,
  makeOAuthAccount,
  type TestClient,
} from "../../support/oauth.js";
import {
  ANONYMOUS,
  addMember,
  bearer,
  ENGINES,
  failureOf,
  isAccepted,
  type Member,
  reasonOf,
  request,
  requestWith,
  type TestEnvironment,
} from "../../support/test-environment.js";

function start(environment: TestEnvironment, { client, authentication }: TestClient, scope = "tickets:read") {
  const input = { accountId: client.accountId, client: authentication, scope };
  return startDeviceAuthorization(environment, request(environment, ANONYMOUS), input);
}

function poll(
  environment: TestEnvironment,
  client: TestClient,
  { deviceCode }: Pick<StartedDeviceAuthorization, "deviceCode">,
) {
  return exchange(environment, client, { grantType: "DEVICE_CODE", deviceCode });
}

async function answer(environment: TestEnvironment, person: Member, userCode: string, approved = true) {
  return approveDevice(environment, await person.request(), { userCode, approved });
}

describe.each(ENGINES)("on %s", (engine) => {
  test("a device gets tokens once a person has typed its code and said yes", async () => {
    const { environment, person, client } = await beginOAuth(engine);
    const device = await start(environment, client);
    expect(device).toMatchObject({
      verificationUri: "https://latchkey.example/acme/oauth/device",
      verificationUriComplete: `https://latchkey.example/acme/oauth/device?user_code=${device.userCode}`,
      lifetimeSeconds: 600,
      intervalSeconds: 5,
    });
    expect(device.userCode).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(await reasonOf(poll(environment, client, device))).toBe("OAUTH_AUTHORIZATION_PENDING");
    const typed = ` ${device.userCode.toLowerCase().replace("-", " ")}`;
    const waiting = await getDeviceAuthorization(environment, await person.request(), { userCode: typed });
    expect(waiting).toMatchObject({ client: { id: client.client.id }, device: { scopes: ["tickets:read"] } });
    expect((await answer(environment, person, typed)).id).toBe(client.client.id);
    const tokens = await poll(environment, client, device);
    const { caller } = await requestWith(environment, bearer(tokens.accessToken));
    expect(caller).toMatchObject({ user: { id: person.userId }, scopes: ["tickets:read"] });
    expect(tokens.refresh).toBeDefined();
    // Once.
    expect(await reasonOf(poll(environment, client, device))).toBe("OAUTH_INVALID_GRANT");
    expect(await actionsIn(environment)).toEqual(
      expect.arrayContaining(["oauth_grant.approve", "oauth_grant.create"]),
    );
  });

  test("of 50 who answer a device at once, one has answered; of 50 polls at once, one gets tokens", async () => {
    const { environment, account, person, client } = await beginOAuth(engine);
    const device = await start(environment, client);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        reasonOf(answer(environment, index % 2 === 0 ? person : account.admin, device.userCode)),
      ),
    );
    expect(answers.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(answers.filter((reason) => reason === "STATE_CONFLICT")).toHaveLength(49);
    const polls = await Promise.all(
      Array.from({ length: 50 }, () => reasonOf(poll(environment, client, device))),
    );
    expect(polls.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(polls.filter((reason) => reason === "OAUTH_INVALID_GRANT")).toHaveLength(49);
    const actions = await actionsIn(environment);
    expect(actions.filter((action) => action === "oauth_grant.approve")).toHaveLength(1);
    expect(actions.filter((action) => action === "oauth_grant.create")).toHaveLength(1);
  });
});

test("a device that polls too fast is told to slow down, and by five seconds more each time (RFC 8628 section 3.5)", async () => {
  const { environment, client } = await beginOAuth();
  const device = await start(environment, client);
  const after = (seconds: number) => {
    environment.clock.advance(seconds * SECOND);
    return reasonOf(poll(environment, client, device));
  };
  expect(await after(0)).toBe("OAUTH_AUTHORIZATION_PENDING");
  expect(await after(5)).toBe("OAUTH_AUTHORIZATION_PENDING");
  expect(await after(4)).toBe("OAUTH_SLOW_DOWN");
  expect(await after(9)).toBe("OAUTH_SLOW_DOWN");
  expect(await after(14)).toBe("OAUTH_SLOW_DOWN");
  expect(await after(20)).toBe("OAUTH_AUTHORIZATION_PENDING");
});

test("a person who says no ends it", async () => {
  const { environment, person, client } = await beginOAuth();
  const device = await start(environment, client);
  await answer(environment, person, device.userCode, false);
  expect(await reasonOf(poll(environment, client, device))).toBe("OAUTH_ACCESS_DENIED");
  expect(await reasonOf(answer(environment, person, device.userCode))).toBe("STATE_CONFLICT");
  expect(await actionsIn(environment)).toContain("oauth_grant.deny");
});

test("both codes end after ten minutes", async () => {
  const { environment, person, client } = await beginOAuth();
  const device = await start(environment, client);
  environment.clock.advance(600 * SECOND);
  expect(await reasonOf(poll(environment, client, device))).toBe("OAUTH_EXPIRED_TOKEN");
  expect(await reasonOf(answer(environment, person, device.userCode))).toBe("RESOURCE_NOT_FOUND");
  const asked = getDeviceAuthorization(environment, await person.request(), { userCode: device.userCode });
  expect(await reasonOf(asked)).toBe("RESOURCE_NOT_FOUND");
});

test("a device code is its client's, in its account", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const stranger = await makeClient(environment, account);
  const device = await start(environment, client);
  await answer(environment, person, device.userCode);
  expect(await reasonOf(poll(environment, stranger, device))).toBe("OAUTH_INVALID_GRANT");
  expect(await reasonOf(poll(environment, client, { deviceCode: "" }))).toBe("OAUTH_INVALID_REQUEST");
  expect(await reasonOf(poll(environment, client, { deviceCode: "lkd_x" }))).toBe("OAUTH_INVALID_GRANT");
  const { accessToken } = await poll(environment, client, device);
  expect(await isAccepted(environment, bearer(accessToken))).toBe(true);
});

test("a user code of another account is nobody's", async () => {
  const { environment, client } = await beginOAuth();
  const globex = await makeOAuthAccount(environment, "globex");
  const device = await start(environment, client);
  expect(await reasonOf(answer(environment, globex.admin, device.userCode))).toBe("RESOURCE_NOT_FOUND");
});

test("who may not use devices, or asks for what nobody has, starts none", async () => {
  const { environment, account, client } = await beginOAuth();
  const other = await makeClient(environment, account, { allowedGrantTypes: ["AUTHORIZATION_CODE"] });
  expect(await reasonOf(start(environment, other))).toBe("OAUTH_UNAUTHORIZED_CLIENT");
  expect(await reasonOf(start(environment, client, "nonsense"))).toBe("OAUTH_INVALID_SCOPE");
  const wrong = { ...client, authentication: { ...client.authentication, clientSecret: "x" } };
  expect(await reasonOf(start(environment, wrong))).toBe("OAUTH_INVALID_CLIENT");
});

test("of a public client thirty devices start in ten minutes from one network, and more from elsewhere", async () => {
  const { environment, account, client } = await beginOAuth();
  const open = await makeClient(environment, account, { kind: "PUBLIC" });
  for (let index = 0; index < 30; index++) expect(await reasonOf(start(environment, open))).toBeUndefined();
  expect(await failureOf(start(environment, open))).toMatchObject({
    reason: "SIGN_IN_THROTTLED",
    details: { retryAfterSeconds: 20 },
  });
  // What is wrong anyway does not count.
  expect(await reasonOf(start(environment, open, "nonsense"))).toBe("OAUTH_INVALID_SCOPE");
  expect(await reasonOf(start(environment, client))).toBeUndefined();
  environment.clock.advance(20 * SECOND);
  expect(await reasonOf(start(environment, open))).toBeUndefined();
});

test("an unverified person cannot let a device in, but keep it out", async () => {
  const { environment, account, client } = await beginOAuth();
  const newcomer = await addMember(environment, account, { email: "new@acme.example", verified: false });
  const device = await start(environment, client);
  expect(await reasonOf(answer(environment, newcomer, device.userCode))).toBe("STATE_CONFLICT");
  expect(await reasonOf(answer(environment, newcomer, device.userCode, false))).toBeUndefined();
});

test("guessing user codes is slowed down, per person (RFC 8628 section 5.1)", async () => {
  const { environment, account, person, client } = await beginOAuth();
  const { userCode } = await start(environment, client);
  const guess = (wrong: string) => reasonOf(answer(environment, person, wrong));
  // The same once more is no further guess.
  for (let again = 0; again < 10; again++) expect(await guess("BBBB-BBBB")).toBe("RESOURCE_NOT_FOUND");
  for (const wrong of ["CCCC-CCCC", "DDDD-DDDD", "FFFF-FFFF", "not a code"]) {
    expect(await guess(wrong)).toBe("RESOURCE_NOT_FOUND");
  }
  const failure = await failureOf(answer(environment, person, userCode));
  expect(failure).toMatchObject({ reason: "SIGN_IN_THROTTLED", details: { retryAfterSeconds: 1 } });
  const asked = getDeviceAuthorization(environment, await person.request(), { userCode });
  expect(await reasonOf(asked)).toBe("SIGN_IN_THROTTLED");
  expect(await reasonOf(answer(environment, account.admin, userCode))).toBeUndefined();
  environment.clock.advance(SECOND);
  expect(await reasonOf(answer(environment, person, userCode))).toBe("STATE_CONFLICT");
});
