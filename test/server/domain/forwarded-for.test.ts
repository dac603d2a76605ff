import { expect, test } from "vitest";
import { sourceBehind } from "../../../server/domain/forwarded-for.js";
import { readIpRanges } from "../../../server/domain/ip-ranges.js";

const TRUSTED = readIpRanges(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);

test.each([
  ["nobody in between", "192.0.2.1", "", "192.0.2.1"],
  ["a proxy that says nothing", "127.0.0.1", "", "127.0.0.1"],
  ["a trusted proxy", "127.0.0.1", "192.0.2.1", "192.0.2.1"],
  ["what the caller wrote before it", "127.0.0.1", "198.51.100.9, 192.0.2.1", "192.0.2.1"],
  ["two trusted proxies", "127.0.0.1", "192.0.2.1, 10.1.2.3", "192.0.2.1"],
  ["somebody who is no trusted proxy", "192.0.2.7", "10.0.0.1", "192.0.2.7"],
  ["nonsense", "127.0.0.1", "192.0.2.1, unknown", "127.0.0.1"],
  ["IPv6", "fd00::1", "[2001:db8::1]", "2001:db8::1"],
  ["an address with a port, which is none", "127.0.0.1", "192.0.2.1:80", "127.0.0.1"],
])("with %s", (_, peer, header, source) => {
  expect(sourceBehind(TRUSTED, peer, header)).toBe(source);
});

test("without trusted proxies nothing is believed", () => {
  expect(sourceBehind([], "127.0.0.1", "192.0.2.1")).toBe("127.0.0.1");
});
