/** Headers by which some frameworks take another method than that of the request line. */
const OVERRIDE_HEADERS = ["x-http-method-override", "x-http-method", "x-method-override"].flatMap(spellings);

/**
 * The method of a request as rules see it: unknown (empty) when a header asks for another one, because nobody can tell
 * from outside which of the two the service obeys, and what is unknown counts against a request.
 */
export function methodAskedFor(method: string, header: (name: string) => string | undefined): string {
  const isOverridden = OVERRIDE_HEADERS.some((name) => {
    const value = header(name);
    return value !== undefined && value.trim().toUpperCase() !== method.toUpperCase();
  });
  return isOverridden ? "" : method;
}

/** A name with any of its hyphens written as an underscore: to services that are told of headers as CGI was, it is the same. */
function spellings(name: string): string[] {
  const [first = "", ...rest] = name.split("-");
  return rest.reduce((all, part) => all.flatMap((one) => [`${one}-${part}`, `${one}_${part}`]), [first]);
}
