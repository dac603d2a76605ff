import { writeFileSync } from "node:fs";
import gifenc from "gifenc";
import type { TerminalDriver } from "../../test/support/terminal.js";
import { drawPixels } from "./draw.js";

const { GIFEncoder, quantize, applyPalette } = gifenc;

/** How many colours a frame has at most: enough for letters with smooth edges. */
const COLOURS = 96;

/** A film of a terminal, frame by frame, as a GIF that plays for ever. */
export class Film {
  readonly #gif = GIFEncoder();
  readonly #terminal: TerminalDriver;

  /** Points the camera at a terminal. */
  constructor(terminal: TerminalDriver) {
    this.#terminal = terminal;
  }

  /** Takes what is on the screen, to be shown so long. */
  shoot(milliseconds: number): void {
    const { pixels, width, height } = drawPixels(this.#terminal);
    const palette = quantize(pixels, COLOURS);
    this.#gif.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay: milliseconds });
  }

  /** Ends the film and writes it. */
  save(file: string): void {
    this.#gif.finish();
    writeFileSync(file, this.#gif.bytes());
  }
}
