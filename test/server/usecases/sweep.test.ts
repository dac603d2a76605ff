import { describe, expect, test } from "vitest";
import { DAY } from "../../../server/domain/instants.js";
import { SESSION_LIFETIME_MS } from "../../../server/domain/sessions.js";
import { handledRequests, sessions } from "../../../server/store/tables.js";
import { deactivateApiToken } from "../../../server/usecases/deactivate-api-token.js";
import { getApiToken } from "../../../server/usecases/get-api-token.js";
import { listAuditEvents } from "../../../server/usecases/list-audit-events.js";
import { reactivateApiToken } from "../../../server/usecases/reactivate-api-token.js";
import { sweep } from "../../../server/usecases/sweep.js";
import {
  basic,
  bearer,
  changeSettings,
  isAccepted,
  makeAccount,
  makeOpenAccount,
  makeToken,
  openTestEnvironment,
  PASSWORD,
  reasonOf,
  request,
  requestWith,
  SYSTEM,
  signInAs,
  type TestEnvironment,
} from "../../support/test-environment.js";

const POLICY = { enabled: true, deactivateAfterDays: 30, purgeAfterDays: 60 };

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeOpenAccount(environment);
  await changeSettings(environment, account, { inactivityPolicy: POLICY }, ["inactivity_policy"]);
  const token = await makeToken(environment, account);
  const use = () => isAccepted(environment, basic(account.admin.email, token.secret));
  // The administrator's session ends as the days go by: they sign in again.
  const read = async () => {
    const session = await signInAs(environment, account.id, account.admin.email, [], PASSWORD);
    const context = await requestWith(environment, bearer(session));
    return { context, view: () => getApiToken(environment, context, { id: token.id }) };
  };
  return { environment, account, token, use, read };
}

function sweepNow(environment: TestEnvironment) {
  return sweep(environment, request(environment, SYSTEM, ""));
}

describe("the inactivity policy", () => {
  test("deactivates on the day, deletes so many days later, and tells of both", async () => {
    const { environment, token, use, read } = await open();
    environment.clock.advance(30 * DAY - 1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0 });
    environment.clock.advance(1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 1, purgedApiTokens: 0 });
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0, purgedApiTokens: 0 });
    expect(await use()).toBe(false);
    const { view } = await read();
    expect(await view()).toMatchObject({
      state: "DEACTIVATED",
      token: { deactivation: { cause: "INACTIVITY" } },
      inactivityDeactivateTime: undefined,
      purgeTime: environment.clock.now + 60 * DAY,
    });
    environment.clock.advance(60 * DAY - 1);
    expect(await sweepNow(environment)).toMatchObject({ purgedApiTokens: 0 });
    environment.clock.advance(1);
    expect(await sweepNow(environment)).toMatchObject({ purgedApiTokens: 1 });
    const later = await read();
    expect(await reasonOf(later.view())).toBe("RESOURCE_NOT_FOUND");
    const { items } = await listAuditEvents(environment, later.context, {
      pageSize: 0,
      pageToken: "",
      filter: `resource_id = "${token.id}"`,
      orderBy: "create_time",
    });
    expect(items.map(({ action, actor }) => [action, actor.kind])).toEqual([
      ["api_token.create", "SESSION"],
      ["api_token.deactivate", "SYSTEM"],
      ["api_token.delete", "SYSTEM"],
    ]);
  });

  test("counts from the last use, even one that is not written yet", async () => {
    const { environment, use } = await open();
    environment.clock.advance(30 * DAY);
    await use();
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0 });
    environment.clock.advance(30 * DAY - 1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0 });
    environment.clock.advance(1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 1 });
  });

  test("counts anew from a reactivation", async () => {
    const { environment, token, use, read } = await open();
    environment.clock.advance(30 * DAY);
    await sweepNow(environment);
    const { context } = await read();
    await reactivateApiToken(environment, context, { id: token.id, etag: "" });
    environment.clock.advance(30 * DAY - 1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0, purgedApiTokens: 0 });
    environment.clock.advance(1);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 1 });
    expect(await use()).toBe(false);
  });

  test("touches neither what somebody deactivated nor accounts without it", async () => {
    const { environment, account, token } = await open();
    const input = { id: token.id, etag: "", validateOnly: false };
    await deactivateApiToken(environment, await account.admin.request(), input);
    const other = await makeOpenAccount(environment, "globex");
    const { secret } = await makeToken(environment, other);
    environment.clock.advance(500 * DAY);
    expect(await sweepNow(environment)).toMatchObject({ deactivatedApiTokens: 0, purgedApiTokens: 0 });
    expect(await isAccepted(environment, basic(other.admin.email, secret))).toBe(true);
  });
});

describe("what is over", () => {
  test("goes: sessions after their end, request ids after a day", async () => {
    const environment = await openTestEnvironment();
    const account = await makeOpenAccount(environment);
    await makeToken(environment, account, { requestId: "3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11" });
    await environment.uses.flush(environment.store);
    environment.clock.advance(SESSION_LIFETIME_MS - 1);
    expect(await sweepNow(environment)).toMatchObject({ endedSessions: 0, forgottenRequests: 0 });
    environment.clock.advance(1);
    expect(await sweepNow(environment)).toMatchObject({ endedSessions: 1, forgottenRequests: 0 });
    environment.clock.advance(DAY / 2);
    expect(await sweepNow(environment)).toMatchObject({ endedSessions: 0, forgottenRequests: 1 });
    const left = await environment.store.read(async (reader) => [
      ...(await reader.list(sessions, [], { limit: 10 })),
      ...(await reader.list(handledRequests, [], { limit: 10 })),
    ]);
    expect(left).toEqual([]);
  });

  test("goes from every account, and from more than one batch", async () => {
    const environment = await openTestEnvironment();
    await makeAccount(environment);
    const { admin } = await makeAccount(environment, "globex");
    for (let count = 0; count < 450; count++) await signInAs(environment, "globex", admin.email);
    environment.clock.advance(SESSION_LIFETIME_MS);
    expect(await sweepNow(environment)).toMatchObject({ endedSessions: 452 });
  });
});
