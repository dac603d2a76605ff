import type { TextLine } from "../components/spans.js";
import type { Page } from "./welcome.js";

/** A page of which only a part can be seen, and which part that is. */
export function scrolled(title: string, lines: readonly TextLine[], height: number, wanted: number): Page {
  const top = Math.max(0, Math.min(wanted, lines.length - height));
  const end = Math.min(lines.length, top + height);
  const where = lines.length > height ? ` (${top + 1}–${end} / ${lines.length})` : "";
  return { title: `${title}${where}`, lines: lines.slice(top, end) };
}
