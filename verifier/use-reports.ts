import type { IdentifiedCaller } from "../server/domain/callers.js";
import type { CredentialFacts, Decision, Question } from "../server/domain/decisions.js";
import { isAllowed, trialDenials } from "../server/domain/decisions.js";
import { GatheredObservations } from "../server/domain/gathered-observations.js";
import type { BodyObservation } from "./body-observation.js";
import { halve, type OpenReport, type ReportOutcome } from "./report-message.js";
import { type Tallied, Tallies } from "./tallies.js";

/** A question, and where the fields of its bodies are told. */
interface ObservedQuestion extends Question {
  readonly observation: BodyObservation | undefined;
}

/** When a report comes and how it is sent. */
export interface Reporting {
  /** Sends a report, and says what became of it. */
  readonly send: (report: OpenReport, now: number) => Promise<ReportOutcome>;
  /** The time, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly random: () => number;
}

/** So long after the first use that was not told comes the report. */
const USES_AFTER_MS = 10_000;

/** The same for what a dry run would have denied, and for what is observed. */
const COUNTS_AFTER_MS = 2_000;

/** Between two reports, so that whoever takes them has time for others. */
const PAUSE_MS = 50;

/** After a failed one; each further wait is twice as long. */
const SHORTEST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** How many rows one report has of each kind: a small part of what is accepted, so that none holds up others. */
const ROWS = 100;

/** The same of requests, whose fields make them long. */
const REQUEST_ROWS = 20;

/** How many kinds of requests are counted apart at most until they are reported. */
const MAX_KINDS = 2_000;

/**
 * Tells Latchkey how credentials are used that are answered for here: every use, and every request that a policy in dry
 * run would have denied, counted until it has been told. A report is sent until it is answered, under one number, so
 * that nothing is counted twice; what happens meanwhile is added up in bounded memory.
 */
export class UseReports {
  readonly #reporting: Reporting;
  readonly #tallies = new Tallies();
  readonly #gathered = new GatheredObservations(MAX_KINDS);
  #refusedCount = 0;
  #usesDue = Number.POSITIVE_INFINITY;
  #open: OpenReport | undefined;
  /** What is left of a report that was too large, in parts. */
  readonly #parts: Omit<OpenReport, "sequence">[] = [];
  #sequence = 0;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Number.POSITIVE_INFINITY;
  #underWay: Promise<ReportOutcome> | undefined;
  #isClosed = false;

  constructor(reporting: Reporting) {
    this.#reporting = reporting;
  }

  /** Notes that somebody was identified by a credential. */
  note(
    presented: Tallied,
    decision: Decision & { readonly authenticated: true },
    { rules }: CredentialFacts,
    question: ObservedQuestion,
  ): void {
    const { principal } = decision;
    if (this.#tallies.count(presented, principal, question)) this.#expectUses(question.now);
    if (principal.trials === undefined && rules.observeUse !== true) return;
    if (!isAllowed(decision)) return;
    this.#gathered.noteDenials(principal, trialDenials(decision, question), question);
    if (rules.observeUse === true) this.#observe(principal, question);
    if (this.#gathered.size > 0) this.#wakeIn(COUNTS_AFTER_MS);
  }

  /** Notes that a credential was refused. */
  noteRefusal(now: number): void {
    if (this.#refusedCount === 0) this.#expectUses(now);
    this.#refusedCount += 1;
  }

  /** Sends what there is, as far as that goes at once, and then nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#usesDue = 0;
    await this.#underWay;
    while (this.#fill() !== undefined) if ((await this.#send()) === "AGAIN") return;
  }

  /** Counts what somebody does; with the fields of its bodies, when somebody looks at them, once they are known. */
  #observe(principal: IdentifiedCaller, { observation, method, path, now }: ObservedQuestion): void {
    const request = { method, path, now };
    if (observation === undefined) this.#gathered.noteUse(principal, request);
    observation?.begin((fields) => {
      this.#gathered.noteUse(principal, request, fields);
      this.#wakeIn(COUNTS_AFTER_MS);
    });
  }

  #expectUses(now: number): void {
    if (this.#usesDue === Number.POSITIVE_INFINITY) this.#usesDue = now + USES_AFTER_MS;
    this.#wakeIn(USES_AFTER_MS);
  }

  /** Sends after so long, unless that comes sooner in any case. */
  #wakeIn(milliseconds: number): void {
    if (this.#isClosed || this.#open !== undefined) return;
    const at = this.#reporting.wall() + milliseconds;
    if (this.#timer !== undefined && at >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => this.#goOn(), milliseconds);
    this.#timer.unref();
  }

  #goOn(): void {
    this.#timer = undefined;
    if (this.#fill() === undefined) return;
    void this.#send().then((outcome) => {
      if (this.#isClosed) return;
      const wait = outcome === "AGAIN" ? this.#waitAfterFailure() : PAUSE_MS;
      if (this.#timer !== undefined) clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#goOn(), wait);
      this.#timerAt = this.#reporting.wall() + wait;
      this.#timer.unref();
    });
  }

  /** The report that is open, or the next one; undefined when there is nothing to tell. */
  #fill(): OpenReport | undefined {
    if (this.#open !== undefined) return this.#open;
    const left = this.#parts.shift();
    if (left !== undefined) return this.#openWith(left);
    const now = this.#reporting.wall();
    const areUsesDue = this.#usesDue <= now;
    const denials = this.#gathered.takeDenials(ROWS);
    const requests = this.#gathered.takeUses(REQUEST_ROWS);
    const uses = areUsesDue ? this.#tallies.take(ROWS) : [];
    const refusedCount = areUsesDue ? this.#refusedCount : 0;
    if (areUsesDue) this.#refusedCount = 0;
    if (denials.length + requests.length + uses.length + refusedCount === 0) {
      if (areUsesDue) this.#usesDue = Number.POSITIVE_INFINITY;
      else if (this.#usesDue !== Number.POSITIVE_INFINITY) this.#wakeIn(this.#usesDue - now);
      return undefined;
    }
    return this.#openWith({ uses, denials, requests, refusedCount });
  }

  #openWith(told: Omit<OpenReport, "sequence">): OpenReport {
    this.#sequence += 1;
    this.#open = { sequence: this.#sequence, ...told };
    return this.#open;
  }

  #send(): Promise<ReportOutcome> {
    const report = this.#open as OpenReport;
    this.#underWay = this.#reporting.send(report, this.#reporting.wall()).then((outcome) => {
      this.#underWay = undefined;
      if (outcome === "AGAIN") this.#failures += 1;
      else {
        if (outcome === "TOO_LARGE") this.#parts.push(...halve(report));
        this.#open = undefined;
        this.#failures = 0;
      }
      return outcome;
    });
    return this.#underWay;
  }

  #waitAfterFailure(): number {
    const wait = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(this.#failures, 10));
    return wait * (0.5 + this.#reporting.random() / 2);
  }
}
