import { oauthFailure } from "../domain/oauth-errors.js";
import type { ClientAuthenticationInput } from "../domain/oauth-requests.js";
import type { Parameters } from "./parameters.js";

/**
 * How a client says who it is: in the Authorization header (client_secret_basic), in the body (client_secret_post), or
 * by its client_id alone (none); `basic` is what the header says, where it was read already. Throws
 * OAUTH_INVALID_REQUEST for two of them at once (RFC 6749 section 2.3), and OAUTH_INVALID_CLIENT for a header that is
 * none of these.
 */
export function readClient(
  authorization: string | undefined,
  parameters: Parameters,
  basic = readBasic(authorization),
): ClientAuthenticationInput {
  const inBody = { clientId: parameters.get("client_id"), clientSecret: parameters.get("client_secret") };
  if (authorization === undefined) return inBody;
  const inHeader = basic && decodeBoth(basic);
  if (inHeader === undefined) {
    throw oauthFailure(
      "OAUTH_INVALID_CLIENT",
      "The Authorization header must be Basic, with client_id and secret.",
    );
  }
  if (inBody.clientSecret !== "") {
    throw oauthFailure(
      "OAUTH_INVALID_REQUEST",
      "Send the client's secret in the header or in the body, not in both.",
    );
  }
  if (inBody.clientId !== "" && inBody.clientId !== inHeader.clientId) {
    throw oauthFailure("OAUTH_INVALID_REQUEST", "The client_id in the body is not that in the header.");
  }
  return inHeader;
}

/** What a Basic header says (RFC 7617). */
export interface BasicCredentials {
  readonly name: string;
  readonly password: string;
}

/** What an Authorization header says if it is Basic; undefined for any other, and for none. */
export function readBasic(authorization: string | undefined): BasicCredentials | undefined {
  const encoded = BASIC.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

const BASIC = /^basic +([A-Za-z0-9+/_-]+={0,2})$/i;

/** RFC 6749 section 2.3.1: both parts are form-urlencoded before base64. */
function decodeBoth({ name, password }: BasicCredentials): ClientAuthenticationInput | undefined {
  const clientId = decodeForm(name);
  const clientSecret = decodeForm(password);
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

function decodeForm(text: string): string | undefined {
  if (!text.includes("%") && !text.includes("+")) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
