import { Metadata, status } from "@grpc/grpc-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EnvoyCheckResponse, envoyAuthorization } from "../../../proto/envoy.js";
import {
  basic,
  detailsOf,
  type SignedUp,
  startServer,
  type TestServer,
} from "../../support/running-server.js";

let server: TestServer;
let admin: SignedUp;
/** Envoy's own credential. */
let envoy: Metadata;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp();
  const on = { settings: { apiTokenAccess: true }, updateMask: { paths: ["api_token_access"] } };
  await server.calls.settings.UpdateSettings(on, admin.metadata);
  envoy = basic(admin.adminEmail, (await makeToken({ scopes: ["authenticate"] })).secret);
});
afterAll(() => server.stop());

async function makeToken(choices: object) {
  const { apiToken, secret } = await server.calls.apiTokens.CreateApiToken(
    { apiToken: choices },
    admin.metadata,
  );
  const authorization = String(basic(admin.adminEmail, secret).get("authorization")[0]);
  return { id: apiToken?.id ?? "", secret, authorization };
}

/** Asks as Envoy does, by Envoy's own contract. */
function check(http: object, { metadata = envoy, scopes = "" } = {}): Promise<EnvoyCheckResponse> {
  const { Check } = envoyAuthorization;
  if (Check === undefined) throw new Error("There is no Check.");
  const request = {
    attributes: {
      source: { address: { socketAddress: { address: "192.0.2.7", portValue: 4711 } } },
      request: { http: { method: "GET", path: "/tickets?page=2", ...http } },
      contextExtensions: scopes === "" ? {} : { "latchkey-scopes": scopes },
    },
  };
  return new Promise((resolve, reject) => {
    server.calls.client.makeUnaryRequest(
      Check.path,
      Check.requestSerialize,
      Check.responseDeserialize as (bytes: Buffer) => EnvoyCheckResponse,
      request,
      metadata,
      (error, answer) => (error === null && answer !== undefined ? resolve(answer) : reject(error)),
    );
  });
}

const headersOf = (response: EnvoyCheckResponse) =>
  Object.fromEntries(
    (response.okResponse ?? response.deniedResponse)?.headers.map(({ header }) => [
      header.key,
      header.value,
    ]) ?? [],
  );

test("who may is let through, told who it is, and cannot say it themselves", async () => {
  const { id, authorization } = await makeToken({ scopes: ["read"], ipAllowList: ["192.0.2.0/24"] });
  const answer = await check({ headers: { authorization } }, { scopes: "tickets:read users:read" });
  expect(answer.status.code).toBe(status.OK);
  expect(headersOf(answer)).toEqual({
    "latchkey-account": "acme",
    "latchkey-user-id": admin.adminUserId,
    "latchkey-email": admin.adminEmail,
    "latchkey-role": "ADMIN",
    "latchkey-credential-kind": "API_TOKEN",
    "latchkey-credential-id": id,
    "latchkey-scopes": "read",
  });
  expect(answer.okResponse?.headersToRemove).toEqual([
    "latchkey-client-id",
    "latchkey-client-identifier",
    "latchkey-request-fields",
    "latchkey-response-fields",
  ]);
  const actions = answer.okResponse?.headers.map(({ appendAction }) => appendAction);
  // In the enumeration of Envoy's contract: overwrite, or add.
  expect(new Set(actions)).toEqual(new Set([2]));
});

test("headers that come raw are read, too", async () => {
  const { authorization } = await makeToken({});
  const headers = [{ key: "Authorization", rawValue: Buffer.from(authorization) }];
  expect((await check({ headerMap: { headers } })).status.code).toBe(status.OK);
});

test("nobody is 401, a missing scope 403, each with its challenge", async () => {
  const nobody = await check({});
  expect(nobody.status.code).toBe(status.UNAUTHENTICATED);
  expect(headersOf(nobody)).toEqual({
    "www-authenticate": 'Bearer realm="api", Basic realm="api", charset="UTF-8"',
  });
  const { authorization } = await makeToken({ scopes: ["read"] });
  const lacking = await check({ headers: { authorization } }, { scopes: "tickets:write" });
  expect(lacking.status.code).toBe(status.PERMISSION_DENIED);
  expect(headersOf(lacking)["www-authenticate"]).toContain('scope="tickets:write"');
  expect([nobody, lacking].map(({ deniedResponse }) => deniedResponse?.status.code)).toEqual([401, 403]);
});

test("an Envoy without a credential is refused itself", async () => {
  const error = await check({}, { metadata: new Metadata() }).catch((failure: unknown) => failure);
  expect(detailsOf(error).reason).toBe("CREDENTIAL_INVALID");
});
