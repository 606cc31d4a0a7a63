import { ROLES } from "../../../src/protocol/role.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { Icon } from "../parts/icon.tsx";
import { Avatar, Nick } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { PersonActions } from "./person-actions.tsx";

const { people } = panelWords;

/** People listed at most; a crowd is no list. */
const SHOWN = 200;

/** Who is here. */
export function PeoplePanel({ session }: InRoom) {
  const { members, you } = session.chat.room;
  const sorted = members.toSorted(
    (a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || a.nick.localeCompare(b.nick),
  );
  return (
    <div class="panel-body">
      <button type="button" class="quiet" onClick={() => session.ui.open("invite")}>
        <Icon name="invite" />
        {people.bring}
      </button>
      {sorted.slice(0, SHOWN).map((member) => (
        <details key={member.uid} class="person" name="person">
          <summary>
            <Avatar {...member} />
            <Nick {...member} />
            {member.uid === you?.uid && <span class="hint">{people.you}</span>}
            {session.ui.ignored.has(member.uid) && <span class="hint">{people.ignored}</span>}
            {member.away && <bdi class="hint where">{sharedWords.away(pageText(member.away))}</bdi>}
            {member.bot && <span class="badge">{sharedWords.bot}</span>}
            {member.role !== "member" && <span class="badge">{sharedWords.roles[member.role]}</span>}
          </summary>
          <PersonActions session={session} member={member} />
        </details>
      ))}
      {members.length > SHOWN && <p class="hint">{people.more(members.length - SHOWN)}</p>}
    </div>
  );
}
