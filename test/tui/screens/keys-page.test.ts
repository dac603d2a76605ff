import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keysPage } from "../../../tui/screens/keys-page.js";

test.each(["en", "fr"] as const)("docs/keys.%s.md is what `npm run generate:keys` makes", (language) => {
  expect(readFileSync(`docs/keys.${language}.md`, "utf8")).toBe(keysPage(language));
});
