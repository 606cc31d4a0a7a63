import { freshKept, type KeptTab, readKept } from "./kept.ts";

/** Milliseconds that a page being reloaded may take to let go of its name. */
const PATIENCE = 1_000;

/** The client names that this page goes by: it may come back to a room. */
const own = new Set<string>();

/**
 * What this tab kept of a room, unless another open tab goes by the same client
 * name: a duplicated tab starts with a copy, and must not speak as the first.
 * Where locks are missing (plain HTTP), the room says so by closing the other.
 */
export async function claimKept(room: string): Promise<KeptTab> {
  const kept = readKept(room);
  if (!("locks" in navigator) || own.has(kept.client)) return kept;
  return new Promise((resolve) => {
    navigator.locks
      .request(`papo:${kept.client}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
        own.add(kept.client);
        resolve(kept);
        // Held for as long as the page lives.
        return new Promise(() => {});
      })
      .catch(() => resolve(freshKept()));
  });
}
