import type { Member } from "../../../src/protocol/event.ts";
import { isAbove, isAtLeast, ROLES } from "../../../src/protocol/role.ts";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Action, Actions } from "./actions.tsx";
import { askFor, askToKick } from "./asking.ts";

const { people, away } = panelWords;

/** What one may do about a person; what one may not is not there. */
export function PersonActions({ session, member }: InRoom & { member: Member }) {
  const { chat, desk, ui } = session;
  const role = chat.room.you?.role ?? "member";
  const { uid, nick } = member;
  if (uid === chat.room.you?.uid) {
    const canBeAway = chat.room.features.includes("away");
    return (
      <Actions
        list={[
          [people.rename, () => askFor(session, people.newNickname, "/nick")],
          canBeAway && [member.away ? away.change : away.set, () => askFor(session, away.where, "/away")],
          canBeAway && member.away !== undefined && [away.back, () => ui.check(chat.away(null))],
        ]}
      />
    );
  }
  const list: Action[] = [
    [people.write, () => desk.address({ uid, nick })],
    [people.mention, () => desk.mention(nick)],
    [ui.ignored.has(uid) ? people.stopIgnoring : people.ignore, () => ui.run(`/ignore ${uid}`)],
  ];
  if (isAbove(role, member.role)) {
    if (role === "owner") {
      for (const next of ROLES.filter((each) => each !== member.role)) {
        list.push([people.makeRole[next], () => ui.check(chat.role(uid, next))]);
      }
    }
    if (isAtLeast(role, "mod")) {
      list.push([people.kick, () => askToKick(session, member)], [people.ban, () => ui.ban(member)]);
    }
  }
  return <Actions list={list} />;
}
