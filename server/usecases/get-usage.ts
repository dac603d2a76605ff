import { authorizeInAccount, type RequestContext } from "../domain/callers.js";
import { FieldChecks } from "../domain/field-checks.js";
import { fillHours, firstHourOf, type HourlyUsage, USAGE_HOURS_KEPT } from "../domain/usage.js";
import { hourlyUsage } from "../store/tables.js";
import type { Environment } from "./environment.js";

/** How far back to look. */
export interface GetUsageInput {
  /** 0 for a day. */
  readonly hours: number;
}

/** Returns how the credentials of the caller's account were used, hour by hour, the oldest first. */
export async function getUsage(
  environment: Environment,
  context: RequestContext,
  { hours }: GetUsageInput,
): Promise<HourlyUsage[]> {
  const { accountId } = authorizeInAccount(context.caller, "GetUsage");
  const checks = new FieldChecks();
  const first = firstHourOf(checks, hours, context.now);
  checks.finish();
  const counted = await environment.store.read((reader) =>
    reader.list(hourlyUsage, [accountId], { reverse: true, limit: USAGE_HOURS_KEPT }),
  );
  return fillHours(accountId, counted, first, context.now);
}
