import { mentions } from "../../../src/protocol/mention.ts";
import { Icon } from "../parts/icon.tsx";
import { Avatar, Nick } from "../parts/nick.tsx";
import { isFewEmoji } from "../text/emoji.ts";
import { pageText } from "../text/page-text.ts";
import { momentOf, timeOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import type { MessageProps } from "./around.ts";
import { MessageTools } from "./message-tools.tsx";
import { Prose } from "./prose.tsx";
import { Quote } from "./quote.tsx";

/** A message: who, when, to whom, and what. */
export function MessageRow(props: MessageProps) {
  const { message, own, id, head, far, active, saving, quoted, names, session } = props;
  const { at, nick, uid, to, re, me, edited, deleted } = message;
  const text = message.text ?? "";
  const marks = { head, far, active, own, saving, private: to, action: me, deleted };
  const called = !own && mentions(text, names.you) && "called";
  const named = head && !me;
  const when = { nick, time: timeOf(at) };
  const time = (
    <time dateTime={new Date(at).toISOString()} title={momentOf(at)}>
      {timeOf(at)}
    </time>
  );
  return (
    <article
      class={["row", called, ...Object.entries(marks).map(([name, on]) => on && name)]
        .filter(Boolean)
        .join(" ")}
      data-key={id}
      tabIndex={-1}
      aria-label={to ? pageWords.message.privateLabel(when) : pageWords.message.label(when)}
    >
      <div class="gutter">{named ? <Avatar {...message} /> : time}</div>
      <div class="body">
        {named && (
          <p class="by">
            <Nick {...message} /> {time}
          </p>
        )}
        {to && head && (
          <p class="private-mark">
            <Icon name="lock" />
            {pageWords.message.onlyYouAnd(<bdi>{pageText(own ? to.nick : nick)}</bdi>)}
          </p>
        )}
        {re !== undefined && <Quote id={re} quoted={quoted} session={session} />}
        <div class={isFewEmoji(text) ? "text large" : "text"} dir="auto">
          {me && (
            <>
              <Nick nick={nick} uid={uid} />{" "}
            </>
          )}
          {deleted ? pageWords.deleted : <Prose text={text} names={names} />}
          {edited && !deleted && <small> {pageWords.message.edited}</small>}
        </div>
      </div>
      {active && !deleted && <MessageTools {...props} />}
    </article>
  );
}
