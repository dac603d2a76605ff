import { line, type TextLine } from "../components/spans.js";
import type { MessageKey } from "../messages/en.js";
import type { Model } from "../state/model.js";
import { isOAuthOff } from "../state/oauth-access.js";
import { speakerOf } from "./speak.js";

/** A list, and above it, while OAuth access is off, the news of that and what to do about it. */
export function belowOAuthNews(
  model: Model,
  news: MessageKey,
  height: number,
  list: (height: number) => TextLine[],
): TextLine[] {
  if (!isOAuthOff(model)) return list(height);
  return [line(` ○ ${speakerOf(model).t(news)}`, "warn"), ...list(height - 1)];
}
