/** A request's path as rules see it: its segments decoded, nothing left that two servers could read differently. */
export interface RequestPath {
  readonly segments: readonly string[];
  /** Whether it ends in a slash; `/` itself does not count as ending in one. */
  readonly hasTrailingSlash: boolean;
}

/** A path that was read, or why it is refused. */
export type ReadPath =
  | { readonly ok: true; readonly path: RequestPath }
  | { readonly ok: false; readonly why: string };

/** The longest request target that is looked at, in characters. */
const MAX_TARGET_LENGTH = 8_192;

/** Characters that mean nothing but themselves, in a path and everywhere else. */
const PLAIN_SEGMENT = /^[A-Za-z0-9_~@!$&'()*+,=:-]+(?:\.[A-Za-z0-9_~@!$&'()*+,=:-]+)*$/;

/**
 * Reads the target of a request, such as `/api/v2/tickets/7?sort=id`, as it came. What one server reads in one way and
 * the next in another is refused, not repaired: a rule that guessed wrongly could be walked around.
 */
export function readRequestPath(target: string): ReadPath {
  if (target.length > MAX_TARGET_LENGTH) return refused(`it is longer than ${MAX_TARGET_LENGTH} characters`);
  if (!target.startsWith("/")) return refused("it does not begin with a slash");
  if (target.includes("#")) return refused("it holds a #");
  const question = target.indexOf("?");
  const query = question < 0 ? "" : target.slice(question + 1);
  if (overridesMethod(query)) return refused("its query asks for another method (_method)");
  const raw = (question < 0 ? target : target.slice(0, question)).slice(1).split("/");
  const hasTrailingSlash = raw.length > 1 && raw.at(-1) === "";
  if (hasTrailingSlash || raw[0] === "") raw.pop();
  const segments: string[] = [];
  for (const text of raw) {
    const segment = PLAIN_SEGMENT.test(text) ? text : decodeSegment(text);
    const problem = segment === undefined ? "is not percent-encoded UTF-8" : problemOfSegment(segment);
    if (segment === undefined || problem !== undefined) return refused(`a segment of it ${problem}`);
    segments.push(segment);
  }
  return { ok: true, path: { segments, hasTrailingSlash } };
}

/** Writes a path so that it reads as the same path again. */
export function formatRequestPath({ segments, hasTrailingSlash }: RequestPath): string {
  const text = segments.map((segment) =>
    PLAIN_SEGMENT.test(segment) ? segment : encodeURIComponent(segment),
  );
  return `/${text.join("/")}${hasTrailingSlash ? "/" : ""}`;
}

/** What is wrong with a decoded segment; undefined when every server reads it alike. */
export function problemOfSegment(segment: string): string | undefined {
  if (PLAIN_SEGMENT.test(segment)) return undefined;
  if (segment === "") return "is empty (a double slash)";
  // A server may bring what it decodes into a normal form, in which other characters become slashes and dots.
  for (const form of [segment, segment.normalize("NFKC")]) {
    if (form === "." || form === "..") return "is a dot segment";
    if (form.includes("/") || form.includes("\\")) return "holds a slash or backslash of its own";
    if (form.includes("%")) return "is encoded twice, or holds a percent sign";
    if (form.includes(";")) return "holds a semicolon, behind which some servers do not look";
    if (form.includes("?") || form.includes("#")) return "holds a ? or # of its own";
    if (/[. ]$/.test(form)) return "ends in a dot or a space, which some servers drop";
    if (CONTROL.test(form)) return "holds a control character";
  }
  return undefined;
}

/**
 * A text in the form in which texts count as the same for somebody who must not get past: whatever its case, and
 * whichever of the ways Unicode has to write it.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const folded = text.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
  // What becomes of the dotted capital I, but in Turkish.
  return folded.replaceAll("i\u0307", "i");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]|\p{Surrogate}/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

function decodeSegment(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether a query names a parameter from which some frameworks take the method, whatever the request line says. */
export function overridesMethod(query: string): boolean {
  if (query === "") return false;
  return query.split(/[&;]/).some((pair) => {
    const name = pair.split("=", 1)[0] ?? "";
    const decoded = decodeSegment(name.replaceAll("+", " "));
    return decoded === undefined || foldText(decoded.trim()) === "_method";
  });
}

function refused(why: string): ReadPath {
  return { ok: false, why };
}
