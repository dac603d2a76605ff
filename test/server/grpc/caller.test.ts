import { expect, test } from "vitest";
import { sourceIpOf } from "../../../server/grpc/caller.js";

test.each([
  ["127.0.0.1:50000", "127.0.0.1"],
  ["::ffff:192.0.2.7:50000", "192.0.2.7"],
  ["::FFFF:192.0.2.7:50000", "192.0.2.7"],
  ["::1:50000", "::1"],
  ["[::1]:50000", "::1"],
  ["2001:db8::7:50000", "2001:db8::7"],
  ["fe80::1%eth0:50000", "fe80::1"],
  ["unknown", ""],
  ["", ""],
])("the peer %j calls from %j", (peer, sourceIp) => {
  expect(sourceIpOf(peer)).toBe(sourceIp);
});
