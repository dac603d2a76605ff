import type { AuthorizationRequest__Output } from "../../proto/gen/latchkey/v1/AuthorizationRequest.js";
import type { ClientAuthentication__Output } from "../../proto/gen/latchkey/v1/ClientAuthentication.js";
import type { ConsentClient } from "../../proto/gen/latchkey/v1/ConsentClient.js";
import type { ExchangeTokenRequest__Output } from "../../proto/gen/latchkey/v1/ExchangeTokenRequest.js";
import type { ExchangeTokenResponse } from "../../proto/gen/latchkey/v1/ExchangeTokenResponse.js";
import type { IntrospectTokenResponse } from "../../proto/gen/latchkey/v1/IntrospectTokenResponse.js";
import type { OAuthServiceHandlers } from "../../proto/gen/latchkey/v1/OAuthService.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { GrantType, OAuthClient } from "../domain/oauth-clients.js";
import { oauthFailure } from "../domain/oauth-errors.js";
import type {
  AuthorizationRequestInput,
  ClientAuthenticationInput,
  ExchangedTokens,
  ExchangeTokenInput,
} from "../domain/oauth-requests.js";
import { formatScopes } from "../domain/oauth-scopes.js";
import { approveAuthorization } from "../usecases/approve-authorization.js";
import { approveDevice } from "../usecases/approve-device.js";
import { authorize } from "../usecases/authorize.js";
import { exchangeToken } from "../usecases/exchange-token.js";
import { getDeviceAuthorization } from "../usecases/get-device-authorization.js";
import { type Introspection, introspectToken } from "../usecases/introspect-token.js";
import { revokeToken } from "../usecases/revoke-token.js";
import { startDeviceAuthorization } from "../usecases/start-device-authorization.js";
import { decodeSeconds, encodeSeconds } from "./durations.js";
import { decodeEnum, GRANT_TYPES } from "./enums.js";
import { encodeInstant } from "./instants.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** OAuthService. */
export const oauthMethods: ServiceMethods<OAuthServiceHandlers> = {
  async Authorize(environment, context, { request }) {
    const asked = await authorize(environment, context, decodeAuthorizationRequest(request));
    const { client, scopes, redirectUri } = asked;
    return { client: encodeConsentClient(client), scopes: [...scopes], redirectUri };
  },
  async ApproveAuthorization(environment, context, { request, approved }) {
    const input = { request: decodeAuthorizationRequest(request), approved };
    return { redirectTo: (await approveAuthorization(environment, context, input)).redirectTo };
  },
  async StartDeviceAuthorization(environment, context, { accountId, client, scope }) {
    const input = { accountId, client: decodeClientAuthentication(client), scope };
    const { lifetimeSeconds, intervalSeconds, ...told } = await startDeviceAuthorization(
      environment,
      context,
      input,
    );
    return { ...told, lifetime: encodeSeconds(lifetimeSeconds), interval: encodeSeconds(intervalSeconds) };
  },
  async GetDeviceAuthorization(environment, context, { userCode }) {
    const { device, client } = await getDeviceAuthorization(environment, context, { userCode });
    return {
      client: encodeConsentClient(client),
      scopes: [...device.scopes],
      expireTime: encodeInstant(device.expireTime),
    };
  },
  async ApproveDevice(environment, context, { userCode, approved }) {
    return { client: encodeConsentClient(await approveDevice(environment, context, { userCode, approved })) };
  },
  async ExchangeToken(environment, context, request) {
    return encodeTokens(await exchangeToken(environment, context, decodeExchange(request)));
  },
  async RevokeToken(environment, context, { accountId, client, token }) {
    await revokeToken(environment, context, { accountId, client: decodeClientAuthentication(client), token });
    return {};
  },
  async IntrospectToken(environment, context, { accountId, client, token }) {
    const asker = client === null ? undefined : decodeClientAuthentication(client);
    return encodeIntrospection(
      await introspectToken(environment, context, { accountId, client: asker, token }),
    );
  },
};

/** Reads an authorization request; one left out is an empty one. */
function decodeAuthorizationRequest(request: AuthorizationRequest__Output | null): AuthorizationRequestInput {
  return {
    responseType: request?.responseType ?? "",
    clientId: request?.clientId ?? "",
    redirectUri: request?.redirectUri ?? "",
    scope: request?.scope ?? "",
    state: request?.state ?? "",
    codeChallenge: request?.codeChallenge ?? "",
    codeChallengeMethod: request?.codeChallengeMethod ?? "",
  };
}

/** Reads how a client authenticates; left out, it is nobody. */
function decodeClientAuthentication(client: ClientAuthentication__Output | null): ClientAuthenticationInput {
  return { clientId: client?.clientId ?? "", clientSecret: client?.clientSecret ?? "" };
}

/** Reads a token request. Throws FIELD_INVALID for spans that are none, OAUTH_UNSUPPORTED_GRANT_TYPE. */
function decodeExchange(request: ExchangeTokenRequest__Output): ExchangeTokenInput {
  const { accountId, code, redirectUri, codeVerifier, refreshToken, deviceCode, scope } = request;
  const checks = new FieldChecks();
  const lifetimeSeconds = decodeSeconds(checks, "lifetime", request.lifetime);
  const refreshLifetimeSeconds = decodeSeconds(checks, "refresh_lifetime", request.refreshLifetime);
  checks.finish();
  return {
    accountId,
    client: decodeClientAuthentication(request.client),
    grantType: decodeGrantType(request.grantType),
    code,
    redirectUri,
    codeVerifier,
    refreshToken,
    deviceCode,
    scope,
    lifetimeSeconds,
    refreshLifetimeSeconds,
  };
}

function decodeGrantType(wire: string): GrantType | undefined {
  const checks = new FieldChecks();
  const type = decodeEnum<GrantType>(checks, "grant_type", GRANT_TYPES, wire);
  try {
    checks.finish();
  } catch {
    throw oauthFailure("OAUTH_UNSUPPORTED_GRANT_TYPE", "The server knows no such grant type.");
  }
  return type;
}

function encodeConsentClient(client: OAuthClient): Complete<ConsentClient> {
  const { identifier, name, description, company, logoUrl } = client;
  return { identifier, name, description, company, logoUrl };
}

/** Writes the answer to a token request. */
function encodeTokens({
  accessToken,
  lifetimeSeconds,
  refresh,
  scopes,
}: ExchangedTokens): Complete<ExchangeTokenResponse> {
  return {
    accessToken,
    tokenType: "Bearer",
    lifetime: encodeSeconds(lifetimeSeconds),
    refreshToken: refresh?.token ?? "",
    refreshLifetime: refresh === undefined ? null : encodeSeconds(refresh.lifetimeSeconds),
    scope: formatScopes(scopes),
  };
}

const INACTIVE: Complete<IntrospectTokenResponse> = {
  active: false,
  scope: "",
  clientId: "",
  username: "",
  tokenType: "",
  expireTime: null,
  issueTime: null,
  subject: "",
  issuer: "",
  id: "",
};

/** Writes what a token is worth. */
function encodeIntrospection(introspection: Introspection): Complete<IntrospectTokenResponse> {
  if (!introspection.active) return INACTIVE;
  const { scopes, issueTime, expireTime, clientId, username, tokenType, subject, issuer, id } = introspection;
  return {
    active: true,
    scope: formatScopes(scopes),
    clientId,
    username,
    tokenType,
    expireTime: encodeInstant(expireTime),
    issueTime: encodeInstant(issueTime),
    subject,
    issuer,
    id,
  };
}
