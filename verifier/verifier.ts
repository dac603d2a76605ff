import { type ChannelCredentials, credentials, type ServiceError } from "@grpc/grpc-js";
import { type Question as DomainQuestion, decide } from "../server/domain/decisions.js";
import { type Answer, NOT_AUTHENTICATED, UNAVAILABLE } from "./answer.js";
import type { BodyObservation } from "./body-observation.js";
import type { Connection } from "./connection.js";
import { Feed } from "./feed.js";
import { type Clocks, Freshness, MACHINE_CLOCKS } from "./freshness.js";
import { PresentedCredentials } from "./presented.js";
import type { Question } from "./question.js";
import { Remote } from "./remote.js";
import { UseReports } from "./use-reports.js";

/** How a service verifies. */
export interface VerifierOptions {
  /** Where Latchkey is: `host:port`, or `unix:/path`. */
  readonly server: string;
  /** The service's own credential, with the scope `authenticate`: an `Authorization` value, or an API token and an e-mail. */
  readonly authorization: string | { readonly email: string; readonly apiToken: string };
  /** How old what is known may be, in milliseconds, before nothing is answered from it any more: the bound of every revocation. */
  readonly maxStalenessMs: number;
  /** What to do then: `"ask"` Latchkey about each request, or `"refuse"` them all with 503. */
  readonly whenStale: "ask" | "refuse";
  /** For TLS; plain text when absent, which is for loopback and unix sockets only. */
  readonly credentials?: ChannelCredentials;
  /** How often the server gives a sign of life; a quarter of the bound, and a second at most, unless told otherwise. */
  readonly heartbeatMs?: number;
  /** How long Latchkey may take when it is asked; 2,000 unless told otherwise. */
  readonly askTimeoutMs?: number;
  /**
   * Whether uses are told to Latchkey, every one, counted, within some ten seconds; true unless told otherwise. Without
   * it, the inactivity policy takes what is verified here for unused, and dry runs see nothing of it.
   */
  readonly reportUses?: boolean;
  /** Told when the connection fails, with why; and with undefined when all is known again. */
  readonly onConnection?: (failure: Error | undefined) => void;
  /** For tests. */
  readonly clocks?: Clocks;
}

/** Answers who calls, from this process's own memory, and knows how old that may be. */
export class Verifier {
  readonly #connection: Connection;
  readonly #feed: Feed;
  readonly #freshness: Freshness;
  readonly #presented = new PresentedCredentials();
  readonly #remote: Remote;
  readonly #maxStalenessMs: number;
  readonly #whenStale: "ask" | "refuse";
  readonly #clocks: Clocks;
  readonly #reports: UseReports | undefined;
  #isFailing = true;
  #waiting: (() => void)[] = [];

  constructor(options: VerifierOptions) {
    this.#maxStalenessMs = options.maxStalenessMs;
    this.#whenStale = options.whenStale;
    this.#clocks = options.clocks ?? MACHINE_CLOCKS;
    this.#freshness = new Freshness(this.#clocks);
    this.#connection = {
      server: options.server,
      credentials: options.credentials ?? plainText(options.server),
      authorization: authorizationOf(options.authorization),
    };
    this.#remote = new Remote(this.#connection, options.askTimeoutMs ?? 2_000);
    this.#reports =
      options.reportUses === false
        ? undefined
        : new UseReports({
            send: (report, now) => this.#remote.report(report, now),
            wall: () => this.#clocks.wall(),
            random: Math.random,
          });
    const heartbeat = Math.min(1_000, options.maxStalenessMs / 4);
    this.#feed = new Feed(this.#connection, this.#freshness, {
      heartbeatMs: Math.max(100, Math.round(options.heartbeatMs ?? heartbeat)),
      longestLagMs: options.maxStalenessMs / 2,
      shortestWaitMs: 50,
      longestWaitMs: 5_000,
      random: Math.random,
      onCall: (failure) => this.#noteCall(failure, options.onConnection),
    });
  }

  /**
   * The answer about a request: at once while what is known is fresh enough, later where Latchkey has to be asked. Never
   * throws: nobody being able to tell is an answer, too.
   */
  check(question: Question): Answer | Promise<Answer> {
    const { authorization } = question;
    const now = this.#clocks.wall();
    const { book } = this.#feed;
    if (this.#freshness.stalenessAt(now) > this.#maxStalenessMs || book.isBeyondUs) {
      return this.#checkStale(question);
    }
    if (authorization === undefined) return NOT_AUTHENTICATED;
    const presented = this.#presented.read(authorization);
    const facts = presented?.factsIn(book);
    if (presented === undefined || facts === undefined) return this.#refuse(NOT_AUTHENTICATED, now);
    const asked = new Asked(facts.rules.accountId, now, question);
    const decision = decide(facts, asked);
    if (decision.authenticated) this.#reports?.note(presented, decision, facts, asked);
    const answer = presented.answer(decision);
    return answer.allowed ? answer : this.#refuse(answer, now);
  }

  /** @internal Whether the account wants observed what its credentials are used for, as far as is known here. */
  get isObserving(): boolean {
    return this.#reports !== undefined && this.#feed.book.rules?.observeUse === true;
  }

  /** How old, in milliseconds, what is known may be at most at this moment; Infinity while nothing is. */
  get stalenessMs(): number {
    return this.#freshness.staleness();
  }

  /** Whether answers come from what is known here. */
  get isFresh(): boolean {
    return this.#freshness.staleness() <= this.#maxStalenessMs && !this.#feed.book.isBeyondUs;
  }

  /** Where what is known stands in the order of commits. */
  get position(): number {
    return this.#feed.position;
  }

  /** How many credentials are known. */
  get size(): number {
    return this.#feed.book.size;
  }

  /** Resolves once all there is has been told. */
  ready(): Promise<void> {
    if (this.isFresh) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /**
   * Ends all connections. Afterwards everything is answered as when what is known is too old. Resolves when the uses that
   * were not told yet have been, or could not be.
   */
  async close(): Promise<void> {
    this.#feed.close();
    this.#freshness.forget();
    await this.#reports?.close();
    this.#remote.close();
  }

  #refuse(answer: Answer, now: number): Answer {
    this.#reports?.noteRefusal(now);
    return answer;
  }

  #checkStale(question: Question): Answer | Promise<Answer> {
    if (this.#whenStale === "refuse") return UNAVAILABLE;
    if (question.authorization === undefined) return NOT_AUTHENTICATED;
    return this.#remote.ask(question);
  }

  #noteCall(failure: ServiceError | undefined, tell: VerifierOptions["onConnection"]): void {
    const isFailing = failure !== undefined;
    if (!isFailing) for (const resolve of this.#waiting.splice(0)) resolve();
    if (isFailing || this.#isFailing) tell?.(failure);
    this.#isFailing = isFailing;
  }
}

/** Opens a verifier; it connects by itself, and again whenever it has to. `ready()` tells when it knows everything. */
export function openVerifier(options: VerifierOptions): Verifier {
  if (!(options.maxStalenessMs > 0))
    throw new RangeError("maxStalenessMs must be a number of milliseconds above 0.");
  if (options.whenStale !== "ask" && options.whenStale !== "refuse") {
    throw new TypeError('whenStale must be "ask" or "refuse": what to do when what is known is too old.');
  }
  return new Verifier(options);
}

/** A question as the domain decides it. */
class Asked implements DomainQuestion {
  readonly accountId: string;
  readonly now: number;
  readonly #question: Question;

  constructor(accountId: string, now: number, question: Question) {
    this.accountId = accountId;
    this.now = now;
    this.#question = question;
  }

  get method(): string {
    return this.#question.method ?? "";
  }

  get path(): string {
    return this.#question.path ?? "";
  }

  get sourceIp(): string {
    return this.#question.sourceIp ?? "";
  }

  get requiredScopes(): readonly string[] {
    return this.#question.requiredScopes ?? NO_SCOPES;
  }

  get observation(): BodyObservation | undefined {
    return this.#question.observation;
  }
}

const NO_SCOPES: readonly string[] = [];

function authorizationOf(given: VerifierOptions["authorization"]): string {
  if (typeof given === "string") return given;
  return `Basic ${Buffer.from(`${given.email}/token:${given.apiToken}`).toString("base64")}`;
}

/** The service's own credential is not sent in plain text where others could read it. */
function plainText(server: string): ChannelCredentials {
  const isLocal = /^(?:dns:\/*)?(?:localhost|127(?:\.\d+){3}|\[::1\]):\d+$|^unix:/.test(server);
  if (isLocal) return credentials.createInsecure();
  throw new TypeError(
    `${server} is reached over the network: set \`credentials\`, to credentials.createSsl() of @grpc/grpc-js for one.`,
  );
}
