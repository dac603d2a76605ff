import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import { type ApiToken, stateOf } from "../../../server/domain/api-tokens.js";
import { decodeApiTokenChoices, encodeApiToken } from "../../../server/grpc/api-tokens.js";
import type { ApiTokenView } from "../../../server/usecases/api-token-view.js";
import {
  detailsOf,
  failureOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
});
afterAll(() => server.stop());

const token: ApiToken = {
  id: "tok_1",
  accountId: "acme",
  digest: "digest",
  description: "nightly – 日報",
  secretHint: "lka_abcdef…",
  creatorUserId: "usr_1",
  creatorEmail: "ada@acme.example",
  createTime: 1_000,
  updateTime: 2_000,
  expireTime: 9_001,
  boundUserId: "usr_2",
  scopes: ["read", "tickets:write"],
  ipAllowList: ["192.0.2.7"],
  accessPolicyIds: ["pol_1"],
  deactivation: { cause: "INACTIVITY", time: 3_000 },
  reactivateTime: 2_500,
  revision: 2,
};

const view: ApiTokenView = {
  token,
  state: "DEACTIVATED",
  lastUse: {
    accountId: "acme",
    tokenId: "tok_1",
    time: 4_000,
    email: "j@acme.example",
    sourceIp: "::1",
    count: 3,
  },
  inactivityDeactivateTime: 5_000,
  purgeTime: 6_000,
};

function send(sent: ApiTokenView) {
  const { serialize, deserialize } = contract.latchkey.v1.ApiToken;
  return deserialize(serialize(encodeApiToken(sent)));
}

function at(seconds: number, nanos = 0) {
  return { seconds, nanos };
}

test("every field of a token arrives, but its digest", () => {
  expect(send(view)).toEqual({
    id: "tok_1",
    description: "nightly – 日報",
    secretHint: "lka_abcdef…",
    state: "API_TOKEN_STATE_DEACTIVATED",
    deactivationCause: "DEACTIVATION_CAUSE_INACTIVITY",
    deactivateTime: at(3),
    creatorUserId: "usr_1",
    creatorEmail: "ada@acme.example",
    createTime: at(1),
    updateTime: at(2),
    lastUse: { time: at(4), email: "j@acme.example", sourceIp: "::1", count: 3 },
    expireTime: at(9, 1_000_000),
    boundUserId: "usr_2",
    scopes: ["read", "tickets:write"],
    ipAllowList: ["192.0.2.7"],
    accessPolicyIds: ["pol_1"],
    etag: '"2"',
    inactivityDeactivateTime: at(5),
    purgeTime: at(6),
  });
});

test("what a token has not is unset", () => {
  const { expireTime: _, boundUserId: __, deactivation: ___, ...bare } = token;
  const unused = { lastUse: undefined, inactivityDeactivateTime: undefined, purgeTime: undefined };
  expect(send({ token: bare, state: stateOf(bare, 0), ...unused })).toMatchObject({
    state: "API_TOKEN_STATE_ACTIVE",
    deactivationCause: "DEACTIVATION_CAUSE_UNSPECIFIED",
    deactivateTime: null,
    lastUse: null,
    expireTime: null,
    boundUserId: "",
    inactivityDeactivateTime: null,
    purgeTime: null,
  });
});

test("what somebody decided about a token is read back as it was written", () => {
  const { description, expireTime, boundUserId, scopes, ipAllowList } = token;
  const choices = { description, expireTime, boundUserId, scopes, ipAllowList };
  expect(decodeApiTokenChoices(send(view))).toEqual(choices);
  const { serialize, deserialize } = contract.latchkey.v1.ApiToken;
  const nothing = decodeApiTokenChoices(deserialize(serialize({})));
  expect(nothing).toEqual({ description: "", scopes: [], ipAllowList: [] });
});

test("a time out of range and a missing token are refused by name", async () => {
  const { CreateApiToken, UpdateApiToken } = server.calls.apiTokens;
  const apiToken = { expireTime: { seconds: 1e12 } };
  const outOfRange = await failureOf(CreateApiToken({ apiToken }, admin.metadata));
  expect(detailsOf(outOfRange)).toMatchObject({ reason: "FIELD_INVALID", fields: ["api_token.expire_time"] });
  for (const call of [CreateApiToken({}, admin.metadata), UpdateApiToken({}, admin.metadata)]) {
    const missing = await failureOf(call);
    expect(detailsOf(missing)).toMatchObject({ reason: "FIELD_INVALID", fields: ["api_token"] });
  }
});

test("an update without a mask is refused by the mask's name", async () => {
  const failure = await failureOf(server.calls.apiTokens.UpdateApiToken({ apiToken: {} }, admin.metadata));
  expect(detailsOf(failure)).toMatchObject({ reason: "UPDATE_MASK_INVALID", fields: ["update_mask"] });
});
