import { Component } from "preact";
import type { Act } from "../../../src/protocol/event.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { isProblem } from "../../core/problem.ts";
import { sayAct } from "../../core/words/say-act.ts";
import { isNews, type Shows } from "../../core/words/say-news.ts";
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

  #unsubscribe = () => {};

  override componentDidMount(): void {
    const { chat } = this.props.session;
    this.#unsubscribe = chat.subscribe((event) => isAct(event) && void this.#news());
    void this.#more();
  }

  override componentWillUnmount(): void {
    this.#unsubscribe();
  }

  /** Puts what has been done meanwhile before what is there. */
  async #news(): Promise<void> {
    const page = await this.props.session.chat.acts({ limit: PAGE });
    if (isProblem(page)) return;
    const newest = this.state.list[0]?.id ?? 0;
    const fresh = page.list.filter(({ id }) => id > newest);
    // Between what is there and a whole page of news may be more.
    const isWhole = fresh.length < page.list.length || !page.more;
    if (isWhole) this.setState({ list: [...fresh, ...this.state.list], state: "" });
    else this.setState({ list: page.list, more: page.more, state: "" });
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

  render() {
    const { list, more, state } = this.state;
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

/** Whether it is told in the list. */
function isAct(event: ChatEvent): boolean {
  return (isNews(event) && "byUid" in event) || event.type === "deleted";
}
