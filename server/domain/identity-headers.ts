import type { IdentifiedCaller } from "./callers.js";
import { FIELD_HEADERS } from "./field-headers.js";
import type { Role } from "./users.js";

/** Who a request comes from, as headers tell it. */
export interface Identity {
  readonly accountId: string;
  readonly userId: string;
  readonly email: string;
  /** Empty for an OAuth client that acts for itself. */
  readonly role: Role | "";
  readonly clientId: string;
  readonly clientIdentifier: string;
  readonly credentialKind: IdentifiedCaller["kind"];
  readonly credentialId: string;
  readonly scopes: readonly string[];
}

const HEADERS = {
  "latchkey-account": ({ accountId }: Identity) => accountId,
  "latchkey-user-id": ({ userId }: Identity) => userId,
  "latchkey-email": ({ email }: Identity) => email,
  "latchkey-role": ({ role }: Identity) => role,
  "latchkey-client-id": ({ clientId }: Identity) => clientId,
  "latchkey-client-identifier": ({ clientIdentifier }: Identity) => clientIdentifier,
  "latchkey-credential-kind": ({ credentialKind }: Identity) => credentialKind,
  "latchkey-credential-id": ({ credentialId }: Identity) => credentialId,
  "latchkey-scopes": ({ scopes }: Identity) => scopes.join(" "),
} as const;

/** The name of a header that tells who a request comes from. */
export type IdentityHeader = keyof typeof HEADERS;

/** Every header that tells who a request comes from: whoever passes a request on overwrites all of them. */
export const IDENTITY_HEADERS: readonly string[] = [...Object.keys(HEADERS), ...FIELD_HEADERS];

/** All of them, with their values for somebody; empty where there is nothing to tell, and all empty for nobody. */
export function identityHeaders(identity: Identity | undefined): Record<IdentityHeader, string> {
  const values = Object.entries(HEADERS).map(([name, read]) => [
    name,
    identity === undefined ? "" : printable(read(identity)),
  ]);
  return Object.fromEntries(values);
}

/** Headers carry printable ASCII; ids, e-mails and scopes are nothing else. */
function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, "?");
}

/** Who a caller is, as it is told. */
export function identityOf({
  kind,
  accountId,
  user,
  client,
  credentialId,
  scopes,
}: IdentifiedCaller): Identity {
  return {
    accountId,
    userId: user?.id ?? "",
    email: user?.email ?? "",
    role: user?.role ?? "",
    clientId: client?.id ?? "",
    clientIdentifier: client?.identifier ?? "",
    credentialKind: kind,
    credentialId,
    scopes,
  };
}
