import type { AuthenticationServiceHandlers } from "../../proto/gen/latchkey/v1/AuthenticationService.js";
import type { WatchRevocationsResponse } from "../../proto/gen/latchkey/v1/WatchRevocationsResponse.js";
import { whenThere } from "../domain/maybe-promises.js";
import { authenticate } from "../usecases/authenticate.js";
import { authenticateStream } from "../usecases/authenticate-stream.js";
import { reportUses } from "../usecases/report-uses.js";
import { watchRevocations } from "../usecases/watch-revocations.js";
import { decodeBatch, decodeQuestion, encodeAnswer, encodeAnswers } from "./answers.js";
import { encodeCredentialRecord } from "./credential-records.js";
import { decodeReport } from "./use-reports.js";
import type { Exchange, ServiceMethods, Unary } from "./wire.js";

/** AuthenticationService; what is asked by the ten thousand a second goes from bytes to bytes. */
export const authenticationMethods = {
  Authenticate(environment, context, bytes) {
    return whenThere(authenticate(environment, context, decodeQuestion(bytes)), encodeAnswer);
  },
  AuthenticateStream: {
    answer(environment, context, bytes) {
      const { ids, questions } = decodeBatch(bytes);
      return whenThere(authenticateStream(environment, context, questions), (decisions) =>
        encodeAnswers(ids, decisions),
      );
    },
  },
  WatchRevocations: {
    async open(environment, context, { history, position, heartbeatMilliseconds }) {
      const begin = performance.now();
      const input = { history, position, heartbeatMilliseconds };
      return encodeNews(await watchRevocations(environment, context, input), begin);
    },
  },
  async ReportUses(environment, context, request) {
    return reportUses(environment, context, decodeReport(request, context.now));
  },
} as const satisfies AuthenticationMethods;

interface AuthenticationMethods
  extends Pick<ServiceMethods<AuthenticationServiceHandlers>, "WatchRevocations" | "ReportUses"> {
  readonly Authenticate: Unary<Buffer, Buffer>;
  readonly AuthenticateStream: Exchange<Buffer, Buffer>;
}

/** Writes news as they come; what is current is so at the moment it comes, counted from the beginning of the call. */
async function* encodeNews(
  news: Awaited<ReturnType<typeof watchRevocations>>,
  begin: number,
): AsyncGenerator<WatchRevocationsResponse> {
  for await (const { history, position, isReset, isCurrent, records } of news) {
    // Rather too little than too much: what is known counts as no fresher than it is.
    const elapsed = Math.max(0, Math.floor(performance.now() - begin) - 1);
    yield {
      history,
      position,
      reset: isReset,
      ...(isCurrent ? { currentMilliseconds: elapsed } : {}),
      records: records.map(encodeCredentialRecord),
    };
  }
}
