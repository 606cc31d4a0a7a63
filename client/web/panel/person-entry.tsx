import type { Member } from "../../../src/protocol/event.ts";
import type { Role } from "../../../src/protocol/role.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { Still } from "../log/still.ts";
import { Avatar, Nick } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { PersonActions } from "./person-actions.tsx";

const { people } = panelWords;

interface PersonEntryProps extends InRoom {
  member: Member;
  /** The reader's. */
  role: Role;
  isYou: boolean;
  isIgnored: boolean;
}

/** Somebody in the list of people, and what can be done about them. */
export class PersonEntry extends Still<PersonEntryProps> {
  render({ session, member, role, isYou, isIgnored }: PersonEntryProps) {
    return (
      <details class="person" name="person">
        <summary>
          <Avatar {...member} />
          <Nick {...member} />
          {isYou && <span class="hint">{people.you}</span>}
          {isIgnored && <span class="hint">{people.ignored}</span>}
          {member.away && <bdi class="hint where">{sharedWords.away(pageText(member.away))}</bdi>}
          {member.bot && <span class="badge">{sharedWords.bot}</span>}
          {member.role !== "member" && <span class="badge">{sharedWords.roles[member.role]}</span>}
        </summary>
        <PersonActions session={session} member={member} role={role} isIgnored={isIgnored} />
      </details>
    );
  }
}
