import type { Member } from "../../../src/protocol/event.ts";
import { isAbove, isAtLeast, ROLES } from "../../../src/protocol/role.ts";
import type { InRoom } from "../session/in-room.ts";
import { type Action, Actions } from "./actions.tsx";

/** What one may do about a person; what one may not is not there. */
export function PersonActions({ session, member }: InRoom & { member: Member }) {
  const { chat, desk, ui } = session;
  const role = chat.room.you?.role ?? "member";
  const { uid, nick } = member;
  if (uid === chat.room.you?.uid) {
    return <Actions list={[["Change nickname…", () => ui.askFor("Your new nickname", "/nick")]]} />;
  }
  const list: Action[] = [
    ["Write privately", () => desk.address({ uid, nick })],
    ["Mention", () => desk.mention(nick)],
    [ui.ignored.has(uid) ? "Stop ignoring" : "Ignore", () => ui.run(`/ignore ${uid}`)],
  ];
  if (isAbove(role, member.role)) {
    if (role === "owner") {
      for (const next of ROLES.filter((each) => each !== member.role)) {
        list.push([`Make ${next}`, () => ui.check(chat.role(uid, next))]);
      }
    }
    if (isAtLeast(role, "mod")) {
      list.push(["Kick…", () => ui.expel("kick", member)], ["Ban…", () => ui.expel("ban", member)]);
    }
  }
  return <Actions list={list} />;
}
