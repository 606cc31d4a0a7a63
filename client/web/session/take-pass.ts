import { passes } from "./passes.ts";

/** Takes the invitation out of the address, where it is seen, bookmarked and passed on; tells whether there was one. */
export function takePass(): boolean {
  const isThere = passes.take(location.hash);
  if (isThere) history.replaceState(history.state, "", location.href.replace(/#.*/, ""));
  return isThere;
}
