import { expect, test } from "vitest";
import { methodAskedFor } from "../../../server/domain/method-overrides.js";

function asked(method: string, headers: Readonly<Record<string, string>>): string {
  return methodAskedFor(method, (name) => headers[name]);
}

// The bypass table: what makes a framework take another method than that of the request line.
test.each([
  ["x-http-method-override", "DELETE"],
  ["x-http-method", "DELETE"],
  ["x-method-override", "DELETE"],
  ["x_http_method_override", "DELETE"],
  ["x-http_method-override", "DELETE"],
  ["x_method-override", "delete"],
  ["x-http-method-override", "POST, DELETE"],
  ["x-http-method-override", ""],
])("%s: %s makes the method unknown", (name, value) => {
  expect(asked("POST", { [name]: value })).toBe("");
});

test("a header that asks for the same, and one of another name, change nothing", () => {
  expect(asked("POST", { "x-http-method-override": " post " })).toBe("POST");
  expect(asked("POST", { "x-http-methods": "DELETE" })).toBe("POST");
  expect(asked("POST", {})).toBe("POST");
});
