import { type Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ErrorReason } from "../../proto/gen/latchkey/v1/ErrorReason.js";
import { contract } from "../../proto/load.js";
import { findObstacle, networkWords, type Obstacle } from "./obstacle.js";

/** The name of a gRPC status, such as `NOT_FOUND`. */
export type StatusCode = Exclude<keyof typeof status, "OK">;

type Unprefixed<Name> = Name extends `ERROR_REASON_${infer Rest}` ? Rest : never;

/** Why the server refused a call: the closed list of error_reason.proto, without its prefix. */
export type Reason = Exclude<Unprefixed<keyof typeof ErrorReason>, "UNSPECIFIED">;

/** One field of a request that the server found wrong, by its wire name such as `api_token.expire_time`. */
export type FieldViolation = { field: string; description: string };

/** What is known of a failed call. */
export type FailureFacts = {
  /** The gRPC status. */
  code: StatusCode;
  /** The reason, or undefined when none came (the server could not be reached, say) or it is not known here. */
  reason?: Reason | undefined;
  /** English words, fit for a log or a developer. */
  message: string;
  /** The fields that are wrong; empty unless the reason is about fields. */
  fieldViolations?: FieldViolation[];
  /** After how many seconds another try makes sense. */
  retryDelaySeconds?: number | undefined;
  /** The request's id in the server's log. */
  requestId?: string | undefined;
  /** Further facts by name, such as `scope`. */
  metadata?: Record<string, string>;
};

/** A call that failed, with everything the server said about why. Every rejection of this folder is one. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";
  /** The gRPC status. */
  readonly code: StatusCode;
  /** Why the server refused; undefined when it was not the server that failed the call. */
  readonly reason: Reason | undefined;
  /** The fields that are wrong, if the reason is about fields. */
  readonly fieldViolations: readonly FieldViolation[];
  /** After how many seconds another try makes sense, if the server said. */
  readonly retryDelaySeconds: number | undefined;
  /** The request's id in the server's log, if it came. */
  readonly requestId: string | undefined;
  /** Further facts by name, such as `scope`. */
  readonly metadata: Readonly<Record<string, string>>;

  /** Makes a failure of the given facts; what is left out is empty. */
  constructor(facts: FailureFacts) {
    super(facts.message);
    this.code = facts.code;
    this.reason = facts.reason;
    this.fieldViolations = facts.fieldViolations ?? [];
    this.retryDelaySeconds = facts.retryDelaySeconds;
    this.requestId = facts.requestId;
    this.metadata = facts.metadata ?? {};
  }

  /** The message without the internals of gRPC and OpenSSL around the network's own words. */
  get networkWords(): string {
    return networkWords(this.message);
  }

  /** What stands between here and the server, if that is why the call failed and it is known. */
  get obstacle(): Obstacle | undefined {
    return this.code === "UNAVAILABLE" && this.reason === undefined ? findObstacle(this.message) : undefined;
  }
}

/** Turns whatever a call rejected with into a CallFailure; anything that is not gRPC's becomes UNKNOWN. */
export function decodeFailure(cause: unknown): CallFailure {
  if (cause instanceof CallFailure) return cause;
  if (!isServiceError(cause)) {
    return new CallFailure({
      code: "UNKNOWN",
      message: cause instanceof Error ? cause.message : String(cause),
    });
  }
  return new CallFailure({
    ...decodeDetails(cause.metadata),
    code: (status[cause.code] ?? "UNKNOWN") as StatusCode,
    message: cause.details || cause.message,
  });
}

function isServiceError(cause: unknown): cause is ServiceError {
  return cause instanceof Error && typeof (cause as Partial<ServiceError>).code === "number";
}

/** Reads the google.rpc.Status of the `grpc-status-details-bin` trailer; details of unknown types are passed over. */
function decodeDetails(trailer: Metadata | undefined): Partial<FailureFacts> {
  const bytes = trailer?.get("grpc-status-details-bin")[0];
  if (!Buffer.isBuffer(bytes)) return {};
  try {
    const facts: Partial<FailureFacts> = {};
    for (const { type_url: type, value } of contract.google.rpc.Status.deserialize(bytes).details) {
      Object.assign(facts, decodeDetail(type.slice(type.lastIndexOf("/") + 1), value));
    }
    return facts;
  } catch {
    // A trailer that cannot be read must not hide the status that came with it.
    return {};
  }
}

function decodeDetail(type: string, value: Buffer): Partial<FailureFacts> {
  const { rpc } = contract.google;
  switch (type) {
    case "google.rpc.ErrorInfo": {
      const { reason, metadata } = rpc.ErrorInfo.deserialize(value);
      return { reason: isReason(reason) ? reason : undefined, metadata };
    }
    case "google.rpc.BadRequest":
      return {
        fieldViolations: rpc.BadRequest.deserialize(value).fieldViolations.map(({ field, description }) => ({
          field,
          description,
        })),
      };
    case "google.rpc.RetryInfo": {
      const delay = rpc.RetryInfo.deserialize(value).retryDelay;
      return delay === null ? {} : { retryDelaySeconds: delay.seconds + delay.nanos / 1e9 };
    }
    case "google.rpc.RequestInfo":
      return { requestId: rpc.RequestInfo.deserialize(value).requestId };
    default:
      return {};
  }
}

function isReason(name: string): name is Reason {
  return name !== "UNSPECIFIED" && `ERROR_REASON_${name}` in ErrorReason;
}
