import { html } from "hono/html";
import { fill, fillPlainly, type Markup, type Page } from "./page.js";
import type { PageWords } from "./page-words-en.js";
import { sayScope } from "./scope-words.js";

/** A client as people who consent see it. */
export interface ShownClient {
  readonly name: string;
  readonly company: string;
  readonly description: string;
}

/** What a person is asked to consent to. */
export interface Consent {
  readonly client: ShownClient;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly account: string;
  readonly email: string;
  /** Where the form leads, and the sign-out beside it. */
  readonly action: string;
  readonly signOutAction: string;
  readonly formKey: string;
  readonly signOutKey: string;
}

/** The page that asks a person whether a client may act for them. */
export function consentPage(words: PageWords, consent: Consent): Page {
  const { client, scopes, redirectUri, account, action, formKey } = consent;
  const place = placeOf(words, redirectUri);
  return {
    title: fillPlainly(words.consentTitle, { client: client.name }),
    formTargets: formTargetsFor(redirectUri),
    content: html`<h1>${fill(words.consentTitle, { client: client.name })}</h1>
${showClient(words, client)}
<p>${fill(words.consentIntro, { client: client.name, account })}</p>
${listScopes(words, scopes)}
<p class="quiet">${fill(words.consentNext, { place })} ${words.consentRevoke}</p>
${decisionForm(words, action, formKey)}
${showWho(words, consent.email, consent.signOutAction, consent.signOutKey)}`,
  };
}

/** Who asks: no picture, since loading one would tell the client who looks at this page and when. */
export function showClient(words: PageWords, { name, company, description }: ShownClient): Markup {
  if (company === "" && description === "") return html``;
  const by = company === "" ? "" : html`<span class="quiet">${fill(words.consentBy, { company })}</span>`;
  const initial = [...name][0]?.toUpperCase() ?? "";
  return html`<div class="client"><span class="monogram" aria-hidden="true">${initial}</span><p>${description}${by}</p></div>`;
}

/** What it asks for, in words, with the name that its maker gave. */
export function listScopes(words: PageWords, scopes: readonly string[]): Markup {
  const items = scopes.map(
    (scope) => html`<li><span>${sayScope(words, scope)}</span> <code>${scope}</code></li>
`,
  );
  return html`<h2 id="scopes">${words.consentScopes}</h2>
<ul class="scopes" aria-labelledby="scopes">
${items}</ul>`;
}

/** The two answers. The first in the order of the keyboard is the one on the right, where the eye ends. */
export function decisionForm(words: PageWords, action: string, formKey: string): Markup {
  return html`<form method="post" action="${action}">
<input type="hidden" name="form_key" value="${formKey}">
<div class="actions">
<button class="primary" name="decision" value="allow">${words.allow}</button>
<button class="secondary" name="decision" value="deny">${words.deny}</button>
</div>
</form>`;
}

/** Who is signed in, and the way out for somebody else. */
export function showWho(words: PageWords, email: string, action: string, formKey: string): Markup {
  return html`<form method="post" action="${action}" class="who">
<input type="hidden" name="form_key" value="${formKey}">
<p class="quiet">${fill(words.signedInAs, { email })}</p>
<button class="link">${words.signOut}</button>
</form>`;
}

function placeOf(words: PageWords, redirectUri: string): string {
  const { protocol, host } = new URL(redirectUri);
  if (protocol === "https:") return host;
  return protocol === "http:" ? words.thisComputer : protocol.slice(0, -1);
}

/**
 * Where the answer may lead. Chromium holds form-action against every redirect that follows a form, and the client may
 * redirect further, so a single address would break honest clients: its scheme, and https, is what can be said.
 */
function formTargetsFor(redirectUri: string): readonly string[] {
  const { protocol } = new URL(redirectUri);
  return protocol === "https:" ? ["https:"] : ["https:", protocol];
}
