import { Box } from "ink";
import { cutTo, measure } from "./fit.js";
import { Lines } from "./lines.js";
import { fillHeight, fitLine, span, type TextLine } from "./spans.js";

/** Lines in a frame with a title, exactly so wide. */
function frameLines(title: string, lines: readonly TextLine[], width: number): TextLine[] {
  const inner = width - 4;
  const heading = cutTo(` ${title} `, width - 4);
  const bar = "─".repeat(Math.max(0, width - 3 - measure(heading)));
  return [
    [span("┌─", "accent"), span(heading, "heading"), span(`${bar}┐`, "accent")],
    ...lines.map((content) => [span("│ ", "accent"), ...fitLine(content, inner), span(" │", "accent")]),
    [span(`└${"─".repeat(width - 2)}┘`, "accent")],
  ];
}

/** A framed panel in the middle of what is below it. */
export function Panel({
  title,
  lines,
  width,
  columns,
  rows,
}: {
  title: string;
  lines: readonly TextLine[];
  width: number;
  columns: number;
  rows: number;
}) {
  const framed = frameLines(title, fillHeight(lines, Math.min(lines.length, rows - 2)), width);
  return (
    <Box
      position="absolute"
      marginLeft={Math.max(0, (columns - width) >> 1)}
      marginTop={Math.max(0, (rows - framed.length) >> 1)}
    >
      <Lines lines={framed} width={width} />
    </Box>
  );
}
