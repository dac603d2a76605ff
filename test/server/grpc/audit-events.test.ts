import { expect, test } from "vitest";
import { contract } from "../../../proto/load.js";
import type { AuditEvent } from "../../../server/domain/audit-events.js";
import { encodeAuditEvent } from "../../../server/grpc/audit-events.js";

test("every field of an event arrives", () => {
  const event: AuditEvent = {
    accountId: "acme",
    sequence: 12,
    createTime: 1_500,
    action: "api_token.update",
    resourceType: "api_token",
    resourceId: "tok_1",
    resourceLabel: "nightly",
    actor: {
      kind: "ACCESS_TOKEN",
      userId: "usr_1",
      email: "ada@acme.example",
      credentialId: "atk_1",
      clientId: "ocl_1",
    },
    sourceIp: "192.0.2.7",
    requestId: "req_1",
    changes: [{ field: "description", before: "", after: "nightly" }],
  };
  const { serialize, deserialize } = contract.latchkey.v1.AuditEvent;
  const { accountId: _, sequence: __, ...told } = event;
  expect(deserialize(serialize(encodeAuditEvent(event)))).toEqual({
    ...told,
    id: "evt_0000000000000012",
    createTime: { seconds: 1, nanos: 500_000_000 },
    actor: { ...event.actor, kind: "ACTOR_KIND_ACCESS_TOKEN" },
  });
});
