import { contract } from "../../proto/load.js";
import { decodeSetTime } from "./times.js";
import { type CallOptions, callUnary, type Wire } from "./wire.js";

/** How often credentials were used, by kind, and refused, in one hour. */
export type HourlyUsage = {
  startTime: Date;
  apiTokenUses: number;
  accessTokenUses: number;
  sessionUses: number;
  refusals: number;
};

/** Usage calls. */
export type UsageCalls = ReturnType<typeof usageCalls>;

const methods = contract.latchkey.v1.UsageService.service;

/** Makes the calls of UsageService. */
export function usageCalls(wire: Wire) {
  return {
    /** Reads the last hours, 1 to 336, the oldest first; the last one is not over. */
    async get(hours: number, options?: CallOptions): Promise<HourlyUsage[]> {
      const answer = await callUnary(wire, methods.GetUsage, { hours }, options);
      return answer.hours.map((hour) => ({ ...hour, startTime: decodeSetTime(hour.startTime) }));
    },
  };
}
