import { makeVisible } from "../components/fit.js";
import { BLANK, paragraph, span, type TextLine } from "../components/spans.js";
import type { Column } from "../components/table.js";
import type { Model } from "../state/model.js";
import { words } from "../state/words.js";
import { USER_SIGNS } from "../theme.js";
import { fact, type ListLook, listLines, listSummary } from "./list-lines.js";
import { speakerOf } from "./speak.js";

type User = Model["users"]["items"][number];

/** The tab of users. */
export function userLines(model: Model, width: number, height: number): TextLine[] {
  return listLines(model, model.users, lookOf(model), width, height);
}

/** The count of users. */
export function userSummary(model: Model): TextLine {
  return listSummary(model, model.users, false);
}

function stateOf({ suspended, verified }: User): keyof typeof USER_SIGNS {
  if (suspended) return "suspended";
  return verified ? "active" : "unverified";
}

function lookOf(model: Model): ListLook<User> {
  const { t, ago, time } = speakerOf(model);
  const role = (user: User) => (user.role === undefined ? "?" : t(`role.${user.role}`));
  const columns: Column[] = [
    { name: "sign", title: "", width: 1, drop: 0 },
    { name: "name", title: t("column.name"), width: 0, drop: 0 },
    { name: "email", title: t("column.email"), width: 28, drop: 1, most: 44 },
    { name: "role", title: t("column.role"), width: 17, drop: 2 },
    { name: "signed-in", title: t("column.signed-in"), width: 14, drop: 3 },
  ];
  return {
    columns,
    empty: words("users.empty"),
    cells: (user) => {
      const sign = USER_SIGNS[stateOf(user)];
      return {
        sign: { text: sign.glyph, tone: sign.tone },
        name: { text: user.name, tone: user.suspended ? "dim" : "plain" },
        email: { text: user.email, tone: "dim" },
        role: { text: role(user), tone: user.role === "ADMIN" ? "accent" : "plain" },
        "signed-in": { text: ago(user.lastSignInTime), tone: "dim" },
      };
    },
    detail: (user, width) => {
      const state = stateOf(user);
      const sign = USER_SIGNS[state];
      const password = user.hasPassword ? "users.detail.password-set" : "users.detail.password-unset";
      return [
        ...paragraph(makeVisible(user.name), width, "heading").slice(0, 2),
        [span(`${sign.glyph} `, sign.tone), span(t(`user-state.${state}`), sign.tone)],
        BLANK,
        fact(t("column.email"), makeVisible(user.email)),
        fact(t("users.detail.id"), user.id, "dim"),
        fact(t("column.role"), role(user)),
        fact(t("users.detail.password"), t(password)),
        BLANK,
        fact(t("column.created"), time(user.createTime)),
        fact(t("tokens.detail.updated"), time(user.updateTime)),
        fact(t("column.signed-in"), time(user.lastSignInTime)),
      ];
    },
  };
}
