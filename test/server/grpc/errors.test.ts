import { readFileSync } from "node:fs";
import { type Metadata, status } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { ErrorReason } from "../../../proto/gen/latchkey/v1/ErrorReason.js";
import { Failure, type Reason } from "../../../server/domain/failure.js";
import { ERROR_TABLE, toServiceError } from "../../../server/grpc/errors.js";
import { detailsOf } from "../../support/running-server.js";

const PREFIX = "ERROR_REASON_";

test("the table has the reasons of the contract, and no others", () => {
  const contractual = Object.keys(ErrorReason).map((name) => name.slice(PREFIX.length));
  expect(Object.keys(ERROR_TABLE).toSorted()).toEqual(
    contractual.filter((name) => name !== "UNSPECIFIED").toSorted(),
  );
});

test("each reason has the status that the contract says in its comment", () => {
  const proto = readFileSync(
    new URL("../../../proto/latchkey/v1/error_reason.proto", import.meta.url),
    "utf8",
  );
  const told = new Map<string, string>();
  for (const [, code, name] of proto.matchAll(/\/\/ ([A-Z_]+)\. [^=]*?ERROR_REASON_([A-Z_]+) =/g)) {
    told.set(name as string, code as string);
  }
  const table = Object.entries(ERROR_TABLE).map(([name, { code }]) => [name, status[code]] as const);
  expect(told).toEqual(new Map(table));
});

test.each(Object.keys(ERROR_TABLE).filter((name) => name !== "INTERNAL"))(
  "%s travels as its status with ErrorInfo and RequestInfo",
  (reason) => {
    const failure = new Failure(reason as Reason, "Words.", { metadata: { scope: "read" } });
    const error = toServiceError(failure, "req_1");
    expect(error).toMatchObject({ code: ERROR_TABLE[reason as Reason].code, details: "Words." });
    expect(error.metadata.get("request-id")).toEqual(["req_1"]);
    expect(detailsOf(error)).toEqual({
      reason,
      domain: "latchkey.dev",
      metadata: { scope: "read" },
      fields: undefined,
      retryAfterSeconds: undefined,
      requestId: "req_1",
    });
  },
);

test("violations travel as BadRequest, a wait as RetryInfo", () => {
  const violations = [{ field: "api_token.scopes[1]", description: "Is unknown." }];
  const error = toServiceError(
    new Failure("FIELD_INVALID", "No.", { violations, retryAfterSeconds: 1.2 }),
    "r",
  );
  expect(detailsOf(error)).toMatchObject({ fields: ["api_token.scopes[1]"], retryAfterSeconds: 2 });
});

test.each([
  ["an error", new TypeError("the password is hunter2")],
  ["a string", "hunter2"],
  ["nothing", undefined],
])("%s that nobody foresaw tells its request id and nothing else", (_, cause) => {
  const error = toServiceError(cause, "req_2");
  expect(error.code).toBe(status.INTERNAL);
  expect(error.details).toContain("req_2");
  expect(detailsOf(error)).toMatchObject({ reason: "INTERNAL", requestId: "req_2", metadata: {} });
  expect(JSON.stringify([error.details, error.message])).not.toContain("hunter2");
  expect((error.metadata.get("grpc-status-details-bin")[0] as Buffer).toString()).not.toContain("hunter2");
});

test("words are cut where they would not fit into a trailer, and half a character does not stay", () => {
  const violations = Array.from({ length: 500 }, (_, index) => ({
    field: `ids[${index}]`,
    description: "🔑".repeat(1_000),
  }));
  const error = toServiceError(
    new Failure("FIELD_INVALID", `x${"🔑".repeat(1_000)}`, { violations }),
    "req_3",
  );
  expect(() => encodeURI(error.details)).not.toThrow();
  expect(sizeOf(error.metadata) + encodeURI(error.details).length).toBeLessThan(15_000);
  expect(detailsOf(error).fields).toHaveLength(10);
});

function sizeOf(metadata: Metadata): number {
  return Object.entries(metadata.toHttp2Headers()).join("").length;
}
