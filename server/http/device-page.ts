import { html } from "hono/html";
import { decisionForm, listScopes, type ShownClient, showClient, showWho } from "./consent-page.js";
import { fill, fillPlainly, type Page } from "./page.js";
import type { PageWords } from "./page-words-en.js";

/** Who is signed in, and where the forms of the page lead. */
export interface DevicePerson {
  readonly email: string;
  readonly signOutAction: string;
  readonly signOutKey: string;
}

/** What the page that asks for a code is told. */
export interface CodeForm extends DevicePerson {
  readonly path: string;
  /** Kept in the address, so that the next page is in the same language. */
  readonly lang: string;
  readonly userCode: string;
  readonly problem?: string;
  readonly status?: number;
}

/** The page on which a person types the code of a device (RFC 8628 section 3.3). */
export function codePage(words: PageWords, form: CodeForm): Page {
  const { path, lang, userCode, problem, status } = form;
  const described = problem === undefined ? "hint" : "problem hint";
  return {
    title: words.deviceTitle,
    isError: problem !== undefined,
    ...(status === undefined ? {} : { status }),
    content: html`<h1>${words.deviceTitle}</h1>
${problem === undefined ? "" : html`<p class="alert" role="alert" id="problem">${problem}</p>`}
<p>${words.deviceIntro}</p>
<form method="get" action="${path}">
${lang === "" ? "" : html`<input type="hidden" name="lang" value="${lang}">`}
<label for="user_code">${words.deviceCode}</label>
<input id="user_code" name="user_code" class="codefield" value="${userCode}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus aria-describedby="${described}">
<p class="hint" id="hint">${words.deviceCodeHint}</p>
<div class="actions"><button class="primary">${words.next}</button></div>
</form>
${showWho(words, form.email, form.signOutAction, form.signOutKey)}`,
  };
}

/** What the page that asks for consent to a device is told. */
export interface DeviceConsent extends DevicePerson {
  readonly account: string;
  readonly client: ShownClient;
  readonly scopes: readonly string[];
  /** As the person typed it. */
  readonly userCode: string;
  readonly action: string;
  readonly formKey: string;
  readonly otherCode: string;
}

/** The page that asks a person whether a device may act for them: with its code, lest it is somebody else's. */
export function deviceConsentPage(words: PageWords, consent: DeviceConsent): Page {
  const { client, scopes, userCode, account, action, formKey } = consent;
  return {
    title: fillPlainly(words.deviceConfirmTitle, { client: client.name }),
    content: html`<h1>${fill(words.deviceConfirmTitle, { client: client.name })}</h1>
${showClient(words, client)}
<p>${fill(words.deviceConfirmIntro, { client: client.name, account })}</p>
<p>${words.deviceConfirmCode}</p>
<p><code class="code">${userCode.toUpperCase()}</code></p>
${listScopes(words, scopes)}
<p class="quiet">${words.consentRevoke} <a href="${consent.otherCode}">${words.deviceOther}</a></p>
${decisionForm(words, action, formKey)}
${showWho(words, consent.email, consent.signOutAction, consent.signOutKey)}`,
  };
}

/** The page that says what became of a device. */
export function deviceDonePage(words: PageWords, isApproved: boolean): Page {
  const [title, text] = isApproved
    ? [words.deviceApprovedTitle, words.deviceApproved]
    : [words.deviceDeniedTitle, words.deviceDenied];
  return {
    title,
    content: html`<h1 class="${isApproved ? "good" : ""}">${title}</h1>
<p>${text}</p>`,
  };
}
