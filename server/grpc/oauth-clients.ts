import type {
  OAuthClient__Output,
  OAuthClient as WireOAuthClient,
} from "../../proto/gen/latchkey/v1/OAuthClient.js";
import type { OAuthClientImpact as WireOAuthClientImpact } from "../../proto/gen/latchkey/v1/OAuthClientImpact.js";
import type { OAuthClientSecret as WireOAuthClientSecret } from "../../proto/gen/latchkey/v1/OAuthClientSecret.js";
import type { OAuthClientServiceHandlers } from "../../proto/gen/latchkey/v1/OAuthClientService.js";
import { showHint } from "../domain/credentials.js";
import { etagOf } from "../domain/etags.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { OAuthClientChoices } from "../domain/oauth-clients.js";
import { usesIn } from "../domain/oauth-grants.js";
import { createOAuthClient } from "../usecases/create-oauth-client.js";
import { deleteOAuthClient } from "../usecases/delete-oauth-client.js";
import { disableOAuthClient, type StoppedOAuthClient } from "../usecases/disable-oauth-client.js";
import { enableOAuthClient } from "../usecases/enable-oauth-client.js";
import { getOAuthClient } from "../usecases/get-oauth-client.js";
import { listOAuthClients } from "../usecases/list-oauth-clients.js";
import type { TokenImpact } from "../usecases/live-tokens.js";
import type { ClientSecretView, OAuthClientView } from "../usecases/oauth-client-view.js";
import { retireOAuthClientSecret } from "../usecases/retire-oauth-client-secret.js";
import { rotateOAuthClientSecret } from "../usecases/rotate-oauth-client-secret.js";
import { setOAuthClientGlobal } from "../usecases/set-oauth-client-global.js";
import { updateOAuthClient } from "../usecases/update-oauth-client.js";
import { decodeSeconds } from "./durations.js";
import { CLIENT_KINDS, decodeEnum, GRANT_TYPES } from "./enums.js";
import { encodeInstant, encodeOptionalInstant } from "./instants.js";
import { decodePageRequest, requireMessage } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** How many addresses are told of a secret. */
const MAX_SOURCES = 10;

/** OAuthClientService. */
export const oauthClientMethods: ServiceMethods<OAuthClientServiceHandlers> = {
  async CreateOAuthClient(environment, context, { oauthClient, requestId }) {
    const client = requireMessage("oauth_client", oauthClient);
    const checks = new FieldChecks();
    const kind = decodeEnum(checks, "oauth_client.kind", CLIENT_KINDS, client.kind);
    checks.finish();
    const { identifier } = client;
    const input = { ...decodeOAuthClientChoices(client), identifier, kind, requestId };
    const created = await createOAuthClient(environment, context, input);
    return { oauthClient: encodeOAuthClient(created.oauthClient), secret: created.secret };
  },
  async GetOAuthClient(environment, context, { id }) {
    return { oauthClient: encodeOAuthClient(await getOAuthClient(environment, context, { id })) };
  },
  async ListOAuthClients(environment, context, request) {
    const page = await listOAuthClients(environment, context, decodePageRequest(request));
    const { nextPageToken, totalSize, maxSize } = page;
    return { oauthClients: page.items.map(encodeOAuthClient), nextPageToken, totalSize, maxSize };
  },
  async UpdateOAuthClient(environment, context, request) {
    const oauthClient = requireMessage("oauth_client", request.oauthClient);
    const after = await updateOAuthClient(environment, context, {
      id: oauthClient.id,
      choices: decodeOAuthClientChoices(oauthClient),
      etag: oauthClient.etag,
      updateMask: request.updateMask?.paths ?? [],
    });
    return { oauthClient: encodeOAuthClient(after) };
  },
  async RotateOAuthClientSecret(environment, context, { id, etag, overlap }) {
    const checks = new FieldChecks();
    const overlapSeconds = decodeSeconds(checks, "overlap", overlap) ?? 0;
    checks.finish();
    const rotated = await rotateOAuthClientSecret(environment, context, { id, etag, overlapSeconds });
    return { oauthClient: encodeOAuthClient(rotated.oauthClient), secret: rotated.secret };
  },
  async RetireOAuthClientSecret(environment, context, { id, etag, validateOnly }) {
    const after = await retireOAuthClientSecret(environment, context, { id, etag, validateOnly });
    return { oauthClient: encodeOAuthClient(after) };
  },
  async EnableOAuthClient(environment, context, { id, etag }) {
    return { oauthClient: encodeOAuthClient(await enableOAuthClient(environment, context, { id, etag })) };
  },
  async DisableOAuthClient(environment, context, { id, etag, validateOnly }) {
    return encodeStopped(await disableOAuthClient(environment, context, { id, etag, validateOnly }));
  },
  async DeleteOAuthClient(environment, context, { id, etag, validateOnly }) {
    return encodeStopped(await deleteOAuthClient(environment, context, { id, etag, validateOnly }));
  },
  async SetOAuthClientGlobal(environment, context, { accountId, id, global }) {
    const after = await setOAuthClientGlobal(environment, context, { accountId, id, global });
    return { oauthClient: encodeOAuthClient(after) };
  },
};

/** Reads what somebody decided about a client. Throws FIELD_INVALID. */
function decodeOAuthClientChoices(client: OAuthClient__Output): OAuthClientChoices {
  const { name, description, company, logoUrl, redirectUris, allowedScopes } = client;
  const checks = new FieldChecks();
  const field = "oauth_client.allowed_grant_types";
  const allowedGrantTypes = client.allowedGrantTypes.map((type, index) => {
    const known = decodeEnum(checks, `${field}[${index}]`, GRANT_TYPES, type);
    const isNamed = type !== "GRANT_TYPE_UNSPECIFIED";
    checks.require(isNamed, `${field}[${index}]`, "Must name a grant type.");
    return known;
  });
  checks.finish();
  const named = allowedGrantTypes.filter((type) => type !== undefined);
  return { name, description, company, logoUrl, redirectUris, allowedScopes, allowedGrantTypes: named };
}

/** Writes a client, without its secrets. */
function encodeOAuthClient(view: OAuthClientView): Complete<WireOAuthClient> {
  const { client, secrets, lastUseTime } = view;
  return {
    id: client.id,
    identifier: client.identifier,
    name: client.name,
    description: client.description,
    company: client.company,
    logoUrl: client.logoUrl,
    kind: CLIENT_KINDS[client.kind],
    redirectUris: [...client.redirectUris],
    allowedScopes: [...client.allowedScopes],
    allowedGrantTypes: client.allowedGrantTypes.map((type) => GRANT_TYPES[type]),
    enabled: client.enabled,
    global: client.global,
    secrets: secrets.map(encodeSecret),
    creatorUserId: client.creatorUserId,
    creatorEmail: client.creatorEmail,
    createTime: encodeInstant(client.createTime),
    updateTime: encodeInstant(client.updateTime),
    lastUseTime: encodeOptionalInstant(lastUseTime),
    etag: etagOf(client),
  };
}

function encodeSecret({
  hint,
  createTime,
  expireTime,
  uses,
}: ClientSecretView): Complete<WireOAuthClientSecret> {
  const [last] = uses;
  return {
    hint: showHint(hint),
    createTime: encodeInstant(createTime),
    expireTime: encodeOptionalInstant(expireTime),
    lastUseTime: encodeOptionalInstant(last?.time),
    lastUseSourceIp: last?.sourceIp ?? "",
    useCount: uses.reduce((sum, use) => sum + usesIn(use), 0),
    sources: uses.slice(0, MAX_SOURCES).map(({ sourceIp, time, count }) => ({
      sourceIp,
      lastUseTime: encodeInstant(time),
      useCount: count,
    })),
  };
}

function encodeStopped({ oauthClient, impact }: StoppedOAuthClient) {
  return { oauthClient: encodeOAuthClient(oauthClient), impact: encodeImpact(impact) };
}

function encodeImpact(impact: TokenImpact): Complete<WireOAuthClientImpact> {
  return { ...impact };
}
