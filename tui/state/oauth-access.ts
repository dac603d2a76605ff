import type { ListPlace } from "./list-tab.js";
import type { Model } from "./model.js";
import { settingsTab } from "./settings.js";
import { andThen, type Step, stay, write } from "./step.js";
import type { TabSlice } from "./tab-slice.js";

/** Whether OAuth access is known to be off. */
export function isOAuthOff({ settings }: Pick<Model, "settings">): boolean {
  return settings.settings?.oauthAccess === false;
}

/** Turns OAuth access on. */
export function turnOAuthOn(model: Model): Step {
  const etag = model.settings.settings?.etag ?? "";
  return write(model, { type: "update-settings", changes: { oauthAccess: true }, etag });
}

/**
 * A list tab that needs the settings as well: while OAuth access is off it says so above the list, and a key turns it
 * on. What exists is listed all the same, so that it can be taken away first.
 */
export function withOAuthAccess<Item extends { id: string }>(
  tab: TabSlice,
  place: ListPlace<Item>,
): TabSlice {
  const lacksSettings = ({ settings }: Model) => settings.phase === "unread" || settings.stale;
  const withSettings = (step: Step): Step =>
    andThen(step, (model) => (lacksSettings(model) ? settingsTab.reload(model) : stay(model)));
  return {
    ...tab,
    places: (model) => {
      const places = tab.places(model);
      return isOAuthOff(model) && !places.includes("filter") ? ["oauth-off", ...places] : places;
    },
    reload: (model) => withSettings(tab.reload(model)),
    catchUp: (model) => withSettings(tab.isStale(model) ? tab.catchUp(model) : stay(model)),
    isStale: (model) => tab.isStale(model) || lacksSettings(model),
    receive: (model, event) => {
      if (event.type !== "settings-read" && event.type !== "settings-updated")
        return tab.receive(model, event);
      // The settings tab comes first: what the event says is in the model by now.
      const noted = place.set(model, { ...place.get(model), headLines: isOAuthOff(model) ? 1 : 0 });
      const fitted = tab.fit?.(noted) ?? noted;
      return tab.receive(fitted, event) ?? stay(fitted);
    },
  };
}
