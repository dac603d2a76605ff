// Reads vitest's JSON report: names what was skipped, and what passed only when tried again. The last line is how many
// passed and how many failed.
import { readFileSync } from "node:fs";

const say = (line) => process.stdout.write(`${line}\n`);

let report = {};
try {
  report = JSON.parse(readFileSync(process.argv[2], "utf8"));
} catch {
  say("== the tests left no report");
}
const files = report.testResults ?? [];
const tests = files.flatMap(({ name: file, assertionResults }) =>
  assertionResults.map((test) => ({
    ...test,
    place: `${file.replace(`${process.cwd()}/`, "")} > ${test.fullName}`,
  })),
);

const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
if (skipped.length > 0) say(`== SKIPPED: ${skipped.length}`);
for (const { place } of skipped) say(`   ${place}`);

// A test that passed in the end keeps what it failed with before.
const again = tests.filter(
  ({ status, failureMessages }) => status === "passed" && failureMessages.length > 0,
);
if (again.length > 0)
  say(`== PASSED ONLY WHEN TRIED AGAIN: ${again.length}. Each is a fault, of test or product.`);
for (const { place, failureMessages } of again) say(`   ${place}\n${failureMessages[0]}\n`);

// A file that fails before its first test has none to count.
const broken = files.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
const failed = files.length === 0 ? 1 : (report.numFailedTests ?? 0) + broken.length;
say(`${report.numPassedTests ?? 0} ${failed}`);
