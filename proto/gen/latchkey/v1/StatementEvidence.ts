// Original file: proto/latchkey/v1/access_policy.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What a proposed statement rests on. It names fields of a body only where every request that it was made from was
 * reported with the names of its fields; where that is not so, all of them may pass, and the counts differ. So they may
 * where naming them would take more statements than a policy holds. Names are kept, never values; what looks like an id
 * among them becomes `*`, and what lies too deep goes by what it is in.
 */
export interface StatementEvidence {
  /**
   * How many requests were observed that it allows.
   */
  'requestCount'?: (number | string | Long);
  /**
   * Of how many of them the fields sent are known. Requests without a body count.
   */
  'requestFieldsKnownCount'?: (number | string | Long);
  /**
   * Of how many of them the fields seen in the answer are known, alike.
   */
  'responseFieldsKnownCount'?: (number | string | Long);
}

/**
 * What a proposed statement rests on. It names fields of a body only where every request that it was made from was
 * reported with the names of its fields; where that is not so, all of them may pass, and the counts differ. So they may
 * where naming them would take more statements than a policy holds. Names are kept, never values; what looks like an id
 * among them becomes `*`, and what lies too deep goes by what it is in.
 */
export interface StatementEvidence__Output {
  /**
   * How many requests were observed that it allows.
   */
  'requestCount': (number);
  /**
   * Of how many of them the fields sent are known. Requests without a body count.
   */
  'requestFieldsKnownCount': (number);
  /**
   * Of how many of them the fields seen in the answer are known, alike.
   */
  'responseFieldsKnownCount': (number);
}
