import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ApiToken,
  type ApiTokenUse,
  addUses,
  deactivate,
  identifies,
  inactivityDeactivateTime,
  purgeTime,
  reactivate,
  revise,
  stateOf,
} from "../../../server/domain/api-tokens.js";
import { DAY } from "../../../server/domain/instants.js";
import { newSettings } from "../../../server/domain/settings.js";
import type { User } from "../../../server/domain/users.js";
import { failureIn, START } from "../../support/test-environment.js";

const TOKEN: ApiToken = {
  id: "tok_1",
  accountId: "acme",
  digest: "d",
  secretHint: "lka_xxxxxx…",
  description: "",
  scopes: [],
  ipAllowList: [],
  creatorUserId: "usr_1",
  creatorEmail: "jane@acme.example",
  createTime: START,
  updateTime: START,
  revision: 1,
};

const USER: User = {
  id: "usr_1",
  accountId: "acme",
  email: "jane@acme.example",
  name: "Jane",
  role: "END_USER",
  verified: true,
  suspended: false,
  createTime: START,
  updateTime: START,
  revision: 1,
};

describe("the states of a token", () => {
  /** What a token is, in three words. */
  interface Model {
    cause: "MANUAL" | "INACTIVITY" | undefined;
    expireTime: number | undefined;
    now: number;
    revision: number;
  }
  interface Real {
    token: ApiToken;
  }

  const isExpired = ({ expireTime, now }: Model) => expireTime !== undefined && expireTime <= now;

  class Deactivate implements fc.Command<Model, Real> {
    readonly cause: "MANUAL" | "INACTIVITY";
    constructor(cause: "MANUAL" | "INACTIVITY") {
      this.cause = cause;
    }
    check = () => true;
    run(model: Model, real: Real): void {
      const failure = failureIn(() => {
        real.token = deactivate(real.token, this.cause, model.now);
      });
      expect(failure?.reason).toBe(model.cause === undefined ? undefined : "STATE_CONFLICT");
      if (failure === undefined) {
        model.cause = this.cause;
        model.revision += 1;
      }
      verify(model, real);
    }
    toString = () => `deactivate(${this.cause})`;
  }

  class Reactivate implements fc.Command<Model, Real> {
    check = () => true;
    run(model: Model, real: Real): void {
      const isRefused = model.cause === undefined || isExpired(model);
      const failure = failureIn(() => {
        real.token = reactivate(real.token, model.now);
      });
      expect(failure?.reason).toBe(isRefused ? "STATE_CONFLICT" : undefined);
      if (failure === undefined) {
        model.cause = undefined;
        model.revision += 1;
        expect(real.token.reactivateTime).toBe(model.now);
      }
      verify(model, real);
    }
    toString = () => "reactivate";
  }

  class Expire implements fc.Command<Model, Real> {
    readonly after: number | undefined;
    constructor(after: number | undefined) {
      this.after = after;
    }
    check = () => true;
    run(model: Model, real: Real): void {
      const { expireTime: _, ...rest } = real.token;
      model.expireTime = this.after === undefined ? undefined : model.now + this.after;
      const expiry = model.expireTime === undefined ? {} : { expireTime: model.expireTime };
      real.token = revise({ ...rest, ...expiry }, model.now);
      model.revision += 1;
      verify(model, real);
    }
    toString = () => `expire(${this.after})`;
  }

  class Wait implements fc.Command<Model, Real> {
    readonly ms: number;
    constructor(ms: number) {
      this.ms = ms;
    }
    check = () => true;
    run(model: Model, real: Real): void {
      model.now += this.ms;
      verify(model, real);
    }
    toString = () => `wait(${this.ms})`;
  }

  function verify(model: Model, { token }: Real): void {
    const state = model.cause !== undefined ? "DEACTIVATED" : isExpired(model) ? "EXPIRED" : "ACTIVE";
    expect(stateOf(token, model.now)).toBe(state);
    expect(token.deactivation?.cause).toBe(model.cause);
    expect(token.revision).toBe(model.revision);
    const settings = { ...newSettings("acme", START), apiTokenAccess: true };
    expect(identifies(token, USER, settings, "", model.now)).toBe(state === "ACTIVE");
  }

  test("follow one another as the model says", () => {
    const commands = [
      fc.constantFrom<"MANUAL" | "INACTIVITY">("MANUAL", "INACTIVITY").map((cause) => new Deactivate(cause)),
      fc.constant(new Reactivate()),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }).map((after) => new Expire(after)),
      fc.integer({ min: 0, max: 3 }).map((ms) => new Wait(ms)),
    ];
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 30 }), (given) => {
        const setup = () => ({
          model: { cause: undefined, expireTime: undefined, now: START, revision: 1 } as Model,
          real: { token: TOKEN },
        });
        fc.modelRun(setup, given);
      }),
      { numRuns: 500 },
    );
  });
});

describe("who a token identifies", () => {
  const open = { ...newSettings("acme", START), apiTokenAccess: true };
  test.each([
    ["anybody verified", TOKEN, USER, open, "", true],
    ["while access is off", TOKEN, USER, newSettings("acme", START), "", false],
    ["who is not verified", TOKEN, { ...USER, verified: false }, open, "", false],
    ["who is suspended", TOKEN, { ...USER, suspended: true }, open, "", false],
    ["its bound user", { ...TOKEN, boundUserId: "usr_1" }, USER, open, "", true],
    ["not another than its bound user", { ...TOKEN, boundUserId: "usr_2" }, USER, open, "", false],
    ["from its addresses", { ...TOKEN, ipAllowList: ["10.0.0.1"] }, USER, open, "10.0.0.1", true],
    ["not from elsewhere", { ...TOKEN, ipAllowList: ["10.0.0.1"] }, USER, open, "10.0.0.2", false],
    ["not from outside the account", TOKEN, USER, { ...open, ipAllowList: ["10.0.0.1"] }, "10.0.0.2", false],
    ["not when expired", { ...TOKEN, expireTime: START }, USER, open, "", false],
    ["a millisecond before it expires", { ...TOKEN, expireTime: START + 1 }, USER, open, "", true],
  ])("%s", (_, token, user, settings, ip, answer) => {
    expect(identifies(token, user, settings, ip, START)).toBe(answer);
  });
});

describe("the inactivity policy", () => {
  const policy = { enabled: true, deactivateAfterDays: 30, purgeAfterDays: 60 };
  const use: ApiTokenUse = {
    accountId: "acme",
    tokenId: "tok_1",
    time: START + DAY,
    email: "",
    sourceIp: "",
    count: 1,
  };

  test("counts from whatever came last: making, use, reactivation", () => {
    const reactivated = { ...TOKEN, reactivateTime: START + 2 * DAY };
    expect(inactivityDeactivateTime(TOKEN, undefined, policy)).toBe(START + 30 * DAY);
    expect(inactivityDeactivateTime(TOKEN, use, policy)).toBe(START + 31 * DAY);
    expect(inactivityDeactivateTime(reactivated, use, policy)).toBe(START + 32 * DAY);
    expect(inactivityDeactivateTime(TOKEN, use, { ...policy, enabled: false })).toBeUndefined();
    expect(inactivityDeactivateTime(deactivate(TOKEN, "MANUAL", START), use, policy)).toBeUndefined();
  });

  test("purges only what it deactivated itself", () => {
    expect(purgeTime(deactivate(TOKEN, "INACTIVITY", START), policy)).toBe(START + 60 * DAY);
    expect(purgeTime(deactivate(TOKEN, "MANUAL", START), policy)).toBeUndefined();
    expect(purgeTime(TOKEN, policy)).toBeUndefined();
    const off = { ...policy, enabled: false };
    expect(purgeTime(deactivate(TOKEN, "INACTIVITY", START), off)).toBeUndefined();
  });

  test("uses add up to the later one, in whichever order", () => {
    const later = { ...use, time: START + 5 * DAY, email: "b", count: 3 };
    expect(addUses(use, later)).toEqual({ ...later, count: 4 });
    expect(addUses(later, use)).toEqual({ ...later, count: 4 });
  });
});
