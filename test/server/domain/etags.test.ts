import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkEtag, etagOf } from "../../../server/domain/etags.js";
import { failureIn } from "../../support/test-environment.js";

test("each revision has its own, and only it or none passes", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.string(), (one, other, text) => {
      const record = { revision: one };
      checkEtag(record, "");
      checkEtag(record, etagOf(record));
      for (const etag of [etagOf({ revision: other }), text, etagOf(record).slice(1), ` ${etagOf(record)}`]) {
        if (etag === "" || etag === etagOf(record)) continue;
        const failure = failureIn(() => checkEtag(record, etag));
        expect([failure?.reason, failure?.details.violations?.[0]?.field]).toEqual(["ETAG_MISMATCH", "etag"]);
      }
    }),
  );
});
