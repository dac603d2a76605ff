import type { ApiToken__Output, ApiToken as WireApiToken } from "../../proto/gen/latchkey/v1/ApiToken.js";
import type { ApiTokenServiceHandlers } from "../../proto/gen/latchkey/v1/ApiTokenService.js";
import type { ApiTokenUse as WireApiTokenUse } from "../../proto/gen/latchkey/v1/ApiTokenUse.js";
import type { ApiTokenChoices, ApiTokenUse } from "../domain/api-tokens.js";
import { showHint } from "../domain/credentials.js";
import { etagOf } from "../domain/etags.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { ApiTokenView } from "../usecases/api-token-view.js";
import { batchDeleteApiTokens } from "../usecases/batch-delete-api-tokens.js";
import { createApiToken } from "../usecases/create-api-token.js";
import { deactivateApiToken } from "../usecases/deactivate-api-token.js";
import { deleteApiToken } from "../usecases/delete-api-token.js";
import { getApiToken } from "../usecases/get-api-token.js";
import { listApiTokens } from "../usecases/list-api-tokens.js";
import { reactivateApiToken } from "../usecases/reactivate-api-token.js";
import { updateApiToken } from "../usecases/update-api-token.js";
import { API_TOKEN_STATES, DEACTIVATION_CAUSES } from "./enums.js";
import { decodeInstant, encodeInstant, encodeOptionalInstant } from "./instants.js";
import { decodePageRequest, requireMessage } from "./messages.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** ApiTokenService. */
export const apiTokenMethods: ServiceMethods<ApiTokenServiceHandlers> = {
  async CreateApiToken(environment, context, { apiToken, requestId }) {
    const wire = requireMessage("api_token", apiToken);
    const choices = decodeApiTokenChoices(wire);
    const { accessPolicyIds } = wire;
    const input = { ...choices, requestId, ...(accessPolicyIds.length === 0 ? {} : { accessPolicyIds }) };
    const created = await createApiToken(environment, context, input);
    return { apiToken: encodeApiToken(created.apiToken), secret: created.secret };
  },
  async GetApiToken(environment, context, { id }) {
    return { apiToken: encodeApiToken(await getApiToken(environment, context, { id })) };
  },
  async ListApiTokens(environment, context, request) {
    const page = await listApiTokens(environment, context, decodePageRequest(request));
    const { nextPageToken, totalSize, maxSize } = page;
    return { apiTokens: page.items.map(encodeApiToken), nextPageToken, totalSize, maxSize };
  },
  async UpdateApiToken(environment, context, request) {
    const apiToken = requireMessage("api_token", request.apiToken);
    const after = await updateApiToken(environment, context, {
      id: apiToken.id,
      choices: decodeApiTokenChoices(apiToken),
      etag: apiToken.etag,
      updateMask: request.updateMask?.paths ?? [],
    });
    return { apiToken: encodeApiToken(after) };
  },
  async DeactivateApiToken(environment, context, { id, etag, validateOnly }) {
    const after = await deactivateApiToken(environment, context, { id, etag, validateOnly });
    return { apiToken: encodeApiToken(after) };
  },
  async ReactivateApiToken(environment, context, { id, etag }) {
    return { apiToken: encodeApiToken(await reactivateApiToken(environment, context, { id, etag })) };
  },
  async DeleteApiToken(environment, context, { id, etag, validateOnly }) {
    const before = await deleteApiToken(environment, context, { id, etag, validateOnly });
    return { apiToken: encodeApiToken(before) };
  },
  async BatchDeleteApiTokens(environment, context, { ids, validateOnly }) {
    const before = await batchDeleteApiTokens(environment, context, { ids, validateOnly });
    return { apiTokens: before.map(encodeApiToken) };
  },
};

/** Reads what somebody decided about a token. Throws FIELD_INVALID. */
export function decodeApiTokenChoices(apiToken: ApiToken__Output): ApiTokenChoices {
  const { description, boundUserId, scopes, ipAllowList } = apiToken;
  const checks = new FieldChecks();
  const expireTime = decodeInstant(checks, "api_token.expire_time", apiToken.expireTime);
  checks.finish();
  return {
    description,
    scopes,
    ipAllowList,
    ...(expireTime === undefined ? {} : { expireTime }),
    ...(boundUserId === "" ? {} : { boundUserId }),
  };
}

/** Writes a token, without its secret. */
export function encodeApiToken(view: ApiTokenView): Complete<WireApiToken> {
  const { token, state, lastUse } = view;
  const { deactivation } = token;
  return {
    id: token.id,
    description: token.description,
    secretHint: showHint(token.secretHint),
    state: API_TOKEN_STATES[state],
    deactivationCause:
      deactivation === undefined ? "DEACTIVATION_CAUSE_UNSPECIFIED" : DEACTIVATION_CAUSES[deactivation.cause],
    deactivateTime: encodeOptionalInstant(deactivation?.time),
    creatorUserId: token.creatorUserId,
    creatorEmail: token.creatorEmail,
    createTime: encodeInstant(token.createTime),
    updateTime: encodeInstant(token.updateTime),
    lastUse: lastUse === undefined ? null : encodeApiTokenUse(lastUse),
    expireTime: encodeOptionalInstant(token.expireTime),
    boundUserId: token.boundUserId ?? "",
    scopes: [...token.scopes],
    ipAllowList: [...token.ipAllowList],
    etag: etagOf(token),
    inactivityDeactivateTime: encodeOptionalInstant(view.inactivityDeactivateTime),
    purgeTime: encodeOptionalInstant(view.purgeTime),
    accessPolicyIds: [...(token.accessPolicyIds ?? [])],
  };
}

function encodeApiTokenUse({ time, email, sourceIp, count }: ApiTokenUse): Complete<WireApiTokenUse> {
  return { time: encodeInstant(time), email, sourceIp, count };
}
