import { type Decision, isAllowed } from "../domain/decisions.js";

/** How often each outcome was decided, however it was asked for. */
export class DecisionCounts {
  allowed = 0;
  forbidden = 0;
  notAuthenticated = 0;

  /** Counts one. */
  count(decision: Decision): void {
    if (!decision.authenticated) this.notAuthenticated += 1;
    else if (isAllowed(decision)) this.allowed += 1;
    else this.forbidden += 1;
  }
}
