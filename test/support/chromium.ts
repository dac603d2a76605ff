import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and others put it. */
const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium that can be started here; undefined where there is none. */
export const chromiumProgram = PROGRAMS.find((program) => existsSync(program));

/** Starts it without a window. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram ?? "",
    // A container has no namespaces to make a sandbox of; nothing but our own pages is shown.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}
