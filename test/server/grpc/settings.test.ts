import { expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import { newSettings, type Settings } from "../../../server/domain/settings.js";
import { decodeSettingsValues, encodeSettings } from "../../../server/grpc/settings.js";

const NOW = Date.parse("2026-11-01T08:00:00.123Z");

const everythingSet: Settings = {
  accountId: "acme",
  apiTokenAccess: true,
  oauthAccess: true,
  maxApiTokens: 2_048,
  authorizationCodeLifetimeSeconds: 30,
  accessTokenLifetimeSeconds: 300,
  refreshTokenLifetimeSeconds: 604_800,
  inactivityPolicy: { enabled: true, deactivateAfterDays: 1, purgeAfterDays: 3_650 },
  resources: ["tickets", "users_of_ours"],
  ipAllowList: ["192.0.2.0/24", "2001:db8::/32"],
  observeUse: true,
  updateTime: NOW,
  revision: 7,
};

function send(settings: Settings) {
  const { serialize, deserialize } = contract.latchkey.v1.Settings;
  return deserialize(serialize(encodeSettings(settings)));
}

test("every field of settings arrives", () => {
  const { accountId: _, revision: __, updateTime: ___, ...told } = everythingSet;
  expect(send(everythingSet)).toEqual({
    ...told,
    etag: '"7"',
    updateTime: { seconds: Math.floor(NOW / 1_000), nanos: 123_000_000 },
  });
});

test.each([
  ["new", newSettings("acme", NOW)],
  ["all set", everythingSet],
])("the values of settings that are %s are read back as they were written", (_, settings) => {
  const { accountId: __, maxApiTokens: ___, updateTime: ____, revision: _____, ...values } = settings;
  expect(decodeSettingsValues(send(settings))).toEqual(values);
});
