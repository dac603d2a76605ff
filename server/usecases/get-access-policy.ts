import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { type AccessPolicyView, findAccessPolicy, viewAccessPolicy } from "./access-policy-view.js";
import type { Environment } from "./environment.js";

/** Returns one policy of the caller's account, by its id or its name. */
export async function getAccessPolicy(
  environment: Environment,
  context: RequestContext,
  input: { readonly id: string },
): Promise<AccessPolicyView> {
  const { accountId } = authorizeInAccount(context.caller, "GetAccessPolicy");
  return environment.store.read(async (reader) =>
    viewAccessPolicy(reader, await findAccessPolicy(reader, accountId, input.id)),
  );
}
