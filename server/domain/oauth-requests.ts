import type { GrantType, OAuthClient } from "./oauth-clients.js";

/** An authorization request as it came (RFC 6749 section 4.1.1); an empty parameter is one left out (section 3.1). */
export interface AuthorizationRequestInput {
  readonly responseType: string;
  /** The client's identifier. */
  readonly clientId: string;
  readonly redirectUri: string;
  /** Scopes parted by spaces. */
  readonly scope: string;
  readonly state: string;
  /** RFC 7636 section 4.3. */
  readonly codeChallenge: string;
  readonly codeChallengeMethod: string;
}

/** An authorization request with nothing wrong with it: what a person can be asked. */
export interface CheckedAuthorization {
  readonly client: OAuthClient;
  /** What the client asks for; never empty. */
  readonly scopes: readonly string[];
  /** Where the person goes next: the request's, or the client's only one. */
  readonly redirectUri: string;
}

/** How a client authenticates (RFC 6749 section 2.3); the secret is empty for a public client. */
export interface ClientAuthenticationInput {
  /** The client's identifier. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token request (RFC 6749 section 4.1.3, 4.4.2, 6; RFC 8628 section 3.4). What a grant does not take is not looked at. */
export interface ExchangeTokenInput {
  readonly accountId: string;
  readonly client: ClientAuthenticationInput;
  /** Undefined when the request named none. */
  readonly grantType: GrantType | undefined;
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
  readonly refreshToken: string;
  readonly deviceCode: string;
  /** Scopes parted by spaces. */
  readonly scope: string;
  /** Of the access token; the settings' when undefined. */
  readonly lifetimeSeconds: number | undefined;
  /** Of the refresh token; the settings' when undefined. */
  readonly refreshLifetimeSeconds: number | undefined;
}

/** What a token request is answered with (RFC 6749 section 5.1); the type is always `Bearer`. */
export interface ExchangedTokens {
  readonly accessToken: string;
  readonly lifetimeSeconds: number;
  /** Absent when there is none. */
  readonly refresh?: { readonly token: string; readonly lifetimeSeconds: number };
  /** What was granted; told always, so also where it is not what was asked for (RFC 6749 section 3.3). */
  readonly scopes: readonly string[];
}

/** The `grant_type` of each grant. */
export const GRANT_TYPE_NAMES: Readonly<Record<GrantType, string>> = {
  AUTHORIZATION_CODE: "authorization_code",
  REFRESH_TOKEN: "refresh_token",
  CLIENT_CREDENTIALS: "client_credentials",
  DEVICE_CODE: "urn:ietf:params:oauth:grant-type:device_code",
};
