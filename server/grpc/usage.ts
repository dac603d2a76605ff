import type { HourlyUsage as WireHourlyUsage } from "../../proto/gen/latchkey/v1/HourlyUsage.js";
import type { UsageServiceHandlers } from "../../proto/gen/latchkey/v1/UsageService.js";
import type { HourlyUsage } from "../domain/usage.js";
import { getUsage } from "../usecases/get-usage.js";
import { encodeInstant } from "./instants.js";
import type { Complete, ServiceMethods } from "./wire.js";

/** UsageService. */
export const usageMethods: ServiceMethods<UsageServiceHandlers> = {
  async GetUsage(environment, context, { hours }) {
    return { hours: (await getUsage(environment, context, { hours })).map(encodeHour) };
  },
};

function encodeHour({ startTime, ...counts }: HourlyUsage): Complete<WireHourlyUsage> {
  const { apiTokenUses, accessTokenUses, sessionUses, refusals } = counts;
  return { startTime: encodeInstant(startTime), apiTokenUses, accessTokenUses, sessionUses, refusals };
}
