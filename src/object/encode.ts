import type { Member, RoomEvent } from "../protocol/event.ts";

const known = new WeakMap<Member, string>();

/**
 * An event as JSON. A welcome has everybody's entry of the roster: when a
 * thousand people join at once that is a million of them, so each is encoded
 * once, for as long as it is the same object.
 */
export function encode(event: RoomEvent): string {
  if (event.type !== "welcome") return JSON.stringify(event);
  const { members, ...rest } = event;
  return `${JSON.stringify(rest).slice(0, -1)},"members":[${members.map(encodeMember).join(",")}]}`;
}

function encodeMember(member: Member): string {
  const json = known.get(member) ?? JSON.stringify(member);
  known.set(member, json);
  return json;
}
