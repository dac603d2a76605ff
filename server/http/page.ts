import { html, raw } from "hono/html";
import { type Language, languageOf, otherLanguage, wordsOf } from "./page-language.js";
import { PAGE_STYLE, STYLE_SOURCE } from "./page-style.js";
import type { PageWords } from "./page-words-en.js";
import type { WebContext } from "./web.js";

/** Text that is HTML: everything that was put into it is escaped. */
export type Markup = ReturnType<typeof html>;

/** A page before it is put into its frame. */
export interface Page {
  /** Of the window; plain text. */
  readonly title: string;
  readonly content: Markup;
  /** Something went wrong with what was entered, which a screen reader hears of first. */
  readonly isError?: boolean;
  /** Where its forms may lead besides this server, as sources of a Content-Security-Policy. */
  readonly formTargets?: readonly string[];
  /** 200 unless told otherwise. */
  readonly status?: number;
}

/** Answers with a page, in the reader's language. */
export function answerPage(
  context: WebContext,
  write: (words: PageWords, language: Language) => Page,
): Response | Promise<Response> {
  const language = languageOf(context);
  const words = wordsOf(language);
  const page = write(words, language);
  setPageHeaders(context, language, page.formTargets ?? []);
  const { title, isError, content, status } = page;
  const windowTitle = `${isError === true ? words.errorPrefix : ""}${title} · ${words.product}`;
  // Of these statuses, all may have a body.
  return context.html(
    frame({ windowTitle, content, language, url: new URL(context.req.url) }),
    (status ?? 200) as 200,
  );
}

/** Words with something filled in, each set apart so that its direction of writing keeps to itself. */
export function fill(text: string, values: Readonly<Record<string, string | Markup>>): Markup {
  const parts = text.split(/\{(\w+)\}/);
  const filled = parts.map((part, index) =>
    index % 2 === 0 ? part : html`<bdi>${values[part] ?? ""}</bdi>`,
  );
  return html`${filled}`;
}

/** The same as plain text. */
export function fillPlainly(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** The path and query of this page, in another language or in the same. */
function sameAddress(url: URL, language: Language): string {
  const query = new URLSearchParams(url.search);
  query.set("lang", language);
  return `${url.pathname}?${query}`;
}

function setPageHeaders(context: WebContext, language: Language, formTargets: readonly string[]): void {
  const headers = {
    "cache-control": "no-store",
    "content-language": language,
    vary: "accept-language",
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${STYLE_SOURCE}`,
      `form-action ${["'self'", ...formTargets].join(" ")}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "x-frame-options": "DENY",
    // Not no-referrer: with that, browsers say `Origin: null` when our own forms are sent, and the check of where they
    // come from would be worth nothing.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
  };
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
}

interface Frame {
  readonly windowTitle: string;
  readonly content: Markup;
  readonly language: Language;
  readonly url: URL;
}

function frame({ windowTitle, content, language, url }: Frame): Markup {
  const other = otherLanguage(language);
  const { product } = wordsOf(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${windowTitle}</title>
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<header>${KEY}<span>${product}</span></header>
<main>
${content}
</main>
<footer><a href="${sameAddress(url, other)}" lang="${other}" hreflang="${other}">${wordsOf(other).languageName}</a></footer>
</body>
</html>
`;
}

/** A key, as the terminal has none: the only picture there is, and it says nothing that the words do not. */
const KEY = raw(
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="7.5" cy="15.5" r="4.5"/><path d="M10.7 12.3 20 3M16 7l3 3M13.5 9.5 15.5 11.5"/></svg>',
);
