/** Headers by which some frameworks take another method than that of the request line. */
const OVERRIDE_HEADERS = ["x-http-method-override", "x-http-method", "x-method-override"] as const;

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
