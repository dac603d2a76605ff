import * as fc from "fast-check";
import { expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import { encodeAnswers } from "../../../server/grpc/answers.js";
import { readChecks, readQuestion } from "../../../server/grpc/questions.js";
import { IS_LONG, SEED } from "../../support/test-environment.js";

const { Authenticate, AuthenticateStream } = contract.latchkey.v1.AuthenticationService.service;
const RUNS = { seed: SEED, numRuns: IS_LONG ? 100_000 : 1_000 };

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ minLength: 120, maxLength: 9_000 }),
);
const question = fc.record({
  authorization: text,
  method: text,
  path: text,
  sourceIp: text,
  requiredScopes: fc.array(text, { maxLength: 5 }),
});

const fieldsOf = (one: {
  authorization: string;
  method: string;
  path: string;
  sourceIp: string;
  requiredScopes: readonly string[];
}) => {
  const { authorization, method, path, sourceIp, requiredScopes } = one;
  return { authorization, method, path, sourceIp, requiredScopes: [...requiredScopes] };
};

test("a question is read as the general decoder reads it", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const read = readQuestion(Authenticate.requestSerialize(asked));
      expect(read && fieldsOf(read)).toEqual(asked);
    }),
    RUNS,
  );
});

test("a batch is read as the general decoder reads it, ids and all", () => {
  const check = fc.record({ id: fc.nat(Number.MAX_SAFE_INTEGER), question });
  fc.assert(
    fc.property(fc.array(check, { maxLength: 5 }), (checks) => {
      const read = readChecks(AuthenticateStream.requestSerialize({ checks }));
      const told = read?.map(({ id, question: one }) => ({ id, question: fieldsOf(one) }));
      expect(told).toEqual(checks);
    }),
    { ...RUNS, numRuns: RUNS.numRuns / 5 },
  );
});

test("whatever the bytes are, it reads what the general decoder reads, or leaves it to it", () => {
  const cut = fc.tuple(question, fc.nat(200), fc.uint8Array({ maxLength: 40 }));
  const broken = cut.map(([asked, at, junk]) => {
    const bytes = Authenticate.requestSerialize(asked);
    return Buffer.concat([bytes.subarray(0, at), junk, bytes.subarray(at + junk.length)]);
  });
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 60 }).map(Buffer.from)), (bytes) => {
      const read = readQuestion(bytes);
      if (read !== undefined) {
        expect(fieldsOf(read)).toEqual(fieldsOf(Authenticate.requestDeserialize(bytes) as never));
      }
      const checks = readChecks(bytes);
      if (checks !== undefined) {
        const general = AuthenticateStream.requestDeserialize(bytes).checks;
        expect(checks.map(({ id, question: one }) => [id, fieldsOf(one)])).toEqual(
          general.map(({ id, question: one }) => [id, one && fieldsOf(one as never)]),
        );
      }
    }),
    RUNS,
  );
});

test("answers are written as the general decoder reads them", () => {
  const ids = fc.array(fc.nat(Number.MAX_SAFE_INTEGER), { maxLength: 20 });
  fc.assert(
    fc.property(ids, (given) => {
      const bytes = encodeAnswers(
        given,
        given.map(() => ({ authenticated: false })),
      );
      const { answers } = AuthenticateStream.responseDeserialize(bytes);
      expect(answers.map(({ id, decision }) => [id, decision?.reason])).toEqual(
        given.map((id) => [id, "DECISION_REASON_NOT_AUTHENTICATED"]),
      );
    }),
    RUNS,
  );
});
