import { startBackgroundWork } from "./background-work.js";
import type { Config } from "./config.js";
import { openEngine, prepareDataDirectory } from "./data-directory.js";
import type { RequestContext } from "./domain/callers.js";
import { DEVICE_LIFETIME_SECONDS, DEVICE_STARTS } from "./domain/device-authorizations.js";
import { type Instant, SECOND } from "./domain/instants.js";
import { readIpRanges } from "./domain/ip-ranges.js";
import type { Engine } from "./engine/engine.js";
import { ReloadableCredentials } from "./grpc/credentials.js";
import { type Listener, startListening } from "./grpc/serve.js";
import { type HttpListener, startHttp } from "./http/serve.js";
import { openMetrics } from "./open-metrics.js";
import { openStore, type Store } from "./store/store.js";
import { now as systemNow } from "./system/clock.js";
import { deriveSecret } from "./system/derive.js";
import { digest } from "./system/digest.js";
import { type Log, openLog } from "./system/log.js";
import type { Metrics } from "./system/metrics.js";
import { PasswordHashing } from "./system/password-hashing.js";
import { newId, newKey, newSecret, newUserCode } from "./system/random.js";
import { readTlsFiles, type TlsFiles, type TlsMaterial, type TlsWatch, watchTlsFiles } from "./system/tls.js";
import type { Environment } from "./usecases/environment.js";
import { getSetupState } from "./usecases/get-setup-state.js";
import { AccessRecorder } from "./verification/access-recorder.js";
import { CredentialCache } from "./verification/credential-cache.js";
import { OpenFeeds } from "./verification/credential-feed.js";
import { DecisionCounts } from "./verification/decision-counts.js";
import { DenialThrottle } from "./verification/denial-throttle.js";
import { GuessThrottle } from "./verification/guess-throttle.js";
import { RateThrottle } from "./verification/rate-throttle.js";
import { SetupCode } from "./verification/setup-code.js";
import { SignInThrottle } from "./verification/sign-in-throttle.js";
import { UseRecorder } from "./verification/use-recorder.js";

/** What a server is built on unless told otherwise: the machine's clock, an engine by its configuration, stderr. */
export interface Foundations {
  readonly now: () => Instant;
  readonly openEngine: (config: Config) => Promise<Engine>;
  readonly log: Log;
  /** How often last uses are written; the contract promises 5 seconds, and a minute when very many are in use. */
  readonly flushEveryMs: number;
  readonly sweepEveryMs: number;
  readonly heartbeatMs: number;
  /** After how long a stream whose caller does not read is cut off. */
  readonly stallMs: number;
  readonly tlsPollMs: number;
}

/** A server at work. */
export interface RunningServer {
  /** `host:port`. */
  readonly address: string;
  /** Where HTTP is served, as an origin. */
  readonly httpAddress: string;
  readonly environment: Environment;
  /** Makes the first account; undefined when there is one. */
  readonly setupCode: string | undefined;
  /** Reads the TLS files again, if there are any. */
  reloadCertificate(): void;
  /** Ends calls under way within the configured time, writes what was gathered, and closes everything. */
  stop(): Promise<void>;
}

/** What was opened, in order; closed in the opposite order. */
class Opened {
  readonly #closers: (() => Promise<unknown> | undefined)[] = [];

  add(close: () => Promise<unknown> | undefined): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

/**
 * Wires a server together and starts it. Throws CannotOpenError, ListenError or TlsFilesError, each with a message
 * that says what to do; nothing is left open then.
 */
export async function start(config: Config, given: Partial<Foundations> = {}): Promise<RunningServer> {
  const foundations = lay(config, given);
  const opened = new Opened();
  try {
    const tls = config.tls && openTls(config.tls, foundations, opened);
    const store = await openRecords(config, foundations, opened);
    const web: { origin: string } = { origin: "" };
    const environment = buildEnvironment(store, opened, web);
    const setupCode = await offerSetupCode(environment, foundations);
    const working = startBackgroundWork(environment, foundations, () => systemContext(foundations));
    opened.add(() => working.stop());
    const metrics = openMetrics(environment);
    const http = await listenForHttp(config, environment, foundations, metrics, tls?.material);
    web.origin = http.origin;
    tls?.follow((certificate) => http.replaceCertificate(certificate));
    const listener = await listen(config, environment, foundations, metrics, tls?.credentials).catch(
      async (error) => {
        await http.stop(0);
        throw error;
      },
    );
    opened.add(() => stopListening([listener, http], config.shutdownGraceSeconds * 1_000));
    foundations.log.info(
      { address: listener.address, httpAddress: http.address, dataDirectory: config.dataDirectory },
      "listening",
    );
    return {
      address: listener.address,
      httpAddress: http.address,
      environment,
      setupCode,
      reloadCertificate: () => tls?.watch.reload(),
      stop: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function lay(config: Config, given: Partial<Foundations>): Foundations {
  return {
    now: systemNow,
    openEngine,
    log: given.log ?? openLog(config.logLevel),
    flushEveryMs: 2_000,
    sweepEveryMs: 10 * 60_000,
    heartbeatMs: 10_000,
    stallMs: 30_000,
    tlsPollMs: 5_000,
    ...given,
  };
}

function openTls(files: TlsFiles, { log, tlsPollMs }: Foundations, opened: Opened) {
  const material = readTlsFiles(files);
  const credentials = new ReloadableCredentials(material);
  const followers: ((certificate: TlsMaterial) => void)[] = [
    (certificate) => credentials.replace(certificate),
  ];
  const watch: TlsWatch = watchTlsFiles(
    files,
    tlsPollMs,
    (certificate) => {
      for (const replace of followers) replace(certificate);
      log.info({ files }, "TLS certificate read again");
    },
    (error) => log.warn({ error }, "TLS certificate kept: the changed files cannot serve"),
  );
  opened.add(async () => watch.close());
  const follow = (replace: (certificate: TlsMaterial) => void) => void followers.push(replace);
  return { material, credentials, watch, follow };
}

async function openRecords(config: Config, { openEngine }: Foundations, opened: Opened): Promise<Store> {
  if (config.engine === "level") prepareDataDirectory(config.dataDirectory);
  const engine = await openEngine(config);
  opened.add(() => engine.close());
  return openStore(engine);
}

function buildEnvironment(store: Store, opened: Opened, web: { readonly origin: string }): Environment {
  const passwords = new PasswordHashing();
  opened.add(() => passwords.close());
  return {
    store,
    newId,
    newSecret,
    deriveSecret,
    newKey,
    newUserCode,
    digest,
    issuerOf: (accountId) => `${web.origin}/${accountId}`,
    feedHistory: newId("run", Date.now()),
    feeds: new OpenFeeds(),
    credentials: new CredentialCache(store, digest),
    passwords,
    signInThrottle: new SignInThrottle(),
    clientThrottle: new GuessThrottle(),
    userCodeThrottle: new GuessThrottle(),
    deviceThrottle: new RateThrottle(DEVICE_STARTS, DEVICE_LIFETIME_SECONDS * SECOND),
    denials: new DenialThrottle(),
    setupCode: new SetupCode(),
    uses: new UseRecorder(),
    decisions: new DecisionCounts(),
    access: new AccessRecorder(),
  };
}

async function offerSetupCode(
  environment: Environment,
  foundations: Foundations,
): Promise<string | undefined> {
  const { setupRequired } = await getSetupState(environment, systemContext(foundations));
  if (!setupRequired) return undefined;
  const code = environment.newSecret("SETUP_CODE");
  environment.setupCode.offer(environment.digest(code));
  return code;
}

function systemContext({ now }: Foundations): RequestContext {
  const instant = now();
  return { caller: { kind: "SYSTEM" }, now: instant, requestId: newId("req", instant), sourceIp: "" };
}

function listen(
  config: Config,
  environment: Environment,
  { now, log, heartbeatMs, stallMs }: Foundations,
  metrics: Metrics,
  credentials: ReloadableCredentials | undefined,
): Promise<Listener> {
  const newRequestId = (instant: Instant) => newId("req", instant);
  return startListening(
    { environment, log, metrics, now, newRequestId, heartbeatMs, stallMs },
    {
      host: config.host,
      port: config.port,
      maxMessageBytes: config.maxMessageBytes,
      ...(credentials === undefined ? {} : { credentials }),
      ...(config.socket === undefined ? {} : { socket: config.socket }),
      ...(config.operatorSocket === undefined ? {} : { operatorSocket: config.operatorSocket }),
    },
  );
}

function listenForHttp(
  config: Config,
  environment: Environment,
  { now, log }: Foundations,
  metrics: Metrics,
  tls: TlsMaterial | undefined,
): Promise<HttpListener> {
  return startHttp(
    {
      environment,
      log,
      metrics,
      now,
      newRequestId: (instant) => newId("req", instant),
      trustedProxies: readIpRanges(config.trustedProxies),
    },
    {
      host: config.httpHost,
      port: config.httpPort,
      ...(tls === undefined ? {} : { tls }),
      ...(config.issuer === undefined ? {} : { issuer: config.issuer }),
    },
  );
}

async function stopListening(
  listeners: readonly { stop(graceMs: number): Promise<void> }[],
  graceMs: number,
): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.stop(graceMs)));
}
