/** What a piece of text means; the theme decides how that looks. */
export type Tone = "plain" | "dim" | "accent" | "good" | "warn" | "bad" | "heading" | "inverse" | "field";

/** How text is drawn, in the words of the terminal library. */
export type TextStyle = {
  color?: "cyan" | "green" | "yellow" | "red" | "magenta";
  dimColor?: boolean;
  bold?: boolean;
  inverse?: boolean;
  underline?: boolean;
};

/** The 16 colours every terminal has, chosen by its owner for light or dark; no background is ever set. */
const STYLES = {
  plain: {},
  dim: { dimColor: true },
  accent: { color: "cyan" },
  good: { color: "green" },
  warn: { color: "yellow" },
  bad: { color: "red" },
  heading: { bold: true },
  inverse: { inverse: true },
  field: { underline: true },
} as const satisfies Record<Tone, TextStyle>;

/** How a tone looks. With NO_COLOR (no-color.org) colours go, bold and inverse stay. */
export function styleOf(tone: Tone): TextStyle {
  const style: TextStyle = STYLES[tone];
  if (!process.env["NO_COLOR"] || style.color === undefined) return style;
  const { color: _, ...rest } = style;
  return rest;
}

/** A sign and its tone: states are told apart without colour too. */
export type Sign = { glyph: string; tone: Tone };

/** The signs of API tokens by state. */
export const TOKEN_SIGNS = {
  ACTIVE: { glyph: "●", tone: "good" },
  DEACTIVATED: { glyph: "○", tone: "warn" },
  EXPIRED: { glyph: "✕", tone: "bad" },
  UNKNOWN: { glyph: "?", tone: "dim" },
} as const satisfies Record<string, Sign>;

/** The signs of OAuth clients by state. */
export const CLIENT_SIGNS = {
  enabled: { glyph: "●", tone: "good" },
  disabled: { glyph: "○", tone: "warn" },
} as const satisfies Record<string, Sign>;

/** The signs of OAuth access tokens by state. */
export const ACCESS_TOKEN_SIGNS = {
  ACTIVE: { glyph: "●", tone: "good" },
  STOPPED: { glyph: "○", tone: "warn" },
  EXPIRED: { glyph: "✕", tone: "bad" },
  UNKNOWN: { glyph: "?", tone: "dim" },
} as const satisfies Record<string, Sign>;

/** The signs of access policies by how far they have come. */
export const POLICY_SIGNS = {
  enforced: { glyph: "●", tone: "good" },
  "dry-run": { glyph: "◐", tone: "accent" },
  idle: { glyph: "○", tone: "dim" },
} as const satisfies Record<string, Sign>;

/** The signs of users by state. */
export const USER_SIGNS = {
  active: { glyph: "●", tone: "good" },
  unverified: { glyph: "◌", tone: "warn" },
  suspended: { glyph: "✕", tone: "bad" },
} as const satisfies Record<string, Sign>;

/** The signs of the connection by state. */
export const CONNECTION_SIGNS = {
  connecting: { glyph: "◌", tone: "dim" },
  live: { glyph: "●", tone: "good" },
  silent: { glyph: "○", tone: "dim" },
  reconnecting: { glyph: "✕", tone: "bad" },
} as const satisfies Record<string, Sign>;
