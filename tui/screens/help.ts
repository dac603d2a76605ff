import { fitText, measure } from "../components/fit.js";
import { BLANK, line, span, type TextLine } from "../components/spans.js";
import { listBindings, type Place } from "../keymap.js";
import type { Model } from "../state/model.js";
import { findPlaces } from "../state/places.js";
import { nameKeys } from "./key-names.js";
import { speakerOf } from "./speak.js";

/** All keys of the place below the help, place by place, innermost first. */
export function helpLines(model: Model, width: number): TextLine[] {
  const speaker = speakerOf(model);
  const places = findPlaces({ ...model, dialog: undefined });
  const names = listBindings(places, model.options.keymap).map(({ keys }) =>
    measure(nameKeys(keys, speaker)),
  );
  const keyWidth = Math.min(Math.max(...names), width >> 1);
  const sections = places.flatMap((place) => [...sectionOf(place), BLANK]);
  const typing = [line(speaker.t("help.text"), "accent", true), line(`  ${speaker.t("help.text-editing")}`)];
  return [...sections, ...typing];

  function sectionOf(place: Place): TextLine[] {
    const bindings = listBindings([place], model.options.keymap);
    const rows = bindings.map(({ keys, message }): TextLine => {
      return [span(`  ${fitText(nameKeys(keys, speaker), keyWidth)} `, "heading"), span(speaker.t(message))];
    });
    return [line(speaker.t(`place.${place}`), "accent", true), ...rows];
  }
}
