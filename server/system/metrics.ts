import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is read when somebody looks. */
export interface Readings {
  /** How many headers and records the credential cache holds. */
  readonly cacheEntries: () => number;
  /** How often a header was known already, and how often it was looked up. */
  readonly cacheLookups: () => { readonly hits: number; readonly misses: number };
  /** How many verifiers follow the feed, and by how many commits the slowest of them is behind. */
  readonly feeds: () => { readonly open: number; readonly lag: number };
  /** How often each outcome was decided. */
  readonly decisions: () => {
    readonly allowed: number;
    readonly forbidden: number;
    readonly notAuthenticated: number;
  };
  /** The position of the last durable commit. */
  readonly position: () => number;
}

/** In seconds: from what memory answers to what a full disk or a slow password takes. */
const BUCKETS = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** One way a method can end; kept, since finding it by its labels costs as much as counting. */
interface Ending {
  inc(): void;
}

/** Counts what the server does, for Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #calls: Counter<"method" | "result">;
  readonly #seconds: Histogram<"method">;
  readonly #streams: Gauge<"method">;
  /** How many HTTP requests ended with each status; finding a counter by its label costs ten times as much. */
  readonly #requests = new Map<number, number>();
  readonly #endings = new Map<string, Ending>();
  readonly #durations = new Map<string, { observe(seconds: number): void }>();

  constructor(readings: Readings) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#calls = new Counter({
      registers,
      name: "latchkey_calls_total",
      help: "gRPC calls that are over, by method and result: OK, CANCELLED or the reason of the refusal.",
      labelNames: ["method", "result"],
    });
    this.#seconds = new Histogram({
      registers,
      name: "latchkey_call_seconds",
      help: "How long unary gRPC calls took.",
      labelNames: ["method"],
      buckets: BUCKETS,
    });
    this.#streams = new Gauge({
      registers,
      name: "latchkey_streams",
      help: "gRPC streams that are open.",
      labelNames: ["method"],
    });
    this.#readRequests();
    this.#readAll(readings);
  }

  /** A unary call is over. */
  callEnded(method: string, result: string, seconds: number): void {
    this.#endingOf(method, result).inc();
    let durations = this.#durations.get(method);
    if (durations === undefined) {
      durations = this.#seconds.labels(method);
      this.#durations.set(method, durations);
    }
    durations.observe(seconds);
  }

  /** A stream has begun. */
  streamOpened(method: string): void {
    this.#streams.labels(method).inc();
  }

  /** A stream is over. */
  streamEnded(method: string, result: string): void {
    this.#streams.labels(method).dec();
    this.#endingOf(method, result).inc();
  }

  /** An HTTP request is over. */
  requestEnded(status: number): void {
    this.#requests.set(status, (this.#requests.get(status) ?? 0) + 1);
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** What kind of text that is. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  #endingOf(method: string, result: string): Ending {
    const key = `${method} ${result}`;
    let ending = this.#endings.get(key);
    if (ending === undefined) {
      ending = this.#calls.labels(method, result);
      this.#endings.set(key, ending);
    }
    return ending;
  }

  #readRequests(): void {
    const requests = this.#requests;
    new Counter({
      registers: [this.#registry],
      name: "latchkey_http_requests_total",
      help: "HTTP requests that are over, by status.",
      labelNames: ["status"],
      collect() {
        this.reset();
        for (const [status, count] of requests) this.inc({ status }, count);
      },
    });
  }

  #readAll({ cacheEntries, cacheLookups, feeds, decisions, position }: Readings): void {
    new Counter({
      registers: [this.#registry],
      name: "latchkey_checks_total",
      help: "Decisions about credentials, by outcome, however they were asked for.",
      labelNames: ["outcome"],
      collect() {
        const { allowed, forbidden, notAuthenticated } = decisions();
        this.reset();
        this.inc({ outcome: "allowed" }, allowed);
        this.inc({ outcome: "forbidden" }, forbidden);
        this.inc({ outcome: "not_authenticated" }, notAuthenticated);
      },
    });
    this.#read("latchkey_credential_cache_entries", "Headers the credential cache knows.", cacheEntries);
    this.#read(
      "latchkey_credential_cache_hits",
      "How often the credential cache knew a header.",
      () => cacheLookups().hits,
    );
    this.#read("latchkey_credential_cache_misses", "How often it had to look.", () => cacheLookups().misses);
    this.#read("latchkey_feeds", "Verifiers that follow the feed.", () => feeds().open);
    this.#read(
      "latchkey_feed_lag_commits",
      "By how many commits the slowest of them is behind.",
      () => feeds().lag,
    );
    this.#read("latchkey_position", "The position of the last durable commit.", position);
  }

  #read(name: string, help: string, read: () => number): void {
    new Gauge({
      registers: [this.#registry],
      name,
      help,
      collect() {
        this.set(read());
      },
    });
  }
}
