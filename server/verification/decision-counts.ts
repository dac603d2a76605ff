import type { Decision } from "../domain/decisions.js";

/** How often each outcome was decided, however it was asked for. */
export class DecisionCounts {
  allowed = 0;
  forbidden = 0;
  notAuthenticated = 0;

  /** Counts one. */
  count(decision: Decision): void {
    if (!decision.authenticated) this.notAuthenticated += 1;
    else if (decision.missingScopes.length > 0) this.forbidden += 1;
    else this.allowed += 1;
  }
}
