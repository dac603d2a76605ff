import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digest } from "../../../server/system/digest.js";

test("it is SHA-256 as base64url, of the text as UTF-8", () => {
  expect(digest("")).toBe("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
  expect(digest("clé 🔑")).toBe(createHash("sha256").update("clé 🔑", "utf8").digest("base64url"));
});
