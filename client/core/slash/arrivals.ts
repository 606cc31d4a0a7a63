import type { Chat } from "../chat.ts";

/** Since when people are here, of those whom one has seen come, by `uid`. */
export function arrivalsIn(chat: Pick<Chat, "subscribe">): ReadonlyMap<string, number> {
  const arrivals = new Map<string, number>();
  chat.subscribe((event) => {
    if (event.type === "joined") arrivals.set(event.uid, event.at);
    if (event.type === "left") arrivals.delete(event.uid);
    // Who came and went meanwhile is not known.
    if (event.type === "welcomed") arrivals.clear();
  });
  return arrivals;
}
