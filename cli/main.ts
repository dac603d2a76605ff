#!/usr/bin/env node
import { runCommandLine } from "./command-line.js";
import { EXIT } from "./exit-codes.js";

// Node's notices to programmers are none of the users' business, and would tear a screen.
process.noDeprecation = true;

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads may stop early (`latchkey token list | head -1`): that ends the work, and is no failure.
  stream.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? EXIT.DONE : EXIT.FAILED),
  );
}

const exitCode = await runCommandLine(process.argv.slice(2), process.env, process);
// Both streams may be pipes, which are written asynchronously: what is still on its way must arrive.
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((resolve) => stream.write("", () => resolve()));
}
process.exit(exitCode);
