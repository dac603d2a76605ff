import { writeFileSync } from "node:fs";
import { keysPage } from "../tui/screens/keys-page.js";

for (const language of ["en", "fr"] as const) {
  writeFileSync(new URL(`keys.${language}.md`, import.meta.url), keysPage(language));
}
