import { vi } from "vitest";

/** Waits until a check passes, for as long as a busy machine may need; then fails as the check does. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, 20_000);
}
