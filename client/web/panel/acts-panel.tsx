import { Component } from "preact";
import type { Act } from "../../../src/protocol/event.ts";
import { isAtLeast } from "../../../src/protocol/role.ts";
import { isProblem } from "../../core/problem.ts";
import { sayAct } from "../../core/words/say-act.ts";
import type { Shows } from "../../core/words/say-news.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Notice } from "../log/notice.tsx";
import type { InRoom } from "../session/in-room.ts";
import { apart } from "../text/apart.ts";
import { momentOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { acts: words } = panelWords;

const APART: Shows = { nick: (_, nick) => apart(nick), text: apart };

/** Acts that are asked for at a time. */
const PAGE = 30;

interface Shown {
  list: readonly Act[];
  more: boolean;
  state: string;
}

/** What was done to keep order, newest first. */
export class ActsPanel extends Component<InRoom, Shown> {
  override state: Shown = { list: [], more: false, state: pageWords.late.coming };

  override componentDidMount(): void {
    void this.#more();
  }

  async #more(): Promise<void> {
    const { list } = this.state;
    const before = list.at(-1)?.id;
    this.setState({ more: false, state: pageWords.late.coming });
    const page = await this.props.session.chat.acts({
      limit: PAGE,
      ...(before !== undefined && { before }),
    });
    if (isProblem(page)) this.setState({ more: true, state: sayProblem(page) });
    else {
      const all = [...list, ...page.list];
      // A page that leads nowhere is the last.
      this.setState({
        list: all,
        more: page.more && page.list.length > 0,
        state: all.length === 0 ? words.none : "",
      });
    }
  }

  render({ session }: InRoom) {
    const { list, more, state } = this.state;
    if (!isAtLeast(session.chat.room.you?.role ?? "member", "mod")) return null;
    return (
      <div class="panel-body">
        <ol class="deeds">
          {list.map((act) => (
            <li key={act.id}>
              <div>
                <Notice text={sayAct(act, APART)} />
                <time class="hint">{momentOf(act.at)}</time>
              </div>
            </li>
          ))}
        </ol>
        <p class="hint" role="status">
          {state}
        </p>
        {more && (
          <button type="button" class="quiet" onClick={() => this.#more()}>
            {words.older}
          </button>
        )}
      </div>
    );
  }
}
