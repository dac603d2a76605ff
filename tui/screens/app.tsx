import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { useEffect, useSyncExternalStore } from "react";
import { readKeys } from "../state/keys.js";
import type { Loop } from "../state/loop.js";
import { Screen } from "./screen.js";
import { SpokenScreen } from "./spoken.js";

/** What only the running terminal can do, handed out once it runs. */
export type TerminalControls = ReturnType<typeof useApp>;

/** The program on the screen: keys, pastes and sizes go into the loop, its model is drawn. */
export function App({
  loop,
  spoken,
  onReady,
}: {
  loop: Loop;
  spoken: boolean;
  onReady: (controls: TerminalControls) => void;
}) {
  const model = useSyncExternalStore(loop.subscribe, loop.get);
  const controls = useApp();
  const { columns, rows } = useWindowSize();
  useEffect(() => onReady(controls), [controls, onReady]);
  useEffect(() => loop.dispatch({ type: "resized", columns, rows }), [loop, columns, rows]);
  useInput((input, key) => {
    for (const name of readKeys(input, key)) loop.dispatch({ type: "key", key: name });
  });
  usePaste((text) => loop.dispatch({ type: "paste", text }));
  // Never a frame of the old size: it would scroll the screen, and all later frames with it.
  if (spoken) return <SpokenScreen model={model} />;
  return <Screen model={{ ...model, size: { columns, rows } }} />;
}
