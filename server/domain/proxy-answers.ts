import { type Decision, isAllowed } from "./decisions.js";
import { fieldHeaders, keepsFieldsBack } from "./field-headers.js";
import { identityHeaders, identityOf } from "./identity-headers.js";

/**
 * The headers a proxy passes a request on with; undefined when it must not pass it on. A request that fields are to be
 * kept back from passes only where the service behind says that it does so.
 */
export function headersToPassOn(
  decision: Decision,
  enforcesFields: boolean,
): Readonly<Record<string, string>> | undefined {
  if (!decision.authenticated || !isAllowed(decision)) return undefined;
  const fields = fieldHeaders(decision.policy);
  if (fields === undefined || (keepsFieldsBack(decision.policy) && !enforcesFields)) return undefined;
  return { ...identityHeaders(identityOf(decision.principal)), ...fields };
}
