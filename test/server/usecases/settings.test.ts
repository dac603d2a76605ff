import { describe, expect, test } from "vitest";
import { etagOf } from "../../../server/domain/etags.js";
import { getSettings } from "../../../server/usecases/get-settings.js";
import { updateSettings } from "../../../server/usecases/update-settings.js";
import {
  changeSettings,
  failureOf,
  HOME_IP,
  makeAccount,
  openTestEnvironment,
  reasonOf,
} from "../../support/test-environment.js";

async function open() {
  const environment = await openTestEnvironment();
  const account = await makeAccount(environment);
  const read = async () => getSettings(environment, await account.admin.request());
  return { environment, account, read };
}

test("a change touches what the mask names, and `*` all that can be changed", async () => {
  const { environment, account, read } = await open();
  const values = {
    apiTokenAccess: true,
    oauthAccess: true,
    authorizationCodeLifetimeSeconds: 30,
    accessTokenLifetimeSeconds: 300,
    refreshTokenLifetimeSeconds: 604_800,
    inactivityPolicy: { enabled: true, deactivateAfterDays: 1, purgeAfterDays: 3_650 },
    resources: ["tickets"],
    ipAllowList: [HOME_IP],
  };
  const before = await read();
  await changeSettings(environment, account, values, ["inactivity_policy.purge_after_days"]);
  expect(await read()).toEqual({
    ...before,
    inactivityPolicy: { ...before.inactivityPolicy, purgeAfterDays: 3_650 },
    revision: 2,
  });
  await changeSettings(environment, account, values, ["inactivity_policy"]);
  expect(await read()).toMatchObject({ inactivityPolicy: values.inactivityPolicy, apiTokenAccess: false });
  await changeSettings(environment, account, values, ["*"]);
  expect(await read()).toMatchObject({ ...values, maxApiTokens: 256 });
});

test("the limit of tokens is not to be chosen", async () => {
  const { environment, account } = await open();
  for (const path of ["max_api_tokens", "etag", "update_time", "", "settings.oauth_access"]) {
    expect(await reasonOf(changeSettings(environment, account, {}, [path]))).toBe("UPDATE_MASK_INVALID");
  }
  expect(await reasonOf(changeSettings(environment, account, {}, []))).toBe("UPDATE_MASK_INVALID");
});

test("a stale etag is refused, and of two changes with the same one, one goes through", async () => {
  const { environment, account, read } = await open();
  const before = await read();
  const context = await account.admin.request();
  const change = (oauthAccess: boolean) =>
    reasonOf(
      updateSettings(environment, context, {
        values: { ...before, apiTokenAccess: true, oauthAccess },
        etag: etagOf(before),
        updateMask: ["*"],
      }),
    );
  const outcomes = await Promise.all([change(true), change(false)]);
  expect(outcomes.sort()).toEqual(["ETAG_MISMATCH", undefined]);
});

describe("bounds", () => {
  test.each([
    [{ authorizationCodeLifetimeSeconds: 29 }, "settings.authorization_code_lifetime_seconds"],
    [{ authorizationCodeLifetimeSeconds: 601 }, "settings.authorization_code_lifetime_seconds"],
    [{ accessTokenLifetimeSeconds: 299 }, "settings.access_token_lifetime_seconds"],
    [{ accessTokenLifetimeSeconds: 172_801 }, "settings.access_token_lifetime_seconds"],
    [{ refreshTokenLifetimeSeconds: 604_799 }, "settings.refresh_token_lifetime_seconds"],
    [{ refreshTokenLifetimeSeconds: 7_776_001 }, "settings.refresh_token_lifetime_seconds"],
    [
      { inactivityPolicy: { enabled: false, deactivateAfterDays: 0, purgeAfterDays: 1 } },
      "settings.inactivity_policy.deactivate_after_days",
    ],
    [
      { inactivityPolicy: { enabled: false, deactivateAfterDays: 1, purgeAfterDays: 3_651 } },
      "settings.inactivity_policy.purge_after_days",
    ],
    [{ resources: ["Tickets"] }, "settings.resources[0]"],
    [{ resources: ["users"] }, "settings.resources[0]"],
    [{ resources: ["a", "a"] }, "settings.resources[1]"],
    [{ resources: Array.from({ length: 101 }, (_, index) => `r${index}`) }, "settings.resources"],
    [{ resources: Array.from({ length: 1_000_000 }, () => "x") }, "settings.resources"],
    [{ ipAllowList: [HOME_IP, "0.0.0.0/0"] }, "settings.ip_allow_list[1]"],
    [{ ipAllowList: Array.from({ length: 101 }, () => HOME_IP) }, "settings.ip_allow_list"],
    [{ ipAllowList: ["198.51.100.0/24"] }, "settings.ip_allow_list"],
  ])("what is wrong (%#) is refused by name", async (values, field) => {
    const { environment, account, read } = await open();
    const before = await read();
    const failure = await failureOf(changeSettings(environment, account, values, ["*"]));
    expect(failure?.reason).toBe("FIELD_INVALID");
    expect(failure?.details.violations?.map((violation) => violation.field)).toEqual([field]);
    expect(await read()).toEqual(before);
  });
});

test("an address list is not to lock its author out, and counts for every call", async () => {
  const { environment, account } = await open();
  await changeSettings(environment, account, { ipAllowList: [HOME_IP] }, ["ip_allow_list"]);
  expect(await reasonOf(account.admin.request("198.51.100.1"))).toBe("CREDENTIAL_INVALID");
  expect(await reasonOf(account.admin.request(""))).toBe("CREDENTIAL_INVALID");
  await changeSettings(environment, account, { ipAllowList: [] }, ["ip_allow_list"]);
  await account.admin.request("198.51.100.1");
});
