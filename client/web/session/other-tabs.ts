import { PREFIX } from "./shelf.ts";

/** What was changed by another tab, of what all share of a room or of a place in it. */
export interface Shared {
  what: "seen" | "ignored";
  place: string;
  /** Ends it that somebody wants to know. */
  until: AbortSignal;
}

/** Calls `listener` when another tab has changed it. */
export function onOtherTab({ what, place, until }: Shared, listener: () => void): void {
  onShelf(`${what}:${place}`, listener, until);
}

/** Calls `listener` when another tab has changed what lies under a name. */
export function onShelf(name: string, listener: () => void, signal?: AbortSignal): void {
  addEventListener("storage", ({ key }) => key === PREFIX + name && listener(), signal && { signal });
}
