import type { AccessPolicy, AccessPolicyVersion } from "../domain/access-policies.js";
import { notFound } from "../domain/failure.js";
import {
  accessPolicies,
  accessPoliciesByName,
  accessPolicyVersions,
  versionKey,
} from "../store/policy-tables.js";
import type { Reader } from "../store/reader.js";

/** A policy as its account sees it: with its newest version. */
export interface AccessPolicyView {
  readonly policy: AccessPolicy;
  readonly latest: AccessPolicyVersion;
}

/** Puts a policy's view together. */
export async function viewAccessPolicy(reader: Reader, policy: AccessPolicy): Promise<AccessPolicyView> {
  return { policy, latest: await loadPolicyVersion(reader, policy, policy.latestVersion) };
}

/** A policy by its id. Throws RESOURCE_NOT_FOUND. */
export async function loadAccessPolicy(reader: Reader, accountId: string, id: string): Promise<AccessPolicy> {
  const policy = await reader.get(accessPolicies, accountId, id);
  if (policy === undefined) throw notFound("access policy", id);
  return policy;
}

/** A policy by its id or its name, which cannot look alike. Throws RESOURCE_NOT_FOUND. */
export async function findAccessPolicy(
  reader: Reader,
  accountId: string,
  idOrName: string,
): Promise<AccessPolicy> {
  const named = await reader.find(accessPoliciesByName, accountId, idOrName);
  return named ?? loadAccessPolicy(reader, accountId, idOrName);
}

/** One version of a policy. Throws RESOURCE_NOT_FOUND. */
export async function loadPolicyVersion(
  reader: Reader,
  { accountId, id }: AccessPolicy,
  version: number,
): Promise<AccessPolicyVersion> {
  const found = await reader.get(accessPolicyVersions, accountId, id, versionKey(version));
  if (found === undefined) throw notFound("version of the access policy", String(version));
  return found;
}
