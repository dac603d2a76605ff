import { expect, test } from "vitest";
import { type LogLevel, openLog } from "../../../server/system/log.js";
import { newSecret } from "../../../server/system/random.js";

function logTo(level: LogLevel = "info") {
  const lines: string[] = [];
  return { lines, log: openLog(level, { write: (line) => void lines.push(line) }) };
}

test("an entry is one line of JSON with its level in words and its time", () => {
  const { lines, log } = logTo();
  log.warn({ method: "SignIn" }, "call failed");
  expect(JSON.parse(lines[0] as string)).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    method: "SignIn",
    msg: "call failed",
  });
  expect(lines[0]).toMatch(/}\n$/);
});

test("what is below the level is left out", () => {
  const { lines, log } = logTo("warn");
  log.info("not this");
  log.error("this");
  expect(lines).toHaveLength(1);
  expect(logTo("silent").log.isLevelEnabled("fatal")).toBe(false);
});

test.each(["API_TOKEN", "SESSION", "SETUP_CODE"] as const)(
  "a secret of the kind %s never gets in",
  (kind) => {
    const { lines, log } = logTo();
    const secret = newSecret(kind);
    log.info(`made ${secret}`);
    log.info({ deep: { down: [secret] } }, "nested");
    log.info({ error: new Error(`no ${secret}`, { cause: new Error(secret) }) }, "failed");
    expect(lines.join("")).not.toContain(secret);
    expect(lines.join("").match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(4);
  },
);

test("the value of an authorization header never gets in, in whatever form", () => {
  const { lines, log } = logTo();
  const basic = Buffer.from(`ada@acme.example/token:${newSecret("API_TOKEN")}`).toString("base64");
  log.info({ authorization: "short" }, "field");
  log.info({ request: { authorization: "short", password: "hunter2-hunter2" } }, "nested field");
  log.info(`header Basic ${basic}`);
  log.info({ text: `basic ${basic}` }, "lower case");
  const text = lines.join("");
  for (const secret of [basic, "short", "hunter2-hunter2"]) expect(text).not.toContain(secret);
});

test("an error is logged with its message and its stack", () => {
  const { lines, log } = logTo();
  log.error({ error: new TypeError("odd") }, "failed");
  const { error } = JSON.parse(lines[0] as string);
  expect(error).toMatchObject({
    type: "TypeError",
    message: "odd",
    stack: expect.stringContaining("log.test"),
  });
});
