import type { FieldChecks } from "./field-checks.js";
import { HOUR, type Instant } from "./instants.js";

/** How many hours of use are kept: two weeks. */
export const USAGE_HOURS_KEPT = 336;

const DEFAULT_HOURS = 24;

/** What is counted: a use by kind of credential, or a credential a service asked about and was told no. */
export interface UsageCounts {
  readonly apiTokenUses: number;
  readonly accessTokenUses: number;
  readonly sessionUses: number;
  readonly refusals: number;
}

/** Under which name each kind of credential is counted. */
export const USES_COUNTED = {
  API_TOKEN: "apiTokenUses",
  ACCESS_TOKEN: "accessTokenUses",
  SESSION: "sessionUses",
} as const satisfies Record<string, keyof UsageCounts>;

/** One hour of use of an account's credentials. */
export interface HourlyUsage extends UsageCounts {
  readonly accountId: string;
  /** When the hour began. */
  readonly startTime: Instant;
}

/** An hour in which nothing happened. */
export function quietHour(accountId: string, startTime: Instant): HourlyUsage {
  return { accountId, startTime, apiTokenUses: 0, accessTokenUses: 0, sessionUses: 0, refusals: 0 };
}

/** When the hour of an instant began. */
export function hourOf(instant: Instant): Instant {
  return instant - (instant % HOUR);
}

/** Two countings of the same hour in one. */
export function addUsage(one: HourlyUsage, other: UsageCounts): HourlyUsage {
  return {
    ...one,
    apiTokenUses: one.apiTokenUses + other.apiTokenUses,
    accessTokenUses: one.accessTokenUses + other.accessTokenUses,
    sessionUses: one.sessionUses + other.sessionUses,
    refusals: one.refusals + other.refusals,
  };
}

/** When the first of so many hours began, the present one included; checks the number somebody asked for. */
export function firstHourOf(checks: FieldChecks, hours: number, now: Instant): Instant {
  checks.require(
    hours >= 0 && hours <= USAGE_HOURS_KEPT,
    "hours",
    `Must be 1 to ${USAGE_HOURS_KEPT}, or 0 for ${DEFAULT_HOURS}.`,
  );
  return hourOf(now) - ((hours || DEFAULT_HOURS) - 1) * HOUR;
}

/** Every hour from the first to the present one, the quiet ones too. */
export function fillHours(
  accountId: string,
  counted: readonly HourlyUsage[],
  first: Instant,
  now: Instant,
): HourlyUsage[] {
  const byStart = new Map(counted.map((hour) => [hour.startTime, hour]));
  const hours: HourlyUsage[] = [];
  for (let start = first; start <= now; start += HOUR)
    hours.push(byStart.get(start) ?? quietHour(accountId, start));
  return hours;
}

/** Whether an hour of use is too old to be kept. */
export function isForgotten({ startTime }: HourlyUsage, now: Instant): boolean {
  return startTime <= hourOf(now) - USAGE_HOURS_KEPT * HOUR;
}
