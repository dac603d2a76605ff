import type { SecretKind } from "../domain/credentials.js";
import type { Instant } from "../domain/instants.js";
import type { Store } from "../store/store.js";
import type { AccessRecorder } from "../verification/access-recorder.js";
import type { CredentialCache } from "../verification/credential-cache.js";
import type { OpenFeeds } from "../verification/credential-feed.js";
import type { DecisionCounts } from "../verification/decision-counts.js";
import type { DenialThrottle } from "../verification/denial-throttle.js";
import type { GuessThrottle } from "../verification/guess-throttle.js";
import type { RateThrottle } from "../verification/rate-throttle.js";
import type { SetupCode } from "../verification/setup-code.js";
import type { SignInThrottle } from "../verification/sign-in-throttle.js";
import type { UseRecorder } from "../verification/use-recorder.js";

/** The prefixes of the ids the server makes. */
export type IdPrefix = "usr" | "ses" | "tok" | "ocl" | "grt" | "atk" | "pol";

/** Hashing of passwords, which are guessable, so slow on purpose and off the event loop. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long without a digest as with one, and is then false. */
  verify(password: string, digest: string | undefined): Promise<boolean>;
}

/** What every use case works with: the store, and the impure leaves handed in as functions. */
export interface Environment {
  readonly store: Store;
  /** A fresh id that sorts by its instant: the prefix, `_` and 26 characters. */
  newId(prefix: IdPrefix, now: Instant): string;
  /** A fresh secret of this kind. */
  newSecret(kind: SecretKind): string;
  /** The secret of this kind that follows from a key and a text, and that nobody finds without both. */
  deriveSecret(kind: SecretKind, key: string, text: string): string;
  /** A fresh key for that. */
  newKey(): string;
  /** A fresh user code in its plain form (RFC 8628 section 6.1). */
  newUserCode(): string;
  /** SHA-256 of a text as base64url: for secrets, which are random, never for passwords. */
  digest(text: string): string;
  /** The issuer of an account's tokens (RFC 8414 section 2), from which the addresses of its endpoints follow. */
  issuerOf(accountId: string): string;
  /** Names this run of the server in the feeds of what decides about credentials. */
  readonly feedHistory: string;
  /** The feeds that are followed at the moment. */
  readonly feeds: OpenFeeds;
  /** What is known of the credentials that are presented. */
  readonly credentials: CredentialCache;
  readonly passwords: Passwords;
  readonly signInThrottle: SignInThrottle;
  /** Of those who guess the secrets of clients, their codes and their tokens. */
  readonly clientThrottle: GuessThrottle;
  /** Of those who guess user codes. */
  readonly userCodeThrottle: GuessThrottle;
  /** Of public clients that ask for device codes, which nobody has to prove anything for. */
  readonly deviceThrottle: RateThrottle;
  readonly denials: DenialThrottle;
  readonly setupCode: SetupCode;
  readonly uses: UseRecorder;
  readonly decisions: DecisionCounts;
  readonly access: AccessRecorder;
}
