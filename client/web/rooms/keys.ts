import type { Rooms } from "./rooms.ts";

/** On a Mac, Ctrl-K is the field's own: it takes away the rest of the line. */
const isMac = /Mac|iP/.test(navigator.platform);

/** Ctrl-K or ⌘K lets one type where to go; Alt with Up and Down goes to the next place with something unread. */
export function heedKeys(rooms: Pick<Rooms, "goOn" | "isSwitching" | "switch">): void {
  const press = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event;
    const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
    if (event.isComposing || other || shiftKey) return;
    const step = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : undefined;
    const isSwitch = command && !altKey && key.toLowerCase() === "k";
    if (isSwitch) rooms.switch(!rooms.isSwitching);
    else if (!altKey || command || step === undefined || !rooms.goOn(step)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before the field in which one writes hears of it.
  addEventListener("keydown", press, { capture: true });
}
