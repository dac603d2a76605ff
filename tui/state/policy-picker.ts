import type { PolicyTarget } from "../client/access-policies.js";
import type { ActionId } from "../keymap.js";
import { type Language, say } from "../messages/say.js";
import { selectedItem, simplify, wordsIn } from "./list-rows.js";
import type { ListId } from "./lists.js";
import type { Model } from "./model.js";
import { move } from "./policy-attachments.js";
import type { PickPurpose, PolicyPickerDialog } from "./policy-dialogs.js";
import { nameAccessToken, nameTarget, nameToken, POLICY_ROLES } from "./policy-targets.js";
import { askForSuggestion, openExplainForm } from "./policy-trust.js";
import { andThen, type Step, stay } from "./step.js";
import { currentTab, readTabIfStale } from "./tabs.js";
import { makeTextField } from "./text-field.js";
import { type Words, words } from "./words.js";

/** Something to be picked: something to attach a policy to, or a credential. */
export type Candidate = {
  id: string;
  label: string;
  /** What a part of is looked for in it. */
  searchText: string;
  target?: PolicyTarget;
};

/** Lets the person pick what a policy is to be attached to. */
export function pickTarget(model: Model, policyId: string): Step {
  return openPicker(model, { kind: "attach", policyId }, ["api-tokens", "oauth-clients"]);
}

/** Asks why a request is allowed: of the selected credential, or of one to be picked. */
export function explain(model: Model): Step {
  const here = credentialHere(model);
  if (here !== undefined) return stay({ ...model, dialog: openExplainForm(here) });
  return openPicker(model, { kind: "explain" }, ["api-tokens", "access-tokens"]);
}

/** Asks for a policy out of what was observed: of the selected credential, or of one to be picked. */
export function suggest(model: Model): Step {
  const policyId = model.tab === "access-policies" ? (selectedItem(model.accessPolicies)?.id ?? "") : "";
  const here = credentialHere(model);
  if (here !== undefined) return askForSuggestion(model, here, policyId);
  return openPicker(model, { kind: "suggest", policyId }, ["api-tokens", "access-tokens"]);
}

/** Why nothing can be asked about the policies of what is selected, or of what could be picked. */
export function whyNoPolicies(model: Model, action: ActionId): Words | undefined {
  if (model.busy !== undefined) return words("why.busy");
  if (action === "suggest" && model.settings.settings?.observeUse === false) return words("why.not-observed");
  // Among the policies themselves, it is picked.
  if (model.tab === "access-policies" || currentTab(model).list?.(model).at !== -1) return undefined;
  return words("why.nothing-selected");
}

function openPicker(model: Model, purpose: PickPurpose, lists: readonly ListId[]): Step {
  const dialog: PolicyPickerDialog = { kind: "policy-picker", purpose, field: makeTextField(), chosen: 0 };
  return lists.reduce<Step>(
    (step, list) => andThen(step, (next) => readTabIfStale(next, list)),
    stay({ ...model, dialog }),
  );
}

function credentialHere(model: Model): Candidate | undefined {
  if (model.tab === "api-tokens") {
    const token = selectedItem(model.apiTokens);
    return token && candidate(token.id, nameToken(token));
  }
  const token = model.tab === "access-tokens" ? selectedItem(model.accessTokens) : undefined;
  return token && candidate(token.id, nameAccessToken(token));
}

/** What there is to pick from, as far as it fits what was typed: its words in any order, accents or not. */
export function findCandidates(model: Model, { purpose, field }: PolicyPickerDialog): readonly Candidate[] {
  const all = purpose.kind === "attach" ? targetsOf(model) : credentialsOf(model);
  const wanted = wordsIn(field.text);
  if (wanted.length === 0) return all;
  return all.filter(({ searchText }) => wanted.every((word) => searchText.includes(word)));
}

function targetsOf(model: Model): readonly Candidate[] {
  const { apiTokens, oauthClients, language } = model;
  const named = (target: PolicyTarget, id: string) =>
    candidate(id, say(language, nameTarget(model, target)), target);
  return [
    ...apiTokens.items.map((token) => once(token, language, () => named({ apiTokenId: token.id }, token.id))),
    ...oauthClients.items.map((client) =>
      once(client, language, () => named({ oauthClientId: client.id }, client.id)),
    ),
    ...POLICY_ROLES.map((role) => named({ role }, role)),
  ];
}

function credentialsOf({ apiTokens, accessTokens }: Model): readonly Candidate[] {
  return [
    ...apiTokens.items.map((token) => once(token, "credential", () => candidate(token.id, nameToken(token)))),
    ...accessTokens.items.map((token) =>
      once(token, "credential", () => candidate(token.id, nameAccessToken(token))),
    ),
  ];
}

function candidate(id: string, label: string, target?: PolicyTarget): Candidate {
  const searchText = simplify(`${label}\n${id}`);
  return target === undefined ? { id, label, searchText } : { id, label, searchText, target };
}

/** What was made of an item, once: there may be tens of thousands, and a key is quick. */
const MADE = { credential: new WeakMap(), en: new WeakMap(), fr: new WeakMap() } as const satisfies Record<
  Language | "credential",
  WeakMap<object, Candidate>
>;

function once(item: object, kind: keyof typeof MADE, make: () => Candidate): Candidate {
  const made: WeakMap<object, Candidate> = MADE[kind];
  const known = made.get(item);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(item, fresh);
  return fresh;
}

/** Does what a key means while something is picked. */
export function actInPicker(model: Model, dialog: PolicyPickerDialog, action: ActionId): Step {
  const found = findCandidates(model, dialog);
  switch (action) {
    case "move-down":
    case "move-up": {
      const by = action === "move-down" ? 1 : -1;
      const chosen = Math.max(0, Math.min(found.length - 1, dialog.chosen + by));
      return stay({ ...model, dialog: { ...dialog, chosen } });
    }
    case "pick": {
      const picked = found[dialog.chosen];
      return picked === undefined ? stay(model) : take(model, dialog.purpose, picked);
    }
    default:
      return stay({ ...model, dialog: undefined });
  }
}

function take(model: Model, purpose: PickPurpose, picked: Candidate): Step {
  switch (purpose.kind) {
    case "attach":
      return picked.target === undefined
        ? stay(model)
        : move(model, "attach", purpose.policyId, picked.target);
    case "explain":
      return stay({ ...model, dialog: openExplainForm(picked) });
    case "suggest":
      return askForSuggestion(model, picked, purpose.policyId);
  }
}
