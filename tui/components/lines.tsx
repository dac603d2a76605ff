import { Box, Text } from "ink";
import { memo } from "react";
import { styleOf } from "../theme.js";
import { fitLine, type Span, type TextLine } from "./spans.js";

/** Lines one below the other, each cut or padded to the width. */
export function Lines({ lines, width }: { lines: readonly TextLine[]; width: number }) {
  return (
    <Box flexDirection="column" width={width} height={lines.length} flexShrink={0}>
      {lines.map((spans, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <Line key={row} spans={fitLine(spans, width)} />
      ))}
    </Box>
  );
}

/** Pieces stay separate texts: measuring a short piece of plain letters is cheap, a long mixed one is not. */
const Line = memo(
  function Line({ spans }: { spans: TextLine }) {
    return (
      <Box height={1}>
        {spans.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the line
          <Text key={index} wrap="truncate" {...styleOf(piece.tone)} {...(piece.bold ? { bold: true } : {})}>
            {piece.text}
          </Text>
        ))}
      </Box>
    );
  },
  (before, after) =>
    before.spans.length === after.spans.length &&
    before.spans.every((piece, index) => isSame(piece, after.spans[index])),
);

function isSame(a: Span, b: Span | undefined): boolean {
  return a.text === b?.text && a.tone === b.tone && a.bold === b.bold;
}
