import { html } from "hono/html";
import type { Markup, Page } from "./page.js";
import type { PageWords } from "./page-words-en.js";

/** What the sign-in page is told. */
export interface SignInForm {
  /** Why the person is asked. */
  readonly reason: Markup;
  readonly action: string;
  readonly formKey: string;
  /** What was entered before; the password never comes back. */
  readonly email: string;
  /** What was wrong with it. */
  readonly problem?: string;
  readonly status?: number;
}

/** The page that asks a person who they are. */
export function signInPage(words: PageWords, form: SignInForm): Page {
  const { reason, action, formKey, email, problem, status } = form;
  const described = problem === undefined ? "" : html` aria-describedby="problem" aria-invalid="true"`;
  const [inEmail, inPassword] = email === "" ? [html` autofocus`, ""] : ["", html` autofocus`];
  return {
    title: words.signInTitle,
    isError: problem !== undefined,
    ...(status === undefined ? {} : { status }),
    content: html`<h1>${words.signInTitle}</h1>
${problem === undefined ? "" : html`<p class="alert" role="alert" id="problem">${problem}</p>`}
<p>${reason}</p>
<form method="post" action="${action}">
<input type="hidden" name="form_key" value="${formKey}">
<label for="email">${words.email}</label>
<input id="email" name="email" type="email" value="${email}" maxlength="254" autocomplete="username" autocapitalize="none" spellcheck="false" required${described}${inEmail}>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" maxlength="1000" autocomplete="current-password" required${described}${inPassword}>
<div class="actions"><button class="primary">${words.signIn}</button></div>
</form>`,
  };
}
