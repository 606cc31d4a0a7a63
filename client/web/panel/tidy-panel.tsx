import { Component } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import { isProblem } from "../../core/problem.ts";
import { OUTBOX_BOUND } from "../../core/sending/outbox.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { authorsOf, deletableIn } from "../model/tidy.ts";
import { Nick } from "../parts/nick.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { beginning } from "../text/beginning.ts";
import { pageText } from "../text/page-text.ts";
import { momentOf } from "../text/times.ts";
import { panelWords } from "../words/panel-words.ts";

const { tidy: words } = panelWords;

interface TidyState {
  /** Of whom messages are listed; "": of everybody. */
  author: string;
  picked: ReadonlySet<number>;
  isSure: boolean;
  /** How many were deleted last. */
  done: number;
}

/** Deletes several messages at once, in two steps: which, and whether that is really meant. */
export class TidyPanel extends Component<InRoom, TidyState> {
  constructor(props: InRoom) {
    super(props);
    const { ui } = props.session;
    const { author = "", id } = ui.tidying ?? {};
    ui.tidying = undefined;
    this.state = { author, picked: new Set(id === undefined ? [] : [id]), isSure: false, done: 0 };
  }

  #pick(messages: readonly Message[], isPicked: boolean): void {
    const picked = new Set(this.state.picked);
    for (const { id } of messages) {
      if (!isPicked) picked.delete(id);
      else if (picked.size < OUTBOX_BOUND) picked.add(id);
    }
    this.setState({ picked, done: 0 });
  }

  #delete(messages: readonly Message[]): void {
    const { chat, ui } = this.props.session;
    let done = 0;
    for (const { id } of messages) {
      const result = chat.delete(id);
      if (isProblem(result)) {
        ui.complain(sayProblem(result));
        break;
      }
      done++;
    }
    this.setState({ picked: new Set(), isSure: false, done });
  }

  render({ session }: InRoom, { author, picked, isSure, done }: TidyState) {
    const { items } = session.roomFeed.log;
    const all = deletableIn(items, undefined);
    const shown = author === "" ? all : deletableIn(items, author);
    // What somebody else has deleted meanwhile is not picked any more.
    const chosen = shown.filter(({ id }) => picked.has(id));
    if (isSure && chosen.length > 0) {
      return (
        <div class="panel-body sure">
          <p tabIndex={-1} ref={takeFocus}>
            {words.sure(chosen.length)}
          </p>
          <div class="actions">
            <button type="button" class="danger" onClick={() => this.#delete(chosen)}>
              {words.do(chosen.length)}
            </button>
            <button type="button" onClick={() => this.setState({ isSure: false })}>
              {words.back}
            </button>
          </div>
        </div>
      );
    }
    const members = session.chat.room.members.filter(({ uid }) => uid === author);
    const names = authorsOf([...all, ...members]).map(({ uid, nick }) => [uid, pageText(nick)] as const);
    return (
      <div class="panel-body">
        <SelectField
          name="author"
          label={words.whose}
          options={[["", words.everybody], ...names]}
          initial={author}
          onChoose={(uid) => this.setState({ author: uid, picked: new Set() })}
        />
        <div class="actions">
          <button type="button" onClick={() => this.#pick(shown, chosen.length < shown.length)}>
            {chosen.length < shown.length ? words.all : words.none}
          </button>
          <button
            type="button"
            class="danger"
            disabled={chosen.length === 0}
            onClick={() => this.setState({ isSure: true })}
          >
            {words.do(chosen.length)}
          </button>
        </div>
        <p class="hint" role="status">
          {done > 0 ? words.done(done) : picked.size >= OUTBOX_BOUND ? words.most(OUTBOX_BOUND) : ""}
        </p>
        <ul class="deeds">
          {shown.map((message) => (
            <li key={message.id}>
              <label class="switch">
                <input
                  type="checkbox"
                  checked={picked.has(message.id)}
                  onChange={({ currentTarget }) => this.#pick([message], currentTarget.checked)}
                />
                <span>
                  <Nick {...message} /> <span class="hint">{momentOf(message.at)}</span>
                  <span class="said" dir="auto">
                    {beginning(message)}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="hint">{words.nothing}</p>}
      </div>
    );
  }
}
