import { PREFIX } from "./shelf.ts";

/** Calls `listener` when another tab has changed what all share of a room. */
export function onOtherTab(what: "seen" | "ignored", room: string, listener: () => void): void {
  addEventListener("storage", ({ key }) => key === `${PREFIX}${what}:${room}` && listener());
}
