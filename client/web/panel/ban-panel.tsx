import { Component } from "preact";
import type { Member } from "../../../src/protocol/event.ts";
import { isAbove } from "../../../src/protocol/role.ts";
import { Avatar, Nick } from "../parts/nick.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { BanForm, type ChosenBan } from "./ban-form.tsx";

const { ban } = panelWords;

const FRESH: ChosenBan = { span: "", reason: "", network: false, hide: false };

/** Puts somebody out, in two steps: how, and whether that is really meant. */
export function BanPanel({ session }: InRoom) {
  const { chat, ui } = session;
  const { banning } = ui;
  const role = chat.room.members.find(({ uid }) => uid === banning?.uid)?.role ?? "member";
  if (banning === undefined || !isAbove(chat.room.you?.role ?? "member", role)) return null;
  return <BanSteps key={banning.uid} session={session} person={banning} />;
}

interface BanStepsProps extends InRoom {
  person: Pick<Member, "uid" | "nick">;
}

class BanSteps extends Component<BanStepsProps, { choice: ChosenBan; isChosen: boolean }> {
  override state = { choice: FRESH, isChosen: false };

  readonly #do = (): void => {
    const { session, person } = this.props;
    const { chat, ui } = session;
    const { span, reason, network, hide } = this.state.choice;
    const why = reason !== "" && { reason };
    const problem =
      span === "kick"
        ? chat.kick(person.uid, reason || undefined)
        : chat.ban(person.uid, {
            ...(span !== "" && { hours: Number(span) }),
            ...why,
            ...(network && { network }),
            ...(hide && { hide }),
          });
    ui.check(problem);
    if (problem === undefined) ui.open(span === "kick" ? "people" : "bans");
  };

  render({ session: { ui }, person }: BanStepsProps) {
    const { choice, isChosen } = this.state;
    const nick = pageText(person.nick);
    const isKick = choice.span === "kick";
    return (
      <div class="panel-body">
        <p class="whom">
          <Avatar {...person} />
          <Nick {...person} />
        </p>
        {isChosen ? (
          <div class="sure">
            <p tabIndex={-1} ref={takeFocus}>
              {ban.sure[choice.span](<bdi>{nick}</bdi>)}
            </p>
            {choice.reason && <p>{ban.allRead(<bdi>{choice.reason}</bdi>)}</p>}
            {choice.network && <p>{ban.networkToo}</p>}
            {choice.hide && <p>{ban.hideToo}</p>}
            <div class="actions">
              <button type="button" class="danger" onClick={this.#do}>
                {isKick ? ban.doKick(nick) : ban.do(nick)}
              </button>
              <button type="button" onClick={() => this.setState({ isChosen: false })}>
                {ban.back}
              </button>
            </div>
          </div>
        ) : (
          <BanForm
            initial={choice}
            onChoose={(chosen) => this.setState({ choice: chosen, isChosen: true })}
            onCancel={() => ui.open(undefined)}
          />
        )}
      </div>
    );
  }
}
