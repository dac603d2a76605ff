import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import type { TerminalDriver } from "../../test/support/terminal.js";

type Cell = ReturnType<TerminalDriver["cells"]>[number];

const CELL = { width: 10, height: 20 };
const MARGIN = 24;
const BAR = 34;
const FONT_SIZE = 16.4;

const INK = "#d7dae0";
const PAPER = "#16181d";

/** The 16 colours, as a dark terminal has them. */
const PALETTE = [
  "#16181d", "#f07178", "#a5d67b", "#e8c36a", "#7aa2f7", "#c792ea", "#6fd1e0", "#d7dae0",
  "#5c6370", "#ff8b92", "#b9e08f", "#ffd57e", "#8fb4ff", "#d7a6f5", "#86e4f2", "#ffffff",
];

/** Debian's fonts-jetbrains-mono, and fonts-droid-fallback for Chinese, Japanese and Korean. */
const FONTS = [
  "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
  "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Bold.ttf",
  "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
].filter((file) => {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
});

/** Draws what is on a terminal into a PNG file. */
export function drawTerminal(terminal: TerminalDriver, file: string): void {
  writeFileSync(file, render(terminal, 1.5).asPng());
}

/** Draws what is on a terminal as pixels, red, green, blue and opacity each. */
export function drawPixels(terminal: TerminalDriver): { pixels: Uint8Array; width: number; height: number } {
  const { pixels, width, height } = render(terminal, 1);
  return { pixels, width, height };
}

/** A cell at a time, so that columns are true in any font. */
function render(terminal: TerminalDriver, zoom: number) {
  const { columns, rows } = terminal.size;
  const width = columns * CELL.width + 2 * MARGIN;
  const height = rows * CELL.height + BAR + MARGIN;
  const content = Array.from({ length: rows }, (_, row) => drawRow(terminal.cells(row), row)).join("");
  const lights = ["#f07178", "#e8c36a", "#a5d67b"].map(
    (colour, at) => `<circle cx="${MARGIN + at * 20}" cy="${BAR / 2}" r="6" fill="${colour}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" rx="10" fill="${PAPER}"/>${lights.join("")}<g font-family="JetBrains Mono, Droid Sans Fallback" font-size="${FONT_SIZE}">${content}</g></svg>`;
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "JetBrains Mono" },
  }).render();
}

function drawRow(cells: Cell[], row: number): string {
  let drawn = "";
  cells.forEach((cell, column) => {
    if (cell.getWidth() === 0) return;
    const x = MARGIN + column * CELL.width;
    const y = BAR + row * CELL.height;
    const inverse = cell.isInverse() !== 0;
    const colour = cell.isFgPalette() ? (PALETTE[cell.getFgColor() & 15] ?? INK) : INK;
    const width = cell.getWidth() * CELL.width;
    if (inverse) drawn += `<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="${colour}"/>`;
    const fill = inverse ? PAPER : colour;
    const look = `fill="${fill}"${cell.isDim() ? ' opacity="0.6"' : ""}`;
    if (cell.isUnderline())
      drawn += `<rect x="${x}" y="${y + CELL.height - 3}" width="${width}" height="1" fill="${fill}" opacity="0.5"/>`;
    const glyph = cell.getChars();
    if (glyph.trim() === "") return;
    drawn +=
      drawFrame(glyph, x, y, look) ??
      drawDot(glyph, x, y, fill) ??
      drawBlock(glyph, x, y, look) ??
      `<text x="${x}" y="${y + 15}" ${look}${cell.isBold() ? ' font-weight="bold"' : ""}>${escapeXml(glyph)}</text>`;
  });
  return drawn;
}

/** Full and empty dots, which few fonts have in the same size. */
function drawDot(glyph: string, x: number, y: number, fill: string): string | undefined {
  const at = `cx="${x + CELL.width / 2}" cy="${y + CELL.height / 2}" r="4.2"`;
  if (glyph === "●") return `<circle ${at} fill="${fill}"/>`;
  if (glyph === "○") return `<circle ${at} fill="none" stroke="${fill}" stroke-width="1.4"/>`;
  if (glyph !== "◌") return undefined;
  return `<circle ${at} fill="none" stroke="${fill}" stroke-width="1.4" stroke-dasharray="2 2"/>`;
}

/** Bars of charts, which join from cell to cell; undefined for what is none. */
function drawBlock(glyph: string, x: number, y: number, look: string): string | undefined {
  const eighths = "▁▂▃▄▅▆▇█".indexOf(glyph) + 1;
  const box = (top: number, height: number, more = "") =>
    `<rect x="${x}" y="${y + top}" width="${CELL.width + 0.3}" height="${height}" ${look}${more}/>`;
  if (glyph !== "" && eighths > 0) return box(CELL.height - eighths * 2.25, eighths * 2.25 - (eighths === 8 ? 2 : 0));
  const columns = "▏▎▍▌▋▊▉".indexOf(glyph) + 1;
  const part = (CELL.width * columns) / 8;
  if (columns > 0) return `<rect x="${x}" y="${y + 2}" width="${part}" height="${CELL.height - 4}" ${look}/>`;
  if (glyph === "░") return box(2, CELL.height - 4, ' fill-opacity="0.3"');
  return glyph === "━" ? box(CELL.height / 2 - 1.3, 2.6) : undefined;
}

/** Lines of frames as paths that join from cell to cell; undefined for what is no line. */
function drawFrame(glyph: string, x: number, y: number, look: string): string | undefined {
  const [midX, midY, endX, endY] = [x + CELL.width / 2, y + CELL.height / 2, x + CELL.width, y + CELL.height];
  const paths: Readonly<Record<string, string>> = {
    "─": `M${x} ${midY}H${endX + 0.3}`,
    "│": `M${midX} ${y}V${endY + 0.3}`,
    "┌": `M${endX} ${midY}H${midX}V${endY}`,
    "┐": `M${x} ${midY}H${midX}V${endY}`,
    "└": `M${midX} ${y}V${midY}H${endX}`,
    "┘": `M${midX} ${y}V${midY}H${x}`,
  };
  const path = paths[glyph];
  if (path === undefined) return undefined;
  return `<path d="${path}" ${look.replace("fill=", "stroke=")} fill="none" stroke-width="1.2"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
