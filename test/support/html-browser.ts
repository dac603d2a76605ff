/** A form of a page. */
export interface Form {
  readonly method: string;
  /** Absolute. */
  readonly action: string;
  /** Names and values of its fields, hidden ones too. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A page, or whatever else was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly url: string;
  readonly forms: readonly Form[];
  /** The absolute address it sends on to; undefined when it does not. */
  readonly location: string | undefined;
}

/** A browser without JavaScript: it keeps cookies, follows no redirect by itself, and sends forms as browsers do. */
export class HtmlBrowser {
  readonly cookies = new Map<string, string>();
  /** Sent with every request. */
  headers: Record<string, string> = {};

  async get(url: string): Promise<Answer> {
    return this.#send(url, { method: "GET" });
  }

  /** Sends a form from its page, with these fields changed or added. */
  async submit(form: Form, changes: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const fields = new URLSearchParams({ ...form.fields, ...changes });
    if (form.method === "get") {
      const url = new URL(form.action);
      url.search = fields.toString();
      return this.get(url.href);
    }
    const origin = new URL(form.action).origin;
    return this.#send(form.action, { method: "POST", body: fields, headers: { origin, ...headers } });
  }

  /** Goes on as long as this server sends it on to itself. */
  async follow(answer: Answer): Promise<Answer> {
    let now = answer;
    while (now.location !== undefined && new URL(now.location).origin === new URL(now.url).origin) {
      now = await this.get(now.location);
    }
    return now;
  }

  async #send(url: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { accept: "text/html", ...this.headers, ...(cookie && { cookie }), ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const body = await response.text();
    const location = response.headers.get("location");
    return {
      status: response.status,
      headers: response.headers,
      body,
      url,
      forms: readForms(body, url),
      location: location === null ? undefined : new URL(location, url).href,
    };
  }

  #keep(set: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (value === "" || /max-age=0/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The form of a page whose address ends so. */
export function formTo(answer: Answer, path: string): Form {
  const form = answer.forms.find(({ action }) => new URL(action).pathname.endsWith(path));
  if (form === undefined) throw new Error(`There is no form to ${path}: ${answer.status}\n${answer.body}`);
  return form;
}

/** What a person reads on it. */
export function textOf({ body }: Answer): string {
  return decodeEntities(body.replaceAll(/<style>[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<[^>]*>/g, ""))
    .replaceAll(/\s+/g, " ")
    .trim();
}

function readForms(body: string, url: string): readonly Form[] {
  return [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = "", content = ""]) => {
    const fields = [...content.matchAll(/<input\b([^>]*)>/g)].map(([, input = ""]) => [
      attribute(input, "name"),
      attribute(input, "value"),
    ]);
    return {
      method: attribute(tag, "method") || "get",
      action: new URL(attribute(tag, "action"), url).href,
      fields: Object.fromEntries(fields),
    };
  });
}

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
