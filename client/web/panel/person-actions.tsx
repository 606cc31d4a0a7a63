import type { Member } from "../../../src/protocol/event.ts";
import { isAbove, isAtLeast, ROLES } from "../../../src/protocol/role.ts";
import type { InRoom } from "../session/in-room.ts";
import { type Action, Actions } from "./actions.tsx";

/** What one may do about a person; what one may not is not there. */
export function PersonActions({ session, member }: InRoom & { member: Member }) {
  const { chat, desk, screen } = session;
  const role = chat.room.you?.role ?? "member";
  const { uid, nick } = member;
  if (uid === chat.room.you?.uid) {
    return <Actions list={[["Change nickname…", () => screen.askFor("Your new nickname", "/nick")]]} />;
  }
  const list: Action[] = [
    ["Write privately", () => desk.address({ uid, nick })],
    ["Mention", () => desk.mention(nick)],
    [screen.ignored.has(uid) ? "Stop ignoring" : "Ignore", () => screen.run(`/ignore ${uid}`)],
  ];
  if (isAbove(role, member.role)) {
    if (role === "owner") {
      for (const next of ROLES.filter((each) => each !== member.role)) {
        list.push([`Make ${next}`, () => screen.check(chat.role(uid, next))]);
      }
    }
    if (isAtLeast(role, "mod")) {
      list.push(["Kick…", () => screen.expel("kick", member)], ["Ban…", () => screen.expel("ban", member)]);
    }
  }
  return <Actions list={list} />;
}
