import type { Member, RoomEvent } from "../protocol/event.ts";

/** An event as JSON. */
export function encode(event: RoomEvent): string {
  if (event.type !== "welcome") return JSON.stringify(event);
  const { members, ...rest } = event;
  return `${JSON.stringify(rest).slice(0, -1)},"members":[${encodeRoster(members)}]}`;
}

/** The roster last encoded, and the entries of it as JSON. */
let last: { readonly members: readonly Member[]; readonly json: string } = { members: [], json: "" };

/**
 * Every welcome has the whole roster: when a thousand people join at once that
 * is half a million entries. Most of the time it is the last one and somebody
 * more, so only what is new is encoded.
 */
function encodeRoster(members: readonly Member[]): string {
  const isLonger = last.members.every((member, index) => member === members[index]);
  const known = isLonger ? last.members.length : 0;
  const added = members.slice(known).map((member) => JSON.stringify(member));
  const json = (known > 0 ? [last.json, ...added] : added).join(",");
  last = { members, json };
  return json;
}
