import { callsTo } from "../../../src/protocol/calling.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { timeOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import type { MessageProps } from "./around.ts";
import { MessageBody } from "./message-body.tsx";

/** A message: who, when, to whom, and what. */
export function MessageRow(props: MessageProps) {
  const { message, own, id, head, active, saving, reacting, names, part, session, quoted } = props;
  const { at, nick, hook, to, me, deleted } = message;
  const { uid = "" } = session.chat.room.you ?? {};
  // What is private has marks of its own.
  const called = !to && callsTo(message, { uid, nick: names.you, wrote: () => quoted?.uid === uid });
  const marks = { row: true, called, head, active, own, saving, private: to, action: me, deleted };
  const author = hook === undefined ? nick : sharedWords.withMarks({ nick, marks: [sharedWords.hook("")] });
  const when = { nick: author, time: timeOf(at) };
  return (
    <article
      class={classes(marks)}
      data-key={id}
      tabIndex={-1}
      aria-label={to ? pageWords.message.privateLabel(when) : pageWords.message.label(when)}
    >
      <MessageBody {...props}>
        {(message.reactions || reacting) && typeof part !== "string" && (
          <part.ReactionChips message={message} session={session} />
        )}
      </MessageBody>
      {active && !deleted && toolsOf(props)}
    </article>
  );
}

/** What can be done with it comes later than what it says. */
function toolsOf(props: MessageProps) {
  const { part, session } = props;
  if (part === "coming") return null;
  if (part === "missing") {
    return (
      <div class="tools">
        <button type="button" title={pageWords.late.missing} onClick={() => location.reload()}>
          {pageWords.late.reload}
        </button>
      </div>
    );
  }
  return <part.MessageTools {...props} role={session.chat.room.you?.role ?? "member"} />;
}

/** The names of what holds. */
export function classes(marks: Readonly<Record<string, unknown>>): string {
  return Object.keys(marks)
    .filter((name) => marks[name])
    .join(" ");
}
