import { PREFIX } from "./shelf.ts";

/** Calls `listener` when another tab has changed what all share of a room, or of a place in it. */
export function onOtherTab(what: "seen" | "ignored", place: string, listener: () => void): void {
  onShelf(`${what}:${place}`, listener);
}

/** Calls `listener` when another tab has changed what lies under a name. */
export function onShelf(name: string, listener: () => void): void {
  addEventListener("storage", ({ key }) => key === PREFIX + name && listener());
}
