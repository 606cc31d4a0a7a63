import { LIMITS } from "../../../src/protocol/limits.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Icon } from "../parts/icon.tsx";
import { Nick } from "../parts/nick.tsx";
import type { InRoom } from "../session/in-room.ts";
import { beginning } from "../text/beginning.ts";
import { momentOf } from "../text/times.ts";

/** Looks for a text in everything that the room still has. */
export function SearchPanel({ session }: InRoom) {
  const { finder } = session;
  const { messages, before } = finder.found;
  return (
    <div class="panel-body">
      <search>
        <form class="inline" onSubmit={(event) => finder.search(fieldsOf(event).text ?? "")}>
          <Field name="text" label="Text" required most={LIMITS.note} />
          <button type="submit">Find</button>
        </form>
      </search>
      <p class="hint" role="status">
        {finder.state}
      </p>
      {messages.map((message) => (
        <button type="button" class="found" key={message.id} onClick={() => session.reveal(message.id)}>
          <Nick {...message} /> {message.to && <Icon name="lock" label="private" />}{" "}
          <span class="hint">{momentOf(message.at)}</span>
          <p dir="auto">{beginning(message)}</p>
        </button>
      ))}
      {before !== undefined && (
        <button type="button" class="quiet" onClick={() => finder.more()}>
          Look further back
        </button>
      )}
    </div>
  );
}
