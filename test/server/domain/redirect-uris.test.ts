import { describe, expect, test } from "vitest";
import type { Failure } from "../../../server/domain/failure.js";
import { FieldChecks } from "../../../server/domain/field-checks.js";
import { checkRedirectUris, isRegisteredRedirectUri } from "../../../server/domain/redirect-uris.js";

function problems(...uris: string[]): string[] {
  const checks = new FieldChecks();
  checkRedirectUris(checks, "uris", uris);
  try {
    checks.finish();
    return [];
  } catch (error) {
    return (error as Failure).details.violations?.map(({ field }) => field) ?? [];
  }
}

describe("a redirect URI can be registered", () => {
  test.each([
    "https://app.example.com/callback",
    "https://app.example.com:8443/callback?tenant=1",
    "http://localhost/callback",
    "http://localhost:3000",
    "http://127.0.0.1:49152/done",
    "http://[::1]:8080/done",
    "com.example.app:/oauth2redirect",
    "com.example.app://callback",
  ])("%s", (uri) => expect(problems(uri)).toEqual([]));
});

describe("a redirect URI is refused", () => {
  test.each([
    ["relative", "/callback"],
    ["without a scheme", "app.example.com/callback"],
    ["http that is not loopback", "http://app.example.com/callback"],
    ["http that only begins like loopback", "http://localhost.evil.example/callback"],
    ["loopback written another way", "http://127.1/callback"],
    ["loopback as a user name", "http://localhost@evil.example/"],
    ["a user name", "https://me@app.example.com/"],
    ["a password", "https://me:pw@app.example.com/"],
    ["a fragment", "https://app.example.com/#done"],
    ["an empty fragment", "https://app.example.com/#"],
    ["a scheme that runs code", "javascript:alert(1)"],
    ["a scheme that holds a document", "data:text/html,hello"],
    ["a private scheme without a period", "myapp:/callback"],
    ["a line break", "https://app.example.com/\r\nSet-Cookie: a=b"],
    ["a tab that parsers drop", "java\tscript:alert(1)"],
    ["a blank", "https://app.example.com/a b"],
    ["a backslash", "https://app.example.com\\@evil.example/"],
    ["letters beyond ASCII", "https://app.example.com/é"],
    ["nothing", ""],
    ["too long", `https://app.example.com/${"a".repeat(2_000)}`],
  ])("%s", (_, uri) => expect(problems(uri)).toEqual(["uris[0]"]));

  test("twice", () => {
    expect(problems("https://a.example/", "https://a.example/")).toEqual(["uris[1]"]);
  });

  test("the twenty-first", () => {
    const uris = Array.from({ length: 21 }, (_, index) => `https://a.example/${index}`);
    expect(problems(...uris)).toEqual(["uris"]);
  });
});

describe("a request's redirect URI", () => {
  const registered = [
    "https://app.example.com/callback",
    "http://127.0.0.1/done",
    "http://localhost:3000/done",
  ];

  test.each([
    "https://app.example.com/callback",
    "http://127.0.0.1/done",
    "http://127.0.0.1:50001/done",
    "http://localhost:1/done",
    "http://localhost/done",
  ])("%s is registered", (uri) => expect(isRegisteredRedirectUri(registered, uri)).toBe(true));

  test.each([
    "https://app.example.com/callback/",
    "https://app.example.com:443/callback",
    "https://APP.example.com/callback",
    "https://app.example.com/callback?next=https://evil.example",
    "https://app.example.com/callback#x",
    "http://127.0.0.1:50001/other",
    "http://127.0.0.1:50001/done/../done",
    "http://127.0.0.2/done",
    "http://[::1]/done",
    "http://127.0.0.1:99999/done",
    "http://127.0.0.1.evil.example/done",
    "http://127.0.0.1@evil.example/done",
    "",
  ])("%s is not", (uri) => expect(isRegisteredRedirectUri(registered, uri)).toBe(false));
});
