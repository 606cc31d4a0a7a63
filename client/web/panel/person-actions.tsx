import { Component } from "preact";
import type { Member } from "../../../src/protocol/event.ts";
import { isAbove, isAtLeast, ROLES, type Role } from "../../../src/protocol/role.ts";
import { writePrivately } from "../compose/write-privately.ts";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Action, Actions } from "./actions.tsx";
import { askFor, askToKick } from "./asking.ts";

const { people, away } = panelWords;

interface PersonActionsProps extends InRoom {
  member: Member;
  /** The reader's. */
  role: Role;
  isIgnored: boolean;
}

/** What one may do about a person; what one may not is not there. Another role is asked for once more. */
export class PersonActions extends Component<PersonActionsProps, { next: Role | undefined }> {
  render({ session, member, role, isIgnored }: PersonActionsProps) {
    const { chat, desk, ui } = session;
    const { next } = this.state;
    const { uid, nick } = member;
    if (uid === chat.room.you?.uid) return <OwnActions session={session} member={member} />;
    const isOwner = role === "owner" && isAbove(role, member.role);
    if (next !== undefined && isOwner) return this.#question(next);
    const list: Action[] = [
      [people.write, () => writePrivately(session, { uid, nick })],
      [people.mention, () => desk.mention(nick)],
      [isIgnored ? people.stopIgnoring : people.ignore, () => ui.run(`/ignore ${uid}`)],
    ];
    if (isOwner) {
      for (const other of ROLES.filter((each) => each !== member.role))
        list.push([people.makeRole[other], () => this.setState({ next: other })]);
    }
    if (isAtLeast(role, "mod")) list.push([people.tidy, () => this.#tidy()]);
    if (isAtLeast(role, "mod") && isAbove(role, member.role))
      list.push([people.kick, () => askToKick(session, member)], [people.ban, () => ui.ban(member)]);
    return <Actions list={list} />;
  }

  #tidy(): void {
    const { session, member } = this.props;
    session.ui.tidying = { author: member.uid };
    session.ui.open("tidy");
  }

  #question(next: Role) {
    const { session, member } = this.props;
    const close = () => this.setState({ next: undefined });
    const make = () => {
      session.ui.check(session.chat.role(member.uid, next));
      close();
    };
    return (
      <div class="sure">
        <p tabIndex={-1} ref={takeFocus}>
          {people.sureRole[next](<bdi>{pageText(member.nick)}</bdi>)}
        </p>
        <Actions
          list={[
            [people.makeRole[next], make],
            [pageWords.cancel, close],
          ]}
        />
      </div>
    );
  }
}

function OwnActions({ session, member }: InRoom & { member: Member }) {
  const { chat, ui } = session;
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
