import { groupsOf } from "../model/people.ts";
import { Icon } from "../parts/icon.tsx";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { PersonEntry } from "./person-entry.tsx";

const { people } = panelWords;

/** People listed at most; a crowd is no list. */
const SHOWN = 200;

/** Who is here. */
export function PeoplePanel({ session }: InRoom) {
  const { ui, chat } = session;
  const { members, you } = chat.room;
  return (
    <div class="panel-body">
      <button type="button" class="quiet" onClick={() => ui.open("invite")}>
        <Icon name="invite" />
        {people.bring}
      </button>
      {groupsOf(members, SHOWN).map((group) => (
        <div key={group.role}>
          <h3>{people.groups[group.role](group.count)}</h3>
          {group.members.map((member) => (
            <PersonEntry
              key={member.uid}
              session={session}
              member={member}
              role={you?.role ?? "member"}
              isYou={member.uid === you?.uid}
              isIgnored={ui.ignored.has(member.uid)}
            />
          ))}
        </div>
      ))}
      {members.length > SHOWN && <p class="hint">{people.more(members.length - SHOWN)}</p>}
    </div>
  );
}
