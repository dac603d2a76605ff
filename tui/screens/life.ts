import { bar, openBar } from "../components/charts.js";
import { type Span, span, type TextLine } from "../components/spans.js";
import type { Cell, Column } from "../components/table.js";
import type { Tone } from "../theme.js";
import { fact } from "./list-lines.js";
import type { Speaker } from "./speak.js";

const YEAR = 365 * 86_400_000;
const CELL_WIDTH = 4;
const LINE_WIDTH = 16;

/** Something that lives from one moment on: to another, or without an end. */
type Living = { createTime: Date; expireTime: Date | undefined };

/** The column of lives; what is picture only goes before any words do. */
export function lifeColumn({ t }: Speaker, drop: number): Column {
  return { name: "life", title: t("column.life"), width: CELL_WIDTH, drop };
}

/** How much of a life is over, as a bar that is full at its end; without an end, how much of a year has gone by. */
export function lifeCell(living: Living, tone: Tone, speaker: Speaker): Cell {
  return { text: draw(living, speaker.now, CELL_WIDTH), tone, spoken: describe(living, speaker) };
}

/** The same in the details, with its words. */
export function lifeFact(living: Living, tone: Tone, speaker: Speaker): TextLine {
  const { t, now } = speaker;
  const percent = percentOf(living, now);
  const picture: Span = { ...span(draw(living, now, LINE_WIDTH), tone), spoken: "" };
  const said = percent === undefined ? t("life.no-end") : t("life.percent", { percent });
  return [...fact(t("column.life"), ""), picture, span(` ${said}`, tone)];
}

function draw(living: Living, now: number, width: number): string {
  const age = ageOf(living, now);
  if (living.expireTime === undefined) return openBar(age, YEAR, width);
  const { full, empty } = bar(age, lengthOf(living), width);
  return full + empty;
}

function describe(living: Living, { t, ago, now }: Speaker): string {
  const percent = percentOf(living, now);
  return percent === undefined
    ? t("life.endless", { age: ago(living.createTime) })
    : t("life.over", { percent: t("life.percent", { percent }) });
}

/** Whole percents that are over; undefined without an end. */
function percentOf(living: Living, now: number): number | undefined {
  const length = lengthOf(living);
  if (living.expireTime === undefined) return undefined;
  return length <= 0 ? 100 : Math.min(100, Math.floor((ageOf(living, now) / length) * 100));
}

function ageOf({ createTime }: Living, now: number): number {
  return Math.max(0, now - createTime.getTime());
}

function lengthOf({ createTime, expireTime }: Living): number {
  return (expireTime ?? createTime).getTime() - createTime.getTime();
}
