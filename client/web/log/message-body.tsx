import type { ComponentChildren } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { Icon } from "../parts/icon.tsx";
import { Avatar, Nick } from "../parts/nick.tsx";
import type { RoomSession } from "../session/room-session.ts";
import { isFewEmoji } from "../text/emoji.ts";
import { pageText } from "../text/page-text.ts";
import { momentOf, timeOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { Quote } from "./quote.tsx";

interface MessageBodyProps {
  message: Message;
  own: boolean;
  head: boolean;
  quoted?: Message | undefined;
  names: Names;
  session: RoomSession;
  /** What stands under it. */
  children?: ComponentChildren;
}

/** What a message looks like, in the log and on its way there. */
export function MessageBody({ message, own, head, quoted, names, session, children }: MessageBodyProps) {
  const { at, nick, uid, hook, to, re, me, edited, deleted } = message;
  const text = message.text ?? "";
  const named = head && !me;
  // How it looks comes later than what it says.
  const { part } = session.late;
  const said = typeof part === "string" ? pageText(text) : <part.Prose text={text} names={names} />;
  const time = (
    <time dateTime={new Date(at).toISOString()} title={momentOf(at)}>
      {timeOf(at)}
    </time>
  );
  return (
    <>
      <div class="gutter">{named ? <Avatar {...message} /> : time}</div>
      <div class="body">
        {named && (
          <p class="by">
            <Nick {...message} />{" "}
            {hook !== undefined && (
              <span class="badge">{sharedWords.hook(hook === nick ? "" : pageText(hook))}</span>
            )}{" "}
            {time}
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
          {deleted ? pageWords.deleted : said}
          {edited && !deleted && <small> {pageWords.message.edited}</small>}
        </div>
        {message.files && !deleted && typeof part !== "string" && (
          <part.SharedFiles message={message} session={session} />
        )}
        {children}
      </div>
    </>
  );
}
