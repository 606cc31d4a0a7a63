import { Component } from "preact";
import type { Ban, Kept } from "../../../src/protocol/event.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Nick } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { momentOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { bans: words } = panelWords;

/** Bans listed at most; the room has room for 1,000. */
const SHOWN = 200;

interface KnownBans {
  list: readonly Ban[];
  kept: readonly Kept[];
}

/** Who is banned, and who is kept out for their network alone. */
export class BansPanel extends Component<InRoom, { known: KnownBans | Problem | undefined }> {
  #unsubscribe = () => {};

  override componentDidMount(): void {
    const { chat } = this.props.session;
    this.#unsubscribe = chat.subscribe((event) => isAboutBans(event) && void this.#load());
    void this.#load();
  }

  override componentWillUnmount(): void {
    this.#unsubscribe();
  }

  async #load(): Promise<void> {
    const answer = await this.props.session.chat.bans();
    this.setState({ known: isProblem(answer) ? answer : { kept: [], ...answer } });
  }

  render({ session: { chat, ui } }: InRoom) {
    const { known } = this.state;
    if (known === undefined || isProblem(known)) {
      return (
        <p class="panel-body hint" role="status">
          {known ? sayProblem(known) : pageWords.late.coming}
        </p>
      );
    }
    const newest = known.list.toSorted((a, b) => b.at - a.at);
    return (
      <div class="panel-body">
        {newest.length === 0 && <p class="hint">{words.nobody}</p>}
        <ul class="deeds">
          {newest.slice(0, SHOWN).map((ban) => (
            <li key={ban.uid}>
              <div>
                <Nick {...ban} />{" "}
                <span class="badge">{ban.until ? words.until(momentOf(ban.until)) : words.forGood}</span>
                {ban.reason && <p dir="auto">{pageText(ban.reason)}</p>}
                <p class="hint">{words.by({ by: pageText(ban.by), at: momentOf(ban.at) })}</p>
              </div>
              <button
                type="button"
                aria-label={words.letInAgain(pageText(ban.nick))}
                onClick={() => ui.check(chat.unban(ban.uid))}
              >
                {words.letIn}
              </button>
            </li>
          ))}
        </ul>
        {newest.length > SHOWN && <p class="hint">{panelWords.people.more(newest.length - SHOWN)}</p>}
        {known.kept.length > 0 && (
          <section>
            <h3>{words.kept}</h3>
            <p class="hint">{words.keptHint}</p>
            <ul class="deeds">
              {known.kept.map((each) => (
                <li key={each.uid}>
                  <div>
                    <Nick {...each} /> <span class="hint">{momentOf(each.at)}</span>
                  </div>
                  <button
                    type="button"
                    aria-label={words.letInAgain(pageText(each.nick))}
                    onClick={() => ui.check(chat.allow(each.uid))}
                  >
                    {words.letIn}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    );
  }
}

function isAboutBans(event: ChatEvent): boolean {
  return (
    event.type === "unbanned" || event.type === "allowed" || (event.type === "left" && event.why === "banned")
  );
}
