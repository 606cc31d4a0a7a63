import { freshKept, type KeptTab, readBegun, readKept } from "./kept.ts";

/** Milliseconds that the page before may take to let go of its name: a copy of a tab would wait in vain. */
const PATIENCE = 1_000;
/** The same where that page was this one: with its name comes what it had not sent. */
const PATIENCE_AT_RELOAD = 5_000;

/** The client names that this page goes by: it may come back to a room. */
const own = new Set<string>();

/**
 * What this tab kept of a room, unless another open tab goes by the same client
 * name: a duplicated tab starts with a copy, and must not speak as the first.
 * Where locks are missing (plain HTTP), the room says so by closing the other.
 * A new tab goes on with what was begun in one that is closed.
 */
export async function claimKept(room: string): Promise<KeptTab> {
  const there = readKept(room);
  const kept = there ?? freshKept();
  if (!there) {
    const begun = readBegun(room);
    if (begun && !(await isOpen(begun.client))) kept.composer = { ...begun.composer, to: undefined };
  }
  if (!("locks" in navigator) || own.has(kept.client) || (await hold(kept.client))) return kept;
  // A page that takes its time to let go has left these, too; and they make nobody of anyone.
  const { composer, failed } = kept;
  const fresh = { ...freshKept(), composer, failed };
  await hold(fresh.client);
  return fresh;
}

/** Goes by a name for as long as the page lives; tells whether it could be had. */
function hold(client: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(nameOf(client), { signal: AbortSignal.timeout(patience()) }, () => {
        own.add(client);
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

/** Whether a tab goes by that name, as far as that can be told. */
async function isOpen(client: string): Promise<boolean> {
  if (!("locks" in navigator)) return false;
  return navigator.locks.request(nameOf(client), { ifAvailable: true }, (lock) => lock === null);
}

function patience(): number {
  // Of all that is timed, navigations alone have a type.
  const isReload = performance.getEntries().some((entry) => "type" in entry && entry.type === "reload");
  return isReload ? PATIENCE_AT_RELOAD : PATIENCE;
}

function nameOf(client: string): string {
  return `papo:${client}`;
}
