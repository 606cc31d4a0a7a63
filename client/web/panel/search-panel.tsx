import { LIMITS } from "../../../src/protocol/limits.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Icon } from "../parts/icon.tsx";
import { Nick } from "../parts/nick.tsx";
import { finderOf } from "../session/finder.ts";
import type { InRoom } from "../session/in-room.ts";
import { beginning } from "../text/beginning.ts";
import { momentOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { search } = panelWords;

/** Looks for a text in everything that the room still has. */
export function SearchPanel({ session }: InRoom) {
  const finder = finderOf(session.chat, session.ui.redraw);
  const { messages, before } = finder.found;
  return (
    <div class="panel-body">
      <search>
        <form class="inline" onSubmit={(event) => finder.search(fieldsOf(event).text ?? "")}>
          <Field name="text" label={search.text} required most={LIMITS.note} />
          <button type="submit">{search.find}</button>
        </form>
      </search>
      <p class="hint" role="status">
        {finder.state}
      </p>
      {messages.map((message) => (
        <button type="button" class="found" key={message.id} onClick={() => session.reveal(message.id)}>
          <Nick {...message} /> {message.to && <Icon name="lock" label={pageWords.private} />}{" "}
          <span class="hint">{momentOf(message.at)}</span>
          <p dir="auto">{beginning(message)}</p>
        </button>
      ))}
      {before !== undefined && (
        <button type="button" class="quiet" onClick={() => finder.more()}>
          {search.further}
        </button>
      )}
    </div>
  );
}
