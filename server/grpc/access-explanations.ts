import type { AccessPolicyDenial as WireDenial } from "../../proto/gen/latchkey/v1/AccessPolicyDenial.js";
import type { ExplainAccessRequest__Output } from "../../proto/gen/latchkey/v1/ExplainAccessRequest.js";
import type { ExplainAccessResponse } from "../../proto/gen/latchkey/v1/ExplainAccessResponse.js";
import type { FieldLists as WireFieldLists } from "../../proto/gen/latchkey/v1/FieldLists.js";
import type { GetDryRunReportResponse } from "../../proto/gen/latchkey/v1/GetDryRunReportResponse.js";
import type { Explanation } from "../domain/access-layers.js";
import type { PolicyDenial } from "../domain/compiled-policies.js";
import { FieldChecks } from "../domain/field-checks.js";
import type { FieldLists } from "../domain/field-paths.js";
import { describeDenial } from "../domain/policy-access.js";
import type { ExplainAccessInput } from "../usecases/explain-access.js";
import type { DryRunReport } from "../usecases/get-dry-run-report.js";
import { decodeInstant, encodeInstant, encodeOptionalInstant } from "./instants.js";
import type { Complete } from "./wire.js";

/** Reads what is to be explained. Throws FIELD_INVALID. */
export function decodeExplainInput(request: ExplainAccessRequest__Output): ExplainAccessInput {
  const { credentialId, email, method, path, sourceIp, requiredScopes } = request;
  const checks = new FieldChecks();
  const time = decodeInstant(checks, "time", request.time);
  checks.finish();
  const moment = time === undefined ? {} : { time };
  return { credentialId, email, method, path, sourceIp, requiredScopes, ...moment };
}

/** Writes an explanation. */
export function encodeExplanation(explanation: Explanation): Complete<ExplainAccessResponse> {
  const { allowed, layers, requestFields, responseFields } = explanation;
  const deciding = layers.find((layer) => !layer.allowed) ?? layers.at(-1);
  return {
    allowed,
    decidingLayer: deciding?.layer ?? "",
    layers: layers.map(({ layer, allowed: passes, description, policy }) => ({
      layer,
      allowed: passes,
      description,
      policy: policy === undefined ? null : encodeDenial(policy.id, policy.denial),
      version: policy?.version ?? 0,
    })),
    requestFields: allowed ? encodeFieldLists(requestFields) : null,
    responseFields: allowed ? encodeFieldLists(responseFields) : null,
  };
}

/** Writes why a policy denies; only which policy it is when it does not. */
export function encodeDenial(accessPolicyId: string, denial: PolicyDenial | undefined): Complete<WireDenial> {
  return {
    accessPolicyId,
    statement: denial?.kind === "DENIED" ? denial.statement + 1 : 0,
    description: denial === undefined ? "" : describeDenial(denial),
  };
}

/** Writes field lists; null when every field may pass. */
export function encodeFieldLists({ allowed, removed }: FieldLists): Complete<WireFieldLists> | null {
  if (allowed.length === 0 && removed.length === 0) return null;
  return { allowed: allowed.map((paths) => ({ paths: [...paths] })), removed: [...removed] };
}

/** Writes what a dry run has shown. */
export function encodeReport({
  dryRun,
  deniedCount,
  otherCount,
  denials,
}: DryRunReport): Complete<GetDryRunReportResponse> {
  return {
    version: dryRun?.version ?? 0,
    startTime: encodeOptionalInstant(dryRun?.startTime),
    deniedCount,
    otherCount,
    denials: denials.map(({ credentialId, email, method, path, count, ...row }) => ({
      credentialId,
      email,
      method,
      path,
      count,
      firstTime: encodeInstant(row.firstTime),
      lastTime: encodeInstant(row.lastTime),
      denial: encodeDenial(row.policyId, row.denial),
    })),
  };
}
