import { BlockList, isIP } from "node:net";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { checkIpRanges, isIpAllowed, networkOf } from "../../../server/domain/ip-ranges.js";
import { failureIn } from "../../support/test-environment.js";

function isRange(text: string): boolean {
  const checks = new FieldChecks();
  checkIpRanges(checks, "list", [text], 10);
  return failureIn(() => checks.finish()) === undefined;
}

describe("what is a range", () => {
  test.each([
    "0.0.0.0",
    "203.0.113.7",
    "203.0.113.0/24",
    "203.0.113.77/1",
    "255.255.255.255/32",
    "::",
    "::1",
    "2001:db8::/32",
    "2001:DB8:0:0:0:0:0:1",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "2001:db8::1/128",
    "::ffff:203.0.113.7",
    "::ffff:203.0.113.0/120",
    "64:ff9b::203.0.113.7",
  ])("%s is", (text) => {
    expect(isRange(text)).toBe(true);
  });

  test.each([
    "",
    " ",
    "203.0.113",
    "203.0.113.256",
    "203.0.113.07",
    "203.0.113.7 ",
    "203.0.113.7/0",
    "203.0.113.7/33",
    "203.0.113.7/024",
    "203.0.113.7/24/8",
    "203.0.113.7/",
    "203.0.113.7/-1",
    "0x7f.0.0.1",
    "2130706433",
    "localhost",
    ":",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "12345::",
    "g::",
    "2001:db8::/129",
    "::/0",
    "fe80::1%eth0",
    "[::1]",
    "::ffff:203.0.113.7/24",
    "::ffff:203.0.113.7/96",
    "::ffff:203.0.113.256",
    "1.2.3.4:80",
    "1.2.3.4::",
  ])("%j is not", (text) => {
    expect(isRange(text)).toBe(false);
  });
});

describe("whether an address is allowed", () => {
  test.each([
    [["203.0.113.0/24"], "203.0.113.255", true],
    [["203.0.113.0/24"], "203.0.114.0", false],
    [["203.0.113.77/24"], "203.0.113.1", true],
    [["203.0.113.7"], "::ffff:203.0.113.7", true],
    [["::ffff:203.0.113.7"], "203.0.113.7", true],
    [["::ffff:203.0.113.0/120"], "203.0.113.9", true],
    [["::ffff:203.0.113.0/120"], "203.0.114.9", false],
    [["2001:db8::/32"], "2001:DB8:ffff::1", true],
    [["2001:db8::/32"], "2001:db9::1", false],
    [["128.0.0.0/1"], "2001:db8::1", false],
    [["8000::/1"], "203.0.113.7", false],
    [["10.0.0.1", "10.0.0.2"], "10.0.0.2", true],
    [["10.0.0.1"], "", false],
    [["10.0.0.1"], "unix:/run/x", false],
    [["10.0.0.1"], "010.0.0.1", false],
    [["nonsense"], "nonsense", false],
    [[], "anything", true],
  ])("%j, %s: %s", (ranges, address, answer) => {
    expect(isIpAllowed(ranges, address)).toBe(answer);
  });

  const ipv4 = fc.ipV4();
  const ipv6 = fc.ipV6();

  test("agrees with Node about single ranges", () => {
    const v4 = fc.tuple(ipv4, fc.integer({ min: 1, max: 32 }), fc.oneof(ipv4, ipv4, ipv6));
    const v6 = fc.tuple(ipv6, fc.integer({ min: 1, max: 128 }), fc.oneof(ipv6, ipv6, ipv4));
    fc.assert(
      fc.property(fc.oneof(v4, v6), fc.nat({ max: 255 }), ([network, prefix, other], last) => {
        const family = isIP(network) === 4 ? "ipv4" : "ipv6";
        // A neighbour, so that the answer is often yes.
        const near = network.replace(/[0-9a-f]+$/i, isIP(network) === 4 ? `${last}` : last.toString(16));
        const list = new BlockList();
        list.addSubnet(network, prefix, family);
        for (const address of [other, near]) {
          const version = isIP(address);
          if (version === 0 || /^::ffff:/i.test(network) || /^::ffff:/i.test(address)) continue;
          const isSameFamily = version === isIP(network);
          const expected = isSameFamily && list.check(address, version === 4 ? "ipv4" : "ipv6");
          expect(isIpAllowed([`${network}/${prefix}`], address)).toBe(expected);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("takes exactly what Node takes for an address", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."0123456789abf:./"), maxLength: 18 });
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6, odd), (text) => {
        expect(isIpAllowed([text], text)).toBe(isIP(text) !== 0);
      }),
      { numRuns: 5_000 },
    );
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (range, address) => {
        isIpAllowed([range], address);
        networkOf(address);
      }),
    );
  });
});

test("callers are told apart by IPv4 address and IPv6 /64", () => {
  expect(networkOf("203.0.113.7")).toBe(networkOf("::ffff:203.0.113.7"));
  expect(networkOf("203.0.113.7")).not.toBe(networkOf("203.0.113.8"));
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:DB8:1:2:ffff:ffff:ffff:ffff"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  expect(networkOf("")).toBe("");
});
